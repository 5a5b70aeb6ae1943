from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from policycmp.corpusfile.codes.catalogue import CODE_BY_NAME, CODES, explain_code
from policycmp.errors import UsageError
from policycmp.load.corpus import check_corpus
from policycmp.model.fault import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from policycmp.corpusfile.codes.code import Code


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_bad_example_shows_its_code(code: Code, tmp_path: Path) -> None:
    path = tmp_path / f"bad{code.suffix}"
    if not code.missing:
        path.write_bytes(code.bad.encode(code.encoding))
    _, faults = check_corpus([str(path)])
    assert code.code in {fault.code for fault in faults}


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_good_example_has_no_fault_and_not_its_warning(code: Code, tmp_path: Path) -> None:
    path = tmp_path / f"good{code.suffix}"
    path.write_text(code.good, encoding="utf-8")
    _, faults = check_corpus([str(path)])
    assert [fault for fault in faults if fault.severity is Severity.FAULT or fault.code == code.code] == []


def test_codes_are_distinct_and_in_one_style() -> None:
    names = [code.code for code in CODES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[EW]\d{3}", name) for name in names)


def test_every_code_raised_is_explained() -> None:
    from pathlib import Path

    import policycmp

    package = Path(policycmp.__path__[0])
    sources = [path for path in package.rglob("*.py") if path.parent.name != "codes"]
    raised = {code for path in sources for code in re.findall(r'"([EW]\d{3})"', path.read_text("utf-8"))}
    assert raised == set(CODE_BY_NAME)


def test_explaining_takes_any_case_and_suggests() -> None:
    assert explain_code("e303").title == "stance off the scale"
    with pytest.raises(UsageError) as caught:
        explain_code("E330")
    assert "E303" in (caught.value.hint or "")
