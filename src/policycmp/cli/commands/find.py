"""`policycmp find`: passages of a new text that speak to the issues, ready to be coded."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.messages import say_note
from policycmp.cli.options import LOOK_AT, OUTPUT, Given, option, words
from policycmp.cli.output import Writing, write_draft, write_result
from policycmp.model.command_options import Find

FINDING = {
    "limit": Given(
        option(
            "--limit",
            "-n",
            metavar="N",
            help="Maximum proposals per text (default: 4, plus 1 per 18 words).",
            panel=LOOK_AT,
        )
    ),
    "draft": Given(
        option(
            "--draft",
            help="Write a corpus in YAML instead, with stances left open for a person.",
            panel=OUTPUT,
        ),
        bool,
        False,
    ),
}


@command(
    Find,
    arguments={
        "files": words(
            "TEXT...", "New sources: .txt, .md, .html or .pdf, or - for standard input.", required=True
        )
    },
    options=FINDING,
    writes=("format_name", "output", "force"),
)
def find(*, files: list[str], corpus: list[str] | None, draft: bool, writing: Writing, **asked: Any) -> None:
    """Find passages of a new text that speak to the issues.

    By titles, aliases, statements, and words of positions coded before; rare words count more. Each
    with its paragraph, the terms that hit, and the actors named in it or (near it). A stance is
    never guessed.
    """
    from policycmp.api.find import find

    found = find(corpus, *files, **asked)
    if not draft:
        write_result(found, writing)
        return
    for note in found.notes:
        say_note(note)
    write_draft(found.write_draft(), writing)
    if writing.output not in (None, "-"):
        say_note(f"wrote {writing.output}; decide on the stances, then: policycmp check {writing.output}")
