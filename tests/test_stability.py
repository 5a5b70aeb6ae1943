"""What docs/stability.md promises is there: nothing is taken away, renamed or put in another order."""

from __future__ import annotations

import re

import pytest

import policycmp
from policycmp import errors
from policycmp.cli import main as entry
from policycmp.cli.app import COMMANDS, EXIT_CODES
from policycmp.corpusfile.codes.catalogue import CODES
from policycmp.load.corpus import check_corpus
from processes import ROOT

PAGE = (ROOT / "docs" / "stability.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `([a-z ]+)` \| (.*) \|$", PAGE, re.MULTILINE))
ASKED = {
    "compare": lambda: policycmp.compare(None, "nato", long=True),
    "show": lambda: policycmp.show(None, "bandow"),
    "agree": lambda: policycmp.agree(),
    "diff": lambda: policycmp.diff(None, "bandow", "heritage"),
    "conflicts": lambda: policycmp.conflicts(),
    "changes": lambda: policycmp.changes(from_="2021-12-31", to="2022-01-10"),
    "issues": lambda: policycmp.issues(),
    "camps": lambda: policycmp.camps(samples=3),
    **{
        f"list {kind}": lambda kind=kind: policycmp.list(None, kind)
        for kind in ("issues", "actors", "sources", "topics", "positions")
    },
}


@pytest.fixture(autouse=True)
def _bundled(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("POLICYCMP_CORPUS", raising=False)


def test_every_promised_result_is_looked_at():
    assert set(ROWS) == set(ASKED)


@pytest.mark.parametrize("name", ASKED)
def test_keys_and_columns_stay(name):
    keys, columns = (cell.split(", ") for cell in ROWS[name].split(" | "))
    result = ASKED[name]()
    assert set(keys) <= {key for record in result.records for key in record}
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        head = result.render(form).splitlines()[0].split(delimiter)
        assert [column for column in head if column in columns] == columns


def test_commands_stay():
    promised = re.findall("`([a-z]+)`", PAGE.partition("**Commands.** ")[2].partition("\n")[0])
    assert len(promised) >= 19
    assert set(promised) <= set(COMMANDS)


def test_exit_codes_stay():
    promised = {int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)}
    classes = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    raised = {kind.exit_code for kind in classes if issubclass(kind, errors.PolicycmpError)}
    ours = {0, 1, entry.INTERRUPTED, entry.CLOSED_PIPE, entry.OUR_FAULT}
    assert promised == raised | ours
    assert promised == {int(code) for code in re.findall(r"\b(\d+) [a-z]", EXIT_CODES)}
    by_name = {kind.__name__: kind.exit_code for kind in classes if issubclass(kind, errors.PolicycmpError)}
    assert (
        by_name.items()
        >= {
            "UsageError": 2,
            "CorpusError": 65,
            "UnreadableError": 66,
            "CannotCreateError": 73,
            "CannotWriteError": 74,
        }.items()
    )


def test_codes_stay():
    promised = re.findall(r"[EW]\d{3}", PAGE.partition("**Codes of `check`.**")[2].partition("A code is")[0])
    assert len(promised) > 30
    assert set(promised) <= {code.code for code in CODES}


@pytest.mark.parametrize(
    ("line", "codes"), [("", set()), ("policycmp: 1\n", set()), ("policycmp: 2\n", {"E111"})]
)
def test_an_old_format_is_read_and_a_newer_one_refused(line, codes, tmp_path):
    path = tmp_path / "town.yaml"
    path.write_text(f"{line}issues: [{{id: a, title: A}}]\n", encoding="utf-8")
    found = {fault.code for fault in check_corpus([str(path)])[1]}
    assert {code for code in found if code[0] == "E"} == codes
