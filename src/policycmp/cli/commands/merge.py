"""`policycmp merge`: several corpora made one."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.options import Given, option, words
from policycmp.cli.output import Writing, say_notes, write_draft
from policycmp.model.command_options import Merge

WAY = Given(option("--on-conflict", metavar="HOW", help="Where two disagree: {choices}."))


@command(
    Merge,
    arguments={"corpora": words("CORPUS...", "Two or more corpora.", required=True)},
    options={"on_conflict": WAY},
    corpus=False,
    writes=("output", "force"),
)
def merge(*, corpora: list[str], writing: Writing, **asked: Any) -> None:
    """Make one corpus of several, and list every cell in which they disagree.

    The first one's codebook holds; what corresponds to nothing in it is added. Files of bare
    positions take their issues, actors and sources from the first.
    """
    from policycmp.api.convert import convert, find_format
    from policycmp.api.merge import list_disagreements, merge

    name = find_format(writing.output or "-")
    merged = merge(*corpora, **asked)
    written = convert(merged.value.corpus, name)
    say_notes((*merged.notes, *list_disagreements(merged.value)), writing)
    write_draft(written.value, writing)
    say_notes([f"not in {writing.output}: {lost}" for lost in written.lost], writing)
