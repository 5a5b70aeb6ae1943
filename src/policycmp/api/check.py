"""What is wrong, or doubtful, in a corpus."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import list_paths
from policycmp.api.result import Result
from policycmp.model.command_options import Check
from policycmp.model.fault import Fault, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias, Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import CheckOptions
    from policycmp.model.corpus import Corpus
    from policycmp.model.report import Report

    Faults: TypeAlias = tuple[Fault, ...]


class Checked(Result["Faults"]):
    """All errors and warnings, in the order of their places."""

    def __init__(self, value: Faults, build_report: Callable[[], Report], *, is_clean: bool) -> None:
        super().__init__(value, build_report)
        self.is_clean = is_clean
        """Whether there is no error; with `strict`, no warning either."""

    def render(self, format_name: str = "text", *, width: int | None = None) -> str:
        """The findings in one of the formats of `check`, or as a table in one of the others.

        Raises UsageError for an unknown format.
        """
        from policycmp.render.faults import FAULT_FORMATS

        if format_name in FAULT_FORMATS.names():
            return FAULT_FORMATS.load(format_name).write(self.value)
        return super().render(format_name, width=width)


@takes(Check)
def check(corpus: Given = None, **options: Unpack[CheckOptions]) -> Checked:
    """Every error and warning of a corpus, each with its place, a stable code, and what to do.

    Errors do not raise: they are the value. With `texts`, passages are looked at in their place.
    """
    from policycmp.load.several_files import check_files
    from policycmp.model.corpus import Corpus
    from policycmp.tabulate.check import tabulate_faults

    asked = ask(Check, options)
    faults: Sequence[Fault] = ()
    opened: Corpus | None
    if isinstance(corpus, Corpus):
        opened = corpus
    else:
        opened, faults = check_files(list_paths(corpus), os.environ)
    if opened:
        faults = (*faults, *_find_thin_spots(opened, asked.texts))
    found = tuple(faults)
    is_clean = not any(asked.strict or fault.severity is Severity.FAULT for fault in found)
    return Checked(found, lambda: tabulate_faults(found), is_clean=is_clean)


def explain_code(code: str) -> str:
    """What a code of `check` means, with a bad and a good example, as text.

    Raises UsageError, with the nearest, for a code that is none.

    >>> import policycmp
    >>> policycmp.explain_code("E303").partition("\\n")[0]
    'E303: stance off the scale'
    """
    from policycmp.corpusfile.codes.catalogue import explain_code as explain
    from policycmp.tabulate.check import describe_code

    return describe_code(explain(code))


def _find_thin_spots(corpus: Corpus, places: Sequence[str]) -> tuple[Fault, ...]:
    """Warnings of thin evidence, by the passages themselves where their texts are at hand."""
    from policycmp.api.texts import find_texts, view_passages
    from policycmp.evidence.gaps import find_thin_spots

    texts = find_texts(places)
    results = view_passages(corpus, corpus.positions, texts, 1) if texts else {}
    words = {
        position: f"{result.passage.before}{result.passage.words}{result.passage.after}"
        for position, result in results.items()
        if result.passage
    }
    return find_thin_spots(corpus, words)
