"""Exit code 70 is for faults of ours: what a user, a file or a machine does ends in another one."""

from __future__ import annotations

import io
import os
import sqlite3
import subprocess
import sys

import pytest

from policycmp.cli import main as entry
from policycmp.cli.main import main
from processes import PATIENCE, clean_environ, run

LONG = "x" * 300


def run_closed(*args, closed, **environ):
    """The exit code and standard error of `policycmp ARGS` with these streams closed, as by `>&-`."""
    closing = "; ".join(f"os.close({('stdin', 'stdout', 'stderr').index(name)})" for name in closed)
    start = "os.execv(sys.executable, [sys.executable, '-m', 'policycmp', *sys.argv[1:]])"
    code = f"import os, sys; {closing}; {start}"
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env=clean_environ(**environ),
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(os.name != "posix", reason="streams are closed so by POSIX shells")
@pytest.mark.parametrize(
    ("closed", "args", "code"),
    [
        (("stdout",), ("compare",), 74),
        (("stdout",), ("--version",), 74),
        (("stdout",), ("list", "issues", "-f", "json"), 74),
        (("stdin",), ("compare", "-c", "-"), 66),
        (("stdin",), ("match",), 2),
        (("stderr",), ("compare", "-c", "no-such"), 66),
        (("stderr",), ("show", "biden", "troops"), 0),
        (("stdin", "stdout", "stderr"), ("compare",), 74),
    ],
)
def test_closed_streams(closed, args, code):
    done = run_closed(*args, closed=closed)
    assert done[0] == code
    assert "policycmp: note" not in done[1]


@pytest.fixture
def loops(tmp_path):
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "ok.yaml").write_text("title: x\n", encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="links need a permission on Windows")
@pytest.mark.parametrize("name", ["a.yaml", f"{LONG}.yaml", f"{LONG}.dna", "a.yaml/b.yaml", "\ud800.yaml"])
@pytest.mark.parametrize(
    "args",
    [
        "compare -c NAME",
        "check NAME",
        "compare -f csv -o NAME",
        "init NAME",
        "match NAME",
        "match NAME --ask",
        "align NAME",
        "align ok.yaml -o NAME",
        "align ok.yaml --crosswalk NAME",
        "convert NAME out.yaml",
        "convert ok.yaml NAME",
        "merge NAME ok.yaml -o NAME",
        "find NAME",
        "verify --texts NAME",
        "agree --weights NAME",
        "changes --before NAME",
    ],
)
def test_names_that_no_file_has(args, name, loops, capsys, monkeypatch):
    monkeypatch.chdir(loops)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main([name if word == "NAME" else word for word in args.split()]) in {1, 2, 66, 73}
    assert "fault of policycmp" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "environ",
    [
        {"_POLICYCMP_COMPLETE": "complete_bash"},
        {"_POLICYCMP_COMPLETE": "complete_bash", "COMP_WORDS": "policycmp"},
        {"_POLICYCMP_COMPLETE": "complete_bash", "COMP_WORDS": "policycmp", "COMP_CWORD": "x"},
        {"_POLICYCMP_COMPLETE": "complete_bash", "COMP_CWORD": "1"},
        {"_POLICYCMP_COMPLETE": "complete_zsh"},
        {"_POLICYCMP_COMPLETE": "x"},
    ],
    ids=str,
)
def test_a_completion_without_a_shell(environ):
    done = run("compare", **environ)
    assert done.returncode in {0, 1, 2}
    assert "fault of policycmp" not in done.stderr


def test_an_empty_word_for_completion_is_none():
    assert run("list", "topics", _POLICYCMP_COMPLETE="").returncode == 0


TABLES = {
    "DOCUMENTS": "ID, Title, Text, Author, Source, Date",
    "STATEMENTS": "ID, DocumentId, Start, Stop, Coder",
    "CODERS": "ID, Name",
    "VARIABLES": "ID, Variable, DataType",
    "ENTITIES": "ID, Value",
    "DATASHORTTEXT": "StatementId, VariableId, Entity",
    "DATABOOLEAN": "StatementId, VariableId, Value",
    "DATAINTEGER": "StatementId, VariableId, Value",
}
ROWS = {
    "DOCUMENTS": [1, "Daily", "We want buses.", "Ann", "Press", 1_000_000],
    "STATEMENTS": [1, 1, 0, 14, 1],
    "CODERS": [1, "Admin"],
    "VARIABLES": [
        [1, "organization", "short text"],
        [2, "concept", "short text"],
        [3, "agreement", "boolean"],
    ],
    "ENTITIES": [[1, "Council"], [2, "Buses"]],
    "DATASHORTTEXT": [[1, 1, 1], [1, 2, 2]],
    "DATABOOLEAN": [1, 3, 1],
    "DATAINTEGER": [],
}
ODD = (None, "", "x", b"\xff\x00", -1, 0, 2**62, -(2**63), 1.5, 1e308, "\x1b[31m\u202e")


def write_database(path, harm=None):
    connection = sqlite3.connect(path)
    for table, columns in TABLES.items():
        connection.execute(f"CREATE TABLE {table} ({columns})")
        given = ROWS[table]
        for row in given if given and isinstance(given[0], list) else [given] if given else []:
            row = list(row)
            if harm and harm[0] == table:
                row[harm[1]] = harm[2]
            marks = ",".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608  our own words
    connection.commit()
    connection.close()


PLACES = [
    (table, n) for table, columns in TABLES.items() for n in range(columns.count(",") + 1) if ROWS[table]
]


def test_a_whole_database_is_read(tmp_path, capsys):
    write_database(tmp_path / "a.dna")
    assert main(["list", "positions", "-c", str(tmp_path / "a.dna"), "-f", "csv"]) == 0
    assert "council,buses,yes" in capsys.readouterr().out


@pytest.mark.parametrize(("table", "column"), PLACES, ids=lambda x: str(x))
def test_damaged_databases(table, column, tmp_path, capsys):
    for number, value in enumerate(ODD):
        path = tmp_path / f"{number}.dna"
        write_database(path, (table, column, value))
        for argv in (["compare", "-c"], ["check"]):
            assert main([*argv, str(path)]) in {0, 1, 2, 65, 66}, (argv, value, capsys.readouterr().err)


def test_a_fault_of_ours_leaves_a_report_without_what_the_user_has(capsys, monkeypatch, tmp_path):
    def fail(argv):
        try:
            raise KeyError("secret value")
        except KeyError as error:
            raise ValueError("secret value") from error

    monkeypatch.setattr(entry, "_invoke", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    argv = [
        "compare",
        "secret issue",
        "-c",
        "secret.yaml",
        "--actor=secret",
        "--since",
        "secret",
        "--secret1.2",
    ]
    assert main(argv) == 70
    [report] = tmp_path.iterdir()
    said = capsys.readouterr().err
    assert str(report) in said
    assert "issue tracker" in said
    text = report.read_text(encoding="utf-8")
    assert "secret" not in text
    for part in (
        "command: compare\n",
        "--actor --(something else) --since\n",
        "builtins.ValueError",
        "builtins.KeyError",
    ):
        assert part in text
    assert "test_not_our_fault.py" in text
    assert os.name != "posix" or report.stat().st_mode & 0o777 == 0o600


def test_a_fault_of_ours_is_told_even_where_no_report_can_be_written(capsys, monkeypatch, tmp_path):
    def fail(argv):
        raise ValueError("x")

    monkeypatch.setattr(entry, "_invoke", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    assert main(["compare"]) == 70
    assert "please report it" in capsys.readouterr().err
