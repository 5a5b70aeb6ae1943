"""What several positions of one actor on one issue amount to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from policycmp.model.choices import Rule
from policycmp.model.corpus import Attribution
from policycmp.model.matrix import Cell, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.codebook import Scale
    from policycmp.model.corpus import Corpus, Position

_FIRMNESS = {attribution: rank for rank, attribution in enumerate(Attribution)}


def build_cell(corpus: Corpus, scale: Scale, positions: Sequence[Position], rule: Rule) -> Cell:
    """The cell of these positions, all on one issue with that scale, each with a placement.

    The rule picks the positions that count; the cell's placement is their mean, in −1…+1.
    Whether the cell is contested depends on all of its positions, whatever the rule picks.
    """
    if not positions:
        return Cell(state=State.SILENT)
    if len(positions) == 1:
        return _build_lone(scale, *positions)
    used = _pick_positions(corpus, positions, rule)
    shown = sorted(positions, key=lambda p: _presentation_order(corpus, p))
    mean = _find_mean(scale, used)
    placement = _round(mean)
    conditional = all(p.condition for p in used)
    return Cell(
        state=_find_state(positions, placement, conditional=conditional),
        positions=tuple(shown),
        used=tuple(used),
        placement=placement,
        stance=scale.stance_at(mean),
        conditional=conditional,
    )


def _find_mean(scale: Scale, positions: Sequence[Position]) -> float:
    """The mean of the placements; exact, so that only what cancels out lies in the middle."""
    exact = scale.mean_placement([p.stance for p in positions if p.stance is not None])
    if exact is not None and all(p.stance is not None for p in positions):
        return exact
    placements = [p.placement or 0.0 for p in positions]  # between the points of a scale of names
    return round(sum(placements) / len(placements), 9)


def _round(placement: float) -> float:
    """To nine digits, but never to the middle what lies beside it."""
    return round(placement, 9) or placement


def _build_lone(scale: Scale, position: Position) -> Cell:
    """The same of one position, as nearly all cells of a large corpus are: no rule has a say."""
    placement = _round(position.placement or 0.0)
    conditional = bool(position.condition)
    state = State.MIXED if placement == 0 else State.CONDITIONAL if conditional else State.CLEAR
    alone = (position,)
    return Cell(
        state=state,
        positions=alone,
        used=alone,
        placement=placement,
        stance=scale.stance_at(placement) if position.stance is None else position.stance,
        conditional=conditional,
    )


def find_sides(positions: Sequence[Position]) -> set[int]:
    """Which sides of the middle the positions lie on: a subset of {−1, +1}."""
    return {1 if p.placement > 0 else -1 for p in positions if p.placement}


def _find_state(positions: Sequence[Position], placement: float, *, conditional: bool) -> State:
    if len(find_sides(positions)) == 2:
        return State.CONTESTED
    if placement == 0:
        return State.MIXED
    return State.CONDITIONAL if conditional else State.CLEAR


def _pick_positions(corpus: Corpus, positions: Sequence[Position], rule: Rule) -> Sequence[Position]:
    match rule:
        case Rule.MEAN:
            return positions
        case Rule.STATED_FIRST:
            firmest = min(_FIRMNESS[p.attribution] for p in positions)
            return [p for p in positions if _FIRMNESS[p.attribution] == firmest]
        case Rule.STRONGEST:
            farthest = max(abs(p.placement or 0) for p in positions)
            return [p for p in positions if abs(p.placement or 0) == farthest]
        case Rule.LATEST:
            latest = max(_last_day(corpus, p) for p in positions)
            return [p for p in positions if _last_day(corpus, p) == latest]


def _last_day(corpus: Corpus, position: Position) -> date:
    period = corpus.date_of(position)
    return period.last if period else date.min


def _presentation_order(corpus: Corpus, position: Position) -> tuple[int, int]:
    return _FIRMNESS[position.attribution], -_last_day(corpus, position).toordinal()
