"""Which positions repeat others, and so do not count again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from policycmp.measure.selection import select_positions
from policycmp.model.choices import Distinct
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.filters import Filters
    from policycmp.model.source import Period

    Keep: TypeAlias = Callable[[Sequence[Position]], Sequence[Position]]
    """Which of an actor's positions on an issue count."""


def build_filter(
    corpus: Corpus, filters: Filters, distinct: Distinct, *, ignores_stance: bool = False
) -> Keep | None:
    """What leaves repetitions out: of the positions that say the same in the same unit the earliest
    stays, of several on one day the first given. None where everything counts.

    Two positions say the same where actor, issue and stance are the same; where the stance is
    ignored, two stances on an issue repeat each other too. A position whose date is known only
    roughly, so that it may lie in several units, repeats only what has the same date; one without
    a date only what stands in the same source.
    """
    if distinct is Distinct.NONE:
        return None

    def find_key(position: Position) -> Hashable:
        stance = None if ignores_stance else position.stance
        return position.actor, position.issue, stance, _find_unit(corpus, position, distinct)

    before = _list_earlier(corpus, filters) if distinct is Distinct.ALL and filters.since else ()
    known = frozenset(map(find_key, before))

    def keep(positions: Sequence[Position]) -> Sequence[Position]:
        seen = set(known)
        kept: dict[int, Position] = {}
        for number in sorted(range(len(positions)), key=lambda n: _first_day(corpus, positions[n])):
            key = find_key(positions[number])
            if key not in seen:
                seen.add(key)
                kept[number] = positions[number]
        return [kept[number] for number in sorted(kept)]

    return keep


def _find_unit(corpus: Corpus, position: Position, distinct: Distinct) -> Hashable:
    if distinct is Distinct.DOCUMENT:
        return position.source
    if distinct in (Distinct.PERIOD, Distinct.ALL):
        return None
    period = corpus.date_of(position)
    if period is None:
        return position.source
    first, last = (_name_unit(day, distinct) for day in (period.first, period.last))
    return first if first == last else (period.first, period.last)


def _name_unit(day: date, distinct: Distinct) -> tuple[int, ...]:
    match distinct:
        case Distinct.WEEK:
            return tuple(day.isocalendar())[:2]
        case Distinct.MONTH:
            return day.year, day.month
        case Distinct.YEAR:
            return (day.year,)
        case _:
            return (day.toordinal(),)


def _first_day(corpus: Corpus, position: Position) -> date:
    period: Period | None = corpus.date_of(position)
    return period.first if period else date.max


def _list_earlier(corpus: Corpus, filters: Filters) -> Sequence[Position]:
    """What passes all filters but that it lies before the dates looked at."""
    since = filters.since
    wide = select_positions(corpus, replace(filters, since=None))
    dated = ((p, corpus.date_of(p)) for p in wide.positions)
    return [p for p, period in dated if since and period and period.last < since.first]
