"""The sum behind the number of two actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.measuring import build_ground, read_weights
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.choices import Of
from policycmp.model.command_options import Explain
from policycmp.record import replace

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import ExplainOptions
    from policycmp.model.agreement import Explanation


@takes(Explain)
def explain(corpus: Given, first: str, second: str, **options: Unpack[ExplainOptions]) -> Result[Explanation]:
    """The sum behind the agreement of two actors, issue by issue, or of two issues, actor by actor.

    Raises UsageError unless the names are of two different ones.

    >>> import policycmp
    >>> round(policycmp.explain(None, "bandow", "national-interest").value.pair.value, 4)
    0.85
    """
    from policycmp.alignment.resolve import resolve_names
    from policycmp.measure.agreement import explain_pair
    from policycmp.model.names import Kind
    from policycmp.tabulate.explain import tabulate_explanation

    asked = ask(Explain, options)
    kind = Kind.ISSUE if asked.of is Of.ISSUES else Kind.ACTOR
    opened, said = open_corpus(corpus)
    named = resolve_names(opened, (first, second), [kind], exact=asked.exact)
    both = named.issues if asked.of is Of.ISSUES else named.actors
    if len(both) != 2:
        raise UsageError(f"--explain takes two different {asked.of}", "write it as --explain FIRST SECOND")
    read, notes = read_filters(opened, asked)
    filters = replace(read, issues=both) if asked.of is Of.ISSUES else replace(read, actors=both)
    profiles, metric, terms = build_ground(opened, filters, asked, of=asked.of)
    notes += read_weights(opened, asked)[1]
    order = [row.id for row in profiles.actors]
    found = explain_pair(profiles, metric, terms, *map(order.index, both))
    return Result(found, lambda: tabulate_explanation(opened, filters, found), (*said, *named.notes, *notes))
