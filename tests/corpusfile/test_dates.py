from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.corpusfile.dates import parse_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-05-03", date(2024, 5, 3), date(2024, 5, 3)),
        ("2019-08/2021-01-20", date(2019, 8, 1), date(2021, 1, 20)),
        ("2024/2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_periods_reach_from_the_first_possible_day_to_the_last(text: str, first: date, last: date) -> None:
    period = parse_period(text)
    assert (period.text, period.first, period.last) == (text, first, last)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2023-02-29", "no day 29 in 2023-02"),
        ("2024-04-31", "no day 31"),
        ("2024-13", "no month 13"),
        ("2024-00", "no month 00"),
        ("0000", "no year 0000"),
        ("2024-05/2024-03", "ends before it begins"),
        ("2024-05-03/2024-05-02", "ends before it begins"),
        ("May 2024", "is not a date"),
        ("3/5/2024", "is not a date"),
        ("2024-5-3", "is not a date"),
        ("2024-05-03T10:00", "is not a date"),
        ("2024/", "is not a date"),
        ("٢٠٢٤", "is not a date"),
        ("", "is not a date"),
    ],
)
def test_what_is_no_date_says_why(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_period(text)


@given(st.dates(), st.integers(0, 5_000))
def test_a_day_and_an_interval_of_days_are_read_as_they_are(day: date, days: int) -> None:
    later = min(day + timedelta(days), date.max) if day <= date.max - timedelta(days) else date.max
    assert parse_period(day.isoformat()).last == day
    period = parse_period(f"{day.isoformat()}/{later.isoformat()}")
    assert (period.first, period.last) == (day, later)
