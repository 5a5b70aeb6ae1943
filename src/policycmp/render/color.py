"""Lines of spans, and how a span's style becomes colour."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from policycmp.model.report import Tone

if TYPE_CHECKING:
    from collections.abc import Callable


class Part(StrEnum):
    """What a span is for, where it is no entry."""

    HEADING = "heading"


Style: TypeAlias = Tone | Part
Span: TypeAlias = tuple[str, Style]
Line: TypeAlias = list[Span]

# The sixteen named colours follow the palette that the reader chose. Cyan and red differ in
# brightness as well as in hue, so every kind of colour blindness tells them apart; neither
# sinks on black as blue does, nor on white as yellow does, and they are no pair of parties.
# Strength is weight, not hue.
_STYLES: dict[Style, str] = {
    Tone.STRONG_FOR: "bold cyan",
    Tone.FOR: "cyan",
    Tone.AGAINST: "red",
    Tone.STRONG_AGAINST: "bold red",
    Tone.CONTESTED: "bold magenta",
    Tone.SILENT: "dim",
    Tone.MUTED: "dim",
    Tone.GOOD: "cyan",
    Tone.BAD: "bold red",
    Part.HEADING: "bold",
}


def choose_painter(colors: int) -> Callable[[Line], str]:
    """What turns a line into text: plain for no colours, else with the terminal's."""
    if not colors:
        return paint_plain
    codes = _write_codes()

    def paint(line: Line) -> str:
        painted = []
        for text, style in line:
            before, after = codes.get(style, ("", ""))
            bare = text.lstrip(" ")
            painted.append(f"{text[: len(text) - len(bare)]}{before}{bare}{after}" if bare else text)
        return "".join(painted) + "\n"

    return paint


def paint_plain(line: Line) -> str:
    """The line's text alone."""
    return "".join([text for text, _ in line]) + "\n"


def _write_codes() -> dict[Style, tuple[str, str]]:
    from rich.color import ColorSystem
    from rich.style import Style as RichStyle

    codes = {}
    for style, definition in _STYLES.items():
        sample = RichStyle.parse(definition).render("|", color_system=ColorSystem.STANDARD)
        before, _, after = sample.partition("|")
        codes[style] = (before, after)
    return codes
