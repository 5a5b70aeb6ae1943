"""The house rules that no linter knows: small modules, small functions, light start-up."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path  # noqa: TC003

import pytest

from policycmp.cli.app import COMMANDS
from processes import PATIENCE, ROOT, clean_environ

MODULES = sorted((ROOT / "src").rglob("*.py"))
HEAVY = ("pydantic", "numpy", "rapidfuzz", "rich", "scipy", "wcwidth")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 250
    functions = [
        n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 45] == []


@pytest.mark.parametrize(
    ("args", "unneeded"),
    [
        (["--version"], (*HEAVY, "yaml", "policycmp.load.corpus", "policycmp.render.format")),
        (["list", "issues", "-f", "json"], HEAVY),
        (["check"], ("pydantic", "numpy", "rapidfuzz", "rich")),
        (["compare"], ("pydantic", "numpy", "rapidfuzz", "rich")),
        (["compare", "-f", "csv"], HEAVY),
        (["agree", "-f", "csv"], (*HEAVY, "policycmp.measure.kernels.products")),
    ],
)
def test_a_command_imports_only_what_it_needs(args: list[str], unneeded: tuple[str, ...]) -> None:
    code = (
        "import sys; from policycmp.cli.main import main; code = main(sys.argv[1:]); "
        "print(code, *sys.modules, sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=clean_environ(PYTHONPATH=str(ROOT / "src")),
        timeout=PATIENCE,
        check=False,
    )
    ended, *modules = done.stderr.splitlines()
    assert ended == "0"
    assert [name for name in unneeded if name in modules] == []


def test_the_help_lists_what_each_command_says_of_itself() -> None:
    for name, command in COMMANDS.items():
        function = getattr(import_module(f"policycmp.cli.commands.{name}"), command.function or name)
        assert command.summary == (function.__doc__ or "").partition("\n")[0]
