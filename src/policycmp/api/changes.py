"""What moved between two dates of a corpus, or between two corpora."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.choices import Rule
from policycmp.model.command_options import Changes, choose_rule
from policycmp.model.option_record import change

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import ChangesOptions
    from policycmp.model import differences


@takes(Changes)
def changes(corpus: Given = None, **options: Unpack[ChangesOptions]) -> Result[differences.Changes]:
    """What flipped, moved, came or went: between the dates `from_` and `to` (the last date of the
    corpus without one), or between the corpus `before` and this one.

    Raises UsageError unless exactly one of `from_` and `before` is given.

    >>> import policycmp
    >>> policycmp.changes(from_="2021-12-31", to="2022-01-10").report.name
    'changes'
    """
    from policycmp.measure.changes import find_last_day, list_changes
    from policycmp.measure.matrix import build_matrix
    from policycmp.tabulate.changes import tabulate_changes

    asked = ask(Changes, options)
    start, before = asked.from_, asked.before
    if bool(start) == bool(before):
        raise UsageError("changes needs --from DATE or --before PATH, one of them", "try --from 2021-12-31")
    if asked.to and before:
        raise UsageError("--to goes with --from", "use --as-of to look at two corpora as of one day")
    opened, said = open_corpus(corpus)
    end = asked.to or (find_last_day(opened) if start else None)
    late = change(asked, as_of=end) if start else asked
    early = change(asked, as_of=start) if start else asked
    old, said_of_old = open_corpus(before) if before else (opened, ())
    filters, notes = read_filters(opened, late)
    old_filters, old_notes = read_filters(old, early)
    rule = asked.rule or (Rule.LATEST if start else choose_rule(None, as_of=asked.as_of))
    found = list_changes(
        build_matrix(old, old_filters, rule=rule),
        build_matrix(opened, filters, rule=rule),
        (old, opened),
        (start or ", ".join(before), end or "this corpus"),
    )
    said_once = dict.fromkeys((*said, *said_of_old, *notes, *old_notes))
    return Result(found, lambda: tabulate_changes(filters, found), tuple(said_once))
