"""Pairs of actors as records for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.tabulate.parts.terms import record_context, record_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.agreement import Agreement, Pair
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.report import Json

NUMBERS = ("first", "second", "value", "shared", "counted")
ROBUST = ("low", "high", "least", "least_without", "most", "most_without")


def name_columns(corpus: Corpus, filters: Filters, agreement: Agreement) -> tuple[str, ...]:
    """The keys of every record."""
    probed = (*ROBUST, "samples", "seed") if agreement.terms.samples else ()
    return (*NUMBERS, *probed, *_record_ground(corpus, filters, agreement, ()))


def record_pairs(
    corpus: Corpus, filters: Filters, agreement: Agreement, pairs: Sequence[Pair], without: Sequence[str]
) -> Iterator[dict[str, Json]]:
    """One flat record a pair, with everything that its number rests on."""
    terms = agreement.terms
    ground = _record_ground(corpus, filters, agreement, without)
    for pair in pairs:
        record: dict[str, Json] = {name: getattr(pair, name) for name in NUMBERS}
        if terms.samples:
            record |= {name: getattr(pair.robustness, name, None) for name in ROBUST}
            record |= {"samples": terms.samples, "seed": terms.seed}
        yield {**record, **ground}


def _record_ground(
    corpus: Corpus, filters: Filters, agreement: Agreement, without: Sequence[str]
) -> dict[str, Json]:
    context = record_context(corpus, filters, agreement.profiles.rule)
    if without:
        context["filters"] = f"{context['filters']} without={','.join(without)}".strip()
    return {**record_terms(agreement.terms), **context}
