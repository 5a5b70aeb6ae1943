"""Which issues unite and split the field, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Column, Deferred, Entry, Report, Role, Section, Table
from policycmp.tabulate.parts.provenance import describe_ground, describe_ground_briefly, record_ground
from policycmp.tabulate.parts.terms import UNWEIGHTED, flatten_records, record_context, write_value
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.consensus import Link, Spread, Spreads
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.report import Json

LINKS_SHOWN = 10
_METHOD = (
    "A: van der Eijk's agreement, −1 (two camps at the ends) to +1 (one point), stances between points "
    "counted at the nearest (van der Eijk 2001, Quality & Quantity 35). Consensus: 0 to 1 (Tastle & "
    "Wierman 2007, International Journal of Approximate Reasoning 45). Variance: of the placements, 0 to 1. "
    "Together: correlation over actors (Pearson). Missing: the silent do not count. Weights: every actor 1."
)


def tabulate_spreads(corpus: Corpus, filters: Filters, spreads: Spreads) -> Report:
    """One row an issue, most divided first; under it the pairs of issues that go together."""
    context: dict[str, Json] = {
        "floor": spreads.floor,
        **UNWEIGHTED,
        **record_context(corpus, filters, ground=spreads),
    }
    issues: list[dict[str, Json]] = [
        {"record": "issue", **_record_spread(spread), **context} for spread in spreads.spreads
    ]

    def list_records() -> Iterator[dict[str, Json]]:
        yield from issues
        for link in spreads.links:
            yield {"record": "link", **_record_link(link), **context}

    return Report(
        name="issues",
        tables=(_list_spreads(spreads), _list_links(spreads)),
        flat=flatten_records(issues, ("issue", "actors", "agreement", "consensus", "variance")),
        records=Deferred(list_records),
        notes=tuple(_note(spreads)),
        brief=describe_ground_briefly(corpus, filters, spreads, f"floor {spreads.floor}"),
        provenance=f"{_METHOD} No number below {count(spreads.floor, 'actor')}. "
        f"{describe_ground(corpus, filters, spreads)}",
        about={
            "floor": spreads.floor,
            **UNWEIGHTED,
            **record_ground(corpus, filters, spreads),
        },
    )


def _list_spreads(spreads: Spreads) -> Table:
    rows = tuple(
        (
            Entry(text=spread.issue.title, value=spread.issue.id),
            Entry(text=str(spread.actors), value=spread.actors),
            Entry(text=f"{spread.support}+ {spread.oppose}− {spread.middle}×0"),
            Entry(text=write_value(spread.agreement), value=spread.agreement),
            Entry(text=write_value(spread.consensus), value=spread.consensus),
            Entry(text=write_value(spread.variance), value=spread.variance),
        )
        for spread in spreads.spreads
    )
    return Table(
        columns=(
            Column(name="issue", title="Issue", role=Role.KEY),
            Column(name="actors", title="Actors", role=Role.NUMBER),
            Column(name="sides", title="Sides"),
            Column(name="agreement", title="A", role=Role.NUMBER),
            Column(name="consensus", title="Consensus", role=Role.NUMBER),
            Column(name="variance", title="Variance", role=Role.NUMBER),
        ),
        sections=(Section(rows=rows),),
    )


def _list_links(spreads: Spreads) -> Table:
    rows = tuple(
        (
            Entry(text=link.first.title, value=link.first.id),
            Entry(text=link.second.title, value=link.second.id),
            Entry(text=write_value(link.value), value=link.value),
            Entry(text=str(link.actors), value=link.actors),
        )
        for link in spreads.links[:LINKS_SHOWN]
    )
    return Table(
        title="Which go together",
        columns=(
            Column(name="first", title="Issue", role=Role.KEY),
            Column(name="second", title="And", role=Role.KEY),
            Column(name="value", title="Correlation", role=Role.NUMBER),
            Column(name="actors", title="Actors", role=Role.NUMBER),
        ),
        sections=(Section(rows=rows),),
    )


def _note(spreads: Spreads) -> Iterator[str]:
    if spreads.below:
        yield f"{count(spreads.below, 'issue')} with fewer than {count(spreads.floor, 'actor')} left out."
    if spreads.spreads:
        first, last = spreads.spreads[0], spreads.spreads[-1]
        yield f"Most divided: {first.issue.title}. Most united: {last.issue.title}."
    if len(spreads.links) > LINKS_SHOWN:
        yield f"{len(spreads.links) - LINKS_SHOWN} more pairs of issues in JSON and JSON Lines."


def _record_spread(spread: Spread) -> dict[str, Json]:
    return {
        "issue": spread.issue.id,
        "actors": spread.actors,
        "support": spread.support,
        "oppose": spread.oppose,
        "middle": spread.middle,
        "agreement": spread.agreement,
        "consensus": spread.consensus,
        "variance": spread.variance,
        "metric": "van-der-eijk-a, tastle-wierman, variance",
    }


def _record_link(link: Link) -> dict[str, Json]:
    return {
        "first": link.first.id,
        "second": link.second.id,
        "value": link.value,
        "actors": link.actors,
        "metric": "correlation",
    }
