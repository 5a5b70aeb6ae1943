"""What has to stand beside a number so that it can be quoted: metric, rules, weights, filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policycmp.model.choices import Distinct, Missing, Normalisation, Of
from policycmp.model.report import Block, Flat
from policycmp.tabulate.parts.doubts import record_doubts, record_skipped
from policycmp.tabulate.parts.provenance import DIGEST_SHOWN, list_filters
from policycmp.tabulate.parts.undeclared import summarize_undeclared
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.model.agreement import Terms
    from policycmp.model.choices import Rule
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.report import Json, Scalar
    from policycmp.tabulate.parts.provenance import Ground

MISSING = {
    Missing.LEAVE_OUT: "issues on which only one of two speaks do not count",
    Missing.NEUTRAL: "where only one of two speaks, the other counts as standing in the middle",
    Missing.AGAINST: "where only one of two speaks, the other counts as standing at the far end",
}

DISTINCT = {
    Distinct.NONE: "each",
    Distinct.DOCUMENT: "once per source",
    Distinct.DAY: "once per day",
    Distinct.WEEK: "once per week",
    Distinct.MONTH: "once per month",
    Distinct.YEAR: "once per year",
    Distinct.PERIOD: "once in the dates looked at",
    Distinct.ALL: "once at all, also where the first lies before the dates looked at",
}


class Nouns(NamedTuple):
    """What is measured, and what it is measured over."""

    own: str
    shared: str


def describe_terms(terms: Terms) -> str:
    """The metric with its formula and paper, the rule for silence, the weights and the floor."""
    known = terms.measure
    parts = [f"Metric {known.name}: {known.title}, {known.formula}{_describe_range(terms)} ({known.paper})."]
    if known.is_counted:
        parts.append("Missing: silence adds nothing; all positions of a cell count, whatever the rule.")
    else:
        parts.append(f"Missing {terms.missing}: {MISSING[terms.missing]}.")
    if terms.normalisation is not Normalisation.NONE:
        parts.append(f"Normalisation: {terms.normalisation}.")
    if terms.distinct is not Distinct.NONE:
        parts.append(f"{describe_distinct(terms.distinct, ignores_stance=known.ignores_stance)}.")
    nouns = name_things(terms)
    if terms.of is Of.ISSUES:
        parts.append("Issues are measured over the actors, who stand for the issues in the formula.")
    parts.append(f"Weights: {write_weights(terms) or f'every {nouns.shared} 1'}.")
    parts.append(f"No number below {count(terms.floor, f'shared {nouns.shared}')}.")
    if terms.samples:
        parts.append(
            f"Intervals: 95 of 100 in {count(terms.samples, 'resample')} of the {nouns.shared}s, "
            f"seed {terms.seed}."
        )
    return " ".join(parts)


def describe_distinct(distinct: Distinct, *, ignores_stance: bool) -> str:
    """Which positions do not count again."""
    what = "positions" if ignores_stance else "positions of the same stance"
    return f"Distinct {distinct}: an actor's {what} on an issue count {DISTINCT[distinct]}"


def name_things(terms: Terms) -> Nouns:
    """What is measured, and what it is measured over."""
    return Nouns("issue", "actor") if terms.of is Of.ISSUES else Nouns("actor", "issue")


def name_terms(terms: Terms) -> str:
    """The metric, and what else is not as usual, by the names of the options: `metric city-block,
    missing neutral`."""
    parts = [f"metric {terms.measure.name}"]
    if terms.missing is not Missing.LEAVE_OUT:
        parts.append(f"missing {terms.missing}")
    if terms.normalisation is not Normalisation.NONE:
        parts.append(f"normalise {terms.normalisation}")
    if terms.weights:
        parts.append("weighted")
    parts.append(f"floor {terms.floor}")
    return ", ".join(parts)


def write_weights(terms: Terms) -> str:
    """`nato-open-door=2 new-start=0.5`; empty where every issue weighs 1."""
    return " ".join(f"{issue}={weight:g}" for issue, weight in terms.weights)


def record_terms(terms: Terms) -> dict[str, Json]:
    """The same as flat data: `metric`, `missing`, `normalisation`, `weights`, `floor`, `distinct`, `of`."""
    return {
        "metric": terms.measure.name,
        "missing": terms.missing.value,
        "normalisation": terms.normalisation.value,
        "weights": write_weights(terms),
        "floor": terms.floor,
        "distinct": terms.distinct.value,
        "of": terms.of.value,
    }


def record_context(
    corpus: Corpus,
    filters: Filters,
    rule: Rule | None = None,
    *,
    ground: Ground | None = None,
) -> dict[str, Json]:
    """Rule, cells in doubt, issues skipped, filters and corpus as flat data, for every record to carry."""
    chosen = [f"{name}={','.join(values)}" for name, values in list_filters(filters).items()]
    rule = ground.rule if ground else rule
    context: dict[str, Json] = {"rule": rule.value} if rule else {}
    if ground and (doubts := ground.doubts):
        said = record_doubts(doubts)
        context |= {name: said[name] for name in ("contested_rule", "conditional_rule", "cells")}
        names = ("contested", "conditional", "unstated", "left_out")
        context |= {f"cells_{name}": said[name] for name in names}
    if ground and (skipped := ground.skipped):
        context |= record_skipped(skipped)
    context["filters"] = " ".join(chosen)
    context["corpus"] = " ".join(f"{o.name}@{o.digest[:DIGEST_SHOWN]}" for o in corpus.origins)
    return context | summarize_undeclared(corpus)


UNWEIGHTED: dict[str, Json] = {"missing": "leave-out", "weights": ""}
"""What records say of a measure that knows no weights and in which the silent do not count."""


def flatten_records(records: Sequence[Mapping[str, Json]], names: Sequence[str] = ()) -> Flat:
    """The records as a table for CSV: one row each, lists written with spaces between.

    `names` are the columns where there are no records to take them from.
    """
    columns = tuple(dict.fromkeys([*names, *(name for record in records for name in record)]))
    return Flat(
        names=columns,
        blocks=(Block(rows=[tuple([flatten_value(r.get(name)) for name in columns]) for r in records]),),
    )


def flatten_value(value: Json) -> Scalar:
    """The value as a table's field has it: a list with spaces between."""
    if isinstance(value, (list, tuple)):
        return " ".join(str(part) for part in value)
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


def write_value(value: float | None, digits: int = 2) -> str:
    """A number for people: two decimals, a real minus; `·` for none."""
    if value is None:
        return "·"
    text = f"{value:.{digits}f}"
    return text.replace("-", "−") if float(text) else text.replace("-", "")


def _describe_range(terms: Terms) -> str:
    known = terms.measure
    if known.low is None or known.high is None:
        return ""
    return f", {known.low:g} to {known.high:g}".replace("-", "−")
