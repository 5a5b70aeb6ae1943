"""Exit codes and streams, by processes of their own."""

from __future__ import annotations

import json

import pytest

from processes import run, run_without_readers


@pytest.mark.parametrize(
    "args",
    [
        ("check", "missing.yaml"),
        ("check", "-c", "missing.yaml"),
        ("check", "data/positions.yaml", "missing.yaml"),
        ("compare", "-c", "missing.yaml"),
        ("list", "issues", "-c", "missing.yaml"),
    ],
)
def test_a_missing_input_is_66_and_named(args):
    done = run(*args)
    assert done.returncode == 66
    assert "missing.yaml" in done.stdout + done.stderr


def test_check_takes_a_corpus_as_every_command_does(tmp_path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("issues: 3\n", encoding="utf-8")
    by_option, by_argument = run("check", "-c", str(wrong)), run("check", str(wrong))
    assert by_option.returncode == by_argument.returncode == 1
    assert by_option.stdout == by_argument.stdout


def test_check_still_shows_the_other_files_where_one_is_missing(tmp_path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("issues: 3\n", encoding="utf-8")
    done = run("check", str(wrong), "missing.yaml", "-f", "json")
    assert done.returncode == 66
    assert len({record["file"] for record in json.loads(done.stdout)["records"]}) == 2


def test_quiet_leaves_out_notes_and_keeps_errors():
    told, quiet = (
        run("compare", "nato exercizes", "--actor", "bidn"),
        run("compare", "nato exercizes", "--actor", "bidn", "-q"),
    )
    assert "note: " in told.stderr
    assert quiet.stderr == ""
    assert quiet.stdout == told.stdout
    assert "error: " in run("compare", "zzzzzz", "-q").stderr


@pytest.mark.parametrize(
    "args",
    [
        ("compare",),
        ("compare", "--layout", "stance", "-f", "json"),
        ("diff", "bandow", "heritage", "-f", "markdown"),
        ("list", "positions", "-f", "csv"),
        ("--help",),
        ("compare", "--help"),
    ],
)
def test_a_closed_pipe_is_141_and_silent(args):
    assert run_without_readers(*args) == (141, "")


@pytest.mark.parametrize("seed", ["1", "2"])
@pytest.mark.parametrize("format_name", ["terminal", "markdown", "html", "csv", "json", "jsonl"])
def test_the_view_by_stance_is_the_same_bytes_each_time(format_name, seed):
    args = ("compare", "--layout", "stance", "-f", format_name)
    assert run(*args, PYTHONHASHSEED=seed).stdout == run(*args, PYTHONHASHSEED="0").stdout


def test_a_wrong_layout_gets_the_nearest():
    done = run("compare", "--layout", "stances")
    assert done.returncode == 2
    assert "stance" in done.stderr
    assert len(done.stderr.splitlines()) == 1
