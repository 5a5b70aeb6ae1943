"""How far coders agree, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Column, Entry, Report, Role, Section, Table, Tone
from policycmp.tabulate.parts.position_lines import tell_position
from policycmp.tabulate.parts.provenance import describe_provenance, record_provenance
from policycmp.tabulate.parts.terms import UNWEIGHTED, flatten_records, record_context, write_value
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.reliability import Coefficient, Reliability, Unit
    from policycmp.model.report import Json


def tabulate_reliability(corpus: Corpus, filters: Filters, reliability: Reliability) -> Report:
    """The coefficients, and under them the units that the coders should talk about."""
    apart = [unit for unit in reliability.units if unit.gap]
    context: dict[str, Json] = {
        "coders": ",".join(reliability.coders),
        "units": len(reliability.units),
        "samples": reliability.samples,
        "seed": reliability.seed,
        **UNWEIGHTED,
        **record_context(corpus, filters),
    }
    records: list[dict[str, Json]] = [
        {"record": "coefficient", **_record_coefficient(c), **context} for c in reliability.coefficients
    ]
    figures = flatten_records(records)
    records += [{"record": "unit", **_record_unit(reliability, unit), **context} for unit in apart]
    return Report(
        name="reliability",
        tables=(_list_coefficients(reliability), _list_units(corpus, reliability, apart)),
        flat=figures,
        records=records,
        notes=tuple(_note_units(reliability, len(apart))),
        provenance="A unit: one actor on one issue in one source; several positions of one coder in it "
        "count by their mean. Values: stances on the issue's scale. Missing: a coder who gave no value "
        f"counts in no pair. Weights: every unit 1. Intervals: 95 of 100 in "
        f"{count(reliability.samples, 'resample')} of the units, seed {reliability.seed}. "
        f"{describe_provenance(corpus, filters, reliability.selection)}",
        about={
            "coders": list(reliability.coders),
            "units": len(reliability.units),
            "lone": len(reliability.lone),
            "samples": reliability.samples,
            "seed": reliability.seed,
            **UNWEIGHTED,
            **record_provenance(corpus, filters, reliability.selection),
        },
    )


def _list_coefficients(reliability: Reliability) -> Table:
    rows = tuple(
        (
            Entry(text=c.title, value=c.name),
            Entry(text=write_value(c.value, 3), value=c.value),
            Entry(text="·" if c.low is None else f"{write_value(c.low, 3)} to {write_value(c.high, 3)}"),
            Entry(text=c.paper),
        )
        for c in reliability.coefficients
    )
    return Table(
        columns=(
            Column(name="coefficient", title="Coefficient", role=Role.KEY),
            Column(name="value", title="Value", role=Role.NUMBER),
            Column(name="interval", title="95 of 100"),
            Column(name="paper", title="By", role=Role.PROSE),
        ),
        sections=(Section(rows=rows),),
    )


def _list_units(corpus: Corpus, reliability: Reliability, units: list[Unit]) -> Table:
    rows = []
    for unit in units:
        told = tuple(f"{p.coder}: {tell_position(corpus, p)}" for p in unit.positions)
        values = ", ".join(
            f"{coder} {value:+g}".replace("-", "−")
            for coder, value in zip(reliability.coders, unit.values, strict=True)
            if value is not None
        )
        rows.append(
            (
                Entry(text=corpus.actor_labels[unit.actor], value=unit.actor),
                Entry(text=corpus.issue_by_id[unit.issue].title, value=unit.issue),
                Entry(text=values, details=told, tone=Tone.CONTESTED),
                Entry(text=write_value(unit.gap), value=unit.gap),
            )
        )
    return Table(
        title="To talk about, widest apart first",
        columns=(
            Column(name="actor", title="Actor", role=Role.KEY),
            Column(name="issue", title="Issue", role=Role.KEY),
            Column(name="values", title="Coders", role=Role.PROSE),
            Column(name="gap", title="Gap", role=Role.NUMBER),
        ),
        sections=(Section(rows=tuple(rows)),),
    )


def _note_units(reliability: Reliability, apart: int) -> Iterator[str]:
    shared = len(reliability.units)
    coders = join_words(list(reliability.coders)) or "no coder"
    yield f"{count(shared, 'unit')} coded by two or more of {coders}; on {apart} they differ."
    values = {value for unit in reliability.units for value in unit.values if value is not None}
    if len(values) == 1:
        yield (
            f"Every value is the same, {values.pop():g}: agreement by chance is certain then, so that "
            "coefficients which correct for chance are not defined."
        )
    if reliability.lone:
        yield f"{count(len(reliability.lone), 'unit')} coded by one of them alone."
    if reliability.uncoded:
        yield f"{count(reliability.uncoded, 'position')} without a coder left out."


def _record_coefficient(coefficient: Coefficient) -> dict[str, Json]:
    return {
        "metric": coefficient.name,
        "level": coefficient.level.value,
        "value": coefficient.value,
        "low": coefficient.low,
        "high": coefficient.high,
        "paper": coefficient.paper,
    }


def _record_unit(reliability: Reliability, unit: Unit) -> dict[str, Json]:
    return {
        "source": unit.source,
        "actor": unit.actor,
        "issue": unit.issue,
        "gap": unit.gap,
        "values": dict(zip(reliability.coders, unit.values, strict=True)),
    }
