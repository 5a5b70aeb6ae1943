"""What is said of ids that no codebook has, of codes for no answer, and of actors with one name."""

from __future__ import annotations

import policycmp

BOOK = """\
title: Harbour
scales: [{id: warmth, low: 0, high: 100, missing: [99]}]
issues: [{id: quay, title: New quay, scale: warmth}]
actors: [{id: rowers, name: Rowing Club}]
sources: [{id: minutes, title: Minutes}]
"""


def compare(tmp_path, rows, book=None):
    table = tmp_path / "table.csv"
    table.write_text("actor,issue,stance,source,attribution\n" + rows, encoding="utf-8")
    paths = [table]
    if book:
        (tmp_path / "book.yaml").write_text(book, encoding="utf-8")
        paths.insert(0, tmp_path / "book.yaml")
    return policycmp.compare(paths)


def test_slips_and_the_scale_assumed_are_told_in_text_and_data(tmp_path):
    found = compare(tmp_path, "rower,quay,1,minutes,stated\nrowers,quai,1,minutes,stated\n", BOOK)
    text = found.render("terminal")
    assert "Declared nowhere: 1 actor (rower, nearest rowers) and 1 issue (quai, nearest quay)." in text
    assert "Scale five-point (-2 to 2) assumed for 1 issue" in text
    about = found.report.about
    assert about["undeclared"] == [
        {"kind": "actor", "id": "rower", "nearest": "rowers"},
        {"kind": "issue", "id": "quai", "nearest": "quay"},
    ]
    assert about["assumed_scale"] == {"scale": "five-point", "issues": ["quai"]}


def test_where_all_is_declared_nothing_is_told(tmp_path):
    found = compare(tmp_path, "rowers,quay,1,minutes,stated\n", BOOK)
    assert "nowhere" not in found.render("terminal")
    assert not {"undeclared", "assumed_scale"} & found.report.about.keys()


def test_without_a_codebook_only_the_scale_is_told(tmp_path):
    text = compare(tmp_path, "a,q,0,s,stated\nb,q,1,s,stated\n").render("terminal")
    assert "Declared nowhere" not in text
    assert "assumed for 1 issue that no codebook declares; values seen: 0, 1." in text


def test_every_record_of_a_measure_says_so_too(tmp_path):
    (tmp_path / "answers.csv").write_text("actor,q1,q2,q3\na,1,-1,1\nb,1,1,0\n", encoding="utf-8")
    found = policycmp.agree(tmp_path / "answers.csv")
    assert {record["assumed_scale"] for record in found.records} == {"five-point for 3 issues"}
    head, row = found.render("csv").splitlines()[:2]
    assert "assumed_scale" in head.split(",")
    assert "five-point for 3 issues" in row.split(",")


def test_codes_for_no_answer_are_counted_under_the_table(tmp_path):
    found = compare(tmp_path, "rowers,quay,99,minutes,stated\nrowers,quay,5,minutes,stated\n", BOOK)
    assert "1 position with a code for no answer." in found.render("terminal")
    assert found.report.about["counts"]["unanswered"] == 1


def test_every_label_names_one_actor(tmp_path):
    path = tmp_path / "names.yaml"
    path.write_text(
        """\
issues: [{id: quay, title: New quay}]
actors:
  - {id: up-north, name: Union of the North, short: UN}
  - {id: up-south, name: Union of the South, short: UN}
  - {id: amy-1, name: Amy Reed}
  - {id: amy-2, name: Amy Reed}
  - {id: rowers, name: Rowing Club, short: RC}
sources: [{id: s, title: S}]
""",
        encoding="utf-8",
    )
    corpus = policycmp.load_corpus(path)
    assert corpus.actor_labels == {
        "up-north": "Union of the North",
        "up-south": "Union of the South",
        "amy-1": "Amy Reed (amy-1)",
        "amy-2": "Amy Reed (amy-2)",
        "rowers": "RC",
    }
    assert corpus.actor_names["amy-2"] == "Amy Reed (amy-2)"
    assert corpus.actor_names["rowers"] == "Rowing Club"
