"""Pairs of actors as records for programs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from policycmp.model.choices import Contested
from policycmp.model.pairs import PackedPairs
from policycmp.model.report import Block, Deferred, Flat
from policycmp.tabulate.parts.pair_doubts import DOUBTS, SIDES, PairDoubts
from policycmp.tabulate.parts.terms import flatten_value, record_context, record_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from policycmp.model.agreement import Agreement
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.report import Json, Scalar

    Shown = Sequence[tuple[Agreement, Sequence[str]]]
    """What was measured, with the attributions that were left out."""

NUMBERS = ("first", "second", "value", "shared", "counted")
ROBUST = ("low", "high", "least", "least_without", "most", "most_without")


def record_pairs(corpus: Corpus, filters: Filters, shown: Shown) -> Iterator[dict[str, Json]]:
    """One flat record a pair, with everything that its number rests on."""
    for agreement, without in shown:
        names = _name_numbers(agreement)
        ground = _record_ground(corpus, filters, agreement, without)
        for row in _list_rows(agreement, len(names)):
            yield {**dict(zip(names, row, strict=True)), **ground}


def flatten_pairs(corpus: Corpus, filters: Filters, shown: Shown) -> Flat:
    """The same as a table."""
    names = _name_numbers(shown[0][0])
    grounds = [_record_ground(corpus, filters, agreement, without) for agreement, without in shown]
    return Flat(
        names=(*names, *grounds[0]),
        blocks=tuple(
            Block(
                rows=Deferred(partial(_list_rows, agreement, len(names))),
                ending=tuple(map(flatten_value, ground.values())),
            )
            for (agreement, _), ground in zip(shown, grounds, strict=True)
        ),
    )


def _name_numbers(agreement: Agreement) -> tuple[str, ...]:
    terms = agreement.terms
    names = (*NUMBERS, *DOUBTS, *(SIDES if terms.contested is Contested.RANGE else ()))
    return (*names, *ROBUST, "samples", "seed") if terms.samples else names


def _list_rows(agreement: Agreement, width: int) -> Iterable[tuple[Scalar, ...]]:
    """A row a pair, of that many fields: those that were not asked of this agreement are empty."""
    pairs = agreement.pairs
    count = PairDoubts(agreement.profiles, agreement.terms).count
    rows: Iterable[tuple[Scalar, ...]]
    if isinstance(pairs, PackedPairs):
        rows = ((*row, *count(row[0], row[1])) for row in pairs.list_rows())
    else:
        rows = _list_numbers(agreement, count)
    empty = (None,) * (width - len(_name_numbers(agreement)))
    return ((*row, *empty) for row in rows) if empty else rows


def _list_numbers(
    agreement: Agreement, count: Callable[[str, str], tuple[int, ...]]
) -> Iterator[tuple[Scalar, ...]]:
    terms = agreement.terms
    for pair in agreement.pairs:
        doubts = count(pair.first, pair.second)
        sides = (pair.lowest, pair.highest) if terms.contested is Contested.RANGE else ()
        numbers = (pair.first, pair.second, pair.value, pair.shared, pair.counted, *doubts, *sides)
        if not terms.samples:
            yield numbers
            continue
        probed = (getattr(pair.robustness, name, None) for name in ROBUST)
        yield (*numbers, *probed, terms.samples, terms.seed)


def _record_ground(
    corpus: Corpus, filters: Filters, agreement: Agreement, without: Sequence[str]
) -> dict[str, Json]:
    context = record_context(corpus, filters, ground=agreement.profiles)
    if without:
        context["filters"] = f"{context['filters']} without={','.join(without)}".strip()
    return {**record_terms(agreement.terms), **context}
