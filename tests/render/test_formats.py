"""What every format in the slot keeps to."""

from __future__ import annotations

import pytest

from policycmp.errors import UsageError
from policycmp.model.report import Report
from policycmp.render.format import FORMATS, format_of_suffix
from report_makers import make_details, make_footnotes, make_list, make_matrix, make_names, write


@pytest.mark.parametrize("name", FORMATS.names())
def test_record(name: str) -> None:
    record = FORMATS.load(name)
    assert record.name == name
    assert record.help
    assert all(suffix.startswith(".") for suffix in record.suffixes)


@pytest.mark.parametrize("name", FORMATS.names())
@pytest.mark.parametrize("make", [make_matrix, make_list, make_names, make_details, make_footnotes])
def test_same_bytes_twice(name: str, make: object) -> None:
    assert callable(make)
    text = write(make(), name)
    assert text.encode() == write(make(), name).encode()
    assert text.endswith("\n") or (name == "jsonl" and not make().records)


@pytest.mark.parametrize("name", FORMATS.names())
def test_an_empty_report(name: str) -> None:
    text = write(Report(name="none", tables=()), name)
    assert bool(text) is (name in ("html", "json"))  # a whole document even so
    assert text.endswith("\n") is bool(text)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("table.md", "markdown"),
        ("TABLE.MD", "markdown"),
        (".csv", "csv"),
        ("a.b.tsv", "tsv"),
        ("x.json", "json"),
        ("x.jsonl", "jsonl"),
        ("x.txt", "terminal"),
        ("x.docx", None),
        ("md", None),
    ],
)
def test_suffixes(file: str, name: str | None) -> None:
    assert format_of_suffix(file) == name


def test_an_unknown_format_is_a_wrong_request() -> None:
    with pytest.raises(UsageError, match="no format named 'markdwon'") as caught:
        write(make_list(), "markdwon")
    assert "markdown" in str(caught.value.hint)
