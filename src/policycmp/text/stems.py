"""Words without their endings."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = ("ements", "ement", "ments", "ment", "ings", "ing", "ions", "ion", "ed", "es", "s", "e", "al")
SHORTEST = 4
"""No ending is taken off that would leave fewer letters."""
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
    if word.endswith("ies") and len(word) > SHORTEST:
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) == SHORTEST + 2 and any(c in "aeiouy" for c in word[:3]):
        return word[:3]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST and not word.endswith("ss"):
            return word[: -len(ending)]
    if word.endswith("s") and len(word) == SHORTEST and word[-2] not in "aeious":
        return word[:-1]
    return word
