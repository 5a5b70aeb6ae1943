"""The figures of a run as one Markdown table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timing import Figures, measure_growth

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = ("what", "size", "runs", "wall ms", "CPU ms", "peak MB", "× reference", "ours ÷ this", "growth")


def write_group(title: str, note: str, figures: list[Figures]) -> Iterator[str]:
    """One group: its first case is the reference, its first one of ours is what peers are held to."""
    yield f"\n### {title}\n\n{note}\n\n"
    yield f"| {' | '.join(HEAD)} |\n|{'|'.join(['---', '---', *['---:'] * 7])}|\n"
    for each in figures:
        same = [f for f in figures if f.case.label == each.case.label]
        reference = same[0]
        ours = next((f for f in same if f.case.is_ours and f.case.name.endswith(each.case.against)), None)
        growth = measure_growth([f for f in figures if f.case.name == each.case.name])
        growth = growth if each.case.size else None
        held = None if each.case.is_ours or ours is None else _divide(ours.cpu, each.cpu)
        cells = (
            f"**{each.case.name}**" if each.case.is_ours else each.case.name,
            each.case.label,
            str(each.runs) if each.runs else "failed",
            _show(each.wall, 1000),
            _show(each.cpu, 1000),
            _show(each.memory),
            _show(_divide(each.cpu, reference.cpu)),
            _show(held),
            "" if growth is None else f"{growth:.2f}",
        )
        yield f"| {' | '.join(cells)} |\n"


def _divide(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None


def _show(number: float | None, factor: float = 1) -> str:
    """Three figures."""
    if number is None:
        return ""
    value = number * factor
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
