"""How near actors are to each other, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Column, Entry, Report, Role, Section, Sign, Table, Tone
from policycmp.tabulate.loyalties import list_loyalties, note_loyalties
from policycmp.tabulate.provenance import describe_provenance, record_provenance
from policycmp.tabulate.quotation import (
    describe_terms,
    flatten_records,
    record_context,
    record_terms,
    write_value,
)
from policycmp.text import count, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.comparison import Filters, Heading
    from policycmp.model.corpus import Corpus
    from policycmp.model.measures import Agreement, Loyalty, Pair
    from policycmp.model.report import Json

_NONE = Sign(
    sign="·",
    meaning="no number: fewer shared issues than the floor, or not defined",
    tone=Tone.SILENT,
    in_words=True,
)


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
    """Actors by actors, each number with the issues it rests on; or, `listed`, one pair a row.

    With a `focus` only that actor's pairs, nearest first. With `part` a second table leaves the
    attributions `without` out, and a third says whose allies keep their order.
    """
    terms, matrix = agreement.terms, agreement.profiles
    pairs = _choose_pairs(agreement, focus)
    if focus or listed or terms.samples:
        tables = [_list_pairs(agreement, pairs, focus)]
    else:
        tables = [_lay_square(agreement)]
    records = _record_pairs(corpus, filters, agreement, pairs)
    if part:
        title = f"Without {join_words(list(without))} positions"
        tables += [_lay_square(part, title), list_loyalties(agreement, loyalties)]
        records += _record_pairs(corpus, filters, part, _choose_pairs(part, focus), without)
    return Report(
        name="agree",
        tables=tuple(tables),
        flat=flatten_records(records, ("first", "second", "value", "shared")),
        records=records,
        legend=(_NONE,) if any(pair.value is None for pair in pairs) else (),
        notes=(*_note_ends(agreement, pairs), *note_loyalties(loyalties)),
        provenance=f"{describe_terms(terms)} "
        f"{describe_provenance(corpus, filters, matrix.selection, matrix.rule)}",
        about={
            **record_terms(terms),
            **record_provenance(corpus, filters, matrix.selection, matrix.rule),
        },
    )


def _choose_pairs(agreement: Agreement, focus: str | None) -> list[Pair]:
    if focus is None:
        return list(agreement.pairs)
    own = [pair for pair in agreement.pairs if focus in (pair.first, pair.second)]
    return sorted(own, key=lambda pair: (pair.value is None, -(pair.value or 0), -pair.shared))


def _list_measured(agreement: Agreement) -> list[Heading]:
    """The actors who have a number with anybody; all where nobody has."""
    measured = {
        actor for pair in agreement.pairs if pair.value is not None for actor in (pair.first, pair.second)
    }
    actors = agreement.profiles.actors
    return [actor for actor in actors if actor.id in measured] or list(actors)


def _lay_square(agreement: Agreement, title: str = "") -> Table:
    found = {frozenset((pair.first, pair.second)): pair for pair in agreement.pairs}
    actors = _list_measured(agreement)
    rows = tuple(
        (
            _name(row),
            *(_enter_pair(found.get(frozenset((row.id, column.id)))) for column in actors),
        )
        for row in actors
    )
    return Table(
        title=title,
        columns=(
            Column(name="actor", title="Actor", role=Role.KEY),
            *(Column(name=actor.id, title=actor.short, short=actor.short) for actor in actors),
        ),
        sections=(Section(rows=rows),),
        unit="actors",
    )


def _enter_pair(pair: Pair | None) -> Entry:
    """`0.71 of 8`: the number and the shared issues it rests on; nothing for an actor with himself."""
    if pair is None:
        return Entry(text="")
    if pair.value is None:
        return Entry(text=f"· of {pair.shared}", tone=Tone.SILENT)
    return Entry(text=f"{write_value(pair.value)} of {pair.shared}", value=pair.value)


def _list_pairs(agreement: Agreement, pairs: Sequence[Pair], focus: str | None) -> Table:
    names = {actor.id: actor for actor in agreement.profiles.actors}
    rows = []
    for pair in pairs:
        first, second = (pair.second, pair.first) if focus == pair.second else (pair.first, pair.second)
        row = [_name(names[first]), _name(names[second]), _number(write_value(pair.value), pair.value)]
        row.append(_number(str(pair.shared), pair.shared))
        rows.append((*row, *(_enter_robustness(pair) if agreement.terms.samples else ())))
    columns = [
        Column(name="first", title="Actor", role=Role.KEY),
        Column(name="second", title="And", role=Role.KEY),
        Column(name="value", title="Agreement", role=Role.NUMBER),
        Column(name="shared", title="Shared issues", role=Role.NUMBER),
    ]
    if agreement.terms.samples:
        columns.append(Column(name="interval", title="95 of 100"))
        columns.append(Column(name="one-out", title="With one issue left out", role=Role.PROSE))
    return Table(columns=tuple(columns), sections=(Section(rows=tuple(rows)),))


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


def _record_pairs(
    corpus: Corpus,
    filters: Filters,
    agreement: Agreement,
    pairs: Sequence[Pair],
    without: Sequence[str] = (),
) -> list[dict[str, Json]]:
    context = record_context(corpus, filters, agreement.profiles.rule)
    if without:
        context["filters"] = f"{context['filters']} without={','.join(without)}".strip()
    records = []
    for pair in pairs:
        record: dict[str, Json] = {
            "first": pair.first,
            "second": pair.second,
            "value": pair.value,
            "shared": pair.shared,
            "counted": pair.counted,
        }
        if agreement.terms.samples:
            names = ("low", "high", "least", "least_without", "most", "most_without")
            record |= {name: getattr(pair.robustness, name, None) for name in names}
            record |= {"samples": agreement.terms.samples, "seed": agreement.terms.seed}
        records.append({**record, **record_terms(agreement.terms), **context})
    return records


def _note_ends(agreement: Agreement, pairs: Sequence[Pair]) -> Iterator[str]:
    known = [pair for pair in pairs if pair.value is not None]
    if len(pairs) > len(known):
        missing = len(pairs) - len(known)
        yield f"{count(missing, 'pair')} of {len(pairs)} without a number."
    hidden = len(agreement.profiles.actors) - len(_list_measured(agreement))
    if hidden and len(pairs) == len(agreement.pairs):
        yield f"{count(hidden, 'actor')} with no number at all not shown; --pairs lists them."
    if len(known) > 1:
        high = max(known, key=lambda pair: pair.value or 0)
        low = min(known, key=lambda pair: pair.value or 0)
        yield f"Highest: {_tell(agreement, high)}. Lowest: {_tell(agreement, low)}."


def _tell(agreement: Agreement, pair: Pair) -> str:
    names = {actor.id: actor.short for actor in agreement.profiles.actors}
    shared = count(pair.shared, "shared issue")
    return f"{names[pair.first]} and {names[pair.second]}, {write_value(pair.value)} on {shared}"


def _name(heading: Heading) -> Entry:
    return Entry(text=heading.short, value=heading.id)


def _number(text: str, value: float | None) -> Entry:
    return Entry(text=text, value=value)
