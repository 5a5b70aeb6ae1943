"""Whether every passage stands in its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import list_paths, open_corpus
from policycmp.api.names import read_filters
from policycmp.api.progress import follow
from policycmp.api.result import Result
from policycmp.api.texts import find_texts
from policycmp.errors import UsageError
from policycmp.model.command_options import Verify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeAlias, Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import VerifyOptions
    from policycmp.model.corpus import Corpus
    from policycmp.model.report import Report
    from policycmp.model.verification import Verification

    Results: TypeAlias = list[Verification]


class Verified(Result["Results"]):
    """What became of each passage."""

    def __init__(
        self,
        value: Results,
        build_report: Callable[[], Report],
        notes: tuple[str, ...],
        *,
        files: Mapping[str, str],
        is_clean: bool,
    ) -> None:
        super().__init__(value, build_report, notes)
        self.files = files
        """With `fix`: the corpus files that change, by path, and their new text. Writing them is up
        to the caller."""
        self.is_clean = is_clean
        """Whether every passage is found, or would be once `files` are written."""


@takes(Verify)
def verify(corpus: Given = None, **options: Unpack[VerifyOptions]) -> Verified:
    """Whether every passage stands in its source: found, moved, altered, ambiguous, missing, or no
    text to look in. `texts` names folders or files with the sources' texts.

    `fix` also works out the corpus files with moved anchors updated. Raises UsageError where there
    are no texts to look in.
    """
    from policycmp.evidence.verify import verify_positions
    from policycmp.measure.selection import select_positions
    from policycmp.model.verification import Outcome
    from policycmp.tabulate.verify import tabulate_verification

    asked = ask(Verify, options)
    opened, said = open_corpus(corpus)
    filters, notes = read_filters(opened, asked)
    selection = select_positions(opened, filters, keep_open=True)
    paths = list_paths(corpus)
    texts = find_texts(asked.texts, () if corpus is None else paths)
    if texts is None:
        hint = "name the folder of the sources' texts with --texts"
        raise UsageError("there are no texts to hold the passages against", hint)
    checked = verify_positions(opened, selection.positions, texts.find)
    results = [*follow(checked, len(selection.positions), "passages")]
    moved = [r for r in results if r.located.amendments and r.position.place] if asked.fix else []
    amended = frozenset(result.position for result in moved)
    return Verified(
        results,
        lambda: tabulate_verification(
            opened,
            filters,
            selection,
            results,
            everything=asked.all,
            amended=amended,
            notes=texts.problems,
        ),
        (*said, *notes),
        files=_amend_files(opened, paths, moved) if moved else {},
        is_clean=all(r.located.outcome is Outcome.FOUND or r.position in amended for r in results),
    )


def _amend_files(corpus: Corpus, paths: Sequence[str], moved: Sequence[Verification]) -> dict[str, str]:
    """The corpus files in which something moved, with the new anchors and nothing else changed."""
    from policycmp.corpusfile.edit_in_place import amend_document
    from policycmp.corpusfile.inputs import read_input

    written = {}
    for origin, path in zip(corpus.origins, paths, strict=True):
        places = {
            (place.line, place.column): dict(result.located.amendments)
            for result in moved
            if (place := result.position.place) and place.file == origin.name
        }
        if places and path == "-":
            raise UsageError("standard input cannot be put right", "name the corpus file with -c")
        if places:
            written[path] = amend_document(path, read_input(path), places)
    return written
