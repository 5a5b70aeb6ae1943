"""The characters of a file: decoding, and what must not hide in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policycmp.corpusfile.marks import BrokenError, Spot
from policycmp.text.unsafe import UNSAFE

if TYPE_CHECKING:
    from policycmp.corpusfile.diagnostics import Findings

_PLAIN = bytes(range(32, 127)) + b"\t\n"

_ENDS_OF_LINES = "\r\x0b\x0c\x85\u2028\u2029"

_LOOKED_AT = 4_096
"""So many bytes are looked at to tell UTF-16."""

_MOST = 20
"""So many of a file's hidden characters are reported one by one; a binary file has thousands."""


def decode_text(data: bytes) -> str:
    """The text of a file, without a byte order mark; BrokenError at the first byte that is not UTF-8."""
    if _is_utf16(data):
        remedy = 'save the file as UTF-8; "Unicode text" of a spreadsheet is UTF-16, "CSV UTF-8" is right'
        raise BrokenError("E101", Spot(0, 0), "the file is text in UTF-16, not in UTF-8", remedy)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With a byte order mark, utf-8-sig counts from behind it.
        skipped = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        start = error.start + skipped
    before = data[:start].decode("utf-8-sig")
    raise BrokenError(
        "E101",
        Spot(before.count("\n"), len(before) - before.rfind("\n") - 1),
        f"the byte 0x{data[start]:02x} is not UTF-8{_read_as_windows(data, start)}",
        "save the file as UTF-8",
    )


def _is_utf16(data: bytes) -> bool:
    """By its mark, or by a zero in every other byte."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    head = data[:_LOOKED_AT]
    zeros = sorted((head[::2].count(0), head[1::2].count(0)))
    return not zeros[0] and zeros[1] * 4 > len(head) > 1


def _read_as_windows(data: bytes, start: int) -> str:
    """What the letters around the byte would be in Windows-1252, where it is a letter there."""
    try:
        letter = data[start : start + 1].decode("cp1252")
        line = data[data.rfind(b"\n", 0, start) + 1 :].split(b"\n", 1)[0].decode("cp1252")
    except UnicodeDecodeError:
        return ""
    place = start - data.rfind(b"\n", 0, start) - 1
    if not letter.isprintable():
        return ""
    shown = line[max(0, place - 12) : place + 12].strip()
    return f"; in Windows-1252 it is {letter!r}, as in {shown!r}"


def is_plain(data: bytes) -> bool:
    """Whether the bytes are ASCII without controls, which is told far faster than by searching."""
    return data.isascii() and not data.translate(None, _PLAIN)


def read_text(data: bytes, findings: Findings) -> str:
    """The text of a file, with each hidden character reported and replaced; BrokenError as above."""
    return data.decode("ascii") if is_plain(data) else clean_text(decode_text(data), findings)


def clean_text(text: str, findings: Findings) -> str:
    """The text with each hidden character reported and replaced, so that reading can go on."""
    if re.search(UNSAFE, text) is None:
        return text
    text = text.replace("\r\n", " \n")
    for number, match in enumerate(re.finditer(UNSAFE, text)):
        if number == _MOST:
            break
        start = match.start()
        spot = Spot(text.count("\n", 0, start), start - text.rfind("\n", 0, start) - 1)
        report_hidden(match[0], spot, findings)
    return re.sub(UNSAFE, "\ufffd", text)


def drop_hidden(text: str) -> str:
    """The text without hidden characters: a line feed where one ends a line, U+FFFD for half a pair."""
    if re.search(UNSAFE, text) is None:
        return text
    return re.sub(UNSAFE, _find_likeness, text.replace("\r\n", "\n"))


def _find_likeness(match: re.Match[str]) -> str:
    if match[0] in _ENDS_OF_LINES:
        return "\n"
    return "\ufffd" if "\ud800" <= match[0] <= "\udfff" else ""


def report_hidden(character: str, spot: Spot, findings: Findings) -> None:
    """Note one hidden character."""
    findings.add(
        "E108",
        spot,
        f"a hidden character, U+{ord(character):04X}, stands in the text",
        "delete it or write a visible character",
        length=1,
    )
