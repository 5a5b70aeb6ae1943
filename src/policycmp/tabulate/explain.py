"""The sum behind a pair's number, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.choices import Of
from policycmp.model.report import Column, Entry, Report, Role, Section, Table, Tone
from policycmp.tabulate.parts.pair_doubts import write_sides
from policycmp.tabulate.parts.provenance import describe_ground, describe_ground_briefly, record_ground
from policycmp.tabulate.parts.stances import describe_placement, tone_of
from policycmp.tabulate.parts.terms import (
    describe_terms,
    flatten_records,
    name_terms,
    name_things,
    record_context,
    record_terms,
    write_value,
)
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.agreement import Explanation, Part, Terms
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.report import Json


def tabulate_explanation(corpus: Corpus, filters: Filters, explanation: Explanation) -> Report:
    """One row an issue, with what it adds; under the table how the sum becomes the number."""
    pair, terms = explanation.pair, explanation.terms
    nouns = name_things(terms)
    first, second = (_name(corpus, terms, which) for which in (pair.first, pair.second))
    rows = tuple(_enter_part(corpus, explanation, part) for part in explanation.parts)
    records = [_record_part(corpus, filters, explanation, part) for part in explanation.parts]
    return Report(
        name="agree",
        title=f"{first} and {second}: {terms.measure.title} {write_value(pair.value, 4)}",
        tables=(
            Table(
                columns=(
                    Column(name=nouns.shared, title=nouns.shared.capitalize(), role=Role.KEY),
                    Column(name=pair.first, title=first),
                    Column(name=pair.second, title=second),
                    Column(name="weight", title="w", role=Role.NUMBER),
                    Column(name="amount", title="Adds", role=Role.NUMBER),
                ),
                sections=(Section(rows=rows),),
            ),
        ),
        flat=flatten_records(records, (nouns.shared, "first", "second", "weight", "amount")),
        records=records,
        notes=tuple(_tell_sum(explanation)),
        brief=describe_ground_briefly(corpus, filters, explanation, name_terms(terms)),
        provenance=f"{describe_terms(terms)} {describe_ground(corpus, filters, explanation)}",
        about=_record_sum(corpus, filters, explanation),
    )


def _record_sum(corpus: Corpus, filters: Filters, explanation: Explanation) -> dict[str, Json]:
    pair = explanation.pair
    return {
        **record_terms(explanation.terms),
        "first": pair.first,
        "second": pair.second,
        "value": pair.value,
        "lowest": pair.lowest,
        "highest": pair.highest,
        "shared": pair.shared,
        "total": explanation.total,
        "total_weight": explanation.weight,
        "divisor": explanation.divisor,
        **record_ground(corpus, filters, explanation),
    }


def _name(corpus: Corpus, terms: Terms, which: str) -> str:
    if terms.of is Of.ISSUES:
        return corpus.issue_by_id[which].title
    return corpus.actor_labels[which]


def _enter_part(corpus: Corpus, explanation: Explanation, part: Part) -> tuple[Entry, ...]:
    counted = explanation.terms.measure.is_counted
    issues = (part.issue.id,) * 2
    if explanation.terms.of is Of.ISSUES:
        issues = (explanation.pair.first, explanation.pair.second)
    sides = zip(issues, (part.first, part.second), (part.first_all, part.second_all), strict=True)
    return (
        Entry(text=part.issue.title, value=part.issue.id),
        *(
            _enter_all(places) if counted else _enter_placement(corpus, issue, one)
            for issue, one, places in sides
        ),
        Entry(text=f"{part.weight:g}", value=part.weight),
        Entry(text=write_value(part.amount, 3), value=part.amount),
    )


def _enter_placement(corpus: Corpus, issue: str, placement: float | None) -> Entry:
    if placement is None:
        return Entry(text="·", tone=Tone.SILENT)
    words = describe_placement(corpus.scale_of(issue), placement)
    text = f"{words} ({_write_placement(placement)})"
    return Entry(text=text, value=placement, tone=tone_of(placement))


def _enter_all(placements: Sequence[float]) -> Entry:
    """Every position's placement, for metrics that hold each against each."""
    if not placements:
        return Entry(text="·", tone=Tone.SILENT)
    return Entry(text=", ".join(map(_write_placement, placements)))


def _write_placement(placement: float) -> str:
    return f"{round(placement, 4):+g}".replace("-", "−") if placement else "0"


def _tell_sum(explanation: Explanation) -> Iterator[str]:
    pair, measure = explanation.pair, explanation.terms.measure
    told = f"The parts add up to {write_value(explanation.total, 4)}, the weights to {explanation.weight:g}"
    if explanation.divisor is not None:
        told += f"; divided by {explanation.divisor:g} ({explanation.terms.normalisation})"
    yield f"{told}. {measure.formula} = {write_value(pair.value, 4)}."
    nouns = name_things(explanation.terms)
    issues = count(pair.shared, f"shared {nouns.shared}")
    if pair.value is None and pair.shared < explanation.terms.floor:
        yield f"No number: {issues}, and the floor is {explanation.terms.floor}."
    elif pair.value is None:
        yield f"No number: {measure.name} is not defined for these stances."
    else:
        yield f"{issues[0].upper()}{issues[1:]}; {count(pair.counted, nouns.shared)} in the sum."
    if sides := write_sides(pair):
        cells = explanation.doubts.contested if explanation.doubts else {}
        where = [
            part.issue.title
            for part in explanation.parts
            if (pair.first, part.issue.id) in cells or (pair.second, part.issue.id) in cells
        ]
        yield f"By the sides that contested cells are taken for: {sides}. Contested: {join_words(where)}."


def _record_part(corpus: Corpus, filters: Filters, explanation: Explanation, part: Part) -> dict[str, Json]:
    return {
        name_things(explanation.terms).shared: part.issue.id,
        "first": explanation.pair.first,
        "second": explanation.pair.second,
        "first_placement": part.first,
        "second_placement": part.second,
        "first_all": list(part.first_all),
        "second_all": list(part.second_all),
        "weight": part.weight,
        "amount": part.amount,
        "value": explanation.pair.value,
        "lowest": explanation.pair.lowest,
        "highest": explanation.pair.highest,
        "shared": explanation.pair.shared,
        **record_terms(explanation.terms),
        **record_context(corpus, filters, ground=explanation),
    }
