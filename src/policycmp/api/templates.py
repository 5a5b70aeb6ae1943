"""Files to begin with: a small corpus, and the schema that editors learn the format from."""

from __future__ import annotations


def write_template() -> str:
    """A small commented corpus in YAML that `check` accepts as it is."""
    from policycmp.corpusfile.template import TEMPLATE

    return TEMPLATE


def write_schema() -> str:
    """The JSON Schema of the corpus format, as text."""
    import json

    from policycmp.corpusfile.schema import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
