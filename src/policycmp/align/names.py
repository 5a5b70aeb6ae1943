"""Names as people type them, resolved to what they name."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from policycmp.align.explanation import explain_match
from policycmp.align.index import build_index
from policycmp.align.likeness import measure_all
from policycmp.align.words import CUES, FILLERS, count_cues, is_turned, list_initials, list_stems
from policycmp.model.alignment import Closeness, Finding, Hit, Kind, Named
from policycmp.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policycmp.align.index import Index
    from policycmp.model.corpus import Corpus

SURE = 78.0
"""Likeness (0 to 100) from which a misspelt name is taken."""
MARGIN = 5.0
"""How far ahead of the next best it has to be."""
WORTH_NAMING = 30.0
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
    aside; else, unless `exact`, the same words but for endings, then words or initials of a name,
    then a spelling that is close and clearly closer than the next. Two things equally good are
    both returned. A negation is never taken for its affirmation.
    """
    by_id = [t for t in things if t.id == query]
    if by_id:
        return Finding(query=query, hits=tuple(_hit(query, t, t.id) for t in by_id))
    index = build_index(tuple(things))
    equal = _best_of_each(_find_equal(query, index))
    if equal or exact:
        return Finding(query=query, hits=equal, nearest=() if equal else _find_near(query, index)[:3])
    for hits in (_find_inflected(query, index), _find_partial(query, index)):
        found = _best_of_each(sorted(hits, key=lambda hit: hit.is_suspected))
        plain = tuple(hit for hit in found if not hit.is_suspected)
        if plain or (found and not count_cues(query)):
            return Finding(query=query, hits=plain or found)
        if found:
            return Finding(query=query, nearest=found[:3])
    near = _find_near(query, index)
    second = near[1].score if len(near) > 1 else 0.0
    if near and near[0].score >= SURE and near[0].score - second >= MARGIN and not near[0].is_suspected:
        return Finding(query=query, hits=near[:1])
    return Finding(query=query, nearest=near[:3])


def _hit(
    query: str, named: Named, name: str, closeness: Closeness = Closeness.EXACT, score: float = 100.0
) -> Hit:
    return Hit(
        named=named,
        name=name,
        closeness=closeness,
        score=score,
        is_reversed=name in named.reversed_names and name not in named.names,
        is_suspected=closeness is not Closeness.EXACT and is_turned(query, name),
        why=explain_match(query, named, name),
    )


def sort_words(text: str) -> str:
    """The folded words of the text in alphabetical order."""
    return " ".join(sorted(fold(text).split()))


def _best_of_each(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The first hit of each thing."""
    first: dict[tuple[Kind, str], Hit] = {}
    for hit in hits:
        first.setdefault((hit.named.kind, hit.named.id), hit)
    return tuple(first.values())


def _find_equal(query: str, index: Index) -> Iterator[Hit]:
    wanted = sort_words(query)
    for owner, name in zip(index.owners, index.spellings, strict=True):
        if wanted and sort_words(name) == wanted:
            yield _hit(query, index.things[owner], name)


def _find_inflected(query: str, index: Index) -> Iterator[Hit]:
    """Names of the same words, endings and fillers aside."""
    if set(fold(query).split()) <= FILLERS:
        return
    wanted = sorted(list_stems(query))
    for owner, name, stems in zip(index.owners, index.spellings, index.stems, strict=True):
        if sorted(stems) == wanted:
            yield _hit(query, index.things[owner], name, Closeness.PART, 99.0)


def _find_partial(query: str, index: Index) -> list[Hit]:
    """Names that hold every word typed; where there are none, those whose words begin so, or
    whose initials were typed."""
    words = set(list_stems(query))
    typed = fold(query)
    if not words - CUES - FILLERS:
        return []
    whole: list[Hit] = []
    begun: list[Hit] = []
    for owner, name, stems in zip(index.owners, index.spellings, index.stems, strict=True):
        if words <= set(stems):
            whole.append(_hit(query, index.things[owner], name, Closeness.PART))
        elif (
            typed in list_initials(name)
            or _begins_words(typed.split(), fold(name).split())
            or _runs_together(typed, fold(name).split())
        ):
            begun.append(_hit(query, index.things[owner], name, Closeness.PART))
    return whole or begun


def _begins_words(typed: Sequence[str], own: Sequence[str]) -> bool:
    return bool(typed) and all(len(word) > 2 and any(w.startswith(word) for w in own) for word in typed)


def _runs_together(typed: str, own: Sequence[str]) -> bool:
    """Whether what was typed is words of the name with other spaces, such as `wargames`."""
    run = typed.replace(" ", "")
    rests = ("".join(own[n:]) for n in range(len(own)))
    return len(run) > 4 and any(
        run in accumulate(own[n:]) for n, rest in enumerate(rests) if rest.startswith(run)
    )


def _find_near(query: str, index: Index) -> tuple[Hit, ...]:
    scores = {n: f.part_score * 100 for n, f in measure_all(query, index).items()}
    worth = sorted((n for n in scores if scores[n] >= WORTH_NAMING), key=lambda n: (-scores[n], n))
    turned = count_cues(query) % 2
    ranked = sorted(worth, key=lambda n: (-round(scores[n], 1), turned != count_cues(index.spellings[n]) % 2))
    return _best_of_each(
        _hit(query, index.things[index.owners[n]], index.spellings[n], Closeness.NEAR, round(scores[n], 1))
        for n in ranked
    )
