"""Networks of statements counted the slow way, straight from the definitions in the manual of Discourse
Network Analyzer (its rules for duplicates, aggregations of the qualifier, normalisations).

One deviation: its weeks and months forget their year, so that a January counts as the next one;
here they keep it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Said(NamedTuple):
    """One coded statement."""

    actor: str
    concept: str
    value: int
    document: str
    day: date


def drop_duplicates(said: list[Said], rule: str, *, ignores_value: bool) -> list[Said]:
    """Every statement that repeats none before it: same actor, concept and value (which does not matter
    where the qualifier is ignored), in the same document or calendar unit."""
    kept: list[Said] = []
    for one in sorted(said, key=lambda s: s.day):
        repeats = False
        for other in kept:
            same = one.actor == other.actor and one.concept == other.concept
            if not ignores_value:
                same = same and one.value == other.value
            repeats = repeats or (same and fall_together(one, other, rule))
        if not repeats:
            kept.append(one)
    return kept


def fall_together(one: Said, other: Said, rule: str) -> bool:
    a, b = one.day, other.day
    return {
        "none": False,
        "document": one.document == other.document,
        "day": a == b,
        "week": a.strftime("%G week %V") == b.strftime("%G week %V"),
        "month": (a.year, a.month) == (b.year, b.month),
        "year": a.year == b.year,
        "period": True,
        "all": True,
    }[rule]


def count_one_mode(
    said: list[Said], nodes: str, values: list[int], aggregation: str, normalisation: str, rule: str
) -> dict[tuple[str, str], float | None]:
    """Actors by actors over the concepts, or concepts by concepts over the actors; None where a
    normalisation would divide by 0."""
    kept = drop_duplicates(said, rule, ignores_value=aggregation == "ignore")
    own, over = ("actor", "concept") if nodes == "actors" else ("concept", "actor")
    names = sorted({getattr(s, own) for s in said})
    others = sorted({getattr(s, over) for s in said})

    def times(name: str, other: str, value: int) -> int:
        return sum(getattr(s, own) == name and getattr(s, over) == other and s.value == value for s in kept)

    span = max(values) - min(values)
    network: dict[tuple[str, str], float | None] = {}
    for i in names:
        for j in names:
            if i >= j:
                continue
            congruence = conflict = ignored = 0.0
            alone_i = alone_j = together = 0
            for k in others:
                mine = {v: times(i, k, v) for v in values}
                theirs = {v: times(j, k, v) for v in values}
                ignored += sum(mine.values()) * sum(theirs.values())
                for a in values:
                    for b in values:
                        distance = abs(a - b) / span
                        congruence += mine[a] * theirs[b] * (1 - distance)
                        conflict += mine[a] * theirs[b] * distance
                for v in values:
                    alone_i += mine[v] if theirs[v] == 0 else 0
                    alone_j += theirs[v] if mine[v] == 0 else 0
                    together += mine[v] * theirs[v]
            all_i = sum(getattr(s, own) == i for s in kept)
            all_j = sum(getattr(s, own) == j for s in kept)
            norm = {
                "none": 1,
                "average": (all_i + all_j) / 2,
                "jaccard": alone_i + alone_j + together,
                "cosine": (all_i**2) ** 0.5 * (all_j**2) ** 0.5,
            }[normalisation]
            total = {
                "ignore": ignored,
                "congruence": congruence,
                "conflict": conflict,
                "subtract": congruence - conflict,
            }[aggregation]
            network[i, j] = total / norm if norm else None
    return network


def count_two_mode(
    said: list[Said], values: list[int], aggregation: str, normalisation: str, rule: str
) -> dict[tuple[str, str], float]:
    """Actors by concepts. `combine` is the rank of the combination of values used: for no and yes 1 is
    yes alone, 2 no alone, 3 both. Congruence and conflict are with the concept itself: how near each
    value is to the top and to the bottom of the scale."""
    kept = drop_duplicates(said, rule, ignores_value=aggregation == "ignore")
    top, bottom = max(values), min(values)
    network = {}
    for i in sorted({s.actor for s in said}):
        for j in sorted({s.concept for s in said}):
            found = [s.value for s in kept if (s.actor, s.concept) == (i, j)]
            congruence = sum((v - bottom) / (top - bottom) for v in found)
            conflict = sum((top - v) / (top - bottom) for v in found)
            rank = sum(2 ** (len(values) - n - 1) for n, v in enumerate(sorted(values)) if v in found)
            weight = {
                "ignore": len(found),
                "combine": rank,
                "congruence": congruence,
                "conflict": conflict,
                "subtract": congruence - conflict,
            }[aggregation]
            norm = {
                "none": 1,
                "activity": sum(s.actor == i for s in kept),
                "prominence": sum(s.concept == j for s in kept),
            }[normalisation]
            network[i, j] = weight / norm if norm else 0.0
    return network
