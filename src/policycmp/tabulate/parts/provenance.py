"""How a result came about, in one line for people and as data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.choices import Rule
from policycmp.model.codebook import FIVE_POINTS
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.corpus import Corpus, Undeclared
    from policycmp.model.crosswalk import Crosswalk
    from policycmp.model.filters import Filters, Selection
    from policycmp.model.report import Json

NAMED = 5
"""So many undeclared ids of a kind are named."""
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


def describe_undeclared(corpus: Corpus) -> list[str]:
    """Sentences on what positions name and no codebook declares, and on the scale assumed for issues
    among it; none where all is declared."""
    sentences = []
    beside = [each for each in corpus.undeclared if each.beside]
    if beside:
        kinds = {each.kind: [e for e in beside if e.kind == each.kind] for each in beside}
        listed = [f"{count(len(found), kind)} ({_name_some(found)})" for kind, found in kinds.items()]
        sentences.append(f"Declared nowhere: {join_words(listed)}.")
    issues = {each.id for each in corpus.undeclared if each.kind == "issue"}
    if issues:
        stances = {p.stance for p in corpus.positions if p.issue in issues and p.stance is not None}
        seen = ", ".join(str(stance) for stance in sorted(stances, key=str))
        sentences.append(
            f"Scale {FIVE_POINTS.id} (-2 to 2) assumed for {count(len(issues), 'issue')} "
            f"that no codebook declares; values seen: {seen or 'none'}."
        )
    return sentences


def _name_some(found: Sequence[Undeclared]) -> str:
    names = [f"{e.id}, nearest {e.nearest}" if e.nearest else e.id for e in found[:NAMED]]
    more = f"; {len(found) - NAMED} more" if len(found) > NAMED else ""
    return "; ".join(names) + more


def record_undeclared(corpus: Corpus) -> dict[str, Json]:
    """The same as data: `undeclared`, and `assumed_scale` with the issues it was assumed for."""
    about: dict[str, Json] = {}
    beside = [each for each in corpus.undeclared if each.beside]
    if beside:
        about["undeclared"] = [{"kind": e.kind, "id": e.id, "nearest": e.nearest} for e in beside]
    issues: list[Json] = [each.id for each in corpus.undeclared if each.kind == "issue"]
    if issues:
        about["assumed_scale"] = {"scale": FIVE_POINTS.id, "issues": issues}
    return about


def summarize_undeclared(corpus: Corpus) -> dict[str, Json]:
    """The same in few words, for every record to carry; nothing where all is declared."""
    about: dict[str, Json] = {}
    beside = [each.id for each in corpus.undeclared if each.beside]
    if beside:
        more = f" and {len(beside) - NAMED} more" if len(beside) > NAMED else ""
        about["undeclared"] = " ".join(beside[:NAMED]) + more
    issues = sum(each.kind == "issue" for each in corpus.undeclared)
    if issues:
        about["assumed_scale"] = f"{FIVE_POINTS.id} for {count(issues, 'issue')}"
    return about


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
    corpus: Corpus, filters: Filters, selection: Selection, rule: Rule | None = None
) -> str:
    """One line: corpus and digest, rule, filters, what was left out."""
    parts = [f"Corpus: {describe_corpus(corpus)}."]
    parts += [f"{describe_alignment(crosswalk)}." for crosswalk in corpus.alignments]
    parts += describe_undeclared(corpus)
    if rule:
        parts.append(f"Rule {rule}: {RULES[rule]}.")
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
    return " ".join([f"{'; '.join(parts)}.", *describe_undeclared(corpus)])


def record_provenance(
    corpus: Corpus, filters: Filters, selection: Selection, rule: Rule | None = None
) -> dict[str, Json]:
    """The same as data: `corpus`, `rule`, `filters`, `counts`."""
    about: dict[str, Json] = {"corpus": record_origins(corpus)}
    if corpus.alignments:
        about["alignments"] = [_record_alignment(crosswalk) for crosswalk in corpus.alignments]
    about |= record_undeclared(corpus)
    if rule:
        about["rule"] = rule.value
    about["filters"] = list_filters(filters)
    about["counts"] = {
        "positions": len(corpus.positions),
        "used": len(selection.positions),
        "filtered": selection.filtered,
        "undated": selection.undated,
        "open": selection.open,
    } | ({"unanswered": corpus.unanswered} if corpus.unanswered else {})
    return about
