"""Another codebook's issues and actors, brought onto this one's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policycmp.align.assignment import assign
from policycmp.align.explanation import explain_match
from policycmp.align.index import build_index, list_spellings
from policycmp.align.likeness import measure_all
from policycmp.align.names import list_names, sort_words
from policycmp.align.words import is_turned
from policycmp.model.alignment import Crosswalk, Kind, Match, Verdict
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.align.index import Index
    from policycmp.model.alignment import Named
    from policycmp.model.corpus import Corpus

KINDS = (Kind.ISSUE, Kind.ACTOR)
FLOOR = 0.2
"""Likeness below which a name stands for nothing."""
SURE = 0.75
"""Likeness from which a match may be sure."""
MARGIN = 0.15
"""How far ahead of every rival a sure match is, in its row and, one to one, in its column."""
EQUAL = 1.0
INFLECTED = 0.98


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two things are, by their two most alike spellings."""

    score: float
    is_suspected: bool
    is_reversed: bool
    theirs: str
    ours: str


def align_codebooks(
    ours: Corpus, theirs: Corpus, *, many: bool = False, known: Crosswalk | None = None
) -> Crosswalk:
    """What each issue and actor of theirs stands for among ours.

    One to one, unless `many` lets several of theirs stand for one of ours. What `known` says of a
    name is kept as it stands.
    """
    kept = {(match.kind, match.theirs): match for match in (known.matches if known else ())}
    matches: list[Match] = []
    for kind in KINDS:
        here, there = _list_things(ours, kind), _list_things(theirs, kind)
        taken = {m.ours for m in kept.values() if m.kind is kind} if not many else set()
        fresh = align_names(
            [thing for thing in here if thing.id not in taken],
            [thing for thing in there if (kind, thing.id) not in kept],
            many=many,
        )
        found = {match.theirs: match for match in fresh}
        matches += [kept.get((kind, thing.id)) or found[thing.id] for thing in there]
    return Crosswalk(matches=tuple(matches))


def align_names(ours: Sequence[Named], theirs: Sequence[Named], *, many: bool = False) -> tuple[Match, ...]:
    """What each thing of theirs stands for among ours, with a verdict and the reason."""
    index = build_index(tuple(ours))
    rows = [_compare_with_all(thing, index) for thing in theirs]
    scores = {
        (n, m): likeness.score
        for n, row in enumerate(rows)
        for m, likeness in row.items()
        if likeness.score >= FLOOR
    }
    pairs: Mapping[int, int | None] = (
        {n: _find_best(row) for n, row in enumerate(rows)} if many else assign(scores)
    )
    in_column: dict[int, list[tuple[float, int]]] = {}
    for (n, m), score in scores.items():
        in_column.setdefault(m, []).append((score, n))
    matches = []
    for n, (thing, row) in enumerate(zip(theirs, rows, strict=True)):
        found = pairs.get(n)
        if found is None or row[found].score < FLOOR:
            matches.append(Match(kind=thing.kind, theirs=thing.id, ours=None))
            continue
        rivals = [other.score for number, other in row.items() if number != found]
        if not many:
            rivals += [score for score, number in in_column.get(found, ()) if number != n]
        matches.append(_judge(thing, ours[found], row[found], max(rivals, default=0.0)))
    return tuple(matches)


def _judge(thing: Named, named: Named, likeness: Likeness, rival: float) -> Match:
    sure = likeness.score >= SURE and likeness.score - rival >= MARGIN and not likeness.is_suspected
    sure = sure or (likeness.score == EQUAL and rival < EQUAL)
    why = explain_match(likeness.theirs, named, likeness.ours)
    return Match(
        kind=thing.kind,
        theirs=thing.id,
        ours=named.id,
        is_reversed=likeness.is_reversed,
        score=round(likeness.score, 3),
        verdict=Verdict.SURE if sure else Verdict.DOUBTFUL,
        why=why if sure or rival < likeness.score - MARGIN else f"{why}; another comes close",
    )


def _find_best(row: Mapping[int, Likeness]) -> int | None:
    return max(row, key=lambda m: (row[m].score, -m), default=None)


def _compare_with_all(thing: Named, index: Index) -> dict[int, Likeness]:
    """The likeness with each of our things that has anything in common with theirs."""
    best: dict[int, Likeness] = {}
    for text in dict.fromkeys(list_spellings(thing)):
        turned = text in thing.reversed_names
        for number, score in _score_spellings(text, index).items():
            owner, name = index.owners[number], index.spellings[number]
            ours_turned = name in index.things[owner].reversed_names
            likeness = Likeness(
                score=score,
                is_suspected=score < EQUAL and is_turned(text, name),
                is_reversed=turned != ours_turned,
                theirs=text,
                ours=name,
            )
            if owner not in best or _rank(likeness) > _rank(best[owner]):
                best[owner] = likeness
    return best


def _rank(likeness: Likeness) -> tuple[float, bool, bool]:
    return likeness.score, not likeness.is_suspected, not likeness.is_reversed


def _score_spellings(text: str, index: Index) -> dict[int, float]:
    wanted = sort_words(text)
    stems = sorted(index.stem_text(text))
    scores = {}
    for number, features in measure_all(text, index).items():
        equal = sort_words(index.spellings[number]) == wanted
        inflected = sorted(index.stems[number]) == stems
        scores[number] = EQUAL if equal else INFLECTED if inflected else min(features.score, INFLECTED)
    return scores


def _list_things(corpus: Corpus, kind: Kind) -> list[Named]:
    """Names as for queries, but issues by their statement too and actors without affiliation."""
    if kind is Kind.ISSUE:
        statements = {issue.id: issue.statement for issue in corpus.issues}
        return [
            replace(
                named, names=(*named.names, *((statement,) if (statement := statements[named.id]) else ()))
            )
            for named in list_names(corpus, [kind])
        ]
    own = {actor.id: actor for actor in corpus.actors}
    return [
        replace(named, names=tuple(n for n in (own[named.id].short, *own[named.id].aliases) if n))
        for named in list_names(corpus, [kind])
    ]
