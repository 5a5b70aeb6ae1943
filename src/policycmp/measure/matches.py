"""Whose positions are nearest to somebody's own answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.measure.agreement import measure_pair
from policycmp.model.matches import Match, Matches
from policycmp.model.matrix import Heading
from policycmp.record import replace
from policycmp.text.fold import fold_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.measure.metric import Metric
    from policycmp.model.agreement import Profiles, Terms
    from policycmp.model.codebook import Scale, Stance
    from policycmp.model.corpus import Corpus
    from policycmp.model.matches import Answer

YOU = "you"
IMPORTANT = 2.0
"""What an important issue's weight is multiplied by, as in voting-advice tools."""
TOLD = 3
"""How many deciding issues are told on either side."""


def read_stance(scale: Scale, text: str) -> Stance:
    """The stance that the text names: a point of the scale, its label, or a number within bounds.

    Raises UsageError where it is none.
    """
    wanted = fold_value(text)
    for point in scale.points:
        if text == str(point):
            return point
    for point in scale.points:
        if wanted in (fold_value(str(point)), f"+{point}", fold_value(scale.label(point))):
            return point
    if not scale.points:
        try:
            number = float(wanted)
        except ValueError:
            number = float("nan")
        if scale.placement(number) is not None:
            return number
    known = ", ".join(map(str, scale.points)) or f"{scale.low:g} to {scale.high:g}"
    raise UsageError(f"{text!r} is no answer on the scale {scale.id}", f"it takes {known}")


def place_answers(corpus: Corpus, answers: Sequence[Answer]) -> dict[str, float]:
    """Where the answers lie on the common axis, by issue; skipped ones are left out."""
    places = {}
    for answer in answers:
        if answer.stance is not None:
            scale = corpus.scale_of(answer.issue)
            place = scale.placement(read_stance(scale, answer.stance))
            if place is not None:
                places[answer.issue] = place
    return places


def rank_matches(
    profiles: Profiles, places: Mapping[str, float], answers: Sequence[Answer], metric: Metric, terms: Terms
) -> Matches:
    """Every actor against the answers: nearest first, of equals the one with more shared issues.

    Actors who are not on the same side where an answer says they must be are ruled out.
    """
    important = {answer.issue for answer in answers if answer.important}
    must = [answer.issue for answer in answers if answer.must and answer.issue in places]
    own = tuple(places.get(issue.id) for issue in profiles.issues)
    weights = tuple(
        weight * (IMPORTANT if issue.id in important else 1)
        for issue, weight in zip(profiles.issues, profiles.weights, strict=True)
    )
    ground = replace(
        profiles,
        actors=(*profiles.actors, Heading(id=YOU, title="You", short="You")),
        placements=(*profiles.placements, own),
        statements=(*profiles.statements, tuple(() if p is None else (p,) for p in own)),
        weights=weights,
    )
    weighed = zip(ground.issues, weights, strict=True)
    terms = replace(terms, weights=tuple((issue.id, w) for issue, w in weighed if w != 1))
    numbers = range(len(profiles.actors))
    wanted = [n for n in numbers if all(_is_beside(profiles, n, issue, places[issue]) for issue in must)]
    matches = [_match_actor(ground, metric, terms, n) for n in wanted]
    return Matches(
        terms=terms,
        profiles=ground,
        answers=tuple(answers),
        matches=tuple(
            sorted(matches, key=lambda m: (m.pair.value is None, -(m.pair.value or 0), -m.pair.shared))
        ),
        ruled_out=tuple(profiles.actors[n] for n in numbers if n not in wanted),
    )


def _is_beside(profiles: Profiles, actor: int, issue: str, place: float) -> bool:
    numbers = [n for n, row in enumerate(profiles.issues) if row.id == issue]
    theirs = [profiles.placements[actor][n] for n in numbers]
    return all(p is not None and (p > 0, p < 0) == (place > 0, place < 0) for p in theirs)


def _match_actor(ground: Profiles, metric: Metric, terms: Terms, actor: int) -> Match:
    rows = zip(ground.issues, ground.placements[-1], ground.placements[actor], ground.weights, strict=True)
    shared = [(abs(a - b), w, issue) for issue, a, b, w in rows if a is not None and b is not None]
    near = sorted((s for s in shared if s[0] <= 0.5), key=lambda s: (s[0], -s[1]))
    far = sorted((s for s in shared if s[0] > 0.5), key=lambda s: -s[0] * s[1])
    return Match(
        actor=ground.actors[actor],
        pair=measure_pair(ground, metric, terms, actor, len(ground.actors) - 1, ranked=True),
        together=tuple(issue for *_, issue in near[:TOLD]),
        apart=tuple(issue for *_, issue in far[:TOLD]),
    )
