"""Profiles made from plain rows of placements, and corpora made from the anchors."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from policycmp.measure.metric import METRICS, Metric, measure_pairing
from policycmp.measure.profiles import pair_profiles
from policycmp.model.agreement import Profiles
from policycmp.model.choices import Missing, Rule
from policycmp.model.filters import Selection
from policycmp.model.matrix import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    Row = Sequence[float | None]

ANCHORS = Path(os.environ.get("POLICYCMP_ANCHORS", "no-anchors-here"))


def make_profiles(
    rows: Sequence[Row],
    weights: Sequence[float] | None = None,
    statements: tuple[tuple[tuple[float, ...], ...], ...] | None = None,
) -> Profiles:
    """One row of placements an actor, `None` where he is silent."""
    issues = len(rows[0]) if rows else 0
    return Profiles(
        actors=tuple(Heading(id=f"a{n}", title=f"A{n}", short=f"A{n}") for n in range(len(rows))),
        issues=tuple(Heading(id=f"i{n}", title=f"I{n}", short=f"I{n}") for n in range(issues)),
        placements=tuple(tuple(row) for row in rows),
        statements=statements or tuple(tuple(() if p is None else (p,) for p in row) for row in rows),
        weights=tuple(weights or [1.0] * issues),
        rule=Rule.STATED_FIRST,
        selection=Selection(positions=()),
    )


def measure(
    name: str,
    mine: Row,
    theirs: Row,
    weights: Sequence[float] | None = None,
    missing: Missing = Missing.LEAVE_OUT,
) -> float | None:
    """One metric's number for two rows."""
    metric: Metric = METRICS.load(name)
    profiles = make_profiles([mine, theirs], weights)
    return measure_pairing(metric, pair_profiles(profiles, 0, 1, missing, counted=metric.measure.is_counted))


def read_wahlomat(folder: str) -> tuple[list[str], list[list[float | None]]]:
    """Parties by theses: names, and a row of placements each."""
    home = ANCHORS / "wahlomat" / folder
    placement = {0: 1.0, 1: -1.0, 2: 0.0}
    parties = {p["id"]: p["name"] for p in json.loads((home / "party.json").read_text(encoding="utf-8"))}
    opinions = json.loads((home / "opinion.json").read_text(encoding="utf-8"))
    theses = sorted({o["statement"] for o in opinions})
    cells = {(o["party"], o["statement"]): placement.get(o["answer"]) for o in opinions}
    return [parties[p] for p in sorted(parties)], [
        [cells.get((p, t)) for t in theses] for p in sorted(parties)
    ]
