"""verify, find, show --texts and compare --texts by real processes, and their golden files.

`UPDATE_GOLDEN=1 pytest` rewrites these.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil

import pytest

from processes import ROOT, run
from townhall import PARAGRAPHS, TOWN

GOLDEN = ROOT / "tests" / "golden"
CORPUS = """\
# The town's quarrels.
topics:
  - {id: streets, title: Streets}
issues:
  - id: bus-lane
    title: Bus lane
    topic: streets
    statement: Main Street should get a bus lane.
  - {id: fountain, title: Fountain repairs, topic: streets, statement: The fountain should be repaired.}
actors:
  - {id: mayor, name: The Mayor, short: Mayor}
  - {id: council, name: Town Council, short: Council}
sources:
  - {id: minutes, title: Minutes, author: A Clerk, url: "https://town.example/minutes"}
positions:
  - actor: mayor
    issue: bus-lane
    stance: 2
    source: minutes
    attribution: stated
    paragraph: 2   # counted by hand
    quote: “must get” its bus lane before the winter
  - {actor: council, issue: bus-lane, stance: 1, source: minutes, attribution: reported,
     paragraph: 4, quote: shall support a trial of six months, condition: the shops are heard}
  - actor: council
    # who else?
    issue: fountain
    stance: -1
    attribution: reported
    source: minutes
    paragraph: 6
    first: "The well-known fountain fund"
    last: auditors have finished
"""
NEWS = """Bus lane: mayor stands firm

The mayor said again that Main Street should get a bus lane. Nobody else was asked.

The repairs to the fountain have to wait, according to the Town Council.
"""
FORMATS = ("terminal", "markdown", "csv", "tsv", "json", "jsonl", "html")


@pytest.fixture
def town(tmp_path):
    (tmp_path / "town.yaml").write_text(CORPUS, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "minutes.txt").write_text(TOWN, encoding="utf-8")
    (tmp_path / "damaged").mkdir()
    damaged = "\n\n".join(["A new heading", *PARAGRAPHS[:5], *PARAGRAPHS[6:]])
    damaged = damaged.replace("shall support", "shall not\nsupport")
    (tmp_path / "damaged" / "minutes.txt").write_text(damaged, encoding="utf-8")
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    return tmp_path


def _run(town, *args, **more):
    """The command on the town's corpus."""
    return _run_bare(town, *args, POLICYCMP_CORPUS="town.yaml", **more)


def _run_bare(town, *args, **more):
    return run(*args, cwd=town, PYTHONPATH=str(ROOT / "src"), **more)


def _check(name, text):
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


@pytest.mark.parametrize("name", FORMATS)
def test_verify_in_every_format(town, name):
    done = _run(town, "verify", "--texts", "damaged", "-f", name)
    assert (done.returncode, done.stderr) == (1, "")
    _check(f"verify/damaged.{name}", done.stdout)


@pytest.mark.parametrize("name", FORMATS)
def test_find_in_every_format(town, name):
    done = _run(town, "find", "news.txt", "--limit", "3", "-f", name)
    assert (done.returncode, done.stderr) == (0, "")
    _check(f"find/news.{name}", done.stdout)


@pytest.mark.parametrize("name", ["terminal", "markdown", "json"])
def test_show_and_compare_with_texts(town, name):
    shown = _run(town, "show", "council", "--texts", "texts", "-f", name)
    _check(f"show/passages.{name}", shown.stdout)
    assert "fountain fund may spend nothing on repairs until" in shown.stdout
    compared = _run(town, "compare", "--detail", "--texts", "texts", "-f", name)
    assert ("fountain fund may spend nothing" in compared.stdout) is (name != "json")


def test_all_found_is_a_quiet_yes(town):
    done = _run(town, "verify", "--texts", "texts")
    assert done.returncode == 0
    assert done.stdout.startswith("3 passages: 3 found.\n")
    listed = _run(town, "verify", "--texts", "texts", "--all", "-f", "csv").stdout
    assert [row["outcome"] for row in csv.DictReader(io.StringIO(listed))] == ["found"] * 3


def test_fix_rewrites_what_moved_and_nothing_else(town):
    moved = "\n\n".join(["One", "Two", *PARAGRAPHS])
    (town / "damaged" / "minutes.txt").write_text(moved, encoding="utf-8")
    done = _run(town, "verify", "--texts", "damaged", "--fix")
    assert done.returncode == 0
    assert "3 anchors put right" in done.stdout
    expected = CORPUS
    for old in (6, 4, 2):
        expected = expected.replace(f"paragraph: {old}", f"paragraph: {old + 2}")
    assert (town / "town.yaml").read_text(encoding="utf-8") == expected
    assert _run(town, "verify", "--texts", "damaged").returncode == 0


def test_fix_leaves_what_it_cannot_put_right(town):
    done = _run(town, "verify", "--texts", "damaged", "--fix")
    assert done.returncode == 1
    text = (town / "town.yaml").read_text(encoding="utf-8")
    assert text == CORPUS.replace("paragraph: 2 ", "paragraph: 3 ")


def test_fix_refuses_what_is_no_document(town):
    listed = _run(town, "list", "positions", "-f", "csv").stdout
    (town / "rows.csv").write_text(listed, encoding="utf-8")
    done = _run(town, "verify", "-c", "rows.csv", "--texts", "damaged", "--fix")
    assert done.returncode == 2
    assert (town / "rows.csv").read_text(encoding="utf-8") == listed
    assert "only a YAML or JSON corpus" in done.stderr


def test_another_text_than_the_one_coded_is_told(town):
    path = town / "town.yaml"
    digest = f"sha256:{'0' * 64}"
    path.write_text(CORPUS.replace("author: A Clerk", f"author: A Clerk, digest: '{digest}'"))
    done = _run(town, "verify", "--texts", "texts")
    assert done.returncode == 0
    assert "Not the text that was coded, by its digest: minutes." in done.stdout


def test_no_texts_and_unreadable_ones(town):
    none = _run(town, "verify")
    assert (none.returncode, none.stdout) == (2, "")
    assert "--texts" in none.stderr
    assert _run(town, "verify", "--texts", "nowhere").returncode == 66
    (town / "damaged" / "minutes.txt").write_bytes(b"\xff\xfa\x00")
    done = _run(town, "verify", "--texts", "damaged")
    assert done.returncode == 1
    assert "3 no text" in done.stdout
    assert "not a text in UTF-8" in done.stdout
    assert _run(town, "find", "nowhere.txt").returncode == 66


def test_a_draft_is_checked_coded_and_verified_with_nothing_else(town):
    done = _run(town, "find", "news.txt", "--draft", "-o", "draft.yaml")
    assert (done.returncode, done.stdout) == (0, "")
    checked = _run(town, "check", "draft.yaml")
    assert checked.returncode == 0
    assert "is open" in checked.stdout
    shutil.copy(town / "news.txt", town / "texts" / "news.txt")
    assert _run(town, "verify", "-c", "draft.yaml", "--texts", "texts").returncode == 0
    coded = (town / "draft.yaml").read_text(encoding="utf-8").replace("stance:\n", "stance: 1\n", 1)
    (town / "draft.yaml").write_text(coded, encoding="utf-8")
    records = _run(town, "list", "positions", "-c", "draft.yaml", "-f", "json").stdout
    assert 1 in [record["stance"] for record in json.loads(records)["records"]]
    again = _run(town, "find", "news.txt", "--draft", "-o", "draft.yaml")
    assert again.returncode == 73


def test_find_reads_standard_input(town):
    done = _run(town, "find", "-", "--limit", "1", "-f", "jsonl", stdin=NEWS)
    assert json.loads(done.stdout)["issue"] == "bus-lane"


def test_check_warns_of_thin_evidence(town):
    done = _run(town, "check", "town.yaml", "--texts", "texts")
    assert done.returncode == 0
    assert "W501" in done.stdout
    assert "W502" not in done.stdout
