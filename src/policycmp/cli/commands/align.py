"""`policycmp align`: another corpus's issues and actors onto this one's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.cli.command import command
from policycmp.cli.options import Given, option, word
from policycmp.cli.output import Writing, is_there, say_notes, write_file, write_result
from policycmp.errors import UsageError
from policycmp.model.command_options import Align

if TYPE_CHECKING:
    from policycmp.api.align import Aligned
    from policycmp.model.crosswalk import Crosswalk

ALIGN = {
    "many": Given(option("--many", help="Let several of theirs correspond to one of ours.")),
    "within": Given(
        option(
            "--within",
            metavar="BOUND",
            help="Match only what has the same {choices}; what has none is matched with all.",
        )
    ),
    "review": Given(
        option("--review", help="Decide the doubtful ones now, one key each; needs -o."), bool, False
    ),
}


OTHER = word("OTHER", "The other corpus, or a list of labels; - for standard input.")


@command(
    Align,
    arguments={"other": OTHER},
    options=ALIGN,
)
def align(
    *,
    other: str,
    corpus: list[str] | None,
    many: bool,
    within: str | None,
    crosswalk: str | None,
    review: bool,
    writing: Writing,
) -> None:
    """Match another corpus's issues and actors with this one's, and write the crosswalk with -o.

    A crosswalk that is there already is completed: its rows stay as they are.
    """
    from policycmp.api.align import align

    known = _read_known(writing, crosswalk, review=review)
    found = align(corpus, other, many=many, within=within, crosswalk=known or crosswalk)
    if known is None:
        write_result(found, writing)
    else:
        _keep(found, writing.output or "", writing, review=review)


def _read_known(writing: Writing, crosswalk: str | None, *, review: bool) -> Crosswalk | None:
    """What the crosswalk file that is to be written says already, or the one it is to begin with;
    None where the output is no crosswalk."""
    from policycmp.api.corpora import load_crosswalk
    from policycmp.model.crosswalk import Crosswalk

    path = writing.output or ""
    if path.endswith((".yaml", ".yml")):
        if is_there(path):
            if crosswalk:
                raise UsageError(f"{path} is there, and --crosswalk names another", "leave one of them out")
            return load_crosswalk(path)
        return load_crosswalk(crosswalk) if crosswalk else Crosswalk()
    if review:
        raise UsageError("--review needs a crosswalk to keep the answers in", "add -o crosswalk.yaml")
    return None


def _keep(found: Aligned, path: str, writing: Writing, *, review: bool) -> None:
    """Write the crosswalk, and again after each decision where it is reviewed."""
    from policycmp.api.align import count_verdicts, write_crosswalk
    from policycmp.cli.interactive.review import review_crosswalk

    crosswalk = found.value
    say_notes(found.notes, writing)
    write_file(path, [write_crosswalk(crosswalk)])
    for decided in review_crosswalk(crosswalk, found.ours, found.theirs) if review else ():
        crosswalk = decided
        write_file(path, [write_crosswalk(decided)])
    say_notes([f"{path}: {count_verdicts(crosswalk)}"], writing)
