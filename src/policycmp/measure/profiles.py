"""Actors by issues, and any two of them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.model.agreement import Pairing, Profiles
from policycmp.model.choices import Missing
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.measure.distinct import Keep
    from policycmp.model.doubt import Doubts
    from policycmp.model.matrix import Matrix


def build_profiles(
    matrix: Matrix, weights: Mapping[str, float] | None = None, keep: Keep | None = None
) -> Profiles:
    """The matrix's columns as profiles over its rows; issues without a weight weigh 1.

    `keep` says which of a cell's positions are counted, where they are; all of them without it.

    Raises UsageError for a weight that is not above 0.
    """
    weights = weights or {}
    for issue, weight in weights.items():
        if not 0 < weight < float("inf"):
            raise UsageError(f"the weight of {issue} is {weight:g}", "a weight is a number above 0")
    numbers = range(len(matrix.columns))
    return Profiles(
        actors=matrix.columns,
        issues=matrix.rows,
        placements=tuple(tuple(row[n].placement for row in matrix.cells) for n in numbers),
        statements=tuple(
            tuple(
                tuple(
                    p.placement
                    for p in (keep(row[n].positions) if keep else row[n].positions)
                    if p.placement is not None
                )
                for row in matrix.cells
            )
            for n in numbers
        ),
        weights=tuple(float(weights.get(row.id, 1)) for row in matrix.rows),
        rule=matrix.rule,
        doubts=matrix.doubts,
        skipped=matrix.skipped,
        selection=matrix.selection,
    )


def turn_profiles(profiles: Profiles) -> Profiles:
    """The issues in the actors' place and the actors in theirs, each weighing 1."""
    return replace(
        profiles,
        actors=profiles.issues,
        issues=profiles.actors,
        placements=tuple(zip(*profiles.placements, strict=True)),
        statements=tuple(zip(*profiles.statements, strict=True)),
        weights=(1.0,) * len(profiles.actors),
        doubts=profiles.doubts and _turn_doubts(profiles.doubts),
    )


def _turn_doubts(doubts: Doubts) -> Doubts:
    return replace(
        doubts,
        contested={(issue, actor): sides for (actor, issue), sides in doubts.contested.items()},
        conditional=frozenset((issue, actor) for actor, issue in doubts.conditional),
        unstated=frozenset((issue, actor) for actor, issue in doubts.unstated),
    )


def pair_profiles(
    profiles: Profiles,
    first: int,
    second: int,
    missing: Missing = Missing.LEAVE_OUT,
    *,
    counted: bool = False,
) -> Pairing:
    """Two actors, by their numbers, on the issues that count by the rule for silence.

    With `counted` those are all issues on which either speaks, for the positions of both are
    needed; the rule then has no say.
    """
    sides = enumerate(zip(profiles.placements[first], profiles.placements[second], strict=True))
    if counted or missing is not Missing.LEAVE_OUT:
        met = [
            (n, fill_silence(a, b, missing), fill_silence(b, a, missing))
            for n, (a, b) in sides
            if a is not None or b is not None
        ]
    else:
        met = [(n, a, b) for n, (a, b) in sides if a is not None and b is not None]
    issues = tuple(n for n, _, _ in met)
    return Pairing(
        issues=issues,
        first=tuple(a for _, a, _ in met),
        second=tuple(b for _, _, b in met),
        weights=tuple(profiles.weights[n] for n in issues),
        first_all=tuple(profiles.statements[first][n] for n in issues) if counted else (),
        second_all=tuple(profiles.statements[second][n] for n in issues) if counted else (),
    )


def count_shared(profiles: Profiles, first: int, second: int) -> int:
    """On how many issues both speak."""
    rows = zip(profiles.placements[first], profiles.placements[second], strict=True)
    return sum(a is not None and b is not None for a, b in rows)


def take_issues(pairing: Pairing, numbers: Sequence[int]) -> Pairing:
    """The pairing on some of its issues, by their number in it, each as often as it is named."""
    return Pairing(
        issues=tuple(pairing.issues[n] for n in numbers),
        first=tuple(pairing.first[n] for n in numbers),
        second=tuple(pairing.second[n] for n in numbers),
        weights=tuple(pairing.weights[n] for n in numbers),
        first_all=tuple(pairing.first_all[n] for n in numbers) if pairing.first_all else (),
        second_all=tuple(pairing.second_all[n] for n in numbers) if pairing.second_all else (),
    )


def fill_silence(own: float | None, other: float | None, missing: Missing) -> float:
    """Where somebody counts as standing, given where the other stands."""
    if own is not None:
        return own
    if missing is Missing.AGAINST:
        return -1.0 if (other or 0) >= 0 else 1.0
    return 0.0


def choose_issues(profiles: Profiles, numbers: Sequence[int]) -> Profiles:
    """The profiles on these issues, by their numbers, each as often as it is named."""
    return replace(
        profiles,
        issues=tuple(map(profiles.issues.__getitem__, numbers)),
        placements=tuple(tuple(map(row.__getitem__, numbers)) for row in profiles.placements),
        statements=tuple(tuple(map(row.__getitem__, numbers)) for row in profiles.statements),
        weights=tuple(map(profiles.weights.__getitem__, numbers)),
    )


def choose_actors(profiles: Profiles, numbers: Sequence[int]) -> Profiles:
    """The profiles of these actors, by their numbers."""
    return replace(
        profiles,
        actors=tuple(map(profiles.actors.__getitem__, numbers)),
        placements=tuple(map(profiles.placements.__getitem__, numbers)),
        statements=tuple(map(profiles.statements.__getitem__, numbers)),
    )
