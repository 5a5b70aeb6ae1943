"""The schema that the docs hold is the one that the program prints."""

from __future__ import annotations

import json

from policycmp.corpusfile.schema import json_schema
from processes import ROOT


def test_the_schema_in_the_docs_is_up_to_date() -> None:
    """`policycmp schema -o docs/corpus.schema.json` writes it anew."""
    kept = json.loads((ROOT / "docs/corpus.schema.json").read_text(encoding="utf-8"))
    assert kept == json_schema()
