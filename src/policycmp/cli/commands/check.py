"""`policycmp check`: faults and doubtful spots in a corpus."""

from __future__ import annotations

from textwrap import fill, indent
from typing import TYPE_CHECKING, Annotated

import typer

from policycmp.cli.evidence import TextsOption  # noqa: TC001  Typer looks at it
from policycmp.cli.options import OUTPUT, choose_from, complete_from, expand_options
from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.corpusfile.codes.code import Code
    from policycmp.model.corpus import Corpus
    from policycmp.model.fault import Fault


def _list_fault_formats() -> tuple[str, ...]:
    from policycmp.render.faults import FAULT_FORMATS

    return FAULT_FORMATS.names()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checking:
    """What to tell of the faults, and where to."""

    explain: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Tell more about a code, with a bad and a good example."),
    ] = None
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as faults.")] = False
    texts: TextsOption = None
    format_name: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            parser=choose_from(_list_fault_formats, "format"),
            autocompletion=complete_from(_list_fault_formats),
            help="github, json, sarif or text.",
            rich_help_panel=OUTPUT,
        ),
    ] = "text"
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file.", rich_help_panel=OUTPUT),
    ] = None
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace a file that policycmp did not write.", rich_help_panel=OUTPUT),
    ] = False


@expand_options
def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="Corpus files, or - for standard input; without any, the corpus in force.",
            show_default=False,
        ),
    ] = None,
    *,
    checking: Checking,
) -> None:
    """Tell every fault and doubtful spot of a corpus.

    Each comes with its place, a code that stays the same, and what to do about it.
    Exits 1 where there is a fault.
    """
    import os

    from policycmp.cli.output import write_text
    from policycmp.load.several_files import check_files
    from policycmp.model.fault import Severity
    from policycmp.render.faults import FAULT_FORMATS

    if checking.explain is not None:
        from policycmp.corpusfile.codes.catalogue import explain_code

        write_text(_tell_code(explain_code(checking.explain)), checking.output, force=checking.force)
        return
    corpus, faults = check_files(files or [], os.environ)
    if corpus:
        faults = (*faults, *_find_thin_spots(corpus, checking.texts))
    write_text(FAULT_FORMATS.load(checking.format_name).write(faults), checking.output, force=checking.force)
    if any(checking.strict or fault.severity is Severity.FAULT for fault in faults):
        raise typer.Exit(1)


def _find_thin_spots(corpus: Corpus, places: list[str] | None) -> tuple[Fault, ...]:
    """Warnings of thin evidence, by the passages themselves where their texts are at hand."""
    from policycmp.cli.evidence import find_texts, view_passages
    from policycmp.evidence.gaps import find_thin_spots

    texts = find_texts(places)
    results = view_passages(corpus, corpus.positions, texts, 1) if texts else {}
    words = {
        position: f"{result.passage.before}{result.passage.words}{result.passage.after}"
        for position, result in results.items()
        if result.passage
    }
    return find_thin_spots(corpus, words)


def _tell_code(code: Code) -> str:
    bad, good = (indent(example, "    ") for example in (code.bad, code.good))
    return f"{code.code}: {code.title}\n\n{fill(code.explanation, 80)}\n\nbad:\n{bad}\ngood:\n{good}"
