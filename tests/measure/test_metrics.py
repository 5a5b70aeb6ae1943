"""The laws that every metric keeps, and each against a slow reference written from its paper."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.measure.counting import find_divisor
from policycmp.measure.metric import METRICS
from policycmp.measure.profiles import pair_profiles
from policycmp.model.choices import Missing, Normalisation
from profile_makers import make_profiles, measure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Rows = Sequence[tuple[float, float, float]]
    Drawn = tuple[list[float | None], list[float | None], list[float], list[int]]

PLACES = st.sampled_from([None, -1.0, -0.5, 0.0, 0.5, 1.0])
ROWS = st.integers(1, 12).flatmap(
    lambda n: st.tuples(
        st.lists(PLACES, min_size=n, max_size=n),
        st.lists(PLACES, min_size=n, max_size=n),
        st.lists(st.sampled_from([0.5, 1.0, 2.0]), min_size=n, max_size=n),
        st.permutations(range(n)),
    )
)
NAMES = METRICS.names()


@pytest.mark.parametrize("name", NAMES)
@given(rows=ROWS, missing=st.sampled_from(Missing))
def test_laws(name: str, rows: Drawn, missing: Missing) -> None:
    """Symmetry, range, self-agreement, nothing shared = no number, order irrelevant."""
    mine, theirs, weights, order = rows
    known = METRICS.load(name).measure
    assert known.name == name
    if known.is_counted:
        missing = Missing.LEAVE_OUT
    value = measure(name, mine, theirs, weights, missing)
    assert value == measure(name, theirs, mine, weights, missing)
    mine_turned, theirs_turned = [mine[n] for n in order], [theirs[n] for n in order]
    assert value == measure(name, mine_turned, theirs_turned, [weights[n] for n in order], missing)
    spoken = [a for a in mine if a is not None]
    if not spoken or all(b is None for b in theirs):
        assert missing is not Missing.LEAVE_OUT or not value
    if value is not None:
        assert known.low is None or value >= known.low - 1e-9
        assert known.high is None or value <= known.high + 1e-9
    own = measure(name, mine, mine, weights, missing)
    if spoken and known.own is not None and own is not None:
        assert own == known.own
    if not spoken:
        assert own is None


def share(mine: list[float | None], theirs: list[float | None], weights: list[float]) -> Rows:
    return [
        (a, b, w) for a, b, w in zip(mine, theirs, weights, strict=True) if a is not None and b is not None
    ]


def slow_mean(rows: Rows, score: Callable[[float, float], float]) -> float:
    """Each issue written out as often as it weighs, in halves, then a plain mean."""
    return statistics.fmean(score(a, b) for a, b, w in rows for _ in range(int(w * 2)))


def slow_kappa(rows: Rows) -> float | None:
    spread = [(a, b) for a, b, w in rows for _ in range(int(w * 2))]
    kinds = {a for a, _ in spread} | {b for _, b in spread}
    observed = sum(a == b for a, b in spread) / len(spread)
    expected = (
        sum(sum(a == k for a, _ in spread) * sum(b == k for _, b in spread) for k in kinds) / len(spread) ** 2
    )
    return None if expected == 1 else (observed - expected) / (1 - expected)


def slow_correlation(rows: Rows) -> float | None:
    spread = [(a, b) for a, b, w in rows for _ in range(int(w * 2))]
    if min(len({a for a, _ in spread}), len({b for _, b in spread})) < 2:
        return None
    return statistics.correlation([a for a, _ in spread], [b for _, b in spread])


def side(place: float) -> str:
    return "+" if place > 0 else "-" if place < 0 else "0"


SLOW: dict[str, Callable[[Rows], float | None]] = {
    "city-block": lambda rows: 1 - slow_mean(rows, lambda a, b: abs(a - b)) / 2,
    "euclidean": lambda rows: 1 - slow_mean(rows, lambda a, b: (a - b) ** 2) ** 0.5 / 2,
    "identical": lambda rows: slow_mean(rows, lambda a, b: a == b),
    "same-side": lambda rows: slow_mean(rows, lambda a, b: side(a) == side(b)),
    "directional": lambda rows: slow_mean(rows, lambda a, b: a * b),
    "kappa": slow_kappa,
    "correlation": slow_correlation,
    "congruence": lambda rows: sum(w * (2 - abs(a - b)) / 2 for a, b, w in rows),
    "conflict": lambda rows: sum(w * abs(a - b) / 2 for a, b, w in rows),
    "subtract": lambda rows: sum(w * (2 - 2 * abs(a - b)) / 2 for a, b, w in rows),
    "co-occurrence": lambda rows: sum(w for _, _, w in rows),
}


def test_every_metric_has_a_slow_reference() -> None:
    assert sorted(SLOW) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
@given(rows=ROWS)
def test_against_the_slow_reference(name: str, rows: Drawn) -> None:
    mine, theirs, weights, _ = rows
    both = share(mine, theirs, weights)
    value = measure(name, mine, theirs, weights)
    if not both:
        assert not value
        return
    expected = SLOW[name](both)
    assert (value is None) == (expected is None)
    assert value is None or value == pytest.approx(expected, abs=1e-8)


def test_silence_by_each_rule() -> None:
    mine: list[float | None] = [1.0, 1.0, None]
    theirs: list[float | None] = [1.0, None, -0.5]
    assert measure("city-block", mine, theirs) == 1
    assert measure("city-block", mine, theirs, missing=Missing.NEUTRAL) == pytest.approx((1 + 0.5 + 0.75) / 3)
    assert measure("city-block", mine, theirs, missing=Missing.AGAINST) == pytest.approx((1 + 0 + 0.25) / 3)


def test_normalisations_as_the_program_has_them() -> None:
    """Two positions each at +1 on one issue, one more at −1 by the first on another."""
    statements = (((1.0, 1.0), (-1.0,)), ((1.0, 1.0), ()))
    profiles = make_profiles([[1.0, -1.0], [1.0, None]], statements=statements)
    pairing = pair_profiles(profiles, 0, 1, counted=True)
    divisors = {n: find_divisor(pairing, n) for n in Normalisation}
    assert divisors == {
        Normalisation.NONE: 1,
        Normalisation.AVERAGE: 2.5,
        Normalisation.JACCARD: 2 * 2 + 1,
        Normalisation.COSINE: 3 * 2,
    }
