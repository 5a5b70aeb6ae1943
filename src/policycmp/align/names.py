"""Names as people type them, resolved to what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.alignment import Closeness, Finding, Hit, Kind, Named
from policycmp.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.corpus import Corpus

SURE = 85.0
"""Likeness (0 to 100) from which a misspelt name is taken."""
MARGIN = 6.0
"""How far ahead of the next best it has to be."""
WORTH_NAMING = 50.0
"""Likeness from which a name is suggested."""


def list_names(corpus: Corpus, kinds: Sequence[Kind] = tuple(Kind)) -> tuple[Named, ...]:
    """Everything in the corpus that has a name, of these kinds, in codebook order."""
    named: list[Named] = []
    if Kind.ACTOR in kinds:
        named += [
            Named(
                kind=Kind.ACTOR,
                id=a.id,
                title=a.name,
                names=tuple(n for n in (a.short, *a.aliases, a.affiliation) if n),
            )
            for a in corpus.actors
        ]
    if Kind.ISSUE in kinds:
        named += [
            Named(kind=Kind.ISSUE, id=i.id, title=i.title, names=i.aliases, reversed_names=i.reversed_aliases)
            for i in corpus.issues
        ]
    if Kind.TOPIC in kinds:
        named += [Named(kind=Kind.TOPIC, id=t.id, title=t.title, names=t.aliases) for t in corpus.topics]
    if Kind.SOURCE in kinds:
        named += [
            Named(
                kind=Kind.SOURCE,
                id=s.id,
                title=s.title,
                names=tuple(n for n in (s.author, s.publisher) if n),
            )
            for s in corpus.sources
        ]
    return tuple(named)


def find_name(query: str, things: Sequence[Named], *, exact: bool = False) -> Finding:
    """What the query names among these things.

    An id decides at once. Else an equal name does, case, accents, word order and punctuation
    aside; else, unless `exact`, words of a name; else a spelling that is close and clearly
    closer than the next. Two things equally good are both returned.
    """
    by_id = [t for t in things if t.id == query]
    if by_id:
        return Finding(query=query, hits=tuple(_hit(t, t.id) for t in by_id))
    equal = _best_of_each(_find_equal(query, things))
    if equal or exact:
        return Finding(query=query, hits=equal, nearest=() if equal else _find_near(query, things)[:3])
    partial = _best_of_each(_find_partial(query, things))
    if partial:
        return Finding(query=query, hits=partial)
    near = _find_near(query, things)
    if near and near[0].score >= SURE and (len(near) == 1 or near[0].score - near[1].score >= MARGIN):
        return Finding(query=query, hits=near[:1])
    return Finding(query=query, nearest=near[:3])


def _hit(named: Named, name: str, closeness: Closeness = Closeness.EXACT, score: float = 100.0) -> Hit:
    return Hit(
        named=named,
        name=name,
        closeness=closeness,
        score=score,
        is_reversed=name in named.reversed_names and name not in named.names,
    )


def _spellings(named: Named) -> Iterator[str]:
    yield named.id
    yield named.title
    yield from named.names
    yield from named.reversed_names


def _sort_words(text: str) -> str:
    return " ".join(sorted(fold(text).split()))


def _best_of_each(hits: Iterator[Hit]) -> tuple[Hit, ...]:
    """The first hit of each thing."""
    first: dict[tuple[Kind, str], Hit] = {}
    for hit in hits:
        first.setdefault((hit.named.kind, hit.named.id), hit)
    return tuple(first.values())


def _find_equal(query: str, things: Sequence[Named]) -> Iterator[Hit]:
    wanted = _sort_words(query)
    for thing in things:
        for name in _spellings(thing):
            if wanted and _sort_words(name) == wanted:
                yield _hit(thing, name)


def _find_partial(query: str, things: Sequence[Named]) -> Iterator[Hit]:
    """Names that hold every word typed, whole; where there are none, those whose words begin so."""
    words = set(fold(query).split())
    if not words:
        return
    whole, begun = [], []
    for thing in things:
        for name in _spellings(thing):
            own = fold(name).split()
            if words <= set(own):
                whole.append(_hit(thing, name, Closeness.PART))
            elif all(any(w.startswith(word) and len(word) > 2 for w in own) for word in words):
                begun.append(_hit(thing, name, Closeness.PART))
    yield from whole or begun


def _find_near(query: str, things: Sequence[Named]) -> tuple[Hit, ...]:
    from rapidfuzz import fuzz, process  # only misspelt names need it

    wanted = _sort_words(query)
    names = [(thing, name) for thing in things for name in _spellings(thing)]
    scored = process.extract(wanted, [_sort_words(name) for _, name in names], scorer=fuzz.ratio, limit=None)
    best = _best_of_each(
        _hit(*names[index], Closeness.NEAR, round(score, 1)) for _, score, index in scored if wanted
    )
    return tuple(hit for hit in best if hit.score >= WORTH_NAMING)
