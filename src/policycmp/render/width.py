"""How wide text is on a terminal, and where it may break."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Characters that are surely one column wide; for the rest wcwidth is asked. (A set is made in a hundredth of
# the time that a regular expression with so many ranges takes to compile.)
_NARROW: frozenset[str] = frozenset().union(
    *(
        map(chr, range(first, last + 1))
        for first, last in (
            (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x2010, 0x2027), (0x2030, 0x205E), (0x2190, 0x21FF),
            (0x2212, 0x2212), (0x2248, 0x2248), (0x2500, 0x257F), (0x25CF, 0x25CF),
        )
    )
)  # fmt: skip
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
# Between ideographs and kana a line may break, but not before a closing mark or an accent, nor
# after an opening one.
_IDEOGRAPHS = "\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003fffd"
_CLOSING = (
    "、。，．！？：；）」』】〉》〕ー々\u0300-\u036f\u200d\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
)
_FRAGMENTS = f"[（「『【〈《〔]*[{_IDEOGRAPHS}][{_CLOSING}]*|[^{_IDEOGRAPHS}]+[{_CLOSING}]*"
_HYPHENATED = re.compile(r"(?<=\w-)(?=\w)")
_LONG = 24
"""A longer word, an id as a rule, may break after its hyphens."""
ITEM_GAP = 2
"""Blank columns between two things that share a line."""
_HAS_IDEOGRAPH = f"[{_IDEOGRAPHS}]"


def measure_width(text: str) -> int:
    """How many columns the text takes."""
    return len(text) if text.isascii() else _measure_wide(text)


@lru_cache(maxsize=1 << 15)
def _measure_wide(text: str) -> int:
    if _NARROW.issuperset(text):
        return len(text)
    from wcwidth import wcswidth  # takes longer to load than most tables to draw

    return int(wcswidth(text))


def _may_turn_or_break(text: str) -> bool:
    """Whether the text has characters beyond the plain ones, of which alone some are set from
    right to left or break lines between them. The patterns for those take long to compile."""
    return not text.isascii() and not _NARROW.issuperset(text)


def isolate(text: str) -> str:
    """The text, kept from turning the direction of what stands beside it."""
    if not _may_turn_or_break(text) or not re.search(_RIGHT_TO_LEFT, text):
        return text
    return f"\u2068{text}\u2069"


def split_parts(text: str) -> list[str]:
    """The pieces between which a line may break, a blank at the head of those that follow one.

    A lone mark (`…`, `/`, `–`) stays with the word before it, `≈` with the one after it.
    """
    parts: list[str] = []
    for number, word in enumerate(text.split(" ")):
        blank = " " if number else ""
        if parts and (parts[-1].endswith("≈") or (len(word) == 1 and word != "≈" and not word.isalnum())):
            parts[-1] += blank + word
        elif _may_turn_or_break(word) and re.search(_HAS_IDEOGRAPH, word):
            first, *rest = re.findall(_FRAGMENTS, word)
            parts += [blank + first, *rest]
        else:
            parts.append(blank + word)
    return parts


def measure_longest(text: str) -> int:
    """The width of the widest piece that does not break."""
    return max(measure_width(part.strip(" ")) for part in split_parts(text))


def measure_broken(text: str) -> int:
    """The same where a long id may break after its hyphens, as in running text."""
    pieces = (piece for part in split_parts(text) for piece in _split_hyphens(part.strip(" ")))
    return max(map(measure_width, pieces))


def wrap_text(text: str, width: int | None, hang: int = 0) -> list[str]:
    """The text in lines of at most that width, all but the first indented by `hang`.

    A word wider than a line is broken: a long one after its hyphens, any other between
    characters as they are seen.
    """
    if width is None or measure_width(text) <= width:
        return [text]
    lines: list[str] = []
    line, used, room = "", 0, width
    for part in split_parts(text):
        size = measure_width(part)
        if used + size > room:
            if line:
                lines.append(line)
                room = max(width - hang, 1)
            line, used = "", 0
            *full, part = _break_word(part.removeprefix(" "), room, max(width - hang, 1))
            lines += full
            room = max(width - hang, 1) if lines else width
            size = measure_width(part)
        line, used = line + part, used + size
    lines.append(line)
    return [lines[0], *(" " * hang + line for line in lines[1:])]


def fit_lines(text: str, lines: int) -> int:
    """The least width at which the text takes no more than so many lines, no word broken."""
    full = measure_width(text)
    if lines == 1 or not text:
        return full
    width = max(measure_longest(text), full // lines)
    while len(wrap_text(text, width)) > lines:
        width += 1
    return width


def flow_items(sizes: Sequence[int], width: int) -> list[list[int]]:
    """Things of these widths dealt into lines, by their numbers: as many on each as fit."""
    lines: list[list[int]] = []
    used = width
    for number, size in enumerate(sizes):
        if not lines or used + ITEM_GAP + size > width:
            lines.append([])
            used = -ITEM_GAP
        lines[-1].append(number)
        used += ITEM_GAP + size
    return lines


def fit_items(sizes: Sequence[int], lines: int | None) -> int:
    """The least width at which things of these widths flow into no more than so many lines, into any
    number for None."""
    if lines == 1:
        return sum(sizes) + ITEM_GAP * (len(sizes) - 1)
    shared = 0 if lines is None else -(-(sum(sizes) + ITEM_GAP * (len(sizes) - lines)) // lines)
    width = max(*sizes, shared)  # no line holds more than its share
    while lines is not None and len(flow_items(sizes, width)) > lines:
        width += 1
    return width


def _break_word(word: str, room: int, width: int) -> list[str]:
    """The word whole where there is room for it, else in pieces of that width."""
    if measure_width(word) <= room:
        return [word]
    pieces, used = [""], 0
    clusters = _split_clusters(word)
    if all(measure_width(piece) <= width for piece in _split_hyphens(word)):
        clusters = _split_hyphens(word)
    for cluster in clusters:
        size = measure_width(cluster)
        if used + size > width and pieces[-1]:
            pieces.append("")
            used = 0
        pieces[-1] += cluster
        used += size
    return pieces


def _split_hyphens(word: str) -> list[str]:
    return _HYPHENATED.split(word) if len(word) > _LONG else [word]


def _split_clusters(text: str) -> list[str]:
    """The characters as they are seen: accents, joiners and modifiers with what they change."""
    if text.isascii():
        return list(text)
    from wcwidth import iter_graphemes

    return list(iter_graphemes(text))
