"""One record: its keys, its values, and what they must be together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policycmp.corpusfile.fields import HEAD, KIND_BY_SECTION, Field, Kind, Type
from policycmp.corpusfile.values import ProblemError, convert_value
from policycmp.model.actor import Actor
from policycmp.model.codebook import Issue, Scale, Topic
from policycmp.model.source import Source
from policycmp.text.grammar import with_article
from policycmp.text.shorten import quote_value
from policycmp.version import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable

    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.reader import Row

Record = Scale | Topic | Issue | Actor | Source
"""What a codebook or a list of sources declares."""

_AGAINST = ("disagree", "oppos", "against", "reject", "lehn", "dagegen", "nicht", "contre", "contra")
_NO = frozenset({"no", "nay", "nein", "non", "nee", "nej"})
"""How words begin, and which words stand, at the end of a scale that does not agree."""

# The converted values fit the fields of these by the tables in `fields`, which a test holds together.
_MODELS: dict[str, Callable[..., Record]] = {
    "scales": Scale,
    "topics": Topic,
    "issues": Issue,
    "actors": Actor,
    "sources": Source,
}


def build_record(kind: Kind, row: Row, findings: Findings) -> Record | None:
    """The record of the codebook that the row declares; None where it has a fault."""
    values = check_row(kind, row, findings)
    if values is None or (kind.section == "scales" and not _check_scale(values, row, findings)):
        return None
    if kind.section == "scales":
        _note_turned_scale(values, row, findings)
    return _MODELS[kind.section](**values)


def check_row(kind: Kind, row: Row, findings: Findings) -> dict[str, Any] | None:
    """The row's values by field, those that are there; None where any is wrong or missing."""
    good = not row.partial
    names = kind.names()
    for name in row.values.keys() - set(names):
        good = False
        findings.add(
            "E201",
            row.keys[name],
            f"{with_article(kind.noun)} has no key {quote_value(name)}",
            findings.suggest(name, names),
        )
    values: dict[str, Any] = {}
    for field in kind.fields:
        content = row.values.get(field.name)
        if content is None or content == "":
            if field.required and not (field.type is Type.STANCE and field.name in row.values):
                good = False
                if not row.partial:
                    _report_missing(kind, field, row, findings)
            continue
        try:
            values[field.name] = convert_value(field, content)
        except ProblemError as problem:
            good = False
            findings.add(problem.code, row.marks[field.name], problem.message, problem.remedy)
    return values if good else None


def read_head(row: Row, findings: Findings, head: dict[str, str]) -> None:
    """Check the keys at the top of a document; its title and note go into the head, the first ones."""
    if "records" in row.keys:
        if row.values.get("schema") != SCHEMA:
            mark = row.marks.get("schema", row.keys["records"])
            remedy = f'policycmp writes "schema": "{SCHEMA}" beside "records"'
            findings.add("E111", mark, "the records are of no known schema", remedy)
        return
    for name in KIND_BY_SECTION.keys() & row.values.keys():
        content = row.values.pop(name)
        if content is not None:
            remedy = f"begin each {KIND_BY_SECTION[name].noun} with a hyphen"
            findings.add("E203", row.marks[name], f"`{name}` is not a list", remedy)
    known = (*HEAD.names(), *(section for section in KIND_BY_SECTION if section))
    for name in row.values.keys() - set(known):
        del row.values[name]
        findings.add(
            "E201",
            row.keys[name],
            f"a corpus has no key {quote_value(name)}",
            findings.suggest(name, known),
        )
    values = check_row(HEAD, row, findings) or {}
    for name in ("title", "note"):
        if name in values:
            head.setdefault(name, values[name])


def _report_missing(kind: Kind, field: Field, row: Row, findings: Findings) -> None:
    remedy = f"add it, such as `{field.name}: {field.example}`"
    if field.name in row.values:
        findings.add(
            "E202", row.marks[field.name], f"`{field.name}` is empty", f"write one, such as {field.example}"
        )
    elif kind.section == "positions":
        who, what = row.values.get("actor"), row.values.get("issue")
        of = f" of {who} on {what}" if isinstance(who, str) and isinstance(what, str) else ""
        findings.add("E202", row.start, f"the position{of} has no `{field.name}`", remedy)
    else:
        name = row.values.get("id")
        of = f" {quote_value(name)}" if isinstance(name, str) else ""
        findings.add("E202", row.start, f"the {kind.noun}{of} has no `{field.name}`", remedy)


def _check_scale(values: dict[str, Any], row: Row, findings: Findings) -> bool:
    problem = _find_scale_problem(values)
    if problem is None:
        return True
    name, message, remedy = problem
    findings.add("E209", row.marks.get(name, row.start), message, remedy)
    return False


def _note_turned_scale(values: dict[str, Any], row: Row, findings: Findings) -> None:
    """Warn where the low end of a scale agrees, by its words, and the high end does not."""
    name = "labels" if values.get("labels") else "points"
    words = values.get(name, ())
    if len(words) < 2 or not (isinstance(words[0], str) and isinstance(words[-1], str)):
        return
    if _is_against(words[-1]) and not _is_against(words[0]):
        message = f"the scale begins with {words[0]!r} and ends with {words[-1]!r}: agreeing is its low end"
        remedy = "order points and labels from most against to most for; numbers may fall: [5, 4, 3, 2, 1]"
        findings.add("W413", row.marks[name], message, remedy)


def _is_against(words: str) -> bool:
    return any(word in _NO or word.startswith(_AGAINST) for word in words.casefold().split())


def _find_scale_problem(values: dict[str, Any]) -> tuple[str, str, str] | None:
    """The key it stands at, what is wrong, what to do."""
    points, low, high = values.get("points"), values.get("low"), values.get("high")
    if points is None and (low is None or high is None):
        return "id", "the scale says no values", "list its `points`, or give both `low` and `high`"
    coded = {str(point) for point in points or ()} & set(values.get("missing", ()))
    if coded:
        return "missing", f"{min(coded)} is a point and a code for no answer", "keep it in one of the two"
    if points is not None and (low is not None or high is not None):
        return "points", "the scale has both points and bounds", "keep the `points`, or `low` and `high`"
    if points is None:
        if low is not None and high is not None and low < high:
            return None
        return "low", f"`low` {low} is not below `high` {high}", "exchange the two, or correct one"
    if len(points) < 2:
        return "points", "a scale needs at least two points", "add the other end of the scale"
    return _find_points_problem(points, values.get("labels"))


def _find_points_problem(
    points: tuple[Any, ...], labels: tuple[str, ...] | None
) -> tuple[str, str, str] | None:
    if len(set(points)) < len(points):
        return "points", "a point stands twice", "write each point once"
    if not isinstance(points[0], str) and list(points) not in (sorted(points), sorted(points)[::-1]):
        return "points", "the points neither rise nor fall", "order them from most against to most for"
    if labels is not None and len(labels) != len(points):
        counts = f"{len(labels)} labels for {len(points)} points"
        return "labels", counts, "write one label for each point, in the same order"
    return None
