"""How many of the cells behind the number of two are in doubt, and which orders hang on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.choices import Missing
from policycmp.tabulate.parts.terms import write_value
from policycmp.text.grammar import join_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from policycmp.model.agreement import Pair, Profiles, Terms

DOUBTS = ("contested", "conditional", "unstated")
SIDES = ("lowest", "highest")


class PairDoubts:
    """Counts the contested, conditional and unstated cells of two actors on the issues that count."""

    def __init__(self, profiles: Profiles, terms: Terms) -> None:
        doubts = profiles.doubts
        kinds: tuple[AbstractSet[tuple[str, str]], ...] = ()
        if doubts:
            kinds = (doubts.contested.keys(), doubts.conditional, doubts.unstated)
        self._all_count = terms.missing is not Missing.LEAVE_OUT and not terms.measure.is_counted
        self._masks = tuple(_mask_cells(profiles, kind) for kind in kinds if kind)
        self._present = tuple(bool(kind) for kind in kinds) or (False,) * len(DOUBTS)
        self._spoken = _mask_spoken(profiles) if self._masks else {}

    def count(self, first: str, second: str) -> tuple[int, ...]:
        """As many numbers as there are kinds of doubt."""
        if not self._masks:
            return (0,) * len(DOUBTS)
        both = -1 if self._all_count else self._spoken.get(first, -1) & self._spoken.get(second, -1)
        found = (
            (masks.get(first, 0) & both).bit_count() + (masks.get(second, 0) & both).bit_count()
            for masks in self._masks
        )
        return tuple(next(found) if present else 0 for present in self._present)


def write_sides(pair: Pair) -> str:
    """`0.55 to 0.66`, the numbers that taking sides allows; empty where there are none."""
    if pair.lowest is None or pair.highest is None:
        return ""
    return f"{write_value(pair.lowest)} to {write_value(pair.highest)}"


def find_unsettled(pairs: Sequence[Pair]) -> list[Pair]:
    """Of pairs in order of their number, those that another might change places with, by which sides
    contested cells are taken for."""
    known = [pair for pair in pairs if pair.value is not None]
    ends = [(_least(pair), _most(pair)) for pair in known]
    found = set()
    least_before = float("inf")
    for number, (low, high) in enumerate(ends):
        if high > least_before:
            found.add(number)
        least_before = min(least_before, low)
    most_after = float("-inf")
    for number in reversed(range(len(ends))):
        low, high = ends[number]
        if low < most_after:
            found.add(number)
        most_after = max(most_after, high)
    return [known[number] for number in sorted(found)]


def note_unsettled(names: list[str]) -> str:
    """Says whose place in the order hangs on contested cells."""
    return f"The order hangs on contested cells for {join_words(names).rstrip('.')}; see --contested range."


def _least(pair: Pair) -> float:
    values = (pair.value, pair.lowest)
    return min(value for value in values if value is not None)


def _most(pair: Pair) -> float:
    values = (pair.value, pair.highest)
    return max(value for value in values if value is not None)


def _mask_cells(profiles: Profiles, kind: Iterable[tuple[str, str]]) -> dict[str, int]:
    """By actor, a bit for each issue on which his cell is of this kind."""
    at = {issue.id: number for number, issue in enumerate(profiles.issues)}
    masks: dict[str, int] = {}
    for actor, issue in kind:
        masks[actor] = masks.get(actor, 0) | 1 << at[issue]
    return masks


def _mask_spoken(profiles: Profiles) -> dict[str, int]:
    return {
        actor.id: sum(1 << number for number, place in enumerate(row) if place is not None)
        for actor, row in zip(profiles.actors, profiles.placements, strict=True)
    }
