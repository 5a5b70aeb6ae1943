"""Every command from Python: the same options, the same answers, one kind of error."""

from __future__ import annotations

import datetime
import inspect
import json
import re
import shlex

import pytest

import policycmp
from makers import QUARREL, make_corpus, make_position
from policycmp.cli.app import COMMANDS
from policycmp.model.codebook import Issue
from policycmp.model.crosswalk import Crosswalk, Match, Verdict
from policycmp.model.names import Kind
from processes import ROOT, run

FUNCTIONS = (
    *("compare", "show", "agree", "explain", "diff", "conflicts", "changes", "issues", "camps", "match"),
    *("list", "check", "verify", "reliability", "find", "align", "merge", "convert"),
)
OTHER = make_corpus(
    make_position("shops", "lane", 2),
    issues=(Issue(id="lane", title="Bus lane"), Issue(id="zinc", title="Oxide vexillum")),
    topics=(),
)


@pytest.fixture
def corpus():
    return make_corpus(*QUARREL)


def test_public_names_are_there_documented_and_completed():
    assert set(FUNCTIONS) <= set(dir(policycmp))
    for name in policycmp.__all__:
        assert getattr(policycmp, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = policycmp.nothing  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_shows_its_options_and_its_page_names_its_errors(name):
    function = getattr(policycmp, name)
    assert len(inspect.signature(function).parameters) > 1
    assert function.__name__ == name
    assert "options" not in inspect.signature(function).parameters


def test_filters_filter(corpus):
    table = policycmp.compare(corpus, "streets", actor=["mayor", "shops"])
    assert [(r["issue"], r["actor"], r["state"]) for r in table.records] == [
        ("bus-lane", "mayor", "contested"),
        ("bus-lane", "shops", "clear"),
        ("bike-lane", "mayor", "silent"),
        ("bike-lane", "shops", "mixed"),
    ]
    assert {r["actor"] for r in policycmp.compare(corpus, actor="shops").records} == {"shops"}


def test_a_result_shows_itself(corpus):
    table = policycmp.compare(corpus, "streets", actor=["mayor", "shops"])
    assert "strongly supports / opposes if …" in str(table)
    assert table._repr_html_().startswith('<article class="policycmp">')
    assert table.render("csv").splitlines()[0] == "issue,mayor,shops"
    assert repr(table) == "<policycmp compare: 2 rows>"
    assert [column.id for column in table.value.columns] == ["mayor", "shops"]
    with pytest.raises(policycmp.UsageError, match="no format named 'word'"):
        table.render("word")


def test_every_filter_and_choice(corpus):
    table = policycmp.compare(
        corpus,
        issue="bus lane",
        source=["blog", "paper"],
        attribution=["reported", "stated"],
        since="2024-03",
        until=datetime.date(2024, 12, 31),
        by="source",
        rule="mean",
        only="disagreements",
        sort="codebook",
        detail=True,
    )
    assert table.value.by == "source"
    assert policycmp.compare(corpus, as_of="2024-03-02").value.rule == "latest"


def test_an_unknown_option_raises_with_the_nearest(corpus):
    with pytest.raises(TypeError, match="compare\\(\\) takes no option 'sinse'; did you mean 'since'\\?"):
        policycmp.compare(corpus, sinse="2024")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="did you mean 'strict'"):
        policycmp.check(corpus, stict=True)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda c: policycmp.compare(c, "zebras"), "no topic or issue is named 'zebras'"),
        (lambda c: policycmp.compare(c, since="2024-13"), "no month 13"),
        (lambda c: policycmp.compare(c, rule="odd"), "no rule named 'odd'"),
        (lambda c: policycmp.compare(c, by="actr"), "no kind of column named 'actr'"),
        (lambda c: policycmp.compare(c, attribution="rumoured"), "no attribution named 'rumoured'"),
        (lambda c: policycmp.agree(c, metric="hamming"), "no metric named 'hamming'"),
        (lambda c: policycmp.agree(c, missing="odd"), "no rule for silence named 'odd'"),
        (lambda c: policycmp.agree(c, floor=0), "floor is 0"),
        (lambda c: policycmp.issues(c, floor=1), "floor is 1"),
        (lambda c: policycmp.agree(c, weight="bus-lane"), "is not ISSUE=N"),
        (lambda c: policycmp.list(c, "zebras"), "no kind named 'zebras'"),
        (lambda c: policycmp.merge(c, c, on_conflict="odd"), "no way named 'odd'"),
        (lambda c: policycmp.merge(c), "two corpora"),
        (lambda c: policycmp.show(c), "at least one name"),
        (lambda c: policycmp.find(c), "at least one text"),
        (lambda c: policycmp.diff(c, "mayor", "mayor"), "two different actors"),
        (lambda c: policycmp.explain(c, "mayor", "mayor"), "two different actors"),
        (lambda c: policycmp.changes(c), "one of them"),
        (lambda c: policycmp.verify(c), "no texts"),
        (lambda c: policycmp.convert(c, "xyz"), "'xyz'"),
    ],
)
def test_whatever_is_wrong_raises_one_kind_of_error(corpus, call, said):
    with pytest.raises(policycmp.UsageError, match=said):
        call(corpus)


def test_a_value_of_another_type_raises(corpus):
    for wrong in ({"floor": "3"}, {"robust": 1}, {"actor": 7}, {"since": 2024}, {"top": True}):
        with pytest.raises(TypeError, match=next(iter(wrong)) if "actor" not in wrong else "neither a name"):
            policycmp.agree(corpus, **wrong)


def test_choices_are_read_in_any_case(corpus):
    assert policycmp.agree(corpus, metric="Same_Side").value.terms.measure.name == "same-side"


def test_a_corpus_is_read_from_where_it_is_named(tmp_path, monkeypatch):
    path = tmp_path / "town.yaml"
    path.write_text(policycmp.write_corpus(make_corpus(*QUARREL)), encoding="utf-8")
    direct = policycmp.compare(make_corpus(*QUARREL)).records
    for given in (path, str(path), [path], (str(path),)):
        assert [r["state"] for r in policycmp.compare(given).records] == [r["state"] for r in direct]
    monkeypatch.setenv("POLICYCMP_CORPUS", str(path))
    assert [r["state"] for r in policycmp.compare().records] == [r["state"] for r in direct]


def test_load_corpus_reads_what_is_named(tmp_path):
    path = tmp_path / "empty.yaml"
    path.write_text("issues: [{id: a, title: A}]\n", encoding="utf-8")
    assert policycmp.load_corpus(path).issues[0].title == "A"
    with pytest.raises(policycmp.UnreadableError):
        policycmp.load_corpus(tmp_path / "missing.yaml")
    path.write_text("isues: []\n", encoding="utf-8")
    with pytest.raises(policycmp.CorpusError, match="1 fault"):
        policycmp.load_corpus(path)


def test_match_takes_answers_as_a_mapping(corpus):
    ranked = policycmp.match(corpus, {"bus lane": 2, "bike lane": "mixed", "parking fee": None}, floor=1)
    assert ranked.value.matches[0].actor.id in {"mayor", "shops", "council"}
    assert [answer.issue for answer in ranked.value.answers][:2] == ["bus-lane", "bike-lane"]
    with pytest.raises(policycmp.UsageError, match="no answer on the scale"):
        policycmp.match(corpus, {"bus lane": 9})


def test_weights_are_taken_as_a_mapping(corpus):
    terms = policycmp.agree(corpus, weight={"bus lane": 3}).value.terms
    assert terms.weights == (("bus-lane", 3.0),)


def test_check_gives_findings_and_never_raises_for_them(tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_text("isues: []\n", encoding="utf-8")
    found = policycmp.check(path)
    assert not found.is_clean
    assert [fault.code for fault in found.value] == ["E201"]
    assert found.records[0]["code"] == "E201"
    assert found.render("github").startswith("::error ")
    assert json.loads(found.render("json"))["records"] == found.records
    assert found.render("csv").splitlines()[0].startswith("file,line,column,severity,code")
    assert policycmp.explain_code("E201").startswith("E201: ")


def test_verify_and_find_read_texts_and_write_nothing(tmp_path):
    corpus = policycmp.load_corpus(ROOT / "tests" / "cli" / "quarrel.yaml")
    with pytest.raises(policycmp.UnreadableError):
        policycmp.verify(corpus, texts=tmp_path / "missing")
    verified = policycmp.verify(corpus, texts=tmp_path, fix=True)
    assert {r.located.outcome for r in verified.value} == {"no text"}
    assert (verified.is_clean, verified.files) == (False, {})
    text = tmp_path / "new.txt"
    text.write_text("The bus lane on Mill Street is a must, the mayor said.\n", encoding="utf-8")
    found = policycmp.find(corpus, text)
    assert "positions:" in found.write_draft()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["new.txt"]


def test_align_gives_a_crosswalk_and_shows_itself(tmp_path):
    found = policycmp.align(make_corpus(), OTHER)
    assert [(r["from"], r["to"], r["verdict"]) for r in found.records[:2]] == [
        ("lane", "bus-lane", "sure"),
        ("zinc", None, "none"),
    ]
    assert "bus-lane" in str(found)
    path = tmp_path / "x.yaml"
    path.write_text(policycmp.write_crosswalk(found.value), encoding="utf-8")
    known = policycmp.load_crosswalk(path)
    assert known.matches == found.value.matches
    again = policycmp.align(make_corpus(), OTHER, crosswalk=path, many=True)
    assert again.value.matches == known.matches
    with pytest.raises(policycmp.CorpusError):
        policycmp.load_crosswalk(__file__)


def test_merge_joins_tells_and_refuses(corpus, tmp_path):
    merged = policycmp.merge(corpus, OTHER)
    assert [(c["actor"], c["issue"]) for c in merged.records] == [("shops", "bus-lane")]
    assert "policycmp: 1" in policycmp.write_corpus(merged.value.corpus)
    with pytest.raises(policycmp.UsageError, match="disagree"):
        policycmp.merge(corpus, OTHER, on_conflict="fail")
    paths = []
    for name, one in (("a.yaml", corpus), ("b.yaml", OTHER)):
        (tmp_path / name).write_text(policycmp.write_corpus(one), encoding="utf-8")
        paths.append(tmp_path / name)
    assert policycmp.merge(*paths).records == merged.records


def test_several_corpora_load_as_one_and_say_how(tmp_path):
    ours, theirs = tmp_path / "a.yaml", tmp_path / "b.yaml"
    ours.write_text(policycmp.write_corpus(make_corpus(*QUARREL)), encoding="utf-8")
    theirs.write_text(policycmp.write_corpus(OTHER), encoding="utf-8")
    doubtful = Match(kind=Kind.ISSUE, theirs="lane", ours="bus-lane", verdict=Verdict.DOUBTFUL)
    plain = policycmp.load_corpus(ours, theirs)
    left = policycmp.load_corpus(ours, theirs, crosswalk=Crosswalk(matches=(doubtful,)))
    assert {"lane", "zinc"} - plain.issue_by_id.keys() == {"lane"}
    assert {"lane", "zinc"} - left.issue_by_id.keys() == set()
    assert f"{theirs} aligned without a crosswalk: 4 names matched;" in str(policycmp.compare(plain))
    assert policycmp.compare(left).report.about["alignments"][0]["doubtful"] == 1
    both = policycmp.compare([ours, theirs])
    assert any("lane is bus-lane" in note for note in both.notes)
    with pytest.raises(policycmp.UsageError, match="several whole corpora"):
        policycmp.load_corpus(ours, crosswalk=Crosswalk())


def read_words(name, line):
    """An example of the help as the call it is in Python: words, then options."""
    parameters = inspect.signature(getattr(policycmp, name)).parameters
    flags = {f"--{p.replace('_', '-').rstrip('-')}": p for p in parameters} | {"--from": "from_"}
    words, options, rest = [], {}, iter(shlex.split(line)[1:])
    for word in rest:
        if not word.startswith("-"):
            words.append(word)
            continue
        option = flags[word]
        is_flag = isinstance(parameters[option].default, bool)
        value = True if is_flag else next(rest)
        options[option] = int(value) if not is_flag and value.isdecimal() else value
    return words, options


NOT_HERE = re.compile(r"\||\.(yaml|csv|txt|html|pdf|dna)|--texts|--explain| -[ocf] |^match$")
"""Examples that read files of the reader's own, ask questions, or are about writing."""
EXAMPLES = [
    (name, line)
    for name, command in COMMANDS.items()
    for line in command.examples
    if name in FUNCTIONS and not NOT_HERE.search(line)
]


@pytest.mark.parametrize(("name", "line"), EXAMPLES, ids=[line for _, line in EXAMPLES])
def test_the_examples_of_the_help_give_the_same_from_python(name, line):
    words, options = read_words(name, line)
    got = getattr(policycmp, name)(None, *words, **options).records
    printed = json.loads(run(*shlex.split(line), "-f", "json").stdout)
    assert json.loads(json.dumps(got)) == printed["records"]
    assert got


def test_most_commands_have_an_example_that_runs_from_python():
    assert {name for name, _ in EXAMPLES} >= {
        *("compare", "show", "agree", "diff", "conflicts", "changes", "issues", "camps", "list")
    }
