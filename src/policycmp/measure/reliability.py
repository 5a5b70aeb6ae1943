"""How far several coders agree, and on what they should talk."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING

from policycmp.measure import coefficients as formulas
from policycmp.measure.differences import measure_gap
from policycmp.measure.resampling import find_interval
from policycmp.model import command_options
from policycmp.model.choices import Level
from policycmp.model.reliability import Coefficient, Reliability, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policycmp.measure.coefficients import Count, Ratings
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.filters import Selection

    Formula = Callable[[Ratings], float | None]
    Listed = list[tuple[tuple[str, str, Level, str], Formula]]

_KRIPPENDORFF = "Krippendorff 2011, Computing Krippendorff's alpha-reliability"
_GWET = "Gwet 2014, Handbook of Inter-Rater Reliability"

USUAL = command_options.Reliability()


def measure_reliability(
    corpus: Corpus,
    selection: Selection,
    *,
    level: Level = USUAL.level,
    samples: int = USUAL.samples,
    seed: int = USUAL.seed,
) -> Reliability:
    """Every coefficient, with bootstrap intervals; `level` is that of Gwet's AC2.

    Agreement rests on the units that two coders or more coded; the others only tell, as in
    Gwet 2014, how often which value is given at all.
    """
    coded = [p for p in selection.positions if p.coder]
    coders = tuple(sorted({p.coder for p in coded if p.coder}))
    units = _gather_units(corpus, coded, coders)
    shared = [unit for unit in units if unit.gap is not None]
    patterns = [unit.values for unit in units]
    return Reliability(
        coders=coders,
        units=tuple(sorted(shared, key=lambda unit: -(unit.gap or 0))),
        lone=tuple(unit for unit in units if unit.gap is None),
        coefficients=measure_coefficients(patterns, level=level, samples=samples, seed=seed),
        samples=samples,
        seed=seed,
        uncoded=len(selection.positions) - len(coded),
        selection=selection,
    )


def measure_coefficients(
    patterns: Sequence[tuple[float | None, ...]],
    *,
    level: Level = USUAL.level,
    samples: int = USUAL.samples,
    seed: int = USUAL.seed,
) -> tuple[Coefficient, ...]:
    """The coefficients of these units, one value a coder each, `None` where he gave none.

    The intervals come from resampling units (Efron & Tibshirani 1993), by percentiles.
    """
    listed = _list_coefficients(level)
    numbers = {pattern: number for number, pattern in enumerate(dict.fromkeys(patterns))}
    counts = [formulas.count_values(pattern) for pattern in numbers]
    units = [numbers[pattern] for pattern in patterns]
    values = _measure_units(listed, counts, units)
    drawn: list[list[float]] = [[] for _ in listed]
    draw = Random(seed)  # noqa: S311  a reproducible draw is what is wanted
    for _ in range(samples if units else 0):
        sample = _measure_units(listed, counts, draw.choices(units, k=len(units)))
        for record, value in zip(drawn, sample, strict=True):
            if value is not None:
                record.append(value)
    found = []
    for (known, _), value, draws in zip(listed, values, drawn, strict=True):
        low, high = find_interval(draws, value) if value is not None else (None, None)
        title, of_level, paper = known[1:]
        found.append(
            Coefficient(
                name=known[0], title=title, level=of_level, paper=paper, value=value, low=low, high=high
            )
        )
    return tuple(found)


def _measure_units(listed: Listed, counts: Sequence[Count], units: Sequence[int]) -> list[float | None]:
    """The coefficients of these units, by the numbers of their counts."""
    times = [0] * len(counts)
    for number in units:
        times[number] += 1
    ratings = formulas.Ratings(counts, times)
    return [_round(formula(ratings)) for _, formula in listed]


def _list_coefficients(level: Level) -> Listed:
    nominal = Level.NOMINAL
    alphas: Listed = [
        (
            (f"alpha-{of}", f"Krippendorff's alpha, {of}", of, _KRIPPENDORFF),
            partial(formulas.measure_alpha, level=of),
        )
        for of in Level
    ]
    return [
        *alphas,
        (("cohen", "Cohen's kappa", nominal, "Cohen 1960; Conger 1980"), formulas.measure_cohen),
        (("fleiss", "Fleiss' kappa", nominal, "Fleiss 1971"), formulas.measure_fleiss),
        (("ac1", "Gwet's AC1", nominal, _GWET), formulas.measure_gwet),
        (("ac2", f"Gwet's AC2, {level}", level, _GWET), partial(_measure_ac2, level=level)),
        (("percent", "Percent agreement", nominal, "the share of agreeing pairs"), formulas.measure_percent),
    ]


def _measure_ac2(ratings: Ratings, level: Level) -> float | None:
    if level is Level.RATIO and any(value < 0 for value in ratings.shares):
        return None
    return formulas.measure_gwet(ratings, level)


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 9) + 0.0


def _gather_units(corpus: Corpus, positions: Sequence[Position], coders: Sequence[str]) -> list[Unit]:
    gathered: dict[tuple[str, str, str], list[Position]] = defaultdict(list)
    for position in positions:
        gathered[position.source, position.actor, position.issue].append(position)
    return [_build_unit(corpus, key, group, coders) for key, group in gathered.items()]


def _build_unit(
    corpus: Corpus, key: tuple[str, str, str], positions: Sequence[Position], coders: Sequence[str]
) -> Unit:
    scale = corpus.scale_of(key[2])
    order = {coder: number for number, coder in enumerate(coders)}
    placed: dict[str | None, list[float]] = defaultdict(list)
    for position in positions:
        if position.placement is not None:
            placed[position.coder].append(position.placement)
    places: list[float | None] = []
    values: list[float | None] = []
    for coder in coders:
        place = fmean(placed[coder]) if coder in placed else None
        stance = None if place is None else scale.stance_at(place)
        places.append(place)
        values.append(place if stance is None or isinstance(stance, str) else float(stance))
    known = [place for place in places if place is not None]
    return Unit(
        source=key[0],
        actor=key[1],
        issue=key[2],
        values=tuple(values),
        positions=tuple(sorted(positions, key=lambda p: order[p.coder or ""])),
        gap=measure_gap(min(known), max(known)) if len(known) > 1 else None,
    )
