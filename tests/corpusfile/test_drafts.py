"""A draft passes `check` whatever its text is called and holds."""

from __future__ import annotations

import pytest

from makers import make_corpus
from policycmp.corpusfile.drafts import UNNAMED, write_draft
from policycmp.corpusfile.inputs import Input
from policycmp.evidence.find import propose_passages
from policycmp.evidence.layout import Layout
from policycmp.load.corpus import check_corpus
from policycmp.model.actor import Actor
from policycmp.model.passages import SourceText

TEXT = (
    "The bus lane: null #1\x0c\u2028\n\nMain Street should get a bus lane, the council says.\n\n- a lane \n"
)


def draft(corpus, name):
    text = SourceText(source=name, name=f"{name}.txt", text=TEXT, digest=f"sha256:{'0' * 64}")
    data = "".join(write_draft(corpus, [(text, propose_passages(corpus, Layout(text)))])).encode()
    return check_corpus([Input(path="draft.yaml", name="draft.yaml", data=data)])


@pytest.mark.parametrize(
    "name", ["null", "true", "1e3", "~", "no", "0x1F", "2024", "2024-05-03", "- x", "a: b"]
)
def test_a_draft_passes_check(name):
    corpus, faults = draft(make_corpus(), name)
    assert [fault for fault in faults if fault.code.startswith("E")] == []
    assert corpus.positions
    assert {position.source for position in corpus.positions} == {corpus.sources[0].id}
    assert corpus.sources[0].title == "The bus lane: null #1"


def test_an_actor_called_as_the_unnamed_one_is_declared_once():
    named = make_corpus(actors=(Actor(id=UNNAMED, name="Council"),))
    corpus, faults = draft(named, "a")
    assert [fault for fault in faults if fault.code.startswith("E")] == []
    assert corpus.actors == named.actors
