"""Names as people type them, resolved to what they name."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from policycmp.alignment.confidence import find_row_confidence
from policycmp.alignment.explain import compare_words, explain_match
from policycmp.alignment.features import WHOLE, measure_all, measure_share
from policycmp.alignment.index import build_index
from policycmp.alignment.polarity import CUES, count_cues, is_turned
from policycmp.alignment.words import FILLERS, list_initials, list_stems, list_words
from policycmp.model.names import Closeness, Finding, Hit, Kind, Named
from policycmp.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policycmp.alignment.index import Index
    from policycmp.model.corpus import Corpus

SURE = 0.95
"""Confidence (0 to 1) from which a misspelt name is taken."""
WORTH_NAMING = 0.01
"""Confidence from which a name is suggested."""


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
    then those once misspelt words are put right, then a spelling that is almost surely meant. Two
    things equally good are both returned. A negation is never taken for its affirmation.
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
    respelt = _best_of_each(_find_respelt(query, index))
    if len(respelt) == 1 and not respelt[0].is_suspected:
        return Finding(query=query, hits=respelt)
    near = _find_near(query, index)
    if near and near[0].score >= SURE and not near[0].is_suspected and _is_found(query, near[0].name, index):
        return Finding(query=query, hits=near[:1])
    return Finding(query=query, nearest=near[:3])


def _hit(
    query: str, named: Named, name: str, closeness: Closeness = Closeness.EXACT, score: float = 1.0
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


def _best_of_each(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The first hit of each thing."""
    first: dict[tuple[Kind, str], Hit] = {}
    for hit in hits:
        first.setdefault((hit.named.kind, hit.named.id), hit)
    return tuple(first.values())


def _find_equal(query: str, index: Index) -> Iterator[Hit]:
    wanted = sorted(fold(query).split())
    for owner, name, words in zip(index.owners, index.spellings, index.folded, strict=True):
        if wanted and len(words) == len(wanted) and sorted(words) == wanted:
            yield _hit(query, index.things[owner], name)


def _find_inflected(query: str, index: Index) -> Iterator[Hit]:
    """Names of the same words, endings and fillers aside."""
    if set(fold(query).split()) <= FILLERS:
        return
    wanted = sorted(list_stems(query))
    for owner, name, stems in zip(index.owners, index.spellings, index.stems, strict=True):
        if sorted(stems) == wanted:
            yield _hit(query, index.things[owner], name, Closeness.PART)


def _find_partial(query: str, index: Index) -> list[Hit]:
    """Names that hold every word typed; where there are none, those whose words begin so, or
    whose initials were typed."""
    words = set(list_stems(query))
    typed = fold(query)
    if not words - CUES - FILLERS:
        return []
    whole: list[Hit] = []
    begun: list[Hit] = []
    rows = zip(index.owners, index.spellings, index.folded, index.stems, strict=True)
    for owner, name, own, stems in rows:
        if words <= set(stems):
            whole.append(_hit(query, index.things[owner], name, Closeness.PART))
        elif typed in list_initials(name) or _begins_words(typed.split(), own) or _runs_together(typed, own):
            begun.append(_hit(query, index.things[owner], name, Closeness.PART))
    return whole or begun


def _find_respelt(query: str, index: Index) -> list[Hit]:
    """Names that hold every word typed, once words that no name has are spelt as the nearest that one has."""
    typed = list_words(query)
    known = {word for name in index.spellings for word in list_words(name)}
    respelt = [word if word in known else _respell(word, known) for word in typed]
    if None in respelt or respelt == list(typed):
        return []
    words = set(list_stems(" ".join(filter(None, respelt))))
    return [
        _hit(query, index.things[owner], name, Closeness.NEAR)
        for owner, name, stems in zip(index.owners, index.spellings, index.stems, strict=True)
        if words <= set(stems)
    ]


def _respell(word: str, known: Iterable[str]) -> str | None:
    """The word of the known ones that is nearest by letters, unless none is near."""
    alike, near = max(((compare_words(word, other), other) for other in known), default=(0.0, ""))
    return near if alike else None


def _is_found(query: str, name: str, index: Index) -> bool:
    """Whether the name has all that was typed, but for misspelling."""
    return measure_share(index.take_apart(query), index.take_apart(name))[0] >= WHOLE


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
    odds = {n: f.part_odds for n, f in measure_all(index.take_apart(query), index).items()}
    turned = count_cues(query) % 2
    ranked = sorted(odds, key=lambda n: (-round(odds[n], 1), turned != count_cues(index.spellings[n]) % 2, n))
    best = {index.owners[n]: odds[n] for n in reversed(ranked)}
    confidence = find_row_confidence({(0, owner): value for owner, value in best.items()})
    return _best_of_each(
        _hit(query, index.things[owner], index.spellings[n], Closeness.NEAR, confidence[0, owner])
        for n in ranked
        if confidence[0, owner := index.owners[n]] >= WORTH_NAMING
    )
