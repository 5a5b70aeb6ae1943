"""Where the evidence of a corpus is thin, as advice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policycmp.model.corpus import Attribution
from policycmp.model.fault import Fault, Severity
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.fault import Place

SECOND_HAND, UNQUOTED, UNCODED = "W501", "W502", "W503"
QUOTATION_MARKS = frozenset('"“”„«»‘‹›')
NAMED = 4
"""So many issues are named in one warning."""
FEWEST = 3
"""Sources a corpus must have before an issue can be missed in one of them."""


def find_thin_spots(corpus: Corpus, passages: Mapping[Position, str] | None = None) -> tuple[Fault, ...]:
    """Advice for each actor with cells that rest on implied or second-hand positions alone, for
    each source where positions may take a reporter's words for the actors' own, and for each source not
    coded for issues that all others speak to.

    `passages` are the words of positions' passages, with a little around them, where the texts
    are at hand; without them only the anchors are looked at.
    """
    warnings = (
        *_find_second_hand(corpus),
        *_find_unquoted(corpus, passages or {}),
        *_find_uncoded(corpus),
    )
    return tuple(sorted(warnings, key=lambda w: (w.place.file, w.place.line, w.place.column, w.code)))


def _find_second_hand(corpus: Corpus) -> Iterator[Fault]:
    cells: dict[str, dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for position in corpus.positions:
        if position.stance is not None:
            cells[position.actor][position.issue].append(position)
    for actor, issues in cells.items():
        thin = {
            issue: positions
            for issue, positions in issues.items()
            if all(position.attribution is not Attribution.STATED for position in positions)
        }
        if thin:
            where = f"{count(len(thin), 'issue')} of {len(issues)} ({_name_some(thin)})"
            message = f"what {actor} holds on {where} is reported or implied, nowhere stated"
            first = next(iter(thin.values()))[0]
            yield from _warn(SECOND_HAND, first.place, message, "look for the actor's own words on them")


def _find_unquoted(corpus: Corpus, passages: Mapping[Position, str]) -> Iterator[Fault]:
    found: dict[str, list[Position]] = defaultdict(list)
    for position in corpus.positions:
        source = corpus.source_by_id[position.source]
        is_own = source.actor == position.actor or not (source.actor or source.author)
        if position.attribution is not Attribution.STATED or is_own:
            continue
        words = passages.get(position) or _list_words(position)
        if words and not QUOTATION_MARKS & set(words):
            found[source.id].append(position)
    for name, positions in found.items():
        source = corpus.source_by_id[name]
        actors = _name_some(dict.fromkeys(position.actor for position in positions))
        message = (
            f"{count(len(positions), 'position')} of {actors} in {name} are coded as stated, but the words "
            f"are {source.author or source.actor}'s, unquoted"
        )
        remedy = "code them as `reported`, or anchor them at the words quoted"
        yield from _warn(UNQUOTED, positions[0].place, message, remedy)


def _find_uncoded(corpus: Corpus) -> Iterator[Fault]:
    speaking: dict[str, dict[str, None]] = defaultdict(dict)
    first: dict[str, Position] = {}
    for position in corpus.positions:
        speaking[position.issue][position.source] = None
        first.setdefault(position.source, position)
    missed: dict[str, list[str]] = defaultdict(list)
    for issue, sources in speaking.items():
        silent = [source for source in first if source not in sources]
        if len(first) >= FEWEST and len(silent) == 1:
            missed[silent[0]].append(issue)
    for source, issues in missed.items():
        message = f"all sources but {source} are coded for {_name_some(issues)}"
        yield from _warn(UNCODED, first[source].place, message, f"read {source} again for what it says on it")


def _list_words(position: Position) -> str:
    evidence = position.evidence
    if evidence is None:
        return ""
    parts = (evidence.prefix, evidence.quote, evidence.suffix, evidence.first, evidence.last)
    return " ".join(part for part in parts if part)


def _name_some(issues: Mapping[str, object] | list[str]) -> str:
    names = list(issues)
    if len(names) <= NAMED:
        return join_words(names)
    return f"{', '.join(names[:NAMED])} and {len(names) - NAMED} more"


def _warn(code: str, place: Place | None, message: str, remedy: str) -> Iterator[Fault]:
    if place:
        yield Fault(code=code, severity=Severity.ADVICE, message=message, remedy=remedy, place=place)
