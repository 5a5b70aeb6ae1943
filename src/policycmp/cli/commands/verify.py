"""`policycmp verify`: does every passage stand in its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from policycmp.cli.evidence import TextsOption  # noqa: TC001  Typer looks at it
from policycmp.cli.options import LOOK_AT, OUTPUT, Looking, Writing, expand_options
from policycmp.errors import UsageError
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.verification import Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class Verifying:
    """What to hold the passages against, and what to do about those that moved."""

    texts: TextsOption = None
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Put moved anchors right in the corpus file (YAML, JSON), and touch nothing else in it.",
            rich_help_panel=LOOK_AT,
        ),
    ] = False
    everything: Annotated[
        bool, typer.Option("--all", help="List passages that are found, too.", rich_help_panel=OUTPUT)
    ] = False


@expand_options
def verify(
    *,
    verifying: Verifying,
    looking: Looking,
    writing: Writing,
) -> None:
    """Tell whether every passage stands in its source.

    Found, moved, altered (with what changed), ambiguous, missing, or no text to look in. White
    space, line breaks, hyphenation and typography do not matter; words do.
    Exits 1 where anything but found remains.
    """
    from policycmp.cli.evidence import find_texts
    from policycmp.cli.inputs import read_corpus, read_filters
    from policycmp.cli.output import write_report
    from policycmp.cli.progress import show_progress
    from policycmp.evidence.verify import verify_positions
    from policycmp.measure.selection import select_positions
    from policycmp.model.verification import Outcome
    from policycmp.tabulate.verify import tabulate_verification

    corpus = read_corpus(looking.corpus)
    filters = read_filters(corpus, looking)
    selection = select_positions(corpus, filters, keep_open=True)
    found = find_texts(verifying.texts, looking.corpus)
    if found is None:
        hint = "name the folder of the sources' texts with --texts"
        raise UsageError("there are no texts to hold the passages against", hint)
    checked = verify_positions(corpus, selection.positions, found.find)
    results = list(show_progress(checked, len(selection.positions), "passages"))
    amended = _amend_corpus(corpus, looking.corpus, results) if verifying.fix else frozenset()
    report = tabulate_verification(
        corpus,
        filters,
        selection,
        results,
        everything=verifying.everything,
        amended=amended,
        notes=found.problems,
    )
    write_report(report, writing)
    if any(r.located.outcome is not Outcome.FOUND and r.position not in amended for r in results):
        raise typer.Exit(1)


def _amend_corpus(
    corpus: Corpus, paths: Sequence[str] | None, results: Sequence[Verification]
) -> frozenset[Position]:
    """Rewrite the anchors of what has moved, file by file, and tell which positions these were."""
    from policycmp.cli.inputs import list_inputs
    from policycmp.cli.output import write_file
    from policycmp.corpusfile.edit_in_place import amend_document
    from policycmp.corpusfile.inputs import read_input

    moved = [result for result in results if result.located.amendments and result.position.place]
    written = []
    for origin, path in zip(corpus.origins, list_inputs(paths), strict=True):
        places = {
            (place.line, place.column): dict(result.located.amendments)
            for result in moved
            if (place := result.position.place) and place.file == origin.name
        }
        if places and path == "-":
            raise UsageError("standard input cannot be put right", "name the corpus file with -c")
        if places:
            written.append((path, amend_document(path, read_input(path), places)))
    for path, text in written:
        write_file(path, [text], force=True, own=False)
    return frozenset(result.position for result in moved)
