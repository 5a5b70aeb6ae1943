"""The words of a name: folded, without endings, with the cues that turn a question round."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from policycmp.record import dataclass
from policycmp.text import fold

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
_ENDINGS = ("ements", "ement", "ments", "ment", "ings", "ing", "ions", "ion", "ed", "es", "s", "e", "al")
_SHORTEST = 4
_LONGEST_RUN = 6
_USUAL_PAIRS = frozenset(["eu", "uk", "un", "us"])
"""Two letters are initials of so much that only these are taken for any."""
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
_SIDES = frozenset(["argument", "arguments", "be", "campaign", "case", "stand", "vote", "voting"])
_NEGATING = ("un", "in", "non", "dis", "de", "anti", "counter")
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
    "remove", "removing", "removal", "restrict", "restricting", "restriction", "limit", "limiting",
    "expire", "expiring", "expiry", "lapse", "lower", "lowering", "less", "fewer", "weaken", "weakening",
    "loosen", "loosening", "terminate", "terminating", "termination", "revoke", "revoking", "reverse",
    "reversing", "overturn", "overturning", "dismantle", "dismantling", "dissolve", "dissolution",
    "phaseout", "defund", "defunding", "scrapping", "pulling", "undo", "curb", "curbing", "shrink",
    "avoid", "avoiding", "refrain", "refraining", "pause", "pausing", "delay", "delaying", "postpone",
    "postponing", "veto", "vetoing", "undermine", "undermining", "disband", "disbanding", "dilute",
    "diluting", "resist", "resisting", "resistance", "rethink", "rethinking", "roll", "rolling", "phase",
    "phasing", "rid", "tear", "tearing", "skepticism", "scepticism", "skeptical", "sceptical", "doubt",
    "doubts", "doubtful", "mistake", "mistaken", "wrong", "error", "blunder", "harmful", "dangerous",
    "unnecessary", "unjustified", "false", "untrue", "myth", "slow", "slowing", "critique", "criticism",
    "nein", "kein", "keine", "nicht", "gegen", "verbot", "verboten", "verbieten", "abschaffung",
    "abschaffen", "abgeschafft", "abbau", "abbauen", "austritt", "austreten", "senkung", "senken",
    "kurzung", "kurzen", "stopp", "ausstieg",
)
# fmt: on
CUES = frozenset(map(stem, _CUE_WORDS))
"""Stems that may put a question the other way round; they propose and never decide."""


@dataclass(frozen=True, slots=True)
class Direction:
    """What in a text may put a question the other way round."""

    cues: int
    """How many cues the text has."""
    stems: frozenset[str]
    stripped: frozenset[str]
    """What is left of its words without a negating prefix, such as `provok` of `unprovoked`."""

    def differs(self, other: Direction) -> bool:
        """Whether a cue or a prefix on one side only makes one the suspected reversal of the other."""
        prefixes = len(self.stripped & other.stems) + len(other.stripped & self.stems)
        return (self.cues + other.cues + prefixes) % 2 == 1


def read_direction(text: str) -> Direction:
    """The cues and prefixes of a text."""
    words = fold(text).split()
    stems = [stem(word) for word in words]
    return Direction(
        cues=sum(map(CUES.__contains__, stems)) + _count_against(words),
        stems=frozenset(stems),
        stripped=frozenset(
            stem(word[len(prefix) :])
            for word in words
            if word.startswith(_NEGATING)
            for prefix in _NEGATING
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST
        ),
    )


def _count_against(words: list[str]) -> int:
    """How often `against` takes a side: at the beginning or after `case`, not after `sanctions`."""
    return sum(word == "against" and (not n or words[n - 1] in _SIDES) for n, word in enumerate(words))


def count_cues(text: str) -> int:
    """How many cues the text has."""
    return read_direction(text).cues


def is_turned(text: str, name: str) -> bool:
    """Whether one is the suspected reversal of the other."""
    return read_direction(text).differs(read_direction(name))


def list_initials(name: str) -> tuple[str, ...]:
    """What the name may be abbreviated to: the initials of its words, with and without fillers."""
    words = fold(name).split()
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
