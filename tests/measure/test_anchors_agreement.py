"""Agreement against published figures; skipped where the data are not at hand."""

from __future__ import annotations

import csv
import sqlite3
from collections import defaultdict

import pytest

from policycmp.measure.agreement import measure_agreement, set_terms
from policycmp.measure.metric import METRICS
from profile_makers import ANCHORS, make_profiles, measure, read_wahlomat

Statements = tuple[tuple[tuple[float, ...], ...], ...]
needs_anchors = pytest.mark.skipif(not ANCHORS.is_dir(), reason="no anchors at hand")


def show(value: float | None, digits: int) -> float:
    """Percent as a newspaper prints it."""
    assert value is not None
    return round(100 * value, digits)


@needs_anchors
@pytest.mark.parametrize(
    ("first", "second", "percent"),
    [
        ("CDU/CSU", "SPD", 70),
        ("CDU/CSU", "FDP", 68),
        ("CDU/CSU", "AfD", 57),
        ("AfD", "DIE LINKE", 33),
        ("AfD", "GRÜNE", 37),
        ("AfD", "FDP", 64),
    ],
)
def test_the_newspaper_percentages_of_2017(first: str, second: str, percent: int) -> None:
    names, rows = read_wahlomat("2017-deutschland-august")
    mine, theirs = rows[names.index(first)], rows[names.index(second)]
    assert show(measure("city-block", mine, theirs), 0) == percent
    assert measure("city-block", mine, theirs, [2.0] * len(mine)) == measure("city-block", mine, theirs)


@needs_anchors
def test_identical_answers_and_the_corrected_state_of_2017() -> None:
    names, rows = read_wahlomat("2017-deutschland-august")
    by_name = dict(zip(names, rows, strict=True))
    assert show(measure("identical", by_name["CDU/CSU"], by_name["SPD"]), 1) == 55.3
    names, rows = read_wahlomat("2017-deutschland")
    by_name = dict(zip(names, rows, strict=True))
    assert show(measure("city-block", by_name["AfD"], by_name["DIE LINKE"]), 1) == 30.3
    assert show(measure("city-block", by_name["AfD"], by_name["GRÜNE"]), 1) == 34.2


def count_network(
    statements: list[tuple[str, str, float]], name: str
) -> tuple[dict[frozenset[str], float | None], Statements]:
    """All pairs of actors by one of the counting metrics, from (actor, concept, placement)."""
    actors = sorted({actor for actor, _, _ in statements})
    concepts = sorted({concept for _, concept, _ in statements})
    found: defaultdict[tuple[str, str], tuple[float, ...]] = defaultdict(tuple)
    for actor, concept, place in statements:
        found[actor, concept] += (place,)
    rows = tuple(tuple(found[actor, concept] for concept in concepts) for actor in actors)
    places = [[cell[0] if cell else None for cell in row] for row in rows]
    profiles = make_profiles(places, statements=rows)
    metric = METRICS.load(name)
    agreement = measure_agreement(profiles, metric, set_terms(metric, profiles, floor=1))
    values = {
        frozenset((actors[int(p.first[1:])], actors[int(p.second[1:])])): p.value for p in agreement.pairs
    }
    return values, rows


@needs_anchors
def test_the_sums_of_the_discourse_network_sample() -> None:
    base = sqlite3.connect(f"file:{ANCHORS / 'dna' / 'sample.dna'}?mode=ro&immutable=1", uri=True)
    query = """
        SELECT e.Value, c.Value, b.Value FROM STATEMENTS s
        JOIN DATASHORTTEXT o ON o.StatementId = s.ID JOIN VARIABLES vo ON vo.ID = o.VariableId
        JOIN ENTITIES e ON e.ID = o.Entity
        JOIN DATASHORTTEXT k ON k.StatementId = s.ID JOIN VARIABLES vk ON vk.ID = k.VariableId
        JOIN ENTITIES c ON c.ID = k.Entity
        JOIN DATABOOLEAN b ON b.StatementId = s.ID
        WHERE vo.Variable = 'organization' AND vk.Variable = 'concept'"""
    statements = [(o, c, 1.0 if v else -1.0) for o, c, v in base.execute(query)]
    base.close()
    pairs, rows = count_network(statements, "co-occurrence")
    assert (len(rows), len(rows[0])) == (7, 6)
    assert sum(len(cell) for row in rows for cell in row) == 40
    assert 2 * sum(value or 0 for value in pairs.values()) == 276
    senate = next(p for p in pairs if {"Senate", "Sierra Club"} == set(p))
    figures = {
        name: count_network(statements, name)[0][senate]
        for name in ("co-occurrence", "congruence", "conflict", "subtract")
    }
    assert figures == {"co-occurrence": 7, "congruence": 2, "conflict": 5, "subtract": -3}


@needs_anchors
def test_the_integer_example_by_its_declared_scale() -> None:
    with (ANCHORS / "dna" / "integer_example.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    statements = [(r["organization"], r["concept"], int(r["agreement"]) / 5) for r in rows]
    pair = frozenset(("i", "i'"))
    assert count_network(statements, "congruence")[0][pair] == pytest.approx(2.4)
    assert count_network(statements, "conflict")[0][pair] == pytest.approx(3.6)
