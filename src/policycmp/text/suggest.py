"""The nearest right word to a wrong one, and how a wrong choice is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.text.shorten import quote_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

NEAR = 60.0
"""Percent of the letters of both words that must stand in both, in the same order."""
LONGEST = 60
"""Letters of a word that are compared."""
SHOWN = 8
"""Words that are listed where none is near."""
CHOICES = 40
"""Choices that are listed."""


def find_nearest(word: str, known: Iterable[str], least: float = NEAR) -> str | None:
    """The word of the known ones that was most likely meant, case and underscores aside; of equally
    near ones the first. None where none is near, by at least so many percent of the letters."""
    from rapidfuzz import fuzz  # only a wrong word needs it

    wanted, best, near = _prepare(word), least, None
    for each in known:
        score = fuzz.ratio(wanted, _prepare(each), score_cutoff=best)
        if score > best or (score == best and near is None):
            best, near = score, each
    return near


def _prepare(word: str) -> str:
    return word[:LONGEST].casefold().replace("_", "-")


def suggest(word: str, known: Collection[str]) -> str:
    """`did you mean 'stance'?`, or what there is to choose from."""
    near = find_nearest(word, known)
    if near is not None:
        return f"did you mean {near!r}?"
    return f"known are: {list_some(known, SHOWN)}" if known else "look for a slip"


def describe_choice(what: str, value: str, choices: Collection[str]) -> tuple[str, str]:
    """What is wrong with a value that is none of the choices, and what to do:
    `no metric named 'city-blok'`, `did you mean 'city-block'? It is one of …`."""
    near = find_nearest(value, choices)
    listed = f"is one of {list_some(choices, CHOICES)}"
    hint = f"it {listed}" if near is None else f"did you mean {near!r}? It {listed}"
    return f"no {what} named {quote_value(value)}", hint


def list_some(words: Collection[str], most: int) -> str:
    """The words with commas between them, of many the first and how many more there are."""
    shown = ", ".join(tuple(words)[:most])
    return f"{shown} and {len(words) - most} more" if len(words) > most else shown
