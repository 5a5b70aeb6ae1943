"""`policycmp camps`: who stands with whom."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.measuring import Measuring  # noqa: TC001  read when the command is set up
from policycmp.cli.options import Looking, Writing, complete_names_of, expand_options


@expand_options
def camps(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ACTOR]...",
            help="These actors; all without.",
            autocompletion=complete_names_of("actor"),
            show_default=False,
        ),
    ] = None,
    *,
    looking: Looking,
    measuring: Measuring,
    number: Annotated[
        int | None,
        typer.Option(
            "--camps", "-n", min=1, help="So many; without, by the best silhouette.", show_default=False
        ),
    ] = None,
    samples: Annotated[
        int, typer.Option(min=0, help="How often the issues are resampled for stability.")
    ] = 100,
    seed: Annotated[int, typer.Option(help="Where resampling starts.")] = 0,
    writing: Writing,
) -> None:
    """Show who stands with whom, and which issues set the camps apart."""
    from policycmp.cli.inputs import read_corpus, read_filters
    from policycmp.cli.measuring import build_measurement
    from policycmp.cli.output import write_report
    from policycmp.measure.camps import find_camps
    from policycmp.model.names import Kind
    from policycmp.tabulate.camps import tabulate_camps

    corpus = read_corpus(looking.corpus)
    filters = read_filters(corpus, looking, names, [Kind.ACTOR])
    ground = build_measurement(corpus, filters, looking, measuring)
    found = find_camps(*ground, number=number, samples=samples, seed=seed)
    write_report(tabulate_camps(corpus, filters, found), writing)
