from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path

import pytest

from policycmp.corpusfile import bundled
from policycmp.corpusfile.template import TEMPLATE
from policycmp.errors import UnreadableError
from policycmp.load.corpus import FaultyCorpusError, check_corpus, load_corpus
from policycmp.model.corpus import Attribution, Corpus
from policycmp.model.fault import Severity

GOOD = sorted((Path(__file__).parent.parent / "corpora" / "good").iterdir())
ROW = {
    "actor": "council",
    "issue": "lane",
    "stance": 1,
    "source": "gazette",
    "attribution": "stated",
    "paragraph": 4,
}
BOOK = """\
topics: [{id: traffic, title: Traffic}]
issues: [{id: night, title: Night buses}, {id: lane, title: Bus lane, topic: traffic, scale: ten}]
scales: [{id: ten, low: 0, high: 10}]
actors: [{id: riders, name: Riders}, {id: council, name: Town Council}, {id: paper, name: The Paper}]
sources: [{id: gazette, title: Gazette, actor: paper}]
"""


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_good_corpora_load(path: Path) -> None:
    corpus, faults = check_corpus([str(path)])
    assert [str(fault.place) for fault in faults if fault.severity is Severity.FAULT] == []
    assert corpus is not None
    assert corpus.positions


def test_the_template_has_nothing_to_complain_about(tmp_path: Path) -> None:
    corpus, faults = check_corpus([write(tmp_path / "positions.yaml", TEMPLATE)])
    assert faults == ()
    assert corpus is not None
    sizes = [len(corpus.issues), len(corpus.actors), len(corpus.sources), len(corpus.positions)]
    assert sizes == [2, 3, 2, 6]
    assert {position.attribution for position in corpus.positions} == set(Attribution)


def test_a_position_knows_its_place_and_its_placement(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", TEMPLATE)
    first = load_corpus([path]).positions[0]
    assert first.place is not None
    line = TEMPLATE.splitlines()[first.place.line - 1]
    assert line[first.place.column - 1 :] == "actor: council"
    assert (first.stance, first.placement) == (2, 1.0)


def test_the_origin_has_the_digest_of_the_bytes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", TEMPLATE)
    origin = load_corpus([path]).origins[0]
    assert (origin.name, origin.digest) == (path, hashlib.sha256(TEMPLATE.encode()).hexdigest())


def test_the_bundled_corpus_is_never_called_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    path = write(tmp_path / "data" / "positions.yaml", TEMPLATE)
    monkeypatch.setattr(bundled, "_PACKAGE", tmp_path)
    corpus = load_corpus([path])
    assert corpus.origins[0].name == "bundled corpus"
    assert corpus.positions[0].place is not None
    assert corpus.positions[0].place.file == "bundled corpus"


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(TEMPLATE.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    corpus = load_corpus(["-"])
    assert corpus.origins[0].name == "<stdin>"
    assert len(corpus.positions) == 6


def test_an_unreadable_file_stops_loading_and_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"nowhere\.yaml"):
        load_corpus([str(tmp_path / "nowhere.yaml")])
    with pytest.raises(UnreadableError, match="is a directory"):
        load_corpus([str(tmp_path)])


def test_checking_goes_on_past_an_unreadable_file(tmp_path: Path) -> None:
    bad = write(tmp_path / "bad.yaml", "titel: Bus lanes\n")
    corpus, faults = check_corpus([str(tmp_path / "nowhere.yaml"), bad])
    assert corpus is None
    assert [fault.code for fault in faults] == ["E112", "E201"]


def test_a_faulty_corpus_tells_three_faults_and_where_to_see_all(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", "a: 1\nb: 1\nc: 1\nd: 1\n")
    with pytest.raises(FaultyCorpusError) as caught:
        load_corpus([path])
    assert len(caught.value.faults) == 4
    assert "4 faults" in caught.value.message
    assert [f"{path}:{n}:1" in caught.value.message for n in (1, 2, 3, 4)] == [True, True, True, False]
    assert caught.value.hint == f"run: policycmp check {path}"


class TestSeveralInputs:
    def test_a_codebook_and_positions_join_in_either_order(self, tmp_path: Path) -> None:
        book = write(tmp_path / "book.yaml", BOOK)
        rows = write(tmp_path / "rows.jsonl", json.dumps(ROW))
        for inputs in ([book, rows], [rows, book]):
            corpus, faults = check_corpus(inputs)
            assert corpus is not None, faults
            assert corpus.positions[0].placement == pytest.approx(-0.8)

    def test_a_list_in_json_waits_for_the_codebook_as_well(self, tmp_path: Path) -> None:
        rows = write(tmp_path / "rows.json", json.dumps([ROW]))
        corpus = load_corpus([rows, write(tmp_path / "book.yaml", BOOK)])
        assert corpus.positions[0].placement == pytest.approx(-0.8)
        assert [actor.id for actor in corpus.actors] == ["riders", "council", "paper"]

    def test_the_same_declaration_joins(self, tmp_path: Path) -> None:
        first, second = write(tmp_path / "a.yaml", BOOK), write(tmp_path / "b.yaml", BOOK)
        assert len(load_corpus([first, second]).actors) == 3

    def test_another_declaration_of_the_same_id_is_a_fault(self, tmp_path: Path) -> None:
        second = write(tmp_path / "b.yaml", "actors: [{id: riders, name: Others}]")
        _, faults = check_corpus([write(tmp_path / "a.yaml", BOOK), second])
        assert [(f.code, f.place.file) for f in faults if f.severity is Severity.FAULT] == [("E301", second)]


class TestBarePositions:
    def test_what_they_name_comes_from_the_codebook_in_its_order(self, tmp_path: Path) -> None:
        codebook = load_corpus([write(tmp_path / "book.yaml", BOOK)])
        rows = [ROW, {**ROW, "actor": "riders", "issue": "night", "stance": -1}]
        path = write(tmp_path / "rows.jsonl", "\n".join(map(json.dumps, rows)))
        corpus, faults = check_corpus([path], codebook=codebook)
        assert faults == ()
        assert corpus is not None
        assert corpus.issues == codebook.issues
        assert corpus.actors == codebook.actors
        assert corpus.sources == codebook.sources
        assert corpus.topics == codebook.topics
        assert corpus.scales == codebook.scales
        assert corpus.positions[0].placement == pytest.approx(-0.8)

    def test_only_what_is_used_is_copied(self, tmp_path: Path) -> None:
        codebook = load_corpus([write(tmp_path / "book.yaml", BOOK)])
        row = {**ROW, "actor": "riders", "issue": "night"}
        corpus = load_corpus([write(tmp_path / "rows.jsonl", json.dumps(row))], codebook=codebook)
        assert [issue.id for issue in corpus.issues] == ["night"]
        assert [actor.id for actor in corpus.actors] == ["riders", "paper"]
        assert [scale.id for scale in corpus.scales] == ["five-point"]

    def test_unknown_ids_stand_for_themselves(self, tmp_path: Path) -> None:
        path = write(tmp_path / "rows.jsonl", json.dumps(ROW))
        corpus, faults = check_corpus([path])
        assert [(fault.code, fault.severity) for fault in faults] == [("W407", Severity.WARNING)] * 3
        assert corpus is not None
        assert (corpus.actors[0].name, corpus.issues[0].title) == ("council", "lane")
        assert corpus.positions[0].placement == 0.5

    def test_the_output_of_policycmp_is_read(self, tmp_path: Path) -> None:
        document = {"schema": "policycmp/1", "result": "positions", "about": {"x": [1]}, "records": [ROW]}
        for keys in (list(document), sorted(document)):
            text = json.dumps({key: document[key] for key in keys})
            assert len(load_corpus([write(tmp_path / "out.json", text)]).positions) == 1

    @pytest.mark.parametrize(
        "text",
        [
            json.dumps(ROW),
            json.dumps([ROW]),
            json.dumps({"schema": "policycmp/1", "records": [ROW]}, indent=1),
            "actor,issue,stance,source,attribution\r\ncouncil,lane,1,gazette,stated\r\n",
            "\ufeffactor\tissue\tstance\tsource\tattribution\ncouncil\tlane\t1\tgazette\tstated\n",
            "- {actor: council, issue: lane, stance: 1, source: gazette, attribution: stated}\n",
        ],
    )
    def test_the_format_is_told_by_content(self, text: str, tmp_path: Path) -> None:
        corpus: Corpus = load_corpus([write(tmp_path / "positions", text)])
        assert [(p.actor, p.stance) for p in corpus.positions] == [("council", 1)]
