"""Why a text was taken for a name, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.alignment.words import FILLERS, abbreviates
from policycmp.text.grammar import count
from policycmp.text.shorten import cut_end
from policycmp.text.stems import stem
from policycmp.text.unsafe import show_unsafe

if TYPE_CHECKING:
    from policycmp.alignment.wording import Wording
    from policycmp.model.names import Named

LONGEST = 200
"""Characters of a name that are shown."""


def explain_match(typed: Wording, named: Named, name: Wording) -> str:
    """`nato enlargment ~ "NATO enlargement" (alias of nato-open-door): 1 letter`."""
    shown, reasons = show_unsafe(cut_end(typed.text, LONGEST)), ", ".join(_list_reasons(typed, name))
    return f'{shown} ~ "{cut_end(name.text, LONGEST)}" ({name_role(named, name.text)}): {reasons}'


def name_role(named: Named, name: str) -> str:
    """`alias of nato-open-door`, `title of …`, `reversed alias of …`, or `id`."""
    if name == named.id:
        return "id"
    if name == named.title:
        return f"title of {named.id}"
    return f"{'alias' if name in named.names else 'reversed alias'} of {named.id}"


def _list_reasons(typed: Wording, name: Wording) -> list[str]:
    if typed.whole == name.whole:
        return ["the same"]
    if typed.sorted_words == name.sorted_words:
        return ["other word order"]
    if abbreviates_other(typed, name) or abbreviates_other(name, typed):
        return ["initials"]
    reasons = _compare_words(typed, name)
    if typed.is_turned(name):
        reasons.append("a negation on one side only, suspected reversal")
    return reasons or ["same words but for endings"]


def abbreviates_other(short: Wording, name: Wording) -> bool:
    """Whether the short text is initials of the name, or an acronym of beginnings of its words."""
    if short.letters in name.initials:
        return True
    return bool(short.acronym) and abbreviates(short.acronym, name.telling)


def _compare_words(typed: Wording, name: Wording) -> list[str]:
    left = [word for word in name.words if word not in FILLERS]
    added: list[str] = []
    letters = 0
    for word in typed.words:
        if word in FILLERS and word not in left:
            continue
        near = max(left, key=lambda other: _judge(word, other), default="")
        if near and _judge(word, near) > 0:
            left.remove(near)
            letters += 0 if _is_inflected(word, near) else count_letters(word, near)
        else:
            added.append(word)
    return [
        *([count(letters, "letter")] if letters else []),
        *([f"without {' '.join(left)}"] if left else []),
        *([f"{' '.join(added)} not in it"] if added else []),
    ]


def _is_inflected(word: str, other: str) -> bool:
    return stem(word) == stem(other) and (word[-2:] != other[-2:] or word == other)


def _judge(word: str, other: str) -> float:
    same_stem = stem(word) == stem(other)
    return 1.0 if word == other else 0.99 if same_stem else compare_words(word, other)


def compare_words(word: str, other: str) -> float:
    """1 for the same word, less by letter; 0 for words that are not spelt alike, and for numbers."""
    if word == other:
        return 1.0
    longest = max(len(word), len(other))
    if min(len(word), len(other)) < 4 or not (word.isalpha() and other.isalpha()):
        return 0.0
    allowed = 1 if longest < 6 else 2 if longest < 10 else 3
    letters = count_letters(word, other)
    return 1 - letters / longest if letters <= allowed else 0.0


def count_letters(word: str, other: str) -> int:
    """Letters to put in, take out, replace or swap with their neighbour."""
    from rapidfuzz.distance import OSA  # only misspelt names need it

    return int(OSA.distance(word, other))
