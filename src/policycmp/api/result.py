"""What a function of `policycmp` gives: the finding as data, as records, and as a report."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from policycmp.model.report import Json, Report

Value = TypeVar("Value", covariant=True)


class Result(Generic[Value]):
    """What a command found.

    It shows as a table in a notebook and in `print`; `value` holds the finding itself.
    """

    def __init__(self, value: Value, build_report: Callable[[], Report], notes: tuple[str, ...] = ()) -> None:
        self.value = value
        """The finding as data, such as a Matrix or an Agreement."""
        self.notes = notes
        """What should be said beside it, such as how a name was read; one sentence each."""
        self._build_report = build_report

    @cached_property
    def report(self) -> Report:
        """The tables, notes and provenance that every format is written from."""
        return self._build_report()

    @property
    def records(self) -> list[dict[str, Json]]:
        """The finding as flat records, as `-f jsonl` writes them."""
        return [dict(record) for record in self.report.records]

    def render(self, format_name: str = "terminal", *, width: int | None = None) -> str:
        """The report as text in one of the output formats; `width` in terminal columns, unlimited
        for None.

        Raises UsageError for an unknown format.
        """
        from policycmp.model.report import Surface
        from policycmp.render.format import render

        return "".join(render(self.report, format_name, Surface(width=width)))

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        tables = self.report.tables
        rows = sum(len(section.rows) for section in tables[0].sections) if tables else 0
        return f"<policycmp {self.report.name}: {rows} rows>"

    def _repr_html_(self) -> str:
        from policycmp.render.html_fragment import write_fragment

        return "".join(write_fragment(self.report))
