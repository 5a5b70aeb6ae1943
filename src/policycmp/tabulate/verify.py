"""What became of the passages behind positions, as a report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policycmp.corpusfile.records import record_position
from policycmp.model.report import Column, Entry, Report, Role, Section, Table, Tone
from policycmp.model.verification import Outcome
from policycmp.record import replace
from policycmp.tabulate.parts.anchors import locate_evidence, quote_anchor
from policycmp.tabulate.parts.provenance import describe_briefly, describe_provenance, record_provenance
from policycmp.tabulate.parts.word_changes import write_changes
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.filters import Filters, Selection
    from policycmp.model.report import Json
    from policycmp.model.verification import Located, Verification


_TONES = {
    Outcome.FOUND: Tone.GOOD,
    Outcome.MOVED: Tone.MIXED,
    Outcome.ALTERED: Tone.BAD,
    Outcome.AMBIGUOUS: Tone.MIXED,
    Outcome.MISSING: Tone.BAD,
    Outcome.NO_TEXT: Tone.MUTED,
}


def tabulate_verification(
    corpus: Corpus,
    filters: Filters,
    selection: Selection,
    results: Sequence[Verification],
    *,
    everything: bool = False,
    amended: Collection[Position] = (),
    notes: Sequence[str] = (),
) -> Report:
    """A row for each passage that is not simply found, or with `everything` for each; under them
    how many came to what. `amended` are positions whose moved anchors were put right."""
    table = _lay_table([_enter_result(corpus, r, is_amended=r.position in amended) for r in results])
    shown = [row for row in table.sections[0].rows if everything or row[2].value != Outcome.FOUND]
    outcomes = Counter(result.located.outcome for result in results)
    return Report(
        name="verify",
        title=_sum_up(outcomes, len(results), len(amended)),
        tables=(replace(table, sections=(Section(rows=tuple(shown)),)),) if shown else (),
        flat=table,
        records=[_record_result(r, is_amended=r.position in amended) for r in results],
        notes=(
            *_note_other_texts(results),
            *notes,
            *_tell_hidden(len(shown), len(results)),
        ),
        brief=describe_briefly(corpus, filters, selection),
        provenance=describe_provenance(corpus, filters, selection),
        about={
            **record_provenance(corpus, filters, selection),
            "outcomes": {outcome.value: outcomes[outcome] for outcome in Outcome},
        },
    )


def _lay_table(rows: Sequence[tuple[Entry, ...]]) -> Table:
    return Table(
        columns=(
            Column(name="passage", title="Passage", role=Role.KEY),
            Column(name="position", title="Position", role=Role.PROSE),
            Column(name="outcome", title="Outcome"),
            Column(name="score", title="Alike", role=Role.NUMBER),
            Column(name="detail", title="What there is", role=Role.PROSE),
        ),
        sections=(Section(rows=tuple(rows)),),
        unit="passages",
    )


def _enter_result(corpus: Corpus, result: Verification, *, is_amended: bool) -> tuple[Entry, ...]:
    position, located = result.position, result.located
    issue = corpus.issue_by_id[position.issue]
    who = corpus.actor_labels[position.actor]
    where = locate_evidence(corpus, position)
    score = None if located.score is None else round(located.score, 1)
    outcome = located.outcome.value + (", put right" if is_amended else "")
    return (
        Entry(text=where, value=where),
        Entry(text=f"{who}: {issue.title}", value=f"{position.actor} {position.issue}"),
        Entry(text=outcome, value=located.outcome.value, tone=_TONES[located.outcome]),
        Entry(text="" if score is None else f"{score:.1f}", value=score),
        Entry(text=_tell_result(position, located), value=_tell_result(position, located)),
    )


def _tell_result(position: Position, located: Located) -> str:
    anchor = quote_anchor(position)
    if located.outcome is Outcome.FOUND:
        return located.detail or anchor
    parts = [located.detail] if located.detail else []
    if located.outcome is Outcome.MOVED:
        places = {"paragraph": "¶{}", "page": "page {}", "start": "character {}"}
        now = [places[name].format(value) for name, value in located.amendments if name in places]
        parts.append(f"now at {join_words(now)}" if now else "in another place")
    if located.outcome is Outcome.ALTERED:
        parts.append(write_changes(located.changes))
    elif anchor:
        parts.append(anchor)
    return ": ".join(parts)


def _record_result(result: Verification, *, is_amended: bool) -> dict[str, Json]:
    located = result.located
    record: dict[str, Json] = {**record_position(result.position)}
    record["outcome"] = located.outcome.value
    record["detail"] = located.detail
    record["score"] = located.score
    record["found_paragraph"] = located.paragraph
    record["found_page"] = located.page
    record["found_start"] = located.span.start if located.span else None
    record["found_end"] = located.span.end if located.span else None
    record["changes"] = [{"edit": c.edit.value, "words": c.words} for c in located.changes]
    record["other_text"] = result.is_other_text
    record["amended"] = is_amended
    return record


def _sum_up(outcomes: Counter[Outcome], total: int, amended: int) -> str:
    told = [f"{outcomes[outcome]:,} {outcome.value}" for outcome in Outcome if outcomes[outcome]]
    ending = f"; {count(amended, 'anchor')} put right" if amended else ""
    return f"{count(total, 'passage')}: {join_words(told) or 'nothing to verify'}{ending}."


def _note_other_texts(results: Sequence[Verification]) -> Iterator[str]:
    sources = dict.fromkeys(result.position.source for result in results if result.is_other_text)
    if sources:
        yield f"Not the text that was coded, by its digest: {join_words(tuple(sources))}."


def _tell_hidden(shown: int, total: int) -> Iterator[str]:
    if 0 < shown < total:
        yield f"{count(total - shown, 'passage')} found as coded, not listed; --all lists all."
