"""The examples in the docstrings of public functions, run on the bundled corpus."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import policycmp
import policycmp.api

MODULES = [
    "policycmp",
    *(f"policycmp.api.{path.stem}" for path in Path(policycmp.api.__path__[0]).glob("[a-z]*.py")),
]


def list_examples(name):
    return [test for test in doctest.DocTestFinder().find(import_module(name)) if test.examples]


@pytest.mark.parametrize("name", [name for name in MODULES if list_examples(name)])
def test_examples(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("POLICYCMP_CORPUS", raising=False)
    for test in list_examples(name):
        failed, _ = doctest.DocTestRunner(verbose=False).run(test)
        assert failed == 0


def test_nearly_every_command_has_one():
    without = {"check", "find", "merge", "reliability", "verify"}  # they need files of the reader's own
    with_one = {test.name.rpartition(".")[2] for name in MODULES for test in list_examples(name)}
    commands = {path.stem for path in Path(policycmp.api.__path__[0]).glob("[a-z]*.py")} & set(
        policycmp.__all__
    )
    assert commands - with_one == without
