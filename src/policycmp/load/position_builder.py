"""Rows of positions: checked and built, quickly where all is as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policycmp.corpusfile.fields import EVIDENCE, POSITION, Type
from policycmp.corpusfile.values import ProblemError, convert_value
from policycmp.limits import NAME, TEXT
from policycmp.model.corpus import Attribution, Position
from policycmp.model.fault import Place
from policycmp.model.source import Evidence
from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.marks import Mark
    from policycmp.corpusfile.reader import Content, Row

_FIELDS = {field.name: field for field in POSITION.fields}
_EVIDENCE = frozenset(field.name for field in EVIDENCE)
_REQUIRED = frozenset(field.name for field in POSITION.fields if field.required)
_CONVERTED = frozenset(
    field.name for field in POSITION.fields if field.type in {Type.DATE, Type.WHOLE, Type.CHOICE}
)
REFERENCES = (("actor", "actors"), ("issue", "issues"), ("source", "sources"))
"""The fields of a position that name another record, and the sections they name it in."""
_RESOLVED = frozenset({"actor", "issue", "source", "stance"})


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the keys of a row alone tell, worked out once for all rows that have the same."""

    plain: tuple[str, ...]
    converted: tuple[tuple[str, dict[Content, Any]], ...]
    """With the values converted before, by what they were converted from."""
    evidence: tuple[str, ...]
    wholes: tuple[tuple[str, dict[Content, Any]], ...]
    """Of the evidence, the same as `converted`."""


class PositionBuilder:
    """Turns rows into positions and remembers what rows have in common."""

    def __init__(self) -> None:
        self._longest = min(limit.most for limit in (TEXT, NAME))
        """A row with a longer text is looked at closely."""
        self._shapes: dict[tuple[str, ...], _Shape | None] = {}
        self._converted: dict[str, dict[Content, Any]] = {name: {} for name in _CONVERTED}

    def build_fast(self, row: Row, file: str) -> dict[str, Any] | None:
        """What the position is made of, but for what refers to other records; None for a row
        that needs a closer look."""
        values = row.values
        if not row.simple or row.partial or max(map(len, values.values()), default=0) > self._longest:  # type: ignore[arg-type]
            return None
        keys = tuple(values)
        try:
            shape = self._shapes[keys]
        except KeyError:
            shape = self._shapes[keys] = self._judge_shape(keys)
        if shape is None:
            return None
        made: dict[str, Any] = {name: values[name] for name in shape.plain}
        for name, known in shape.converted:
            value = made[name] = known.get(values[name]) or _convert(name, values[name], known)
            if value is None:
                return None
        if shape.evidence or shape.wholes:
            evidence: dict[str, Any] = {name: values[name] for name in shape.evidence}
            for name, known in shape.wholes:
                value = evidence[name] = known.get(values[name]) or _convert(name, values[name], known)
                if value is None:
                    return None
            if shape.wholes and _find_impossible(evidence):
                return None
            made["evidence"] = Evidence(**evidence)
        line, column = row.start.line, row.start.column
        made["place"] = Place(file=file, line=line + 1, column=column + 1)
        return made

    def _judge_shape(self, keys: tuple[str, ...]) -> _Shape | None:
        present = set(keys)
        if not _REQUIRED <= present <= _FIELDS.keys() or _find_incomplete(present) is not None:
            return None
        known = self._converted
        return _Shape(
            plain=tuple(name for name in keys if name not in _CONVERTED | _EVIDENCE | _RESOLVED),
            converted=tuple((name, known[name]) for name in keys if name in _CONVERTED - _EVIDENCE),
            evidence=tuple(name for name in keys if name in _EVIDENCE - _CONVERTED),
            wholes=tuple((name, known[name]) for name in keys if name in _EVIDENCE & _CONVERTED),
        )


def _convert(name: str, content: Content, known: dict[Content, Any]) -> object:
    """The converted value, kept for the next row; None where it is not as it should be."""
    field = _FIELDS[name]
    try:
        value = convert_value(field, content)
    except ProblemError:
        return None
    made = known[content] = Attribution(str(value)) if field.type is Type.CHOICE else value
    return made


def build_slowly(values: dict[str, Any], row: Row, findings: Findings) -> dict[str, Any] | None:
    """The same as `build_fast` from checked values, with every fault of the evidence noted."""
    evidence = {name: value for name, value in values.items() if name in _EVIDENCE}
    if not _check_evidence(evidence, row, findings):
        return None
    made = {n: v for n, v in values.items() if n not in _EVIDENCE and n not in _RESOLVED}
    made["attribution"] = Attribution(values["attribution"])
    made["evidence"] = Evidence(**evidence) if evidence else None
    made["place"] = Place(file=findings.file, line=row.start.line + 1, column=row.start.column + 1)
    return made


def _check_evidence(evidence: dict[str, Any], row: Row, findings: Findings) -> bool:
    problem = _find_incomplete(set(evidence)) or _find_impossible(evidence)
    if problem is None:
        return True
    name, message, remedy = problem
    findings.add("E305", row.marks[name], message, remedy)
    return False


def _find_incomplete(present: set[str]) -> tuple[str, str, str] | None:
    """The selector that lacks its partner, what is wrong, what to do."""
    for name, partner in (("first", "last"), ("last", "first"), ("start", "end"), ("end", "start")):
        if name in present and partner not in present:
            return name, f"`{name}` stands without `{partner}`", f"add `{partner}`: the two mark one passage"
    for name in ("prefix", "suffix"):
        if name in present and "quote" not in present:
            return name, f"`{name}` stands without `quote`", "add the `quote` that it stands next to"
    return None


def _find_impossible(evidence: dict[str, Any]) -> tuple[str, str, str] | None:
    if evidence.get("paragraph") == 0:
        return "paragraph", "there is no paragraph 0", "count paragraphs from 1"
    if "end" in evidence and evidence["end"] <= evidence["start"]:
        return (
            "end",
            f"`end` {evidence['end']} does not lie after `start`",
            "`end` is the character after the last",
        )
    return None


@dataclass(slots=True)
class Pending:
    """A position whose references could not be looked up when its row came by."""

    index: int
    stance: str | None
    names: tuple[str, str, str]
    """Of the actor, the issue and the source."""
    spots: tuple[int, ...]
    """Line and column of these three and of the stance, one after the other."""
    start: tuple[int, ...]
    """Line and column of the row."""
    findings: Findings
    bare: bool


def flatten_marks(marks: list[Mark]) -> tuple[int, ...]:
    """Lines and columns in a row, for marks of a parser are large."""
    return tuple(number for mark in marks for number in (mark.line, mark.column))


def key_position(position: Position) -> tuple[object, ...]:
    """What makes a position look like another, which is then looked at closely. Stretches told by
    offsets are positions of their own, and so are open ones at different places."""
    return (
        position.actor,
        position.issue,
        position.stance,
        position.source,
        position.date and position.date.text,
        position.coder,
        position.evidence and (position.evidence.start if position.stance is not None else position.evidence),
    )
