"""What is written reads back: every writer, every corpus, and through real processes."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpora_strategies import WORDS, corpora, hidden_texts, texts
from policycmp.corpusfile.characters import drop_hidden
from policycmp.corpusfile.csv_dialect import CSV, TSV, guard, unguard, write_rows
from policycmp.corpusfile.fields import KIND_BY_SECTION
from policycmp.corpusfile.inputs import Input
from policycmp.corpusfile.losses import list_losses
from policycmp.corpusfile.reader_choice import READERS
from policycmp.corpusfile.table_lines import Lines
from policycmp.corpusfile.writer_choice import WRITERS
from policycmp.corpusfile.yaml_text import write_value
from policycmp.load.corpus import check_corpus, load_corpus
from policycmp.model.codebook import FIVE_POINTS
from policycmp.record import replace
from policycmp.render.format import FORMATS
from policycmp.text.grammar import count
from policycmp.text.unsafe import UNSAFE
from processes import run

if TYPE_CHECKING:
    from policycmp.model.corpus import Corpus

WHOLE = [name for name in WRITERS.names() if not WRITERS.load(name).bare]
BARE = [name for name in WRITERS.names() if WRITERS.load(name).bare]


def write(corpus: Corpus, name: str) -> Input:
    writer = WRITERS.load(name)
    path = f"corpus{writer.suffixes[-1]}"
    return Input(path=path, name=path, data="".join(writer.write(corpus)).encode())


def strip(corpus: Corpus) -> Corpus:
    """The corpus without what tells where it was read."""
    positions = tuple(replace(position, place=None) for position in corpus.positions)
    return replace(corpus, positions=positions, origins=())


def test_there_are_writers_of_both_kinds() -> None:
    assert WHOLE == ["json", "yaml"]
    assert BARE == ["csv", "jsonl", "tsv"]


@pytest.mark.parametrize("name", WRITERS.names())
def test_a_format_goes_by_one_set_of_suffixes(name: str) -> None:
    suffixes = WRITERS.load(name).suffixes
    assert READERS.load(name).suffixes == suffixes
    if name in FORMATS.names():
        assert FORMATS.load(name).suffixes == suffixes


@pytest.mark.parametrize("name", WHOLE)
@given(corpus=corpora())
def test_a_whole_corpus_comes_back(name: str, corpus: Corpus) -> None:
    assert strip(load_corpus([write(corpus, name)])) == corpus
    assert list_losses(WRITERS.load(name), corpus) == ()


@pytest.mark.parametrize("name", BARE)
@given(corpus=corpora(fewest=1))
def test_positions_come_back_to_their_codebook(name: str, corpus: Corpus) -> None:
    # Without positions JSON Lines would be an empty file, which is a fault: nobody writes one on purpose.
    bare, codebook = write(corpus, name), write(replace(corpus, positions=()), "yaml")
    assert strip(load_corpus([bare, codebook])) == corpus
    borrowed = strip(load_corpus([bare], codebook=corpus))
    assert borrowed.positions == corpus.positions
    assert set(borrowed.actors) <= set(corpus.actors)


@pytest.mark.parametrize("name", BARE)
@given(corpus=corpora())
def test_what_bare_positions_lose_is_named(name: str, corpus: Corpus) -> None:
    lost = [
        count(len(things), KIND_BY_SECTION[section].noun)
        for section in ("scales", "topics", "issues", "actors", "sources")
        if (things := [thing for thing in getattr(corpus, section) if thing != FIVE_POINTS])
    ]
    lost += [f"the {name}" for name in ("title", "note") if getattr(corpus, name) is not None]
    assert list_losses(WRITERS.load(name), corpus) == tuple(lost)


@pytest.mark.parametrize("name", WRITERS.names())
@given(corpus=corpora(fewest=1), text=hidden_texts())
def test_hidden_characters_are_lost_and_that_is_named(name: str, corpus: Corpus, text: str) -> None:
    first, *others = corpus.positions
    odd = replace(corpus, positions=(replace(first, summary=text), *others))
    told = [what for what in list_losses(WRITERS.load(name), odd) if "hidden" in what]
    assert told == [count(len(re.findall(UNSAFE, text)), "hidden character")]
    back, faults = check_corpus([write(odd, name), write(replace(corpus, positions=()), "yaml")])
    assert [fault for fault in faults if fault.code.startswith("E")] == []
    assert back is not None
    assert back.positions[0].summary == (drop_hidden(text) or None)


@pytest.mark.parametrize("name", WRITERS.names())
def test_a_text_may_be_longer_than_the_standard_library_takes_for_a_cell(name: str) -> None:
    summary = '"a, \t' * 50_000
    text = (
        f"- {{actor: a, issue: i, stance: 1, source: s, attribution: stated, summary: {json.dumps(summary)}}}"
    )
    corpus = load_corpus([Input(path="x.yaml", name="x.yaml", data=text.encode())])
    assert load_corpus([write(corpus, name)]).positions[0].summary == summary


def test_hidden_line_ends_become_line_feeds() -> None:
    assert drop_hidden("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch") == "a\nb\nc\nd\ne\nf\ng\nh"
    assert drop_hidden("a\x00b\u202ec\ud800") == "abc\ufffd"


@given(st.text())
def test_what_is_guarded_comes_back_and_no_formula_is_left(text: str) -> None:
    text = text.replace("\ud800", "")
    guarded = guard(text)
    assert unguard(guarded) == text
    assert guarded[:1] not in {"=", "@"}


@pytest.mark.parametrize("text", WORDS)
def test_odd_texts_are_guarded_and_come_back(text: str) -> None:
    assert unguard(guard(text)) == text


CELLS = texts() | st.just("")
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(CELLS, min_size=width, max_size=width).filter(any), min_size=1, max_size=5
    )
)


@pytest.mark.parametrize("dialect", [CSV, TSV], ids=["csv", "tsv"])
@given(table=TABLES)
def test_any_table_comes_back(dialect: object, table: list[list[str]]) -> None:
    head = [f"c{number}" for number in range(len(table[0]))]
    text = "".join(write_rows(dialect, [head, *table])).replace("\r\n", "\n")
    rows = [[unguard(cell) for cell in row] for _, row in Lines(text, dialect).rows()]
    assert rows == [head, *table]


@given(texts() | st.text().map(drop_hidden))
def test_a_text_in_yaml_is_a_text_to_every_reader(text: str) -> None:
    for item in (text, [text, text]):
        line = f"key: {write_value(item)}\n"
        assert line.count("\n") == 1
        read = yaml.safe_load(line)["key"]
        for each in read if isinstance(read, list) else [read]:
            # Dates are left plain, as people write them; some readers know them.
            assert str(each) == text
            assert isinstance(each, str) or text[4:5] == "-"


ODD = [*WORDS, "plain"]


@pytest.fixture(scope="module")
def odd_corpus(tmp_path_factory: pytest.TempPathFactory):
    """A corpus file in which each position has an odd text somewhere, one of them is open, and scales are
    of every kind."""
    stances = {"lane": ["-1", "x", "+"], "tax": [0.5, 2], "bus": [-2, 0, None]}
    fields = ("summary", "condition", "coder", "quote", "page", "section")
    positions = [
        {
            "actor": f"a{number}",
            "issue": issue,
            "stance": stances[issue][number % len(stances[issue])],
            "source": ("null", "1e3", "-s")[number % 3],
            "attribution": ("stated", "reported", "implied")[number % 3],
            fields[number % len(fields)]: text,
            "date": ("2024", "2024-05", "2024-05-03", "2024-01-01/2024-02-01")[number % 4],
        }
        for number, text in enumerate(ODD)
        for issue in (list(stances)[number % 3],)
    ]
    document = {
        "scales": [{"id": "words", "points": ["-1", "x", "+"]}, {"id": "range", "low": 0, "high": 2.5}],
        "issues": [
            {"id": "lane", "title": "Lane", "scale": "words"},
            {"id": "tax", "title": "Tax", "scale": "range"},
            {"id": "bus", "title": "Bus"},
        ],
        "actors": [{"id": f"a{number}", "name": f"Actor {number}"} for number in range(len(ODD))],
        "sources": [{"id": name, "title": name} for name in ("null", "1e3", "-s")],
        "positions": positions,
    }
    path = tmp_path_factory.mktemp("odd") / "odd.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def compared(odd_corpus):
    return run("compare", "-c", str(odd_corpus), "-f", "jsonl", "--detail").stdout


@pytest.mark.parametrize("name", sorted({*FORMATS.names()} & {*READERS.names()}))
def test_what_list_writes_goes_into_compare(name: str, odd_corpus, compared) -> None:
    environ = {"POLICYCMP_CORPUS": str(odd_corpus)}
    listed = run("list", "positions", "-c", str(odd_corpus), "-f", name)
    assert (listed.returncode, listed.stderr) == (0, "")
    done = run("compare", "-c", "-", "-f", "jsonl", "--detail", stdin=listed.stdout, **environ)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == compared
    assert len(done.stdout.splitlines()) > len(ODD)
    again = run("list", "positions", "-c", "-", "-f", "jsonl", stdin=listed.stdout, **environ)
    assert again.stdout == run("list", "positions", "-c", str(odd_corpus), "-f", "jsonl").stdout


@pytest.mark.parametrize("name", WRITERS.names())
def test_what_convert_writes_goes_into_compare(name: str, odd_corpus, compared, tmp_path) -> None:
    for suffix in WRITERS.load(name).suffixes:
        path = tmp_path / f"again{suffix.upper()}"
        assert run("convert", str(odd_corpus), str(path)).returncode == 0
        done = run("compare", "-c", str(path), "-f", "jsonl", "--detail", POLICYCMP_CORPUS=str(odd_corpus))
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == compared


QUOTES = """\
policycmp: 1
issues: [{id: bus, title: Bus lane}]
actors: [{id: ann, name: Ann}, {id: bob, name: Bob}, {id: cem, name: Cem}]
sources: [{id: s, title: S}]
positions:
  - {actor: ann, issue: bus, stance: 2, source: s, attribution: stated, page: 1, summary: '"Never again'}
  - {actor: bob, issue: bus, stance: -2, source: s, attribution: stated, page: 2, summary: plain}
  - {actor: cem, issue: bus, stance: 1, source: s, attribution: stated, page: 3, summary: 'the end"'}
"""


@pytest.mark.parametrize("name", ["csv", "tsv", "json", "jsonl"])
def test_lone_quotation_marks_swallow_no_row(name: str, tmp_path) -> None:
    path = tmp_path / "quotes.yaml"
    path.write_text(QUOTES, encoding="utf-8")
    listed = run("list", "positions", "-c", str(path), "-f", name)
    done = run("list", "positions", "-c", "-", "-f", "jsonl", stdin=listed.stdout)
    summaries = [json.loads(line)["summary"] for line in done.stdout.splitlines()]
    assert summaries == ['"Never again', "plain", 'the end"']


HEAD = "actor\tissue\tstance\tsource\tattribution\tsummary\n"
FOREIGN = {
    "marks are text": ('"Now" is the word', '5" pipe', ['"Now" is the word', '5" pipe']),
    "marks around a whole text": ('"Now"', "plain", ['"Now"', "plain"]),
    "lone marks": ('"Never again', 'the end"', ['"Never again', 'the end"']),
    "doubled marks": ('"a ""b"""', "plain", ['a "b"', "plain"]),
    "a tab in quotes": ('"a\tb"', "plain", ["a\tb", "plain"]),
    "a line end in quotes": ('"a\nb"', "plain", ["a\nb", "plain"]),
    "commas in quotes, as spreadsheets do": ('"yes, soon"', "no", ["yes, soon", "no"]),
    "commas in marks and without": ('"yes, soon"', "no, never", ['"yes, soon"', "no, never"]),
    "backslashes": ("C:\\Users", "\\t", ["C:\\Users", "\\t"]),
    "escapes": ("a\\tb\\\\", '\\"x', ["a\tb\\", '"x']),
}


@pytest.mark.parametrize("case", FOREIGN)
def test_tables_with_tabs_from_elsewhere(case: str) -> None:
    first, second, expected = FOREIGN[case]
    text = f"{HEAD}ann\tbus\t2\ts\tstated\t{first}\nbob\tbus\t1\ts\tstated\t{second}\n"
    read = load_corpus([Input(path="x.tsv", name="x.tsv", data=text.encode())])
    assert [position.summary for position in read.positions] == expected


def test_quoted_heads_say_that_cells_are_quoted() -> None:
    text = HEAD.replace("actor", '"actor"') + '"ann"\t"bus"\t2\t"s"\t"stated"\t"Now"\n'
    (position,) = load_corpus([Input(path="x.tsv", name="x.tsv", data=text.encode())]).positions
    assert (position.actor, position.summary) == ("ann", "Now")


def test_an_escaped_carriage_return_is_a_hidden_character() -> None:
    text = f"{HEAD}ann\tbus\t2\ts\tstated\ta\\rb\n"
    _, faults = check_corpus([Input(path="x.tsv", name="x.tsv", data=text.encode())])
    assert [(f.code, str(f.place)) for f in faults if f.code[0] == "E"] == [("E108", "x.tsv:2:20")]


@pytest.mark.parametrize("suffix", ["ndjson", "tab", "JSONL", "CSV", "TSV", "json", "", "txt"])
def test_bare_files_borrow_whatever_they_are_called(suffix: str, odd_corpus, tmp_path) -> None:
    name = {"ndjson": "jsonl", "tab": "tsv", "": "csv", "txt": "json"}.get(suffix, suffix.lower())
    listed = run("list", "positions", "-c", str(odd_corpus), "-f", name).stdout
    path = tmp_path / (f"bare.{suffix}" if suffix else "bare")
    path.write_text(listed, encoding="utf-8")
    done = run("list", "issues", "-c", str(path), "-f", "csv", POLICYCMP_CORPUS=str(odd_corpus))
    assert done.stdout == run("list", "issues", "-c", str(odd_corpus), "-f", "csv").stdout
    # Beside a whole corpus they are a part of it, too.
    both = run("list", "issues", "-c", str(odd_corpus), "-c", str(path), "-f", "csv")
    assert "stands already at" in both.stderr


def test_a_list_of_positions_in_yaml_borrows(odd_corpus, tmp_path) -> None:
    path = tmp_path / "bare.yaml"
    path.write_text(
        "- {actor: a1, issue: lane, stance: x, source: -s, attribution: stated}\n", encoding="utf-8"
    )
    for _ in range(2):  # and is not kept as a corpus of its own
        environ = {"POLICYCMP_CACHE": "on", "XDG_CACHE_HOME": str(tmp_path / "cache")}
        done = run("compare", "-c", str(path), "-f", "jsonl", POLICYCMP_CORPUS=str(odd_corpus), **environ)
        assert done.stderr == ""
        assert json.loads(done.stdout)["issue_title"] == "Lane"
    assert os.listdir(tmp_path / "cache" / "policycmp" / "corpora")  # noqa: PTH208
    alone = run("compare", "-c", str(path), "-f", "jsonl", **environ)
    assert alone.returncode == 65
