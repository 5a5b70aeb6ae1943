"""The sum behind the number of two actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.measuring import build_ground
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.command_options import Measuring
from policycmp.record import replace

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import MeasuringOptions
    from policycmp.model.agreement import Explanation


@takes(Measuring)
def explain(
    corpus: Given, first: str, second: str, **options: Unpack[MeasuringOptions]
) -> Result[Explanation]:
    """The sum behind the agreement of two actors, issue by issue.

    Raises UsageError unless the names are of two different actors.

    >>> import policycmp
    >>> round(policycmp.explain(None, "bandow", "national-interest").value.pair.value, 4)
    0.85
    """
    from policycmp.alignment.resolve import resolve_names
    from policycmp.measure.agreement import explain_pair
    from policycmp.model.names import Kind
    from policycmp.tabulate.explain import tabulate_explanation

    asked = ask(Measuring, options)
    opened, said = open_corpus(corpus)
    named = resolve_names(opened, (first, second), [Kind.ACTOR], exact=asked.exact)
    if len(named.actors) != 2:
        raise UsageError("--explain takes two different actors", "write it as --explain bandow morrissey")
    read, notes = read_filters(opened, asked)
    filters = replace(read, actors=named.actors)
    profiles, metric, terms = build_ground(opened, filters, asked)
    found = explain_pair(profiles, metric, terms, 0, 1)
    return Result(found, lambda: tabulate_explanation(opened, filters, found), (*said, *named.notes, *notes))
