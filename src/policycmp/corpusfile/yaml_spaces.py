"""Spaces that look plain and are letters to YAML, where only plain ones may stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policycmp.corpusfile.fields import KINDS
from policycmp.corpusfile.marks import Spot

if TYPE_CHECKING:
    from policycmp.corpusfile.diagnostics import Findings

_ODD = "\u00a0\u2003\u2007\u202f\u3000"
_HAS_ODD = re.compile(f"[{_ODD}]")
_MOST = 20
"""So many are reported one by one."""
_NAMES = {"\u00a0": "a no-break space", "\u3000": "an ideographic space"}


def put_plain_spaces(text: str, findings: Findings) -> str:
    """The text with plain spaces around its keys, each other one there reported."""
    if _HAS_ODD.search(text) is None:
        return text
    keys = "|".join({field.name for kind in KINDS for field in kind.fields} | {k.section for k in KINDS})
    odd = f"[ {_ODD}]*"
    find_key = re.compile(f"{odd}(?:-{odd})?(?:{keys}){odd}:{odd}").match
    lines = text.split("\n")
    told = 0
    for number, line in enumerate(lines):
        match = find_key(line)
        if match is None or not _HAS_ODD.search(match[0]):
            continue
        lines[number] = _HAS_ODD.sub(" ", match[0]) + line[match.end() :]
        place = _HAS_ODD.search(line)
        if place and told < _MOST:
            told += 1
            what = _NAMES.get(place[0], "a space of another kind")
            message = f"U+{ord(place[0]):04X}, {what}, stands where a space should"
            findings.add("E118", Spot(number, place.start()), message, "type a plain space instead", length=1)
    return "\n".join(lines)
