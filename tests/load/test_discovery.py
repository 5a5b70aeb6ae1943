from __future__ import annotations

from pathlib import Path

import pytest

from policycmp.corpusfile import bundled as bundled_names
from policycmp.corpusfile.bundled import bundled_corpus, display_name
from policycmp.load.discovery import find_corpus


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "site" / "policycmp"
    (package / "data").mkdir(parents=True)
    corpus = package / "data" / "positions.yaml"
    corpus.write_text("title: Bundled\n", encoding="utf-8")
    monkeypatch.setattr(bundled_names, "_PACKAGE", package)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return corpus


def test_the_environment_comes_first(bundled: Path) -> None:
    Path("positions.yaml").touch()
    assert find_corpus({"POLICYCMP_CORPUS": "mine.yaml"}) == "mine.yaml"


def test_then_the_working_directory(bundled: Path) -> None:
    Path("data").mkdir()
    Path("data/positions.yaml").touch()
    assert find_corpus({"POLICYCMP_CORPUS": ""}) == "data/positions.yaml"
    Path("positions.yaml").touch()
    assert find_corpus({}) == "positions.yaml"


def test_then_the_bundled_one_under_a_name_of_its_own(bundled: Path) -> None:
    assert find_corpus({}) == str(bundled)
    assert display_name(find_corpus({})) == "bundled"


def test_a_checkout_has_it_beside_the_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "src" / "policycmp"
    corpus = tmp_path / "data" / "positions.yaml"
    corpus.parent.mkdir()
    corpus.touch()
    monkeypatch.setattr(bundled_names, "_PACKAGE", package)
    assert bundled_corpus() == corpus


@pytest.mark.parametrize(("name", "shown"), [("-", "<stdin>"), ("a/b.yaml", "a/b.yaml")])
def test_other_inputs_are_called_as_they_were_given(name: str, shown: str, bundled: Path) -> None:
    assert display_name(name) == shown
