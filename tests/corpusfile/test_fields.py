"""The declared fields, the model and the schema say the same."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from policycmp.corpusfile.codes.catalogue import CODES
from policycmp.corpusfile.field_tables import describe_fields
from policycmp.corpusfile.fields import KIND_BY_SECTION, KINDS, Kind
from policycmp.corpusfile.schema import json_schema
from policycmp.corpusfile.template import TEMPLATE
from policycmp.load.corpus import check_corpus
from policycmp.model.actor import Actor
from policycmp.model.codebook import Issue, Scale, Topic
from policycmp.model.corpus import Position
from policycmp.model.source import Evidence, Source

ROOT = Path(__file__).parent.parent.parent
BAD = ROOT / "tests" / "corpora" / "bad"
MODELS = {"scales": Scale, "topics": Topic, "issues": Issue, "actors": Actor, "sources": Source}
SEEN_BY_SCHEMA = (
    "E201",
    "E202-name",
    "E202-stance",
    "E203-true",
    "E203-aliases",
    "E204",
    "E207",
    "E208",
    "E305-first",
)


class Core(yaml.SafeLoader):
    """YAML whose plain scalars are texts, numbers, booleans or null, as JSON has them."""


Core.yaml_implicit_resolvers = {
    key: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith(("timestamp", "merge", "bool"))]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def parse(text: str) -> Any:
    return yaml.load(text, Core)  # noqa: S506


def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    return jsonschema.Draft202012Validator(json_schema())


@pytest.mark.parametrize("section", MODELS)
def test_the_keys_are_the_fields_of_the_model(section: str) -> None:
    fields = tuple(field.name for field in dataclasses.fields(MODELS[section]))
    assert KIND_BY_SECTION[section].names() == fields


def test_a_position_is_flat() -> None:
    names = set(KIND_BY_SECTION["positions"].names())
    position = {field.name for field in dataclasses.fields(Position)} - {"placement", "evidence", "place"}
    assert names == position | {field.name for field in dataclasses.fields(Evidence)}


def test_the_template_fits_the_schema() -> None:
    assert list(validator().iter_errors(parse(TEMPLATE))) == []


@pytest.mark.parametrize("code", [c for c in CODES if c.suffix == ".yaml"], ids=lambda code: code.code)
def test_good_examples_fit_the_schema(code: Any) -> None:
    assert list(validator().iter_errors(parse(code.good))) == []


@pytest.mark.parametrize("name", [p.name for p in BAD.glob("*.yaml") if p.name.startswith(SEEN_BY_SCHEMA)])
def test_faults_of_one_record_are_seen_by_the_schema(name: str) -> None:
    assert list(validator().iter_errors(parse((BAD / name).read_text(encoding="utf-8"))))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.noun)
def test_examples_fit_the_schema(kind: Kind) -> None:
    apart = {"points": ("low", "high"), "low": ("points", "labels")}
    for left_out in apart.values():
        record = "\n".join(f"{f.name}: {f.example}" for f in kind.fields if f.name not in left_out)
        document = {kind.section: [parse(record.replace("the chairman said:", "he said"))]}
        assert list(validator().iter_errors(document)) == []
        if kind.section != "scales":
            break


def test_the_documentation_has_the_tables_and_every_code() -> None:
    page = (ROOT / "docs" / "corpus-format.md").read_text(encoding="utf-8")
    match = re.search(r"<!-- fields -->\n(.*)<!-- end of fields -->", page, re.DOTALL)
    assert match is not None
    assert match[1].strip() == describe_fields().strip()
    assert [code.code for code in CODES if f"| {code.code} | {code.title} |" not in page] == []


def test_the_examples_of_the_documentation_have_no_fault(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "corpus-format.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert len(examples) == 2
    for number, example in enumerate(examples):
        path = tmp_path / f"{number}.yaml"
        path.write_text(example, encoding="utf-8")
        assert [fault for fault in check_corpus([str(path)])[1] if fault.code[0] == "E"] == []
