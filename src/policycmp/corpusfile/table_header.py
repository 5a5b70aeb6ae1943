"""The first row of a table: which columns are fields, which may be issues, and what is off with the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.fields import POSITION
from policycmp.corpusfile.marks import BrokenError, Spot
from policycmp.record import dataclass
from policycmp.text.grammar import count, join_words
from policycmp.text.shorten import quote_value
from policycmp.text.suggest import find_nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.marks import Mark

WIDEST = 1_000
"""So many columns are looked at; a table of positions has about twenty."""
FIELDS = frozenset(POSITION.names())
_REQUIRED = tuple(field for field in POSITION.fields if field.required)
_KEYS = frozenset({"actor", "issue", "stance"})
_SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT = 10
"""Rows in which the names of the columns are looked for where the first has none."""
_NEAR = 80.0
"""Percent of the letters of a column's name and a field's that are the same where it is a slip."""

_FOREIGN_NAMES = """
actor: party party-name member member-name name legislator mp senator representative person organization
actor: organisation country country-code state candidate respondent participant voter voter-id user author
actor: speaker group faction icpsr akteur partei acteur parti partij partido actors
issue: statement question item thesis topic rollnumber roll-call rollcall rcid bill vote-id motion
issue: proposition proposal comment comment-id concept policy subject claim these frage thema question-id
issue: statement-id item-id issues
stance: answer position vote value response opinion score code cast-code rating placement agreement choice
stance: qualifier antwort haltung standpunkt antwoord reponse stances
source: document url reference citation quelle doc
"""
"""How other people's tables name what is here called an actor, an issue, a stance, a source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The names of the columns, without space around them."""

    names: tuple[str, ...]
    """Empty for a column that has no name."""
    is_wide: bool
    """Whether a row is an actor and a column an issue, instead of a row a position."""


def find_separator(lines: Sequence[str], usual: str) -> str:
    """What separates the cells of a table that begins with these lines: the usual character, or another
    that finds more names of fields, or one that splits all lines alike where the usual one splits none."""
    lines = [line for line in lines[: 1 + _LOOKED_AT] if line.strip()]
    found = {
        mark: max((_count_fields(line.split(mark)) for line in lines), default=0)
        for mark in (usual, *_SEPARATORS)
    }
    best = max(found, key=lambda mark: found[mark])
    if found[best] > found[usual]:
        return best
    if lines and not found[usual] and usual not in lines[0]:
        for mark in _SEPARATORS:
            if len({line.count(mark) for line in lines} - {0}) == 1 and all(mark in line for line in lines):
                return mark
    return usual


def read_header(
    rows: Sequence[tuple[int, list[str]]], starts: Sequence[Mark], findings: Findings
) -> tuple[Header, bool]:
    """The first of these rows as a header, and whether all the columns it needs are there.

    BrokenError where it names no columns, or those of another kind of table.
    """
    first, cells = rows[0]
    names = tuple(name.strip() for name in cells)
    _refuse_title(first, names, rows[1:])
    is_wide = _is_wide(names)
    if not is_wide:
        _refuse_foreign(first, names)
    return Header(names=names, is_wide=is_wide), _check_names(names, starts, findings, is_wide=is_wide)


def _count_fields(names: Sequence[str]) -> int:
    return len({name.strip().strip('"').casefold() for name in names} & FIELDS)


def _is_wide(names: Sequence[str]) -> bool:
    given = [name for name in names if name]
    return (
        "actor" in given
        and not {"issue", "stance"} & set(given)
        and not set(given) <= FIELDS
        and len(set(given)) == len(given) <= WIDEST
    )


def _refuse_title(first: int, names: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> None:
    """Refuse a header in a later row. A first row that names fields is one."""
    if _count_fields(names):
        return
    for line, cells in rows[:_LOOKED_AT]:
        if _count_fields(cells) >= 2 or (len(cells) > 2 and "actor" in [cell.strip() for cell in cells]):
            raise BrokenError(
                "E116",
                Spot(first, 0),
                f"the columns are named in line {line + 1}, not in line {first + 1}",
                "delete the lines above the names of the columns",
            )


def _refuse_foreign(first: int, names: Sequence[str]) -> None:
    """Refuse a table whose columns have the names of another trade, in one fault for all of them."""
    given = [name for name in names if name]
    unknown = [name for name in given if name not in FIELDS]
    if not unknown or set(given) >= _KEYS or any(find_field(name) for name in unknown):
        return
    if "issue" in given and not {"actor", "stance"} & set(given) and len(unknown) > 1:
        message = f"issues stand in rows here, and {count(len(unknown), 'column')} may be actors"
        remedy = "turn the table: a row an actor, a column an issue, the first column `actor`"
        raise BrokenError("E117", Spot(first, 0), message, remedy)
    missing = [field.name for field in _REQUIRED if field.name not in given]
    taken = _match_foreign(unknown, missing)
    lacking = [name for name in missing if name not in taken]
    if "actor" in taken and {"issue", "stance"} <= set(lacking):
        name = taken["actor"]
        message = f"the column {quote_value(name)} names actors, but there is no `issue` or `stance`"
        remedy = f"rename `{name}` to `actor` and keep, of the other columns, only issues and fields"
        raise BrokenError("E117", Spot(first, 0), message, remedy)
    steps = [f"rename `{name}` to `{field}`" for field, name in taken.items()]
    if lacking:
        steps.append(f"add {join_words([f'`{name}`' for name in lacking])}")
    others = f" but {join_words([quote_value(name) for name in unknown[:6]])}"
    more = f" and {len(unknown) - 6} more" if len(unknown) > 6 else ""
    message = (
        f"the columns are not those of positions (actor, issue, stance, source, attribution){others}{more}"
    )
    raise BrokenError("E117", Spot(first, 0), message, join_words(steps))


def _match_foreign(unknown: Sequence[str], missing: Sequence[str]) -> dict[str, str]:
    """The column that is probably meant for each missing field, the first of several."""
    taken: dict[str, str] = {}
    foreign: dict[str, list[str]] = {}
    for line in _FOREIGN_NAMES.strip().splitlines():
        field, _, words = line.partition(":")
        foreign.setdefault(field, []).extend(words.split())
    for field in missing:
        for name in unknown:
            plain = name.casefold().replace("_", "-").replace(" ", "-")
            if name not in taken.values() and (plain in foreign.get(field, ()) or plain == f"{field}-id"):
                taken[field] = name
                break
    return taken


def find_field(name: str) -> str | None:
    """The field of which the column's name is a slip, or another spelling; None where there is none."""
    plain = name.casefold()
    if plain in FIELDS:
        return plain
    if len(plain) < 4:
        return None
    return find_nearest(plain, POSITION.names(), least=_NEAR)


def _check_names(names: Sequence[str], marks: Sequence[Mark], findings: Findings, *, is_wide: bool) -> bool:
    """Whether all required columns are there; what is wrong with the others is noted."""
    seen: set[str] = set()
    slips: set[str] = set()
    for number, name in enumerate(names[:WIDEST]):
        if name in seen and name:
            findings.add("E103", marks[number], f"the column {name!r} stands twice", "keep one of the two")
        seen.add(name)
        if not name or name in FIELDS:
            continue
        if slip := find_field(name):
            slips.add(slip)
        if not is_wide:
            remedy = f"did you mean {slip!r}?" if slip else findings.suggest(name, POSITION.names())
            findings.add("E201", marks[number], f"there is no column {quote_value(name)}", remedy)
    lacking = [field for field in _REQUIRED if field.name not in seen]
    if is_wide:
        return True
    for field in lacking:
        if field.name not in slips:
            remedy = f"add it, such as: {field.example}"
            findings.add("E202", marks[0], f"the column `{field.name}` is missing", remedy)
    return not lacking
