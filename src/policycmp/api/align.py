"""What another corpus's issues and actors correspond to in this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_list, read_crosswalk
from policycmp.api.result import Result
from policycmp.model.command_options import Align
from policycmp.model.crosswalk import Crosswalk

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import AlignOptions
    from policycmp.model.corpus import Corpus
    from policycmp.model.report import Report


class Aligned(Result[Crosswalk]):
    """An alignment, with the two corpora it is of."""

    def __init__(
        self,
        value: Crosswalk,
        build_report: Callable[[], Report],
        notes: tuple[str, ...],
        *,
        ours: Corpus,
        theirs: Corpus,
    ) -> None:
        super().__init__(value, build_report, notes)
        self.ours = ours
        self.theirs = theirs


@takes(Align)
def align(corpus: Given, other: Given, **options: Unpack[AlignOptions]) -> Aligned:
    """What the other corpus's issues and actors correspond to in this one, each match with its
    confidence (0 to 1) and the reason.

    Either may be a list of labels, each an issue or an actor: a text file with a title a line, or a
    CSV or TSV table with a column `title`, and perhaps `id`, `topic`, `affiliation` and `kind`.

    `many` lets several of theirs correspond to one of ours; `within` an affiliation, kind or topic
    matches only what shares it; what `crosswalk` says stays as it is.

    >>> import policycmp
    >>> ours = policycmp.load_corpus()
    >>> policycmp.align(ours, ours).value.matches[0].verdict
    <Verdict.SURE: 'sure'>
    """
    from policycmp.alignment.codebooks import align_codebooks, choose_kinds
    from policycmp.api.progress import watch
    from policycmp.tabulate.align import tabulate_crosswalk

    asked = ask(Align, options)
    known = read_crosswalk(asked.crosswalk)
    ours, said, _ = open_list(corpus)
    theirs, said_of_theirs, is_list = open_list(other)
    with watch("names") as report:
        found = align_codebooks(
            ours, theirs, many=asked.many, within=asked.within, known=known, report=report
        )
    if is_list:
        found = choose_kinds(found)
    return Aligned(
        found,
        lambda: tabulate_crosswalk(found, ours, theirs),
        (*said, *said_of_theirs),
        ours=ours,
        theirs=theirs,
    )


def write_crosswalk(crosswalk: Crosswalk) -> str:
    """The crosswalk as the YAML file that a person corrects and `load_crosswalk` reads."""
    from policycmp.corpusfile.crosswalks import write_crosswalk as write

    return "".join(write(crosswalk))


def count_verdicts(crosswalk: Crosswalk) -> str:
    """`31 sure, 2 doubtful, 5 none`."""
    from policycmp.tabulate.align import count_verdicts as count

    return count(crosswalk)
