"""Dates as exactly as they are known."""

from __future__ import annotations

import re
from datetime import date

from policycmp.model.source import Period

# By hand, since `calendar` takes longer to import than the dates of a corpus to read.
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEAR_FIRST = re.compile(r"\s*(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[T ][\d:.]+Z?)?\s*", re.ASCII)
_YEAR_LAST = re.compile(r"\s*(\d\d?)[-/.] ?(\d\d?)[-/.] ?(\d{4})\s*", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def parse_period(text: str) -> Period:
    """The period that `2024`, `2024-05`, `2024-05-03` or two of these with `/` between stand for.

    Raises ValueError, with the reason, for anything else.
    """
    start, slash, end = text.partition("/")
    if (slash or not _DATE.fullmatch(text)) and (meant := _find_meant(text)):
        likely = " or ".join(day.isoformat() for day in meant)
        ask = "did you mean" if len(meant) == 1 else "it is ambiguous: did you mean"
        raise ValueError(f"{text[:40]!r} is not a date as written here; {ask} {likely}?")
    first, last = _parse_date(start)
    if slash:
        later, last = _parse_date(end)
        if later < first:
            raise ValueError(f"the interval {text} ends before it begins")
    return Period(text=text, first=first, last=last)


def _find_meant(text: str) -> tuple[date, ...]:
    """The days that a date in another order may mean, in the order of the calendar; none for others."""
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
        orders = [(year, month, day)]
    elif match := _YEAR_LAST.fullmatch(text):
        one, other, year = map(int, match.groups())
        orders = [(year, other, one), (year, one, other)]
    else:
        return ()
    days: set[date] = set()
    for order in orders:
        try:
            days.add(date(*order))
        except ValueError:
            continue
    return tuple(sorted(days))


def _parse_date(text: str) -> tuple[date, date]:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(f"{text[:40]!r} is not a date")
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        raise ValueError(f"there is no year {text[:4]}")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"there is no month {month:02}")
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = 29 if month == 2 and is_leap else _DAYS[month - 1 if month else -1]
    if day is not None and not 1 <= day <= days:
        raise ValueError(f"there is no day {day:02} in {text[:7]}")
    return date(year, month or 1, day or 1), date(year, month or 12, day or days)
