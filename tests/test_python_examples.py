"""Every example in Python on the project's pages runs, and shows something.

The blocks of a page run one after the other, as somebody types them who reads it, in a folder that
holds the files of `tests/documents/`. A line that is an expression alone stands there for what a
notebook shows of it, so it may not come out empty.
"""

from __future__ import annotations

import ast
import shutil
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from processes import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.md")])
FILES = ROOT / "tests" / "documents"


def list_blocks(text: str) -> list[tuple[int, str]]:
    """Each block of Python with the number of its first line."""
    return [
        ((token.map or [0])[0] + 2, token.content)
        for token in MarkdownIt().parse(text)
        if token.type == "fence" and token.info.split()[:1] in (["python"], ["py"])
    ]


EXAMPLES = {
    str(page.relative_to(ROOT)): blocks
    for page in PAGES
    if (blocks := list_blocks(page.read_text(encoding="utf-8")))
}


def run_block(page: str, line: int, code: str, names: dict[str, object]) -> None:
    """Run it statement by statement; what it shows must be something."""
    for statement in ast.parse(code, page).body:
        ast.increment_lineno(statement, line - 1)
        if not isinstance(statement, ast.Expr):
            exec(compile(ast.Module([statement], []), page, "exec"), names)  # noqa: S102
            continue
        value = eval(compile(ast.Expression(statement.value), page, "eval"), names)  # noqa: S307
        shown = ast.unparse(statement.value)
        if not shown.startswith("print("):
            is_empty = value is None or (hasattr(value, "__len__") and len(value) == 0)
            assert not is_empty, f"{page}:{statement.lineno}: {shown} is {value!r}"


@pytest.mark.parametrize("page", EXAMPLES)
def test_examples_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(FILES, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("POLICYCMP_CORPUS", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    names: dict[str, object] = {"__name__": "__main__"}
    for line, code in EXAMPLES[page]:
        run_block(page, line, code, names)


def test_the_pages_that_have_examples_are_seen() -> None:
    assert {"README.md", "docs/python.md"} <= set(EXAMPLES)


@pytest.mark.parametrize("code", ["[]", "None", "1 / 0", "import json\njson.lods('1')", "a = (\n"])
def test_a_wrong_example_fails(code: str) -> None:
    with pytest.raises((AssertionError, ArithmeticError, AttributeError, SyntaxError)):
        run_block("page.md", 1, code, {})
