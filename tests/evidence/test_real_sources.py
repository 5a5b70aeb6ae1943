"""The corpus that ships against the texts of its sources, where they lie at hand."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from policycmp.corpusfile.bundled import bundled_corpus
from policycmp.evidence.verify import verify_positions
from policycmp.load.corpus import load_corpus
from policycmp.load.texts.source_texts import Texts
from policycmp.model.verification import Outcome

TEXTS = Path(os.environ.get("POLICYCMP_TEXTS") or "no-such-folder")
pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="the sources' texts are not part of the project")


def test_every_passage_of_the_corpus_that_ships_stands_in_its_source():
    corpus = load_corpus([str(bundled_corpus())])
    results = list(verify_positions(corpus, corpus.positions, Texts([str(TEXTS)]).find))
    lost = [f"{r.position.place}: {r.located}" for r in results if r.located.outcome is not Outcome.FOUND]
    assert lost == []
    assert Counter(r.located.outcome for r in results) == {Outcome.FOUND: len(corpus.positions)}
    assert [r.located.paragraph for r in results] == [r.position.evidence.paragraph for r in results]
