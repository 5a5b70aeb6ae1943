"""Rows put together into one corpus: what is declared, what refers to it, what stands twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from policycmp.corpusfile.fields import KIND_BY_SECTION, POSITION
from policycmp.corpusfile.marks import Spot
from policycmp.corpusfile.values import ProblemError
from policycmp.load.codebook_builder import Codebook
from policycmp.load.duplicates import Repetitions
from policycmp.load.position_builder import (
    REFERENCES,
    Pending,
    PositionBuilder,
    build_slowly,
    flatten_marks,
)
from policycmp.load.record_builder import build_record, check_row, read_head
from policycmp.load.stances import NoAnswerError, RepeatedFaults
from policycmp.model.corpus import Corpus, Position
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.marks import Mark
    from policycmp.corpusfile.reader import Row
    from policycmp.model.codebook import Stance
    from policycmp.model.origin import Origin


_Resolved: TypeAlias = "tuple[str, str, str, Stance | None, float | None]"
"""Actor, issue, source, stance and placement."""


class Assembly:
    """A corpus in the making."""

    def __init__(self, find_fallback: Callable[[], Corpus | None]) -> None:
        self.codebook = Codebook(find_fallback)
        ids = self.codebook.ids
        self._actors, self._issues, self._sources = ids["actors"], ids["issues"], ids["sources"]
        self.positions: list[Position] = []
        self.mentioned: set[tuple[str, str]] = set()
        """Sections and ids that rows name which are not in `positions`."""
        self._builder = PositionBuilder()
        self._pending: list[Pending] = []
        self._claims: list[tuple[str, str, str, Mark, Findings]] = []
        """What faulty rows refer to: the field, its section, the name, and where it stands."""
        self.repetitions = Repetitions()
        self.repeated = RepeatedFaults()
        self.unanswered = 0
        """Rows with a code for no answer."""
        self._head: dict[str, str] = {}
        self._settled = False
        self.is_bare = False
        """Whether any position came without a codebook."""

    def add(self, row: Row, findings: Findings) -> None:
        """Take in one row."""
        if row.section == "positions":
            self.is_bare |= row.bare
            self._add_position(row, findings)
        elif row.section == "columns":
            if self._settled:
                from policycmp.load.columns import check_columns  # only a wide table needs it

                check_columns(self.codebook, row, findings)
        elif row.section:
            record = build_record(KIND_BY_SECTION[row.section], row, findings)
            self.codebook.declare(row.section, record, row, findings)
        else:
            read_head(row, findings, self._head)

    def settle(self) -> None:
        """Say that all documents are read: what is not declared now will not be."""
        self._settled = True
        lost = {pending.index for pending in self._pending if not self._settle(pending)}
        if lost:
            self.positions = [p for number, p in enumerate(self.positions) if number not in lost]
        self._pending.clear()
        for noun, section, name, mark, findings in self._claims:
            if name not in self.codebook.ids[section]:
                self.codebook.note_dangling(noun, section, name, mark, findings)

    def build(self, origins: tuple[Origin, ...]) -> Corpus:
        """The corpus of everything taken in."""
        return Corpus(
            title=self._head.get("title"),
            note=self._head.get("note"),
            positions=tuple(self.positions),
            origins=origins,
            unanswered=self.unanswered,
            undeclared=self.codebook.list_undeclared(),
            **self.codebook.sections(),
        )

    def _add_position(self, row: Row, findings: Findings) -> None:
        made = self._builder.build_fast(row, findings.file)
        if made is None and (made := self._make_slowly(row, findings)) is None:
            return
        try:
            resolved = self._resolve(row.values)
            if resolved is None and row.bare and self._settled:
                self._adopt_names(row, findings)
                resolved = self._resolve(row.values)
        except NoAnswerError:
            self.unanswered += 1
            self._examine(row, findings)
            return
        except ProblemError as problem:
            if row.bare:
                self.repeated.note(problem, row.marks["stance"], findings)
            else:
                findings.add(problem.code, row.marks["stance"], problem.message, problem.remedy)
            self._examine(row, findings)
            return
        if resolved is not None:
            actor, issue, source, stance, placement = resolved
            position = Position(
                actor=actor, issue=issue, source=source, stance=stance, placement=placement, **made
            )
            self.repetitions.note(position, row.start, findings)
            self.positions.append(position)
        else:
            self._postpone(row, made, findings)

    def _adopt_names(self, row: Row, findings: Findings) -> None:
        """Declare what a bare position names and no codebook has."""
        for name, section in REFERENCES:
            named = str(row.values[name])
            if named not in self.codebook.ids[section]:
                self.codebook.adopt(section, named, row.marks[name], findings)

    def _make_slowly(self, row: Row, findings: Findings) -> dict[str, Any] | None:
        values = check_row(POSITION, row, findings)
        made = None if values is None else build_slowly(values, row, findings)
        if made is None:
            self._examine(row, findings)
            self._examine_stance(row, findings)
        return made

    def _examine(self, row: Row, findings: Findings) -> None:
        """Look at the references of a row that yields no position, for they may be wrong as well."""
        for name, section in REFERENCES:
            content = row.values.get(name)
            if isinstance(content, str) and content:
                self.mentioned.add((section, content))
                if not row.bare:
                    mark = row.marks[name]
                    self._claims.append((name, section, content, Spot(mark.line, mark.column), findings))

    def _examine_stance(self, row: Row, findings: Findings) -> None:
        issue, stance = row.values.get("issue"), row.values.get("stance")
        if not (isinstance(issue, str) and issue in self._issues and isinstance(stance, str) and stance):
            return
        if (table := self.codebook.table_of(self._issues[issue])) is not None:
            try:
                table.resolve(stance)
            except NoAnswerError:
                return
            except ProblemError as problem:
                findings.add(problem.code, row.marks["stance"], problem.message, problem.remedy)

    def _resolve(self, values: dict[str, Any]) -> _Resolved | None:
        """The references and the stance; None while one of them is not declared."""
        actor = self._actors.get(values["actor"])
        source = self._sources.get(values["source"])
        issue = self._issues.get(values["issue"])
        if actor is None or source is None or issue is None:
            return None
        table = self.codebook.tables.get(issue) or self.codebook.table_of(issue)
        if table is None:
            return None
        text = values["stance"]
        if text is None or text == "":
            return actor, issue, source, None, None
        stance, placement = table.known.get(text) or table.resolve(text)
        return actor, issue, source, stance, placement

    def _postpone(self, row: Row, made: dict[str, Any], findings: Findings) -> None:
        values, marks = row.values, row.marks
        names = (str(values["actor"]), str(values["issue"]), str(values["source"]))
        spots = flatten_marks([marks[name] for name in ("actor", "issue", "source", "stance")])
        stance = str(values["stance"]) if values["stance"] else None
        start = flatten_marks([row.start])
        pending = Pending(len(self.positions), stance, names, spots, start, findings, row.bare)
        self._pending.append(pending)
        actor, issue, source = names
        self.positions.append(
            Position(actor=actor, issue=issue, source=source, stance=None, placement=None, **made)
        )

    def _settle(self, pending: Pending) -> bool:
        """Put the position right now that all is declared; False where it cannot be."""
        findings, spots = pending.findings, pending.spots
        complete = True
        for number, (noun, section) in enumerate(REFERENCES):
            name = pending.names[number]
            if name in self.codebook.ids[section]:
                continue
            mark = Spot(spots[2 * number], spots[2 * number + 1])
            if pending.bare:
                self.codebook.adopt(section, name, mark, findings)
            else:
                self.codebook.note_dangling(noun, section, name, mark, findings)
                complete = False
        if complete and self._settle_stance(pending):
            return True
        self.mentioned.update(
            (section, name) for (_, section), name in zip(REFERENCES, pending.names, strict=True)
        )
        return False

    def _settle_stance(self, pending: Pending) -> bool:
        actor, issue, source = pending.names
        values = {"actor": actor, "issue": issue, "source": source, "stance": pending.stance}
        try:
            resolved = self._resolve(values)
        except NoAnswerError:
            self.unanswered += 1
            return False
        except ProblemError as problem:
            pending.findings.add(problem.code, Spot(*pending.spots[6:]), problem.message, problem.remedy)
            return False
        if resolved is None:
            return False
        position = replace(
            self.positions[pending.index],
            actor=resolved[0],
            issue=resolved[1],
            source=resolved[2],
            stance=resolved[3],
            placement=resolved[4],
        )
        self.positions[pending.index] = position
        self.repetitions.note(position, Spot(*pending.start), pending.findings)
        return True
