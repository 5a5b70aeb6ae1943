"""Cells that are in doubt: which they are, what leaving them out leaves, and how far a number depends on
the side that contested ones are taken for."""

from __future__ import annotations

from itertools import product
from math import fsum, prod
from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.measure.cells import build_cell
from policycmp.measure.profiles import fill_silence
from policycmp.model.agreement import Pairing
from policycmp.model.choices import Conditional, Contested, Missing
from policycmp.model.corpus import Attribution
from policycmp.model.doubt import Doubts
from policycmp.model.matrix import Cell, State
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.measure.metric import Metric
    from policycmp.model.agreement import Profiles, Terms
    from policycmp.model.corpus import Corpus
    from policycmp.model.matrix import Heading, Matrix

    Places = tuple[float, float]
    """Where the first stands on an issue, and where the second."""

MOST_READINGS = 2**12
"""Where a metric is no sum over issues, so many readings of a pair's contested cells are tried at most."""
_SILENT = Cell(state=State.SILENT)


def settle_doubts(
    corpus: Corpus,
    matrix: Matrix,
    contested: Contested = Contested.MEAN,
    conditional: Conditional = Conditional.COUNT,
) -> Matrix:
    """The matrix, whose rows are issues, with the cells that do not count silent, and with which of the
    others are in doubt."""
    left_out = 0
    if contested is Contested.LEAVE_OUT or conditional is Conditional.LEAVE_OUT:

        def is_left_out(cell: Cell) -> bool:
            by_side = contested is Contested.LEAVE_OUT and cell.state is State.CONTESTED
            return by_side or (conditional is Conditional.LEAVE_OUT and cell.conditional)

        left_out = sum(is_left_out(cell) for row in matrix.cells for cell in row)
        cells = tuple(tuple(_SILENT if is_left_out(cell) else cell for cell in row) for row in matrix.cells)
        matrix = replace(matrix, cells=cells)
    return replace(matrix, doubts=_find_doubts(corpus, matrix, contested, conditional, left_out))


def _find_doubts(
    corpus: Corpus, matrix: Matrix, contested: Contested, conditional: Conditional, left_out: int
) -> Doubts:
    both_sides: dict[tuple[str, str], tuple[float, float]] = {}
    conditions, unstated, spoken = set(), set(), 0
    for issue, row in zip(matrix.rows, matrix.cells, strict=True):
        for actor, cell in zip(matrix.columns, row, strict=True):
            if not cell.used:
                continue
            spoken += 1
            if cell.state is State.CONTESTED:
                both_sides[actor.id, issue.id] = _read_sides(corpus, matrix, issue, cell)
            if cell.conditional:
                conditions.add((actor.id, issue.id))
            if all(p.attribution is not Attribution.STATED for p in cell.used):
                unstated.add((actor.id, issue.id))
    return Doubts(
        cells=spoken,
        contested=both_sides,
        conditional=frozenset(conditions),
        unstated=frozenset(unstated),
        contested_rule=contested,
        conditional_rule=conditional,
        left_out=left_out,
    )


def _read_sides(corpus: Corpus, matrix: Matrix, issue: Heading, cell: Cell) -> tuple[float, float]:
    scale = corpus.scale_of(issue.id)
    sides = (
        [p for p in cell.positions if (p.placement or 0) < 0],
        [p for p in cell.positions if (p.placement or 0) > 0],
    )
    low, high = (build_cell(corpus, scale, side, matrix.rule).placement or 0.0 for side in sides)
    return low, high


def measure_range(
    profiles: Profiles, metric: Metric, terms: Terms, pairing: Pairing, first: int, second: int
) -> tuple[float, float] | None:
    """The least and the greatest number of two actors, by their numbers, where each of their contested
    cells is taken for one of its sides; None where none of the cells that count is contested, or the
    metric is not defined.

    A metric that is a sum over issues takes its least part on each, and its greatest; with another
    every reading is tried. Raises UsageError where that would be more than 4096.
    """
    if not (profiles.doubts and profiles.doubts.contested):
        return None
    readings = [list(_list_places(profiles, terms.missing, n, first, second)) for n in pairing.issues]
    if all(len(places) == 1 for places in readings):
        return None
    if metric.of_sums is not None:
        parts = [
            [metric.parts(_pair_on(pairing, n, place))[0] for place in places]
            for n, places in enumerate(readings)
        ]
        found = [metric.conclude(pairing, fsum(map(choose, parts))) for choose in (min, max)]
    else:
        if prod(map(len, readings)) > MOST_READINGS:
            names = f"{profiles.actors[first].short} and {profiles.actors[second].short}"
            what = f"{names} share too many contested cells for a range of {metric.measure.name}"
            raise UsageError(what, "use --contested leave-out, or a metric that adds up over issues")
        read = (_read_pairing(pairing, places) for places in product(*readings))
        found = [metric.conclude(one, fsum(metric.parts(one))) for one in read]
    values = [round(value, 9) + 0.0 for value in found if value is not None]
    return (min(values), max(values)) if values else None


def _list_places(
    profiles: Profiles, missing: Missing, issue: int, first: int, second: int
) -> Iterator[Places]:
    contested = profiles.doubts.contested if profiles.doubts else {}
    row = profiles.issues[issue].id
    ways = (
        contested.get((profiles.actors[n].id, row), (profiles.placements[n][issue],)) for n in (first, second)
    )
    for a, b in product(*ways):
        yield fill_silence(a, b, missing), fill_silence(b, a, missing)


def _pair_on(pairing: Pairing, number: int, places: Places) -> Pairing:
    """The pairing on one of its issues, with these places there."""
    return Pairing(
        issues=pairing.issues[number : number + 1],
        first=places[:1],
        second=places[1:],
        weights=pairing.weights[number : number + 1],
    )


def _read_pairing(pairing: Pairing, places: Sequence[Places]) -> Pairing:
    return replace(pairing, first=tuple(a for a, _ in places), second=tuple(b for _, b in places))
