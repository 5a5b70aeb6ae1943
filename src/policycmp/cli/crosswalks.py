"""Crosswalk files: begun, completed, reviewed, and followed where several corpora are one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policycmp.cli.inputs import say_note
from policycmp.cli.options import LOOK_AT
from policycmp.errors import UsageError
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.alignment.merge import Merger, OnConflict
    from policycmp.cli.options import Writing
    from policycmp.model.corpus import Corpus
    from policycmp.model.crosswalk import Crosswalk


CrosswalkOption = Annotated[
    str | None,
    typer.Option(
        "--crosswalk",
        metavar="FILE",
        help="What the names of the further corpora stand for in the first, from policycmp align.",
        show_default=False,
        rich_help_panel=LOOK_AT,
    ),
]


def read_known(writing: Writing, *, review: bool) -> Crosswalk | None:
    """What the crosswalk file that is to be written says already; None where the output is none."""
    from policycmp.corpusfile.crosswalks import is_crosswalk_file, load_crosswalk
    from policycmp.model.crosswalk import Crosswalk

    path = writing.output or ""
    if is_crosswalk_file(path):
        return load_crosswalk(path) if Path(path).exists() else Crosswalk()
    if review:
        raise UsageError("--review needs a crosswalk to keep the answers in", "add -o crosswalk.yaml")
    return None


def keep_crosswalk(
    crosswalk: Crosswalk, ours: Corpus, theirs: Corpus, writing: Writing, *, review: bool
) -> None:
    """Write the crosswalk, and again after each decision where it is reviewed."""
    from policycmp.cli.interactive.review import review_crosswalk
    from policycmp.cli.output import write_file
    from policycmp.corpusfile.crosswalks import write_crosswalk
    from policycmp.tabulate.align import count_verdicts

    path = writing.output or ""
    write_file(path, write_crosswalk(crosswalk), force=writing.force or Path(path).exists())
    for decided in review_crosswalk(crosswalk, ours, theirs) if review else ():
        crosswalk = decided
        write_file(path, write_crosswalk(decided), force=True)
    say_note(f"{path}: {count_verdicts(crosswalk)}")


def join_and_say(
    corpora: Sequence[Corpus], crosswalk: str | None, on_conflict: OnConflict | None = None
) -> Merger:
    """All corpora as one by the first one's codebook; what was joined is said on standard error."""
    from policycmp.alignment.merge import OnConflict, join_corpora
    from policycmp.cli.progress import watch_progress
    from policycmp.corpusfile.crosswalks import load_crosswalk

    known = load_crosswalk(crosswalk) if crosswalk else None
    with watch_progress("names") as report:
        merger = join_corpora(corpora, known, on_conflict or OnConflict.KEEP_BOTH, report)
    for found in merger.corpus.alignments:
        _say_matches(found)
    for note in merger.notes:
        say_note(note)
    return merger


def say_disagreements(merger: Merger) -> None:
    """List on standard error every cell in which corpora disagree, and count them."""
    from policycmp.tabulate.align import tell_disagreement

    for cell in merger.conflicts:
        stances = ([p.stance for p in positions] for positions in (cell.first, cell.second))
        say_note(tell_disagreement(cell.actor, cell.issue, *stances))
    say_note(f"{count(len(merger.conflicts), 'cell')} in which they disagree")


def _say_matches(crosswalk: Crosswalk) -> None:
    from policycmp.model.crosswalk import Verdict

    name = " + ".join(origin.name for origin in crosswalk.other)
    for match in crosswalk.list_verdict(Verdict.SURE):
        if match.theirs != match.ours:
            say_note(f"{name}: {match.kind} {match.theirs} is {match.ours}: {match.why}")
    doubtful = crosswalk.list_verdict(Verdict.DOUBTFUL)
    if doubtful:
        say_note(
            f"{name}: {count(len(doubtful), 'doubtful match', 'doubtful matches')} not joined; "
            "decide them with policycmp align --review, and give the crosswalk with --crosswalk"
        )
