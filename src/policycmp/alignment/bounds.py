"""What bounds a thing beside its names: affiliation, kind and topic, as evidence or as blocks.

Labour in Norway is not Labour in Ireland, and a union is not the party of its name. A value speaks
only where our codebook has it too: codebooks that call their countries otherwise are not told apart.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policycmp.alignment.wording import Wording
from policycmp.model.choices import Bound

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.model.names import Named

    Values = Mapping[Bound, str]

AGREES = {Bound.AFFILIATION: 1.0, Bound.KIND: 0.3, Bound.TOPIC: 0.5}
"""What an equal value adds to the log of the odds that two things are the same."""
DIFFERS = {Bound.AFFILIATION: 4.0, Bound.KIND: 2.0, Bound.TOPIC: 0.5}
"""What another value takes from it."""
MOST = 9.0
"""The log of the odds of equal names, where another value is to count against them."""
PARTING = frozenset([Bound.AFFILIATION, Bound.KIND])
"""Bounds by which things of equal names are others; a topic is where a codebook happens to put an issue."""


class Bounds:
    """The values that our things have, and which of them those of others are."""

    def __init__(self, ours: Sequence[Named]) -> None:
        self._known: dict[Bound, dict[str, str]] = {bound: {} for bound in Bound}
        for thing in ours:
            for bound, text in thing.bounds:
                wording = Wording(text)
                for form in (wording.letters, *wording.initials, wording.folded):
                    self._known[bound].setdefault(form, wording.folded)
        self.ours = tuple(self.read(thing) for thing in ours)

    def read(self, thing: Named) -> Values:
        """The thing's values as ours have them; those that none of ours has are left out."""
        values = {}
        for bound, text in thing.bounds:
            wording, known = Wording(text), self._known[bound]
            forms = (wording.folded, wording.letters, *wording.initials)
            found = next((known[form] for form in forms if form in known), None)
            if found:
                values[bound] = found
        return values

    def list_alike(self, values: Values) -> frozenset[int]:
        """Our things that have one of these values, by number; topics aside, which say little."""
        parting = {(bound, value) for bound, value in values.items() if bound is Bound.AFFILIATION}
        return frozenset(n for n, own in enumerate(self.ours) if not parting.isdisjoint(own.items()))

    def weigh(self, odds: float, values: Values, number: int) -> float:
        """The log of the odds that our thing of that number is the one of these values, by these too."""
        own = self.ours[number]
        both = values.keys() & own.keys()
        against = sum(DIFFERS[bound] for bound in both if values[bound] != own[bound])
        for_it = sum(AGREES[bound] for bound in both if values[bound] == own[bound])
        return (min(odds, MOST) - against if against else odds) + for_it

    def part(self, values: Values, number: int) -> bool:
        """Whether our thing of that number has another affiliation or kind."""
        own = self.ours[number]
        return any(values[bound] != own[bound] for bound in PARTING & values.keys() & own.keys())


def list_blocks(
    ours: Sequence[Named], theirs: Sequence[Named], within: Bound | None
) -> list[tuple[list[int], list[int]]]:
    """The numbers of ours and of theirs that are compared with each other.

    Within a bound only equal values are; what has none is compared with all.
    """
    if within is None:
        return [(list(range(len(ours))), list(range(len(theirs))))]
    bounds = Bounds(ours)
    rows: dict[str | None, list[int]] = defaultdict(list)
    for number, thing in enumerate(theirs):
        text = dict(thing.bounds).get(within)
        value = bounds.read(thing).get(within)
        rows[None if text is None else value or ""].append(number)
    blocks = []
    for value, numbers in rows.items():
        columns = [
            n for n, own in enumerate(bounds.ours) if value is None or own.get(within) in (value, None)
        ]
        blocks.append((columns, numbers))
    return blocks
