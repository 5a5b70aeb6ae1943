"""The command line by real processes: exit codes, streams, pipes, files."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys

import pytest

from policycmp.render.faults import FAULT_FORMATS
from policycmp.render.format import FORMATS
from processes import PATIENCE, ROOT, clean_environ, run, run_without_readers

CORPUS = """\
issues:
  - {id: bus-lane, title: Bus lane}
  - {id: bike-lane, title: Bike lane}
actors:
  - {id: mayor, name: The Mayor}
  - {id: shops, name: Chamber of Shops}
sources:
  - {id: daily, title: The Daily, published: 2024-03-01}
positions:
  - {actor: mayor, issue: bus-lane, stance: 2, source: daily, attribution: stated, quote: yes to buses}
  - {actor: mayor, issue: bus-lane, stance: -1, source: daily, attribution: reported, quote: leaning no}
  - {actor: shops, issue: bike-lane, stance: 0, source: daily, attribution: stated, quote: on balance}
"""


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "town.yaml"
    path.write_text(CORPUS, encoding="utf-8")
    return str(path)


def test_compare_without_arguments_answers_from_the_corpus_that_ships():
    done = run("compare")
    assert done.returncode == 0
    assert "NATO open door" in done.stdout
    assert "rule stated-first" in done.stdout
    assert done.stderr == ""
    assert "Rule stated-first: of several positions" in run("compare", "--provenance").stdout
    assert "Rule stated-first: of several positions" in run("compare", "-f", "markdown").stdout


def test_no_command_shows_help():
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    assert "compare" in done.stdout


@pytest.mark.parametrize("command", ["compare", "show", "list", "check", "init", "schema"])
def test_every_command_has_help(command):
    done = run(command, "--help")
    assert done.returncode == 0
    assert "Usage: policycmp" in done.stdout


def test_version():
    assert run("--version").stdout.split()[0] == "policycmp"


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["comapre"], 2, "compare"),
        (["compare", "--fromat", "csv"], 2, "--format"),
        (["compare", "-f", "markdwon"], 2, "did you mean 'markdown'"),
        (["compare", "--rule", "lastest"], 2, "did you mean 'latest'"),
        (["compare", "--by", "author"], 2, "actor"),
        (["compare", "zebra crossings"], 2, "no topic or issue is named 'zebra crossings'"),
        (["compare", "--actor", "nobody at all"], 2, "no actor is named"),
        (["compare", "--since", "2021-13"], 2, "--since"),
        (["compare", "-c", "missing.yaml"], 66, "missing.yaml"),
        (["compare", "-c", "tests"], 66, "tests"),
        (["compare", "-o", "no-such-folder/x.md"], 73, "cannot create"),
        (["compare", "-o", "table.xyz"], 2, "no format goes by this suffix"),
        (["check", "--explain", "E999999"], 2, "E999999"),
    ],
)
def test_wrong_use_is_one_plain_line(args, code, said):
    done = run(*args)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("policycmp: error: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr


def test_a_faulty_corpus_shows_three_faults_and_points_to_check(tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_text(
        CORPUS.replace("stance: 2", "stance: 9").replace("shops, issue", "shpos, isue"), encoding="utf-8"
    )
    done = run("compare", "-c", str(path))
    assert done.returncode == 65
    assert f"policycmp check {path}" in done.stderr
    assert f"{path}:10:" in done.stderr
    checked = run("check", str(path))
    assert checked.returncode == 1
    assert checked.stdout.count(str(path)) >= 3


@pytest.mark.parametrize(
    "args",
    [
        *(["compare", "-f", name] for name in FORMATS.names()),
        *(["list", "positions", "-f", name] for name in FORMATS.names()),
        *(["check", "--advice", "-f", name] for name in FAULT_FORMATS.names()),
        ["show", "biden"],
        ["agree"],
        ["find", "LICENSE"],
        ["init", "-"],
        ["schema"],
        ["compare", "-o", "/dev/stdout", "-f", "csv"],
        ["--version"],
        ["--version", "--version"],
        ["--help"],
        ["compare", "--help"],
        [],
    ],
    ids=" ".join,
)
def test_a_closed_pipe_is_silent(args):
    assert run_without_readers(*args) == (141, "")


@pytest.mark.parametrize(
    ("args", "streams"),
    [
        (["comapre"], ("stderr",)),
        (["compare", "-f", "markdwon"], ("stderr",)),
        (["compare", "zebra crossings"], ("stderr",)),
        (["compare", "-c", "missing.yaml"], ("stdout", "stderr")),
        (["compare"], ("stdout", "stderr")),
    ],
)
def test_so_is_a_closed_standard_error(args, streams):
    assert run_without_readers(*args, streams=streams) == (141, "")


def test_an_error_goes_nowhere_where_there_is_no_standard_error():
    command = f'"{sys.executable}" -m policycmp compare zebra 2>&-; echo "code $?"'
    done = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        text=True,
        env=clean_environ(),
        timeout=PATIENCE,
        check=False,
    )
    assert done.stdout == "code 2\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110
def test_a_full_disk_is_told():
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "policycmp", "compare"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=clean_environ(),
            timeout=PATIENCE,
            check=False,
        )
    assert done.returncode == 74
    assert done.stderr == "policycmp: error: cannot write: No space left on device\n"


# A background job of a shell starts with SIGINT ignored, and so does all that it starts.
UNSHIELDED = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "os.execv(sys.executable, [sys.executable, '-m', 'policycmp', *sys.argv[1:]])"
)


def test_interrupted_while_reading_standard_input():
    process = subprocess.Popen(
        [sys.executable, "-c", UNSHIELDED, "compare", "-c", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=clean_environ(),
    )
    # More than a pipe holds, so the last of it is written only once the process is reading.
    process.stdin.write(b"# still being written\n" * 100_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert b"Traceback" not in said


def test_an_export_replaces_what_is_there_whole(corpus, tmp_path):
    target = tmp_path / "table.md"
    target.write_text("mine", encoding="utf-8")
    for _ in range(2):
        assert run("compare", "-c", corpus, "-o", str(target)).returncode == 0
        assert target.read_text(encoding="utf-8").count("|") > 10
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_a_failed_export_leaves_what_was_there(corpus, tmp_path):
    target = tmp_path / "table.md"
    target.write_text("mine", encoding="utf-8")
    assert run("compare", "zebras", "-c", corpus, "-o", str(target)).returncode == 2
    assert target.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "args",
    [
        ("init", "mine.yaml"),
        ("convert", "town.yaml", "mine.yaml"),
        ("merge", "town.yaml", "next.yaml", "-o", "mine.yaml"),
        ("find", "new.txt", "-c", "town.yaml", "--draft", "-o", "mine.yaml"),
    ],
    ids=lambda args: args[0],
)
def test_a_file_that_people_edit_is_replaced_only_by_force(args, tmp_path):
    (tmp_path / "town.yaml").write_text(CORPUS, encoding="utf-8")
    (tmp_path / "next.yaml").write_text(CORPUS.replace("daily", "weekly"), encoding="utf-8")
    (tmp_path / "new.txt").write_text("The bus lane is a must.\n", encoding="utf-8")
    mine = tmp_path / "mine.yaml"
    assert run(*args, cwd=tmp_path).returncode == 0
    first = mine.read_text(encoding="utf-8")
    mine.write_text("edited", encoding="utf-8")
    refused = run(*args, cwd=tmp_path)
    assert (refused.returncode, mine.read_text(encoding="utf-8")) == (73, "edited")
    assert "--force replaces it" in refused.stderr
    assert run(*args, "--force", cwd=tmp_path).returncode == 0
    assert mine.read_text(encoding="utf-8") == first


@pytest.mark.parametrize(
    "args",
    [
        ("compare", "-c", "town.yaml", "-f", "csv", "-o", "town.yaml"),
        ("compare", "-f", "csv", "-o", "positions.yaml"),
        ("compare", "-c", "town.yaml", "-f", "csv", "-o", "link.yaml"),
        ("check", "town.yaml", "-o", "town.yaml"),
        ("convert", "town.yaml", "town.yaml", "--force"),
        ("merge", "town.yaml", "next.yaml", "-o", "next.yaml", "--force"),
        ("agree", "-c", "town.yaml", "--weights", "w.csv", "--floor", "1", "-f", "csv", "-o", "w.csv"),
        ("match", "mine.csv", "-c", "town.yaml", "--floor", "1", "-o", "mine.csv"),
        ("verify", "-c", "town.yaml", "--texts", "texts", "-f", "csv", "-o", "texts/daily.txt"),
        ("find", "new.txt", "-c", "town.yaml", "--draft", "-o", "new.txt", "--force"),
    ],
    ids=" ".join,
)
def test_an_input_of_the_command_is_never_replaced(args, tmp_path):
    for name in ("town.yaml", "positions.yaml", "next.yaml"):
        (tmp_path / name).write_text(CORPUS, encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to("town.yaml")
    (tmp_path / "w.csv").write_text("issue,weight\nbus-lane,2\n", encoding="utf-8")
    (tmp_path / "mine.csv").write_text("issue,answer\nbus-lane,2\n", encoding="utf-8")
    (tmp_path / "new.txt").write_text("The bus lane is a must.\n", encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "daily.txt").write_text("yes to buses\n", encoding="utf-8")
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    done = run(*args, cwd=tmp_path)
    assert done.returncode == 73, done.stderr
    assert "is an input of this command" in done.stderr
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_what_goes_out_comes_back_in(corpus):
    for name in ("jsonl", "json", "csv", "tsv"):
        listed = run("list", "positions", "-c", corpus, "-f", name)
        again = run("compare", "-c", "-", "-f", "json", stdin=listed.stdout, POLICYCMP_CORPUS=corpus)
        assert again.returncode == 0, again.stderr
        straight = run("compare", "-c", corpus, "-f", "json")
        assert json.loads(again.stdout)["records"] == json.loads(straight.stdout)["records"], name


def test_states_are_told_apart_in_every_format(corpus):
    table = list(csv.reader(io.StringIO(run("compare", "-c", corpus, "-f", "csv").stdout)))
    assert table == [
        ["issue", "mayor", "shops"],
        ["bus-lane", "contested 2", ""],
        ["bike-lane", "", "0"],
    ]
    states = [
        json.loads(line)["state"] for line in run("compare", "-c", corpus, "-f", "jsonl").stdout.splitlines()
    ]
    assert states == ["contested", "silent", "silent", "mixed"]
    shown = run("compare", "-c", corpus).stdout
    assert "strongly supports / opposes" in shown
    assert "mixed" in shown
    assert "·" in shown


def test_output_does_not_depend_on_the_hash_seed(corpus):
    for args in (["compare"], ["compare", "-f", "json"], ["list", "actors"], ["show", "biden"]):
        assert run(*args, PYTHONHASHSEED="1").stdout == run(*args, PYTHONHASHSEED="2").stdout


def test_a_locale_without_unicode_gets_ascii(corpus):
    done = run("compare", "-c", corpus, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()


def test_completion_of_values():
    done = run(
        "compare",
        "--actor",
        "ban",
        _POLICYCMP_COMPLETE="complete_bash",
        COMP_WORDS="policycmp compare --actor ban",
        COMP_CWORD="3",
    )
    assert "bandow" in done.stdout
