"""How near actors are to each other, as a report."""

from __future__ import annotations

from array import array
from functools import partial
from itertools import filterfalse
from math import isnan
from typing import TYPE_CHECKING

from policycmp.model.choices import Contested
from policycmp.model.pairs import list_values, name_values
from policycmp.model.report import Column, Deferred, Entry, Report, Role, Section, Sign, Table, Tone
from policycmp.record import dataclass
from policycmp.tabulate.parts.pair_doubts import find_unsettled, note_unsettled, write_sides
from policycmp.tabulate.parts.pair_records import flatten_pairs, record_pairs
from policycmp.tabulate.parts.provenance import describe_ground, describe_ground_briefly, record_ground
from policycmp.tabulate.parts.rank_stability import list_loyalties, note_loyalties
from policycmp.tabulate.parts.terms import describe_terms, name_terms, name_things, record_terms, write_value
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.agreement import Agreement, Loyalty, Pair
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.matrix import Heading

_NONE = Sign(
    sign="·",
    meaning="no number: fewer shared issues than the floor, or not defined",
    tone=Tone.SILENT,
    in_words=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Survey:
    """What is said of all pairs together, found in one go."""

    measured: frozenset[str]
    """The actors who have a number with anybody."""
    known: int
    """Pairs with a number."""
    high: Pair | None
    low: Pair | None
    """The first of those with the highest and with the lowest."""


def tabulate_agreement(
    corpus: Corpus,
    filters: Filters,
    agreement: Agreement,
    *,
    focus: str | None = None,
    listed: bool = False,
    part: Agreement | None = None,
    loyalties: Sequence[Loyalty] = (),
    without: Sequence[str] = (),
) -> Report:
    """Actors by actors, or issues by issues, each number with what it rests on; or, `listed`, one pair
    a row.

    With a `focus`, whose pairs alone these are, he stands first in every row. With `part` a second
    table leaves the attributions `without` out, and a third says whose allies keep their order.
    """
    terms, matrix = agreement.terms, agreement.profiles
    is_square = not (focus or listed or terms.samples)
    survey = _survey_pairs(agreement)
    tables = [_lay_square(agreement, survey) if is_square else _list_pairs(agreement, focus)]
    shown: list[tuple[Agreement, Sequence[str]]] = [(agreement, ())]
    if part:
        title = f"Without {join_words(list(without))} positions"
        tables += [_lay_square(part, _survey_pairs(part), title), list_loyalties(agreement, loyalties)]
        shown.append((part, without))
    return Report(
        name="agree",
        tables=tuple(tables),
        flat=flatten_pairs(corpus, filters, shown),
        records=Deferred(partial(record_pairs, corpus, filters, shown)),
        legend=(_NONE,) if survey.known < len(agreement.pairs) else (),
        notes=(
            *_note_ends(agreement, survey, focus=focus, is_square=is_square),
            *note_loyalties(loyalties, name_things(terms).own),
        ),
        brief=describe_ground_briefly(corpus, filters, matrix, name_terms(terms)),
        provenance=f"{describe_terms(terms)} {describe_ground(corpus, filters, matrix)}",
        about={
            **record_terms(terms),
            **record_ground(corpus, filters, matrix),
        },
    )


def _survey_pairs(agreement: Agreement) -> _Survey:
    values = list_values(agreement.pairs)
    known = array("d", filterfalse(isnan, values))
    if not known:
        return _Survey(measured=frozenset(), known=0, high=None, low=None)
    everybody = len(agreement.profiles.actors)
    measured: set[str] = set()
    for first, second, value in name_values(agreement.pairs):
        if value is not None:
            measured.add(first)
            measured.add(second)
            if len(measured) == everybody:
                break
    return _Survey(
        measured=frozenset(measured),
        known=len(known),
        high=agreement.pairs[values.index(max(known))],
        low=agreement.pairs[values.index(min(known))],
    )


def _lay_square(agreement: Agreement, survey: _Survey, title: str = "") -> Table:
    """Of the actors who have a number with anybody; of all where nobody has."""
    everybody = agreement.profiles.actors
    actors = [actor for actor in everybody if actor.id in survey.measured] or list(everybody)
    noun = name_things(agreement.terms).own
    return Table(
        title=title,
        columns=(
            Column(name=noun, title=noun.capitalize(), role=Role.KEY),
            *(Column(name=actor.id, title=actor.short, short=actor.short) for actor in actors),
        ),
        sections=(Section(rows=Deferred(partial(_fill_square, actors, agreement.pairs))),),
        unit=f"{noun}s",
    )


def _fill_square(actors: Sequence[Heading], pairs: Sequence[Pair]) -> Iterator[tuple[Entry, ...]]:
    at = {actor.id: number for number, actor in enumerate(actors)}
    square = [[Entry(text="")] * len(actors) for _ in actors]
    for pair in pairs:
        if pair.first in at and pair.second in at:
            first, second = at[pair.first], at[pair.second]
            square[first][second] = square[second][first] = _enter_pair(pair)
    return ((_name(actor), *row) for actor, row in zip(actors, square, strict=True))


def _enter_pair(pair: Pair) -> Entry:
    """`0.71 of 8`: the number and the shared issues it rests on; `0.55 to 0.66 of 8` where a range over
    the sides of contested cells is asked for and there is one."""
    if pair.value is None:
        return Entry(text=f"· of {pair.shared}", tone=Tone.SILENT)
    text = write_sides(pair) or write_value(pair.value)
    return Entry(text=f"{text} of {pair.shared}", value=pair.value)


def _list_pairs(agreement: Agreement, focus: str | None) -> Table:
    nouns = name_things(agreement.terms)
    columns = [
        Column(name="first", title=nouns.own.capitalize(), role=Role.KEY),
        Column(name="second", title="And", role=Role.KEY),
        Column(name="value", title="Agreement", role=Role.NUMBER),
        Column(name="shared", title=f"Shared {nouns.shared}s", role=Role.NUMBER),
    ]
    if agreement.terms.contested is Contested.RANGE:
        columns.insert(3, Column(name="by-side", title="By side"))
    if agreement.terms.samples:
        columns.append(Column(name="interval", title="95 of 100"))
        columns.append(Column(name="one-out", title=f"With one {nouns.shared} left out", role=Role.PROSE))
    rows = Deferred(partial(_enter_pairs, agreement, focus))
    return Table(columns=tuple(columns), sections=(Section(rows=rows),))


def _enter_pairs(agreement: Agreement, focus: str | None) -> Iterator[tuple[Entry, ...]]:
    names = {actor.id: actor for actor in agreement.profiles.actors}
    for pair in agreement.pairs:
        first, second = (pair.second, pair.first) if focus == pair.second else (pair.first, pair.second)
        yield (
            _name(names[first]),
            _name(names[second]),
            _number(write_value(pair.value), pair.value),
            *([Entry(text=write_sides(pair))] if agreement.terms.contested is Contested.RANGE else ()),
            _number(str(pair.shared), pair.shared),
            *(_enter_robustness(pair) if agreement.terms.samples else ()),
        )


def _enter_robustness(pair: Pair) -> Iterator[Entry]:
    robust = pair.robustness
    if robust is None or robust.low is None:
        yield Entry(text="·", tone=Tone.SILENT)
    else:
        yield Entry(text=f"{write_value(robust.low)} to {write_value(robust.high)}")
    if robust is None or robust.least is None:
        yield Entry(text="·", tone=Tone.SILENT)
    else:
        yield Entry(
            text=f"{write_value(robust.least)} ({robust.least_without}) "
            f"to {write_value(robust.most)} ({robust.most_without})"
        )


def _note_ends(agreement: Agreement, survey: _Survey, *, focus: str | None, is_square: bool) -> Iterator[str]:
    noun = name_things(agreement.terms).own
    actors, shown = len(agreement.profiles.actors), len(agreement.pairs)
    there = actors - 1 if focus else actors * (actors - 1) // 2
    if focus and (unsettled := find_unsettled(agreement.pairs)):
        names = {actor.id: actor.short for actor in agreement.profiles.actors}
        others = [pair.second if pair.first == focus else pair.first for pair in unsettled]
        yield note_unsettled([names[other] for other in others])
    if shown < there:
        yield f"The {shown} nearest of {count(there, 'pair')}."
        return
    if survey.known < shown:
        yield f"{count(shown - survey.known, 'pair')} of {shown} without a number."
    hidden = actors - len(survey.measured)
    if hidden and survey.measured and is_square:
        yield f"{count(hidden, noun)} with no number at all not shown; --pairs lists them."
    if survey.high and survey.low and survey.known > 1:
        yield f"Highest: {_tell(agreement, survey.high)}. Lowest: {_tell(agreement, survey.low)}."


def _tell(agreement: Agreement, pair: Pair) -> str:
    names = {actor.id: actor.short for actor in agreement.profiles.actors}
    shared = count(pair.shared, f"shared {name_things(agreement.terms).shared}")
    return f"{names[pair.first]} and {names[pair.second]}, {write_value(pair.value)} on {shared}"


def _name(heading: Heading) -> Entry:
    return Entry(text=heading.short, value=heading.id)


def _number(text: str, value: float | None) -> Entry:
    return Entry(text=text, value=value)
