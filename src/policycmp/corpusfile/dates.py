"""Dates as exactly as they are known."""

from __future__ import annotations

import re
from datetime import date

from policycmp.model.source import Period

# By hand, since `calendar` takes longer to import than the dates of a corpus to read.
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def parse_period(text: str) -> Period:
    """The period that `2024`, `2024-05`, `2024-05-03` or two of these with `/` between stand for.

    Raises ValueError, with the reason, for anything else.
    """
    start, slash, end = text.partition("/")
    first, last = _parse_date(start)
    if slash:
        later, last = _parse_date(end)
        if later < first:
            raise ValueError(f"the interval {text} ends before it begins")
    return Period(text=text, first=first, last=last)


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
