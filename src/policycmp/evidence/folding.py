"""A text without what typesetting does to it, and the way back to the text as it is.

White space becomes single spaces; typographic quotes, dashes, ligatures and composed letters
become plain ones; soft hyphens and zero-width characters go. Words stay as they are, case
included. Hyphens inside words are left out here and compared by `agrees_on_hyphens`, since a
hyphen at the end of a line may or may not belong to the word.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from bisect import bisect_right

from policycmp.text.unsafe import INVISIBLE

BROKEN = "\x01"
"""Stands for a hyphen at the end of a line where hyphens are kept."""

_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛′ʼ`´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒−", "-")
)
_DASH = r"(?:(?:[—―]|--+)\s*|[-–]\s+)"
# Every alternative starts at another kind of character and takes all it can, so that no run of
# white space is looked at twice.
_SPECIAL = re.compile(
    rf"(?P<hyphen>(?<=\w)[-–](?P<gap>\s*)(?=\w))"
    rf"|(?P<space>[^\S ]\s*| (?:\s+|(?={_DASH})))(?P<spaced>{_DASH})?"
    r"|(?P<dash>[—―]\s*|--+\s*)"
    rf"|\u00ad(?P<soft>[^\S\n]*\n\s*)?|[{INVISIBLE}]"
    r"|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<composed>[^\W\d_][\u0300-\u036f]{1,8})"
    r"|(?P<dots>…)|(?P<quote>'')"
)


class FoldedText:
    """A folded text. Offsets into it lead back to the text it was made from, and there."""

    def __init__(self, original: str) -> None:
        text = original.translate(_ALIKE)
        pieces: list[str] = []
        self._folded = array("q", [0])
        self._original = array("q", [0])
        length, done = 0, 0
        for match in _SPECIAL.finditer(text):
            new = _replace(match)
            start, end = match.span()
            pieces += (text[done:start], new)
            length += start - done
            if len(new) != end - start:
                self._add_break(length, start)
                self._add_break(length + len(new), end)
            length += len(new)
            done = end
        pieces.append(text[done:])
        self.text = "".join(pieces)

    def _add_break(self, folded: int, original: int) -> None:
        if self._folded[-1] == folded:
            self._original[-1] = original
        else:
            self._folded.append(folded)
            self._original.append(original)

    def find_original(self, offset: int) -> int:
        """Where the folded character at the offset stands in the original."""
        n = bisect_right(self._folded, offset) - 1
        place = self._original[n] + offset - self._folded[n]
        if n + 1 < len(self._original):
            place = min(place, self._original[n + 1] - 1)
        return max(place, self._original[n])

    def find_folded(self, offset: int) -> int:
        """Where the original character at the offset went, or what stands in its place."""
        n = bisect_right(self._original, offset) - 1
        place = self._folded[n] + offset - self._original[n]
        if n + 1 < len(self._folded):
            place = min(place, self._folded[n + 1])
        return min(place, len(self.text))


def fold_words(words: str) -> str:
    """The folded words, without white space around them."""
    return FoldedText(words).text.strip()


def sum_words(words: str) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the folded words: the same for the same
    words, however they are set."""
    return hashlib.sha256(fold_words(words).encode()).hexdigest()[:12]


def agrees_on_hyphens(one: str, other: str) -> bool:
    """Whether two texts that fold alike have the same hyphens, those at the ends of lines aside."""
    a, b = _keep_hyphens(one), _keep_hyphens(other)
    if a == b:
        return True
    i = j = 0
    while i < len(a) and j < len(b):
        if BROKEN in (a[i], b[j]):
            i += _measure_hyphen(a, i)
            j += _measure_hyphen(b, j)
        elif a[i] == b[j]:
            i, j = i + 1, j + 1
        else:
            return False
    return not (a[i:] or b[j:]).strip(BROKEN)


def join_lines(text: str) -> str:
    """The text on one line: white space made single, soft hyphens gone, words broken at the end of
    a line joined with their hyphen."""
    whole = re.sub(r"(?<=\w)([-‐‑])\n\s*(?=\w)", r"\1", text)
    return " ".join(re.sub(r"\u00ad(?:[^\S\n]*\n\s*)?", "", whole).split())


def _replace(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if match["hyphen"] or match["soft"]:
        return ""
    if match["space"] is not None:
        return " - " if match["spaced"] else " "
    if kind in ("ligature", "composed"):
        return unicodedata.normalize("NFKC", match[0])
    return {"dash": " - ", "dots": "...", "quote": '"'}.get(kind or "", "")


def _keep_hyphens(text: str) -> str:
    text = text.translate(_ALIKE)
    return _SPECIAL.sub(lambda m: _show_hyphen(m["gap"]) if m["hyphen"] else _replace(m), text).strip()


def _show_hyphen(gap: str) -> str:
    return BROKEN if "\n" in gap else f"-{' ' if gap else ''}"


def _measure_hyphen(text: str, place: int) -> int:
    """How many characters at the place are a hyphen of any kind."""
    if text[place] == BROKEN:
        return 1
    return len("- ") if text.startswith("- ", place) else int(text[place] == "-")
