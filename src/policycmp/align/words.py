"""The words of a name: folded, without endings, with the cues that turn a question round."""

from __future__ import annotations

from functools import lru_cache

from policycmp.text import fold

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
_ENDINGS = ("ements", "ement", "ments", "ment", "ings", "ing", "ions", "ion", "ed", "es", "s", "e", "al")
_SHORTEST = 4
_NUMERALS = {
    **{
        word: str(n)
        for n, word in enumerate(
            ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        )
    },
    **{
        word: str(n)
        for n, word in enumerate(
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"], 1
        )
    },
    **{word: str(n) for n, word in enumerate(["ii", "iii", "iv"], 2)},
    **{word: str(n) for n, word in enumerate(["vi", "vii", "viii", "ix"], 6)},
}


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The folded word without a usual ending, a numeral as digits."""
    if word in _NUMERALS:
        return _NUMERALS[word]
    if word.endswith("ies") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) == _SHORTEST + 2 and any(c in "aeiouy" for c in word[:3]):
        return word[:3]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and not word.endswith("ss"):
            return word[: -len(ending)]
    if word.endswith("s") and len(word) == _SHORTEST and word[-2] not in "aeious":
        return word[:-1]
    return word


def list_words(text: str) -> tuple[str, ...]:
    """The text's folded words in their order, fillers left out unless there is nothing else."""
    words = fold(text).split()
    return tuple(word for word in words if word not in FILLERS) or tuple(words)


def list_stems(text: str) -> tuple[str, ...]:
    """The stems of those words."""
    return tuple(stem(word) for word in list_words(text))


# fmt: off
_CUE_WORDS = (
    "no", "not", "never", "none", "neither", "without", "non", "anti", "oppose", "opposes", "opposing",
    "opposition", "end", "ends", "ending", "freeze", "freezing", "halt", "halting", "stop", "stopping",
    "ban", "bans", "banning", "lift", "lifting", "withdraw", "withdrawing", "withdrawal", "leave",
    "leaving", "exit", "quit", "quitting", "abandon", "abandoning", "abandonment", "reject",
    "rejecting", "rejection", "refuse", "refusing", "refusal", "block", "blocking", "cancel",
    "cancelling", "drop", "dropping", "scrap", "scrapping", "suspend", "suspending", "suspension",
    "repeal", "repealing", "abolish", "abolishing", "abolition", "moratorium", "cease", "expel",
    "expulsion", "close", "closing", "barring", "embargo", "pullout", "rollback", "relief", "ease",
    "easing", "drawdown", "cut", "cuts", "cutting", "reduce", "reducing", "reduction", "decrease",
    "forbid", "prohibit", "prohibition", "prohibiting", "deny", "denying", "dont", "cannot", "wont",
    "remove", "removing", "removal", "nein", "kein", "keine", "nicht", "gegen",
)
# fmt: on
CUES = frozenset(map(stem, _CUE_WORDS))
"""Stems that may put a question the other way round; they propose and never decide."""


def count_cues(text: str) -> int:
    """How many cues the text has; `against` counts where it begins it, as in `against sanctions`."""
    words = fold(text).split()
    return sum(stem(word) in CUES for word in words) + (words[:1] == ["against"])


def is_turned(text: str, name: str) -> bool:
    """Whether a cue on one side only makes one the suspected reversal of the other."""
    return count_cues(text) % 2 != count_cues(name) % 2


def list_initials(name: str) -> tuple[str, ...]:
    """What the name may be abbreviated to: the initials of its words, with and without fillers."""
    words = fold(name).split()
    if len(words) < 2:
        return ()
    all_words = "".join(word[0] for word in words)
    telling = "".join(word[0] for word in words if word not in FILLERS)
    return tuple(text for text in dict.fromkeys((all_words, telling)) if len(text) > 2)
