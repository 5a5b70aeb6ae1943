"""Lists of labels: a title a line, or a table of titles."""

from __future__ import annotations

import csv
import io
import subprocess
import sys

import pytest

import policycmp
from policycmp.corpusfile.inputs import open_input
from policycmp.errors import CorpusError, UsageError
from policycmp.load.labels import read_labels
from processes import ROOT, clean_environ


def read(tmp_path, name: str, text: str):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_labels(open_input(str(path)))


def test_a_title_a_line(tmp_path) -> None:
    labels = read(tmp_path, "labels.txt", "Bus lanes\n\n  Bike lanes \r\nBus lanes\n")
    assert [issue.title for issue in labels.issues] == ["Bus lanes", "Bike lanes"]
    assert [actor.name for actor in labels.actors] == ["Bus lanes", "Bike lanes"]
    assert labels.origins[0].name.endswith("labels.txt")


@pytest.mark.parametrize("head", ["id,title", "ID,Title", "id\tlabel", "name,id"])
def test_a_table_with_ids(tmp_path, head: str) -> None:
    cells = {"id": "x1", "title": "Bus, lanes", "label": "Bus, lanes", "name": "Bus, lanes"}
    mark = "\t" if "\t" in head else ","
    quote = "" if mark == "\t" else '"'  # TSV knows no quotes
    row = mark.join(f"{quote}{cells[name.casefold()]}{quote}" for name in head.split(mark))
    labels = read(tmp_path, "labels.csv", f"{head}\n{row}\n")
    assert [(issue.id, issue.title) for issue in labels.issues] == [("x1", "Bus, lanes")]


def test_a_table_with_bounds_and_no_ids(tmp_path) -> None:
    text = "title,affiliation,kind,topic\nLabour,Norway,party,\nBus lanes,,,Traffic\n"
    labels = read(tmp_path, "labels.csv", text)
    assert (labels.actors[0].id, labels.actors[0].affiliation, labels.actors[0].kind) == (
        *("Labour", "Norway"),
        "party",
    )
    assert (labels.issues[1].topic, labels.topic_by_id["Traffic"].title) == ("Traffic", "Traffic")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "actor,issue,stance,source,attribution\na,b,1,c,stated\n"),
        ("a.yaml", "title: A corpus\nissues: []\n"),
        ("a.json", '{"title": "x"}'),
        ("a.csv", ""),
        ("a.csv", 'id,title\n1,"open'),
    ],
)
def test_what_is_no_list(tmp_path, name: str, text: str) -> None:
    assert read(tmp_path, name, text) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,title\n1,\n", "labels.csv:2: a label has no title"),
        ("id,title\n1,a\n1,b\n", ":3: '1' stands in line 2"),
    ],
)
def test_a_faulty_list_says_where(tmp_path, text: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        read(tmp_path, "labels.csv", text)


def test_nothing_of_a_label_steers_a_terminal(tmp_path) -> None:
    labels = read(tmp_path, "labels.txt", "Bus\x1b[2J lanes\u202e\n")
    assert labels.issues[0].title.isprintable()


def test_labels_are_aligned_in_a_pipe(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "policycmp", "align", "-", "--many", "-f", "csv"],
        input="id,title\n1,NATO open door\n2,Doug Bandow\n3,Zebra crossings\n4,NATO's open door\n",
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=clean_environ(),
        timeout=60,
        check=True,
    )
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["from"], row["kind"], row["to"]) for row in rows] == [
        ("1", "issue", "nato-open-door"),
        ("2", "actor", "bandow"),
        ("3", "issue", ""),
        ("4", "issue", "nato-open-door"),
    ]
    assert rows[0].keys() >= {"score", "verdict", "reversed", "why"}


def test_two_lists_are_matched_with_each_other(tmp_path) -> None:
    ours, theirs = tmp_path / "ours.txt", tmp_path / "theirs.csv"
    ours.write_text("Wealth tax\nSpeed limit on motorways\nMinimum wage\n", encoding="utf-8")
    theirs.write_text("title\nA general speed limit on motorways\nThe wealth tax\n", encoding="utf-8")
    found = policycmp.align(str(ours), str(theirs), many=True).value
    assert {match.theirs: match.ours for match in found.matches} == {
        "A general speed limit on motorways": "Speed limit on motorways",
        "The wealth tax": "Wealth tax",
    }


def test_within_is_a_choice_like_any_other(tmp_path) -> None:
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    rows = "id,title,affiliation\n{0}1,Labour Party,Norway\n{0}2,Labour Party,Ireland\n"
    ours.write_text(rows.format("a"), encoding="utf-8")
    theirs.write_text(rows.format("b"), encoding="utf-8")
    found = policycmp.align(str(ours), str(theirs), within="affiliation", many=True).value
    assert {(m.theirs, m.ours, m.verdict.value) for m in found.matches if m.kind == "actor"} == {
        *[("b1", "a1", "sure"), ("b2", "a2", "sure")],
    }
    with pytest.raises(UsageError, match="no bound named 'affliation'"):
        policycmp.align(str(ours), str(theirs), within="affliation")
