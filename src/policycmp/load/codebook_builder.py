"""What is declared: scales, topics, issues, actors, sources, and what they name in one another."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from policycmp.corpusfile.diagnostics import MOST_COMPARED
from policycmp.corpusfile.fields import KIND_BY_SECTION, KINDS, Type
from policycmp.corpusfile.values import ProblemError, convert_value
from policycmp.load.stances import StanceTable
from policycmp.model.actor import Actor
from policycmp.model.codebook import FIVE_POINTS, Issue, Scale
from policycmp.model.corpus import Undeclared
from policycmp.model.source import Source
from policycmp.record import dataclass
from policycmp.text.shorten import quote_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.marks import Mark
    from policycmp.corpusfile.reader import Row
    from policycmp.load.record_builder import Record
    from policycmp.model.corpus import Corpus

_BARE = 2
"""The rank of what no codebook declares."""
_SECTIONS = tuple(kind.section for kind in KINDS if kind.section != "positions")


@dataclass(slots=True)
class Declared:
    """A record, and the row that declares it; None where no row does."""

    record: Record | None
    """None where the row has a fault."""
    row: Row | None = None
    findings: Findings | None = None
    rank: tuple[int, int] = (0, 0)
    """Where it stands in its section: own rows first, then adopted ones as their codebook has them."""


class Codebook:
    """Everything declared so far, with a codebook to fall back on for bare positions."""

    def __init__(self, find_fallback: Callable[[], Corpus | None]) -> None:
        self.declared: dict[str, dict[str, Declared]] = {section: {} for section in _SECTIONS}
        self.declared["scales"][FIVE_POINTS.id] = Declared(FIVE_POINTS)
        self.ids: dict[str, dict[str, str]] = {section: {} for section in _SECTIONS}
        """Each id to itself, so that a hundred thousand rows share one text."""
        self.tables: dict[str, StanceTable] = {}
        self._used_scales: set[str] = set()
        self._names: dict[str, dict[str, str]] = {}
        """Names of each section, folded, to ids; made when a bare position first needs one."""
        self._bare: list[tuple[str, str]] = []
        """Sections and ids that bare positions alone name."""
        self._near: dict[tuple[str, str], str | None] = {}
        self._compared = 0
        self._find_fallback = find_fallback

    @cached_property
    def _fallback(self) -> Corpus | None:
        """The corpus to fall back on, which is not looked for before a bare position needs it."""
        return self._find_fallback()

    def declare(self, section: str, record: Record | None, row: Row, findings: Findings) -> None:
        """Take in one declaration; the same one in another file joins, another one is a fault."""
        name = row.values.get("id")
        if not isinstance(name, str):
            return
        name = str(name)
        there = self.declared[section].get(name)
        if there is not None and not (there.row is None and name not in self._used_scales):
            self._note_twice(section, name, there, record, row, findings)
            return
        rank = (0, len(self.declared[section]))
        self.declared[section][name] = Declared(record, row, findings, rank)
        self.ids[section][name] = name

    def table_of(self, issue: str) -> StanceTable | None:
        """What stances on the issue mean; None while its scale is not declared."""
        table = self.tables.get(issue)
        if table is None:
            record = self.declared["issues"][issue].record
            scale = self.declared["scales"].get(record.scale) if isinstance(record, Issue) else None
            if scale is None or not isinstance(scale.record, Scale):
                return None
            self._used_scales.add(scale.record.id)
            table = self.tables[issue] = StanceTable(scale.record)
        return table

    def adopt(self, section: str, name: str, mark: Mark, findings: Findings) -> None:
        """Declare what a bare position names: as the fallback has it, else by the id alone."""
        if name in self.ids[section]:
            return
        if self._copy(section, name):
            self.ids[section][name] = name
        elif known := self.find_named(section, name):
            self._copy(section, known)
            # From now on the name is as good as the id.
            self.ids[section][known] = self.ids[section][name] = known
        else:
            self._declare_bare(section, name, mark, findings)
            self.ids[section][name] = name

    def find_named(self, section: str, name: str) -> str | None:
        """The id of the one thing that is declared, here or in the fallback, and has this name or alias."""
        from policycmp.load.bare_names import index_names  # only bare positions need it
        from policycmp.text.fold import fold

        if section not in self._names:
            fallback: tuple[Record, ...] = getattr(self._fallback, section) if self._fallback else ()
            self._names[section] = index_names(fallback) | index_names(self.list_declared(section))
        return self._names[section].get(fold(name))

    def list_undeclared(self) -> tuple[Undeclared, ...]:
        """What bare positions name and no codebook declares."""
        found = []
        for section, name in self._bare:
            kind = KIND_BY_SECTION[section].noun
            is_beside = bool(self._list_known(section))
            near = self.find_near(section, name)
            found.append(Undeclared(kind=kind, id=name, nearest=near, beside=is_beside))
        return tuple(found)

    def find_near(self, section: str, name: str) -> str | None:
        """The declared id most like the name, until looking for such has cost enough."""
        from policycmp.text.suggest import find_nearest  # only what is declared nowhere needs it

        if (section, name) not in self._near:
            known = self._list_known(section)
            self._compared += len(known)
            near = find_nearest(name, known) if known and self._compared <= MOST_COMPARED else None
            self._near[section, name] = near
        return self._near[section, name]

    def knows(self, section: str, name: str) -> bool:
        """Whether it is an id or a name of what is declared, here or in the fallback."""
        fallback: tuple[Record, ...] = getattr(self._fallback, section) if self._fallback else ()
        return (
            name in self.ids[section]
            or any(record.id == name for record in fallback)
            or self.find_named(section, name) is not None
        )

    def list_declared(self, section: str) -> list[Record]:
        """The records that rows declare."""
        return [e.record for e in self.declared[section].values() if e.record is not None and e.row]

    def _list_known(self, section: str) -> list[str]:
        """The ids that a codebook declares, without those of a fallback that nothing has named."""
        return [name for name, entry in self.declared[section].items() if entry.rank[0] < _BARE]

    def note_dangling(self, noun: str, section: str, name: str, mark: Mark, findings: Findings) -> None:
        """Report a name that nothing declares."""
        near = findings.suggest(name, self.declared[section])
        remedy = f"{near}{' If not,' if near.endswith('?') else '; or'} declare it under `{section}`"
        findings.add("E302", mark, f"no {noun} {quote_value(name)} is declared", remedy)

    def check_references(self) -> None:
        """Report what issues and sources name and nothing declares."""
        for section in ("issues", "sources"):
            fields = [f for f in KIND_BY_SECTION[section].fields if f.type is Type.REFERENCE]
            for declared in self.declared[section].values():
                if declared.row is None or declared.findings is None:
                    continue
                for field in fields:
                    name, target = declared.row.values.get(field.name), field.target or ""
                    if isinstance(name, str) and name and name not in self.declared[target]:
                        mark = declared.row.marks[field.name]
                        self.note_dangling(field.name, target, name, mark, declared.findings)

    def sections(self) -> dict[str, Any]:
        """The records of each section in order."""
        return {section: self._order(section) for section in _SECTIONS}

    def _order(self, section: str) -> tuple[Record, ...]:
        entries = sorted(self.declared[section].values(), key=lambda entry: entry.rank)
        return tuple(entry.record for entry in entries if entry.record is not None)

    def _note_twice(
        self, section: str, name: str, there: Declared, record: Record | None, row: Row, findings: Findings
    ) -> None:
        noun = KIND_BY_SECTION[section].noun
        if there.row is None:
            message = f"the {noun} {name!r} is declared after positions used it"
            findings.add("E301", row.marks["id"], message, f"move `{section}` above `positions`")
            return
        first = there.findings or findings
        if first is not findings and record == there.record:
            return
        place = f"{first.file}:{there.row.start.line + 1}"
        same = "" if first is findings else " and says something else"
        message = f"the {noun} {name!r} is declared already at {place}{same}"
        findings.add("E301", row.marks["id"], message, "give one of the two another id, or join them")

    def _copy(self, section: str, name: str) -> bool:
        """Take the record from the fallback, with what it names in turn."""
        fallback = self._fallback
        records: tuple[Record, ...] = getattr(fallback, section) if fallback else ()
        for number, record in enumerate(records):
            if record.id != name:
                continue
            self.declared[section][name] = Declared(record, rank=(1, number))
            self.ids[section][name] = name
            for field in KIND_BY_SECTION[section].fields:
                wanted = getattr(record, field.name) if field.type is Type.REFERENCE else None
                if wanted and field.target and self._lacks(field.target, wanted):
                    self._copy(field.target, wanted)
            return True
        return False

    def _lacks(self, section: str, name: str) -> bool:
        there = self.declared[section].get(name)
        return there is None or (there.record is FIVE_POINTS and name not in self._used_scales)

    def _declare_bare(self, section: str, name: str, mark: Mark, findings: Findings) -> None:
        noun = KIND_BY_SECTION[section].noun
        try:
            convert_value(KIND_BY_SECTION[section].fields[0], name)
        except ProblemError as problem:
            findings.add(problem.code, mark, problem.message, problem.remedy)
        else:
            self._bare.append((section, name))
            near = self.find_near(section, name)
            ask = f"did you mean {near!r}? If not, " if near else ""
            findings.add(
                "W407",
                mark,
                f"the {noun} {name!r} is declared nowhere, so its id stands for its name",
                f"{ask}declare it under `{section}` in a corpus file named beside this one",
            )
        record: Record
        if section == "issues":
            record = Issue(id=name, title=name)
        elif section == "actors":
            record = Actor(id=name, name=name)
        else:
            record = Source(id=name, title=name)
        self.declared[section][name] = Declared(record, rank=(_BARE, len(self.declared[section])))
