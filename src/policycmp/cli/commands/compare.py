"""`policycmp compare`: who stands where."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.crosswalks import CrosswalkOption  # noqa: TC001  Typer looks at it
from policycmp.cli.evidence import TextsOption  # noqa: TC001  Typer looks at it
from policycmp.cli.options import (
    Looking,
    Writing,
    choose_from,
    complete_from,
    complete_names_of,
    expand_options,
)
from policycmp.model.matrix import By, Only, Rule, Sort
from policycmp.record import dataclass

SHAPE = "Shape"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What the comparison's rows, columns and cells stand for."""

    by: Annotated[
        By,
        typer.Option(
            metavar="KIND",
            parser=choose_from(lambda: By, "kind of column"),
            autocompletion=complete_from(lambda: By),
            help="Columns: actor, source or affiliation; topic: actors by topic.",
            rich_help_panel=SHAPE,
        ),
    ] = By.ACTOR
    rule: Annotated[
        Rule | None,
        typer.Option(
            metavar="RULE",
            parser=choose_from(lambda: Rule, "rule"),
            autocompletion=complete_from(lambda: Rule),
            help="Which of several positions in a cell count: stated-first (the default), latest "
            "(with --as-of), mean or strongest.",
            show_default=False,
            rich_help_panel=SHAPE,
        ),
    ] = None
    only: Annotated[
        Only | None,
        typer.Option(
            metavar="KIND",
            parser=choose_from(lambda: Only, "kind of row"),
            autocompletion=complete_from(lambda: Only),
            help="Only rows with disagreements, agreements, or somebody silent.",
            show_default=False,
            rich_help_panel=SHAPE,
        ),
    ] = None
    sort: Annotated[
        Sort | None,
        typer.Option(
            metavar="ORDER",
            parser=choose_from(lambda: Sort, "order"),
            autocompletion=complete_from(lambda: Sort),
            help="Columns by coverage, codebook or name; or rows by spread, widest first.",
            show_default=False,
            rich_help_panel=SHAPE,
        ),
    ] = None
    transpose: Annotated[
        bool, typer.Option("--transpose", help="Turn rows into columns.", rich_help_panel=SHAPE)
    ] = False
    detail: Annotated[
        bool,
        typer.Option(
            "--detail", help="Summary, attribution and place under each stance.", rich_help_panel=SHAPE
        ),
    ] = False
    long: Annotated[
        bool, typer.Option("--long", help="One row a cell, for programs.", rich_help_panel=SHAPE)
    ] = False


@expand_options
def compare(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ISSUE]...",
            help="Issues or topics; all without.",
            autocompletion=complete_names_of("topic+issue"),
            show_default=False,
        ),
    ] = None,
    *,
    texts: TextsOption = None,
    crosswalk: CrosswalkOption = None,
    looking: Looking,
    shape: Shape,
    writing: Writing,
) -> None:
    """Show who stands where: issues by actors, or any cut of it.

    Every cell holds all positions of that actor on that issue. Silent, mixed, conditional and
    contested cells look different, in every format. With --texts the passages' words stand in
    --detail and in the footnotes of Markdown and HTML.
    """
    from policycmp.cli.evidence import quote_passages
    from policycmp.cli.inputs import read_corpus, read_filters
    from policycmp.cli.output import write_report
    from policycmp.measure.matrix import build_matrix
    from policycmp.tabulate.compare import tabulate_matrix

    corpus = read_corpus(looking.corpus, crosswalk)
    filters = read_filters(corpus, looking, names)
    rule = shape.rule or (Rule.LATEST if looking.as_of else Rule.STATED_FIRST)
    matrix = build_matrix(corpus, filters, by=shape.by, rule=rule, only=shape.only, sort=shape.sort)
    report = tabulate_matrix(
        corpus,
        filters,
        matrix,
        detail=shape.detail,
        transpose=shape.transpose,
        long=shape.long,
        quotes=quote_passages(corpus, matrix.selection.positions, texts),
    )
    write_report(report, writing)
