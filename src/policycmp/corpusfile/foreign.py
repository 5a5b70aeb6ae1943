"""Files that are no text of ours: workbooks, web pages, UTF-16, unsolved merges, each told by its cause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policycmp.corpusfile.marks import BrokenError, Spot

if TYPE_CHECKING:
    from policycmp.corpusfile.diagnostics import Findings

_AS_CSV = "open it in a spreadsheet program and save the sheet as CSV UTF-8"
_BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0", "an Excel workbook of the old kind (.xls)", _AS_CSV),
    (b"%PDF-", "a PDF file", "code its positions in a corpus file, and name it there as a source"),
    (b"\x1f\x8b", "compressed with gzip", "unpack it first, with gunzip"),
)
_ARCHIVES = (
    (b"xl/", "an Excel workbook (.xlsx)", _AS_CSV),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)", _AS_CSV),
    (b"word/", "a Word document (.docx)", "save its table as CSV UTF-8"),
)
_LOOKED_AT = 4_096
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html)", re.IGNORECASE)
_MERGE = re.compile(rb"^<{7}(?= |\r?$)", re.MULTILINE)
_MERGE_END = re.compile(rb"^>{7}(?= |\r?$)", re.MULTILINE)


def refuse_foreign(findings: Findings) -> None:
    """Nothing where the input may be a text of ours; else BrokenError with what it is instead."""
    data = findings.data
    if told := _name_kind(data):
        what, remedy = told
        raise BrokenError("E114", Spot(0, 0), f"this file is {what}, not a text", remedy)
    if _WEB_PAGE.match(data[:_LOOKED_AT]):
        remedy = "download the data itself; behind the address may be a login or a page about them"
        raise BrokenError("E114", Spot(0, 0), "this file is a web page, not a corpus", remedy)
    if b"<<<<<<<" in data and (start := _MERGE.search(data)) and _MERGE_END.search(data, start.end()):
        raise BrokenError(
            "E115",
            Spot(data.count(b"\n", 0, start.start()), 0),
            "the file holds an unsolved merge (<<<<<<<)",
            "choose one side and delete the marks",
            7,
        )
    if b"\r" in data and b"\n" not in data and b"\0" not in data and data.count(b"\r") > 1:
        raise BrokenError(
            "E101",
            Spot(0, 0),
            "the lines end with carriage returns alone, as on old Macintosh computers",
            "save the file with the line ends of Unix or Windows",
        )


def _name_kind(data: bytes) -> tuple[str, str] | None:
    for beginning, what, remedy in _BEGINNINGS:
        if data.startswith(beginning):
            return what, remedy
    if data.startswith(b"PK\x03\x04"):
        found = ((what, remedy) for part, what, remedy in _ARCHIVES if part in data)
        return next(found, ("a zip archive", "unpack it first"))
    return None
