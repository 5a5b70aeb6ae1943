"""How a result came about, in one line for people and as data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from policycmp.model.choices import Rule
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from policycmp.model.corpus import Corpus
    from policycmp.model.crosswalk import Crosswalk
    from policycmp.model.doubt import Doubts
    from policycmp.model.filters import Filters, Selection
    from policycmp.model.report import Json
    from policycmp.model.skips import Skipped


class Ground(Protocol):
    """What numbers rest on."""

    @property
    def selection(self) -> Selection:
        """The positions looked at."""

    @property
    def rule(self) -> Rule:
        """What several positions in a cell amount to."""

    @property
    def doubts(self) -> Doubts | None:
        """Which cells are in doubt."""

    @property
    def skipped(self) -> Skipped | None:
        """Which issues were skipped."""


DIGEST_SHOWN = 12
"""Hexadecimal digits of a corpus's SHA-256 that people are shown."""

RULES = {
    Rule.STATED_FIRST: "of several positions in a cell the best attributed count "
    "(stated before reported before implied), by their mean",
    Rule.LATEST: "of several positions in a cell the latest count, by their mean",
    Rule.MEAN: "several positions in a cell count by their mean",
    Rule.STRONGEST: "of several positions in a cell those farthest from the middle count, by their mean",
}


def describe_corpus(corpus: Corpus) -> str:
    """The corpus files with the beginning of their SHA-256, and what they hold."""
    files = [f"{o.name} (sha256 {o.digest[:DIGEST_SHOWN]})" for o in corpus.origins]
    return f"{join_words(files) or 'corpus in memory'}: {count(len(corpus.positions), 'position')}"


def record_origins(corpus: Corpus) -> list[Json]:
    """The corpus files by name and SHA-256."""
    return [{"name": o.name, "sha256": o.digest} for o in corpus.origins]


def describe_alignment(crosswalk: Crosswalk) -> str:
    """How a further corpus was brought onto the first: by which crosswalk, with how many names."""
    from policycmp.model.crosswalk import Verdict

    sure, doubtful = (len(crosswalk.list_verdict(v)) for v in (Verdict.SURE, Verdict.DOUBTFUL))
    name = join_words([origin.name for origin in crosswalk.other]) or "another corpus"
    origin = crosswalk.origin
    by = f"by {origin.name} (sha256 {origin.digest[:DIGEST_SHOWN]})" if origin else "without a crosswalk"
    left = f", {count(doubtful, 'doubtful one')} left apart" if doubtful else ""
    return f"{name} aligned {by}: {count(sure, 'name')} matched{left}"


def _record_alignment(crosswalk: Crosswalk) -> Json:
    from policycmp.model.crosswalk import Verdict

    origin = crosswalk.origin
    return {
        "corpus": [{"name": o.name, "sha256": o.digest} for o in crosswalk.other],
        "crosswalk": {"name": origin.name, "sha256": origin.digest} if origin else None,
        "matched": len(crosswalk.list_verdict(Verdict.SURE)),
        "doubtful": len(crosswalk.list_verdict(Verdict.DOUBTFUL)),
    }


def list_filters(filters: Filters) -> dict[str, list[str]]:
    """The filters in force, by option name."""
    given: dict[str, list[str]] = {
        "actor": list(filters.actors),
        "issue": list(filters.issues),
        "topic": list(filters.topics),
        "source": list(filters.sources),
        "attribution": [a.value for a in filters.attributions],
        "since": [filters.since.text] if filters.since else [],
        "until": [filters.until.text] if filters.until else [],
        "as-of": [filters.as_of.text] if filters.as_of else [],
    }
    return {name: values for name, values in given.items() if values}


def describe_provenance(
    corpus: Corpus,
    filters: Filters,
    selection: Selection,
    rule: Rule | None = None,
    doubts: Doubts | None = None,
    skipped: Skipped | None = None,
) -> str:
    """One line: corpus and digest, rule, doubtful cells, filters, what was left out."""
    parts = [f"Corpus: {describe_corpus(corpus)}."]
    parts += [f"{describe_alignment(crosswalk)}." for crosswalk in corpus.alignments]
    if corpus.undeclared:
        from policycmp.tabulate.parts.undeclared import describe_undeclared

        parts += describe_undeclared(corpus)
    if rule:
        parts.append(f"Rule {rule}: {RULES[rule]}.")
    if skipped or doubts:
        from policycmp.tabulate.parts.doubts import describe_doubts, describe_skipped

        parts += [describe_skipped(skipped)] if skipped else []
        parts += [describe_doubts(doubts)] if doubts else []
    chosen = [f"{name} {', '.join(values)}" for name, values in list_filters(filters).items()]
    if chosen:
        parts.append(f"Filters: {'; '.join(chosen)}.")
    left = [count(selection.filtered, "position") + " by the filters"] if selection.filtered else []
    if selection.undated:
        left[-1] += f" ({selection.undated} of them undated)"
    if corpus.unanswered:
        left.append(f"{count(corpus.unanswered, 'position')} with a code for no answer")
    if selection.open:
        left.append(f"{count(selection.open, 'position')} with an open stance")
    if left:
        parts.append(f"Left out: {join_words(left)}.")
    return " ".join(parts)


def describe_briefly(
    corpus: Corpus, filters: Filters, selection: Selection, rule: Rule | None = None, *more: str
) -> str:
    """The same for the last line of a screen: corpus, rule, filters, how much was left out, and, in full,
    what no codebook declares."""
    names = join_words([f"{o.name} ({o.digest[:DIGEST_SHOWN]})" for o in corpus.origins])
    parts = [f"{names or 'Corpus in memory'}, {count(len(corpus.positions), 'position')}"]
    parts += [describe_alignment(crosswalk) for crosswalk in corpus.alignments]
    parts += [f"rule {rule}"] if rule else []
    parts += more
    parts += [f"{name} {', '.join(values)}" for name, values in list_filters(filters).items()]
    left = selection.filtered + selection.open
    parts += [f"{left} left out"] if left else []
    if corpus.unanswered:
        parts.append(f"{count(corpus.unanswered, 'position')} with a code for no answer")
    said = [f"{'; '.join(parts)}."]
    if corpus.undeclared:
        from policycmp.tabulate.parts.undeclared import describe_undeclared

        said += describe_undeclared(corpus)
    return " ".join(said)


def record_provenance(
    corpus: Corpus,
    filters: Filters,
    selection: Selection,
    rule: Rule | None = None,
    doubts: Doubts | None = None,
    skipped: Skipped | None = None,
) -> dict[str, Json]:
    """The same as data: `corpus`, `rule`, `doubt`, `filters`, `counts`."""
    about: dict[str, Json] = {"corpus": record_origins(corpus)}
    if corpus.alignments:
        about["alignments"] = [_record_alignment(crosswalk) for crosswalk in corpus.alignments]
    if corpus.undeclared:
        from policycmp.tabulate.parts.undeclared import record_undeclared

        about |= record_undeclared(corpus)
    if rule:
        about["rule"] = rule.value
    if skipped or doubts:
        from policycmp.tabulate.parts.doubts import record_doubts, record_skipped

        about |= {"skipped": record_skipped(skipped)} if skipped else {}
        about |= {"doubt": record_doubts(doubts)} if doubts else {}
    about["filters"] = list_filters(filters)
    about["counts"] = {
        "positions": len(corpus.positions),
        "used": len(selection.positions),
        "filtered": selection.filtered,
        "undated": selection.undated,
        "open": selection.open,
    } | ({"unanswered": corpus.unanswered} if corpus.unanswered else {})
    return about


def describe_ground_briefly(corpus: Corpus, filters: Filters, ground: Ground, *more: str) -> str:
    """For the last line of a screen, what numbers rest on."""
    from policycmp.tabulate.parts.doubts import name_doubts, name_skipped

    more += (name_doubts(ground.doubts),) if ground.doubts else ()
    more += (name_skipped(ground.skipped),) if ground.skipped else ()
    return describe_briefly(corpus, filters, ground.selection, ground.rule, *more)


def describe_ground(corpus: Corpus, filters: Filters, ground: Ground) -> str:
    """The provenance of numbers that rest on this."""
    return describe_provenance(corpus, filters, ground.selection, ground.rule, ground.doubts, ground.skipped)


def record_ground(corpus: Corpus, filters: Filters, ground: Ground) -> dict[str, Json]:
    """The same as data."""
    return record_provenance(corpus, filters, ground.selection, ground.rule, ground.doubts, ground.skipped)
