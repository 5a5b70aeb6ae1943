"""Which issues do not count, because nearly everybody stands alike on them, or too few speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.skips import Skipped, Skips
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.matrix import Matrix


def skip_issues(matrix: Matrix, everybody: Matrix, skips: Skips) -> Matrix:
    """The matrix without the issues that are skipped by what `everybody` says on them, who may be more
    than the actors measured. An issue on which none of them speaks stays."""
    reasons: dict[str, str] = {}
    for row, cells in zip(everybody.rows, everybody.cells, strict=True):
        places = [cell.placement for cell in cells if cell.placement is not None]
        if places and (reason := _find_reason(places, skips)):
            reasons[row.id] = reason
    kept = [n for n, row in enumerate(matrix.rows) if row.id not in reasons]
    found = [reasons[row.id] for row in matrix.rows if row.id in reasons]
    return replace(
        matrix,
        rows=tuple(matrix.rows[n] for n in kept),
        cells=tuple(matrix.cells[n] for n in kept),
        skipped=Skipped(
            skips=skips,
            unanimous=found.count("unanimous"),
            lopsided=found.count("lopsided"),
            too_few=found.count("too few"),
        ),
    )


def _find_reason(places: Sequence[float], skips: Skips) -> str | None:
    if skips.min_actors is not None and len(places) < skips.min_actors:
        return "too few"
    if skips.unanimous and len(set(places)) == 1:
        return "unanimous"
    if skips.lopsided is not None and _measure_minority(places) < skips.lopsided:
        return "lopsided"
    return None


def _measure_minority(places: Sequence[float]) -> float:
    """The share of the lesser side among those who are on a side, in percent; 0 where nobody is."""
    sides = [sum(place > 0 for place in places), sum(place < 0 for place in places)]
    return 100 * min(sides) / sum(sides) if any(sides) else 0.0
