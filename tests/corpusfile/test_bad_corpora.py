"""Each file under corpora/bad has its faults in a file beside it: code, line:column, part of the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from policycmp.load.corpus import check_corpus

BAD = Path(__file__).parent.parent / "corpora" / "bad"
FILES = sorted(path for path in BAD.iterdir() if path.suffix != ".expected")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_faults_are_found_in_their_places(path: Path) -> None:
    expected = [line.split(" ", 2) for line in expectations(path).splitlines()]
    corpus, faults = check_corpus([str(path)])
    found = [[fault.code, f"{fault.place.line}:{fault.place.column}"] for fault in faults]
    not_asked = {"W401", "W402", "W403", "W404", "W405"} - {line[0] for line in expected}
    found = [[code, place] for code, place in found if code not in not_asked]
    assert sorted(found) == sorted(line[:2] for line in expected)
    for code, place, *rest in expected:
        remedies = [f.remedy for f in faults if [f.code, f"{f.place.line}:{f.place.column}"] == [code, place]]
        assert any("".join(rest) in remedy for remedy in remedies), remedies
    assert (corpus is None) == any(line[0].startswith("E") for line in expected)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_carets_lie_within_the_line(path: Path) -> None:
    _, faults = check_corpus([str(path)])
    assert faults
    for fault in faults:
        assert fault.place.file == str(path)
        if fault.line is not None:
            assert 1 <= fault.place.column <= len(fault.line) + 1
            assert fault.length >= 1
            assert fault.place.column + fault.length <= len(fault.line) + 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_name_tells_the_code(path: Path) -> None:
    code = path.name.partition("-")[0]
    assert code == "all" or expectations(path).startswith(code)


def expectations(path: Path) -> str:
    return path.with_name(f"{path.name}.expected").read_text(encoding="utf-8")
