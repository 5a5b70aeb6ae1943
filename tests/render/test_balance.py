"""Columns of names get the widths that take the fewest lines, and never less than they need."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from policycmp.model.report import Column, Entry, Role, Section, Table
from policycmp.render.balance import balance_widths
from policycmp.render.width import fit_items, flow_items

SIZES = st.lists(st.integers(1, 12), min_size=1, max_size=12)


def make_table(*rows: tuple[list[int], ...]) -> Table:
    columns = (Column(name="k", title="k", role=Role.KEY), *(Column(name="n", title="n") for _ in rows[0]))

    def enter(sizes: list[int]) -> Entry:
        return Entry(text="", items=tuple(Entry(text="x" * size) for size in sizes))

    made = tuple((Entry(text="key"), *map(enter, row)) for row in rows)
    return Table(columns=columns, sections=(Section(rows=made),))


def test_the_fuller_column_gets_the_room():
    table = make_table(([5], [5, 5, 5, 5]), ([5], [5, 5, 5, 5]))
    key, short, full = balance_widths(table, [3, 5, 5], [3, 16, 15])
    assert (key + short + full, full) == (34, 26)
    assert short >= 5


def test_where_nothing_is_gained_nothing_moves():
    assert balance_widths(make_table(([5], [5])), [3, 5, 5], [3, 10, 10]) == [3, 10, 10]


@given(SIZES, SIZES, st.integers(12, 40), st.integers(12, 40))
@settings(max_examples=80, deadline=None)
def test_no_width_is_lost_and_no_line_added(left, right, one, other):
    table = make_table((left, right))
    widths = balance_widths(table, [3, 12, 12], [3, one, other])
    assert sum(widths) == 3 + one + other
    assert widths[1] >= 12 <= widths[2]
    before = max(len(flow_items(left, one)), len(flow_items(right, other)))
    assert max(len(flow_items(left, widths[1])), len(flow_items(right, widths[2]))) <= before


@given(SIZES, st.integers(12, 60))
def test_items_flow_in_order_within_the_width(sizes, width):
    lines = flow_items(sizes, width)
    assert [number for line in lines for number in line] == list(range(len(sizes)))
    assert all(sum(sizes[n] for n in line) + 2 * (len(line) - 1) <= width for line in lines)


@given(SIZES, st.integers(1, 4))
def test_the_least_width_is_the_least(sizes, lines):
    width = fit_items(sizes, lines)
    assert len(flow_items(sizes, width)) <= lines
    assert width == max(sizes) or len(flow_items(sizes, width - 1)) > lines
