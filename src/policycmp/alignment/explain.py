"""Why a text was taken for a name, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.alignment.polarity import is_turned
from policycmp.alignment.words import FILLERS, abbreviates, is_acronym, list_initials, list_stems, list_words
from policycmp.text.fold import fold
from policycmp.text.grammar import count
from policycmp.text.unsafe import show_unsafe

if TYPE_CHECKING:
    from policycmp.model.names import Named


def explain_match(text: str, named: Named, name: str) -> str:
    """`nato enlargment ~ "NATO enlargement" (alias of nato-open-door): 1 letter`."""
    shown = show_unsafe(text)
    return f'{shown} ~ "{name}" ({name_role(named, name)}): {", ".join(_list_reasons(text, name))}'


def name_role(named: Named, name: str) -> str:
    """`alias of nato-open-door`, `title of …`, `reversed alias of …`, or `id`."""
    if name == named.id:
        return "id"
    if name == named.title:
        return f"title of {named.id}"
    return f"{'alias' if name in named.names else 'reversed alias'} of {named.id}"


def _list_reasons(text: str, name: str) -> list[str]:
    typed, own = fold(text).split(), fold(name).split()
    if typed == own:
        return ["the same"]
    if sorted(typed) == sorted(own):
        return ["other word order"]
    if abbreviates_other(text, name) or abbreviates_other(name, text):
        return ["initials"]
    reasons = _compare_words(text, name)
    if is_turned(text, name):
        reasons.append("a negation on one side only, suspected reversal")
    return reasons or ["same words but for endings"]


def abbreviates_other(short: str, name: str) -> bool:
    """Whether the short text is initials of the name, or an acronym of beginnings of its words."""
    letters = fold(short).replace(" ", "")
    if letters in list_initials(name):
        return True
    return is_acronym(short.replace(".", "")) and abbreviates(letters, list_words(name))


def _compare_words(text: str, name: str) -> list[str]:
    left = [word for word in fold(name).split() if word not in FILLERS]
    added: list[str] = []
    letters = 0
    for word in fold(text).split():
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
    return list_stems(word) == list_stems(other) and (word[-2:] != other[-2:] or word == other)


def _judge(word: str, other: str) -> float:
    same_stem = list_stems(word) == list_stems(other)
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
