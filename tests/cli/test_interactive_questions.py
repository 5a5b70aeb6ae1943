"""Answering the statements key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from makers import make_corpus
from policycmp.cli.interactive.questions import Questions
from policycmp.corpusfile.answers import load_answers, write_answers
from policycmp.model.codebook import Issue, Scale
from policycmp.model.matches import Answer
from policycmp.record import replace

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = make_corpus()


def press(keys: str, *answers: Answer) -> Questions:
    questions = Questions(CORPUS, CORPUS.issues, answers)
    for key in keys:
        questions.press(key)
    return questions


def test_keys_skip_mark_and_stop() -> None:
    questions = press("5si1q")
    assert list(questions.answers.values()) == [
        Answer(issue="bus-lane", stance="2"),
        Answer(issue="bike-lane", stance=None),
        Answer(issue="parking-fee", stance="-2", important=True),
    ]
    assert questions.done


def test_back_takes_the_answer_away_and_asks_again() -> None:
    questions = press("5bm1")
    assert questions.answers == {"bus-lane": Answer(issue="bus-lane", stance="-2", must=True)}
    assert press("b").here == 0


def test_a_wrong_key_is_told_and_changes_nothing() -> None:
    questions = press("")
    assert questions.press("9") == "press 1 to 5, or one of s, i, m, b, q"
    assert questions.answers == {}


def test_it_resumes_where_it_was_left() -> None:
    questions = press("", Answer(issue="bus-lane", stance="1"))
    assert questions.here == 1
    assert press("511").here == 3
    assert press("5112").done


def test_a_scale_without_points_takes_a_typed_value() -> None:
    corpus = make_corpus(
        issues=(Issue(id="tax", title="Tax", scale="share"),),
        scales=(*CORPUS.scales, Scale(id="share", low=0, high=100)),
        topics=(),
    )
    questions = Questions(corpus, corpus.issues, ())
    assert "a value from 0 to 100" in list(questions.show())
    assert questions.press("200") is not None
    assert questions.press("25") is None
    assert questions.answers["tax"].stance == "25.0"


def test_the_file_comes_back_as_it_was(tmp_path: Path) -> None:
    answers = (
        Answer(issue="bus-lane", stance="2", important=True),
        Answer(issue="bike-lane", stance=None),
        Answer(issue="fountain", stance="no, never", must=True),
    )
    path = tmp_path / "mine.csv"
    path.write_text("".join(write_answers(answers)), encoding="utf-8")
    read = load_answers(str(path))
    assert [answer.place for answer in read] == [f"{path}:{line}" for line in (2, 3, 4)]
    assert tuple(replace(answer, place=None) for answer in read) == answers
