"""Which positions are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.filters import Selection

if TYPE_CHECKING:
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.filters import Filters
    from policycmp.model.source import Period


def select_positions(corpus: Corpus, filters: Filters, *, keep_open: bool = False) -> Selection:
    """The positions that pass every filter, in corpus order; those whose stance is still open
    only on demand, since nothing can be compared with them.

    A date that is known only roughly passes when any day of it would. A position without a
    date passes no date filter; such are counted.
    """
    coded = tuple(p for p in corpus.positions if keep_open or p.placement is not None)
    named = tuple(p for p in coded if _has_names(corpus, p, filters))
    dated = tuple(p for p in named if _lies_within(corpus.date_of(p), filters))
    has_dates = filters.since or filters.until or filters.as_of
    return Selection(
        positions=dated,
        filtered=len(coded) - len(dated),
        undated=sum(corpus.date_of(p) is None for p in named) if has_dates else 0,
        open=len(corpus.positions) - len(coded),
    )


def _has_names(corpus: Corpus, position: Position, filters: Filters) -> bool:
    return (
        (not filters.actors or position.actor in filters.actors)
        and (not filters.issues or position.issue in filters.issues)
        and (not filters.sources or position.source in filters.sources)
        and (not filters.attributions or position.attribution in filters.attributions)
        and (not filters.topics or corpus.issue_by_id[position.issue].topic in filters.topics)
    )


def _lies_within(period: Period | None, filters: Filters) -> bool:
    ends = [end.last for end in (filters.until, filters.as_of) if end]
    if not filters.since and not ends:
        return True
    if period is None:
        return False
    late_enough = filters.since is None or period.last >= filters.since.first
    return late_enough and all(period.first <= end for end in ends)
