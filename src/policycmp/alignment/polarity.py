"""Cues in a name that turn its question round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.record import dataclass
from policycmp.text.stems import SHORTEST, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def read_direction(words: Sequence[str]) -> Direction:
    """The cues and prefixes among the folded words of a text."""
    stems = [stem(word) for word in words]
    return Direction(
        cues=sum(map(CUES.__contains__, stems)) + _count_against(words),
        stems=frozenset(stems),
        stripped=frozenset(
            stem(word[len(prefix) :])
            for word in words
            if word.startswith(_NEGATING)
            for prefix in _NEGATING
            if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST
        ),
    )


def _count_against(words: Sequence[str]) -> int:
    """How often `against` takes a side: at the beginning or after `case`, not after `sanctions`."""
    return sum(word == "against" and (not n or words[n - 1] in _SIDES) for n, word in enumerate(words))
