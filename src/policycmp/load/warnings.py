"""What is allowed in a corpus and yet deserves a second look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.marks import Spot
from policycmp.text.fold import fold
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.load.builder import Assembly
    from policycmp.load.codebook_builder import Declared
    from policycmp.model.corpus import Position


def note_doubts(assembly: Assembly, findings_by_file: Mapping[str, Findings], *, whole: bool = True) -> None:
    """Add the warnings about a corpus to the findings of its files; what is unused only where the
    whole of it could be read."""
    if whole:
        _note_unused(assembly)
    _note_open(assembly, findings_by_file)
    _note_restated(assembly, findings_by_file)
    for section in ("issues", "actors", "sources", "topics"):
        _note_shared_names(section, assembly.codebook.declared[section].values())


def _note_unused(assembly: Assembly) -> None:
    used = set(assembly.mentioned)
    for position in assembly.positions:
        used.add(("issues", position.issue))
        used.add(("actors", position.actor))
        used.add(("sources", position.source))
    declared = assembly.codebook.declared
    for entry in declared["sources"].values():
        used.add(("actors", getattr(entry.record, "actor", None) or ""))
    for entry in declared["issues"].values():
        used.add(("topics", getattr(entry.record, "topic", None) or ""))
    for section, code, noun, what, remedy in (
        ("issues", "W401", "issue", "no position is about", "code a position on it, or delete it"),
        ("actors", "W402", "actor", "no position or source names", "code a position of it, or delete it"),
        ("sources", "W403", "source", "no position cites", "code a position from it, or delete it"),
        (
            "topics",
            "W404",
            "topic",
            "no issue belongs to",
            "name it as the `topic` of an issue, or delete it",
        ),
    ):
        for name, entry in declared[section].items():
            if (section, name) not in used and entry.row is not None and entry.findings is not None:
                entry.findings.add(code, entry.row.marks["id"], f"{what} the {noun} {name!r}", remedy)


def _note_open(assembly: Assembly, findings_by_file: Mapping[str, Findings]) -> None:
    bare: dict[tuple[str, str], list[Position]] = {}
    for position in assembly.positions:
        if position.place is None:
            continue
        if position.evidence is None:
            bare.setdefault((position.place.file, position.source), []).append(position)
        if position.stance is None:
            message = f"the stance of {position.actor} on {position.issue} is open"
            findings_by_file[position.place.file].add("W406", _find_spot(position), message, "decide on it")
    for (file, source), positions in bare.items():
        verb = "has" if len(positions) == 1 else "have"
        message = f"{count(len(positions), 'position')} from {source} {verb} no evidence"
        remedy = "say where they stand in the source, with `paragraph`, `first` and `last` or `quote`"
        findings_by_file[file].add("W405", _find_spot(positions[0]), message, remedy)


def _find_spot(position: Position) -> Spot:
    place = position.place
    return Spot(place.line - 1, place.column - 1) if place else Spot(0, 0)


def _note_restated(assembly: Assembly, findings_by_file: Mapping[str, Findings]) -> None:
    for position, first in assembly.repetitions.restated:
        if position.place is not None:
            findings_by_file[position.place.file].add(
                "W409",
                Spot(position.place.line - 1, position.place.column - 1),
                f"{position.actor} takes this stance on {position.issue} in {position.source} also "
                f"at {first.place}",
                "keep both only where they are to count twice in a mean",
                length=1,
            )


def _note_shared_names(section: str, entries: Iterable[Declared]) -> None:
    from policycmp.load.bare_names import list_all_names  # only `check` needs it

    owners: dict[str, str] = {}
    for entry in entries:
        record = entry.record
        for name in {fold(name): None for name in list_all_names(record)} if record else ():
            owner = owners.setdefault(name, record.id if record else "")
            if name and record and owner != record.id and entry.row and entry.findings:
                entry.findings.add(
                    "W408",
                    entry.row.marks["id"],
                    f"the {section} {record.id!r} and {owner!r} are both called {name!r}",
                    "rename one of the two, so that the name finds only one",
                )
