"""A stance as words, as a sign, and as a tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.matrix import State
from policycmp.model.report import Entry, Sign, Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policycmp.model.codebook import Scale, Stance
    from policycmp.model.corpus import Position
    from policycmp.model.matrix import Cell, Tally

SILENT = "·"
SILENCE = Entry(text=SILENT, sign=SILENT, tone=Tone.SILENT)
"""The entry of every silent cell."""
IF = " if …"
NEAR = "≈"
"""Before the stance that is nearest to a mean between two points."""
LONG_SCALE = 5
"""Scales of more points than this show the value itself as the sign."""

_SIGNS = {
    Tone.STRONG_FOR: "++",
    Tone.FOR: "+",
    Tone.MIXED: "0",
    Tone.AGAINST: "−",
    Tone.STRONG_AGAINST: "−−",
}
_MEANINGS = {
    Tone.STRONG_FOR: "strongly supports",
    Tone.FOR: "supports",
    Tone.MIXED: "mixed",
    Tone.AGAINST: "opposes",
    Tone.STRONG_AGAINST: "strongly opposes",
}


def tone_of(placement: float, *, strong: bool = True) -> Tone:
    """The tone of a placement: beyond ±0.5 strong, where the scale tells strong from plain."""
    if placement == 0:
        return Tone.MIXED
    if abs(placement) > 0.5 and strong:
        return Tone.STRONG_FOR if placement > 0 else Tone.STRONG_AGAINST
    return Tone.FOR if placement > 0 else Tone.AGAINST


def is_strength_told(scale: Scale) -> bool:
    """Whether the scale tells strong from plain."""
    return not scale.points or len(scale.points) > 3


def describe_placement(scale: Scale, placement: float) -> str:
    """The stance in the scale's words; between points the nearest, marked: `≈ opposes`."""
    stance, is_near = _find_stance(scale, placement)
    if stance is None:
        return f"{placement:+.2f} of 1"
    return f"{NEAR} {scale.label(stance)}" if is_near else scale.label(stance)


def sign_placement(scale: Scale, placement: float) -> str:
    """The stance as the shortest sign: `++` to `−−`, or the value where that says more."""
    stance, is_near = _find_stance(scale, placement)
    if stance is None:
        return f"{placement:+.1f}".replace("-", "−")
    if not scale.points or len(scale.points) > LONG_SCALE:
        sign = _write_number(stance)
    else:
        sign = _SIGNS[tone_of(scale.placements()[stance], strong=is_strength_told(scale))]
    return f"{NEAR}{sign}" if is_near else sign


def describe_position(scale: Scale, position: Position) -> str:
    """One position's stance in words; `open` while nobody has decided it."""
    if position.placement is None:
        return "open"
    return describe_placement(scale, position.placement)


def enter_cell(scale: Scale, cell: Cell) -> Entry:
    """The entry of a cell on one issue, told apart: clear, mixed, conditional, contested, silent."""
    if cell.placement is None:
        return SILENCE
    tone = tone_of(cell.placement, strong=is_strength_told(scale))
    value = f"{cell.placement:g}" if cell.stance is None else cell.stance
    if cell.state is not State.CONTESTED:
        return Entry(
            text=describe_placement(scale, cell.placement) + (IF if cell.conditional else ""),
            sign=_bracket(sign_placement(scale, cell.placement), cell.conditional),
            value=f"conditional {value}" if cell.conditional else value,
            tone=tone,
        )
    sides = find_sides(cell)
    return Entry(
        text=" / ".join(describe_placement(scale, p) + (IF if c else "") for p, c in sides),
        sign="/".join(_bracket(sign_placement(scale, p), c) for p, c in sides),
        value=f"contested conditional {value}" if cell.conditional else f"contested {value}",
        tone=Tone.CONTESTED,
    )


def enter_tally(tally: Tally | None) -> Entry:
    """The entry of a cell over a topic's issues: how many on which side."""
    if tally is None:
        return SILENCE
    parts = [
        f"{number}{sign}"
        for number, sign in (
            (tally.supports, "+"),
            (tally.opposes, "−"),
            (tally.mixed, "×0"),
            (tally.contested, "±"),
        )
        if number
    ]
    text = f"{' '.join(parts)} of {tally.issues}"
    return Entry(
        text=text, value=text.replace("−", "-"), tone=Tone.CONTESTED if tally.contested else Tone.PLAIN
    )


def explain_signs(cells: Iterable[tuple[Scale, Cell]], *, has_silence: bool = False) -> tuple[Sign, ...]:
    """The legend of the signs that occur in these cells, and, where there are others, of silence."""
    tones: dict[Tone, None] = {}
    states: set[State] = set()
    conditional = between = False
    for scale, cell in cells:
        states.add(cell.state)
        if cell.state is not State.CONTESTED and cell.placement is not None:
            between = between or (bool(scale.points) and cell.stance not in scale.points)
        for position in cell.positions:
            conditional = conditional or bool(position.condition)
            if position.placement is not None and 0 < len(scale.points) <= LONG_SCALE:
                tones[tone_of(position.placement, strong=is_strength_told(scale))] = None
    legend = [Sign(sign=_SIGNS[t], meaning=_MEANINGS[t], tone=t) for t in _SIGNS if t in tones]
    if conditional:
        legend.append(Sign(sign="(+) (−)", meaning="on a condition"))
        legend.append(Sign(sign="if …", meaning="on a condition", in_words=True))
    if between:
        legend.append(Sign(sign=NEAR, meaning="the nearest to a mean between two", in_words=True))
    if State.CONTESTED in states:
        meaning = "contested: positions on both sides, the one the rule takes first"
        legend.append(Sign(sign="a / b", meaning=meaning, tone=Tone.CONTESTED, in_words=True))
    if has_silence or State.SILENT in states:
        legend.append(Sign(sign=SILENT, meaning="silent", tone=Tone.SILENT, in_words=True))
    return tuple(legend)


def explain_tallies(tallies: Iterable[Tally | None]) -> tuple[Sign, ...]:
    """The legend of a table of tallies."""
    known = [tally for tally in tallies if tally]
    marks = (
        ("3+", "issues supported", any(t.supports for t in known)),
        ("3−", "issues opposed", any(t.opposes for t in known)),
        ("3×0", "mixed", any(t.mixed for t in known)),
        ("3±", "contested", any(t.contested for t in known)),
        (SILENT, "silent", True),
    )
    return tuple(Sign(sign=sign, meaning=meaning, in_words=True) for sign, meaning, occurs in marks if occurs)


def find_sides(cell: Cell) -> tuple[tuple[float, bool], tuple[float, bool]]:
    """The strongest placement on each side of a contested cell, the rule's side first (where the
    rule balances, the + side), each with whether every position as strong is conditional."""
    side = 1 if (cell.placement or 0) >= 0 else -1
    own = [p for p in cell.used if (p.placement or 0) * side > 0] or cell.positions
    return _find_strongest(own, side), _find_strongest(cell.positions, -side)


def _find_strongest(positions: Iterable[Position], side: int) -> tuple[float, bool]:
    there = [p for p in positions if (p.placement or 0) * side > 0]
    strongest = max(abs(p.placement or 0) for p in there)
    return side * strongest, all(p.condition for p in there if abs(p.placement or 0) == strongest)


def _find_stance(scale: Scale, placement: float) -> tuple[Stance | None, bool]:
    """The stance at the placement and False; between two points the nearer one, of those on the same side
    of the middle, and True."""
    stance = scale.stance_at(placement)
    if not scale.points or stance in scale.points:
        return stance, False
    places = scale.placements()
    same = [point for point in places if places[point] * placement > 0] or list(places)
    return min(same, key=lambda p: (round(abs(places[p] - placement), 9), abs(places[p]))), True


def _bracket(sign: str, conditional: bool) -> str:
    return f"({sign})" if conditional else sign


def _write_number(stance: int | float | str) -> str:
    """A number with its sign, to two decimals at most, exact in the machine formats only."""
    if isinstance(stance, float):
        return f"{stance:+.2f}".rstrip("0").rstrip(".").replace("-", "−")
    return str(stance)
