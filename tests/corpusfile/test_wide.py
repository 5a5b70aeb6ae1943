"""Tables of actors by issues."""

from __future__ import annotations

import pytest

from makers import make_corpus
from policycmp.load.corpus import FaultyCorpusError, load_corpus

TABLE = "actor,bus-lane,parking-fee,source\nmayor,2,,paper\nshops,-2,'-1,\n"


def read(tmp_path, text):
    (tmp_path / "wide.csv").write_text(text, encoding="utf-8")
    return load_corpus([str(tmp_path / "wide.csv")], codebook=make_corpus())


def test_a_cell_is_a_position_and_an_empty_one_none(tmp_path):
    positions = read(tmp_path, TABLE).positions
    assert [(p.actor, p.issue, p.stance, p.source, p.attribution) for p in positions] == [
        ("mayor", "bus-lane", 2, "paper", "stated"),
        ("shops", "bus-lane", -2, "table", "stated"),
        ("shops", "parking-fee", -1, "table", "stated"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("actor,bus-lane\nmayor,7\n", "wide.csv:2:7"),
        ("actor,bus-lane\nmayor\n", "this row has 1 cells"),
    ],
)
def test_a_wrong_cell_is_told_with_its_place(text, told, tmp_path):
    with pytest.raises(FaultyCorpusError) as caught:
        read(tmp_path, text)
    assert told in caught.value.message
