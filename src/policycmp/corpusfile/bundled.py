"""The corpus that ships, and how an input is called in output."""

from __future__ import annotations

from pathlib import Path

from policycmp.errors import UnreadableError

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled_corpus() -> Path:
    """The corpus that ships: in the installed package, else in the checkout.

    Raises UnreadableError where an installation lacks it.
    """
    places = (_PACKAGE / "data" / "positions.yaml", _PACKAGE.parent.parent / "data" / "positions.yaml")
    for path in places:
        if path.is_file():
            return path
    raise UnreadableError(
        "the bundled corpus is missing", "install policycmp again, or name a corpus with -c"
    )


def is_bundled(path: str) -> bool:
    """Whether the path is the bundled corpus, named by its absolute path as find_corpus does."""
    if not Path(path).is_absolute():
        return False
    try:
        return Path(path) == bundled_corpus()
    except UnreadableError:
        return False


def display_name(path: str) -> str:
    """How an input is called in output: `bundled`, `<stdin>`, or the path as it was given."""
    if path == "-":
        return "<stdin>"
    return "bundled" if is_bundled(path) else path


def name_input(path: str) -> str:
    """How an input is called in places and under a table."""
    shown = display_name(path)
    return "bundled corpus" if shown == "bundled" else shown
