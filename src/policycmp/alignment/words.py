"""The words of a name: folded, without endings, with the cues that turn a question round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

FILLERS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "in",
        "into",
        "its",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "with",
    ]
)
"""Words that tell no name from another."""
_LONGEST_RUN = 6
_USUAL_PAIRS = frozenset(["eu", "uk", "un", "us"])
"""Two letters are initials of so much that only these are taken for any."""


def drop_fillers(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words in their order, fillers left out unless there is nothing else."""
    return tuple(word for word in words if word not in FILLERS) or words


def list_initials(words: Sequence[str]) -> tuple[str, ...]:
    """What a name of these words may be abbreviated to: their initials, with and without fillers."""
    if len(words) < 2:
        return ()
    all_words = "".join(word[0] for word in words)
    telling = "".join(word[0] for word in words if word not in FILLERS)
    return tuple(text for text in dict.fromkeys((all_words, telling)) if len(text) > 2)


def list_runs(words: Sequence[str]) -> dict[str, range]:
    """What neighbouring words may be abbreviated to, such as `nato` or `eu`, and where they stand."""
    runs = {}
    for start in range(len(words) - 1):
        for end in range(start + 2, min(start + _LONGEST_RUN, len(words)) + 1):
            form = "".join(word[0] for word in words[start:end])
            if len(form) > 2 or form in _USUAL_PAIRS:
                runs[form] = range(start, end)
    return runs


def list_capitals(text: str) -> frozenset[str]:
    """The folded words that stand in capitals, such as `NATO`, in a text that does not as a whole."""
    if text.isupper():
        return frozenset()
    return frozenset(fold(word) for word in text.split() if len(word) > 1 and word.isupper())


def is_acronym(text: str) -> bool:
    """Whether the text looks like an acronym: one word of 4 to 8 letters, capitals most of them."""
    return 4 <= len(text) <= 8 and text.isalpha() and 2 * sum(letter.isupper() for letter in text) > len(text)


def abbreviates(letters: str, words: Sequence[str], *, skips: int = 1) -> bool:
    """Whether the letters are beginnings of the words, up to three letters each, as in `usaid`.

    So many words may be skipped, but not the first.
    """
    return any(
        letters.startswith(words[0][:n]) and _abbreviates_rest(letters[n:], words[1:], skips)
        for n in range(1, min(3, len(words[0])) + 1)
    )


def _abbreviates_rest(letters: str, words: Sequence[str], skips: int) -> bool:
    if not words:
        return not letters
    if letters and abbreviates(letters, words, skips=skips):
        return True
    return skips > 0 and _abbreviates_rest(letters, words[1:], skips - 1)
