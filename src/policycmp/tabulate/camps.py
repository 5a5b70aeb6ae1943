"""Who stands with whom, as a report: the camps, the tree, and the issues between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Column, Entry, Report, Role, Section, Table, Tone
from policycmp.tabulate.parts.provenance import describe_ground, describe_ground_briefly, record_ground
from policycmp.tabulate.parts.stances import tone_of
from policycmp.tabulate.parts.terms import (
    describe_terms,
    flatten_records,
    name_terms,
    record_context,
    record_terms,
    write_value,
)
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.camps import Branch, Camps
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.report import Json

DIVIDES_SHOWN = 10
FIRM = 0.6
"""Stability below this is hardly a camp (Hennig 2007)."""


def tabulate_camps(corpus: Corpus, filters: Filters, camps: Camps) -> Report:
    """Members by camp, the tree they were cut from, and the issues that set the camps apart."""
    profiles, terms = camps.agreement.profiles, camps.agreement.terms
    context: dict[str, Json] = {
        "linkage": "average",
        "shared": camps.shared,
        "samples": camps.samples,
        "seed": camps.seed,
        **record_terms(terms),
        **record_context(corpus, filters, ground=profiles),
    }
    records: list[dict[str, Json]] = [{"record": "member", **r, **context} for r in _record_members(camps)]
    flat = flatten_records(records, ("camp", "actor", "silhouette"))
    records += [{"record": "divide", **r, **context} for r in _record_divides(camps)]
    return Report(
        name="camps",
        tables=(_list_members(corpus, camps), _draw_tree(corpus, camps.tree), _list_divides(camps)),
        flat=flat,
        records=records,
        notes=tuple(_note(corpus, camps)),
        brief=describe_ground_briefly(corpus, filters, profiles, name_terms(terms)),
        provenance="Camps: hierarchical clustering by average linkage (Sokal & Michener 1958), "
        "silhouettes by Rousseeuw 1987, stability by Hennig 2007 over "
        f"{count(camps.samples, 'resample')} of the issues, seed {camps.seed}; apart: the share of an "
        f"issue's variance between camps. {describe_terms(terms)} "
        f"{describe_ground(corpus, filters, profiles)}",
        about={
            **context,
            "silhouette": camps.silhouette,
            "left_out": list(camps.left_out),
            **record_ground(corpus, filters, profiles),
        },
    )


def _list_members(corpus: Corpus, camps: Camps) -> Table:
    sections = []
    for number, camp in enumerate(camps.camps, start=1):
        told = f"Camp {number}"
        if camp.inside is not None:
            told += f", agreement inside {write_value(camp.inside)}"
        if camp.stability is not None:
            told += f", stability {write_value(camp.stability)}"
        rows = tuple(
            (
                Entry(text=corpus.actor_labels[m.actor], value=m.actor),
                Entry(text=write_value(m.silhouette), value=m.silhouette),
            )
            for m in camp.members
        )
        sections.append(Section(title=told, rows=rows))
    return Table(
        columns=(
            Column(name="actor", title="Actor", role=Role.KEY),
            Column(name="silhouette", title="Silhouette", role=Role.NUMBER),
        ),
        sections=tuple(sections),
        section_column="camp",
    )


def _draw_tree(corpus: Corpus, tree: Branch) -> Table:
    rows = tuple((Entry(text=line), Entry(text=number)) for line, number in _draw_branch(corpus, tree))
    return Table(
        title="Tree",
        columns=(
            Column(name="tree", title="Who joins whom"),
            Column(name="agreement", title="Agreement", role=Role.NUMBER),
        ),
        sections=(Section(rows=rows),),
    )


def _draw_branch(corpus: Corpus, tree: Branch) -> Iterator[tuple[str, str]]:
    """The tree line by line, those below a join hung from it, with the agreement at each join."""
    left = [(tree, "", "")]
    """What is still to be drawn, the next last, with what stands before its own line and before those
    below it. A tree may be as deep as it has actors, deeper than functions may call one another."""
    while left:
        branch, margin, below = left.pop()
        if branch.actor is not None:
            yield f"{margin} {corpus.actor_labels[branch.actor]}".lstrip(" "), ""
            continue
        yield f"{margin}┐", write_value(branch.agreement)
        for child in reversed(branch.children):
            last = child is branch.children[-1]
            joint, line = ("└─", "\u00a0\u00a0") if last else ("├─", "│\u00a0")
            left.append((child, f"{below}{joint}", f"{below}{line}"))


def _list_divides(camps: Camps) -> Table:
    rows = tuple(
        (
            Entry(text=divide.issue.title, value=divide.issue.id),
            *(_enter_mean(mean) for mean in divide.means),
            Entry(text=write_value(divide.share), value=divide.share),
            Entry(text=str(divide.actors), value=divide.actors),
        )
        for divide in camps.divides[:DIVIDES_SHOWN]
    )
    numbers = range(1, len(camps.camps) + 1)
    return Table(
        title="What sets the camps apart",
        columns=(
            Column(name="issue", title="Issue", role=Role.KEY),
            *(Column(name=f"camp-{n}", title=f"Camp {n}", short=str(n)) for n in numbers),
            Column(name="share", title="Apart", role=Role.NUMBER),
            Column(name="actors", title="Actors", role=Role.NUMBER),
        ),
        sections=(Section(rows=rows),),
        unit="camps",
    )


def _enter_mean(mean: float | None) -> Entry:
    if mean is None:
        return Entry(text="·", tone=Tone.SILENT)
    sign = "+" if mean > 0 else ""
    return Entry(text=f"{sign}{write_value(mean)}", value=mean, tone=tone_of(mean))


def _note(corpus: Corpus, camps: Camps) -> Iterator[str]:
    how = "as asked for" if camps.chosen else "the number with the best silhouette"
    yield f"{count(len(camps.camps), 'camp')}, {how}; mean silhouette {write_value(camps.silhouette)}."
    yield f"Every two in the tree share {count(camps.shared, 'issue')} or more."
    shaky = [
        f"camp {n}"
        for n, camp in enumerate(camps.camps, start=1)
        if camp.stability is not None and camp.stability < FIRM
    ]
    if shaky:
        yield f"Hardly stable when the issues are resampled: {join_words(shaky)}."
    if camps.left_out:
        names = join_words([corpus.actor_labels[actor] for actor in camps.left_out])
        yield f"Left out, for want of a number with everybody else: {names.rstrip('.')}."


def _record_members(camps: Camps) -> Iterator[dict[str, Json]]:
    for number, camp in enumerate(camps.camps, start=1):
        for member in camp.members:
            yield {
                "camp": number,
                "actor": member.actor,
                "silhouette": member.silhouette,
                "inside": camp.inside,
                "stability": camp.stability,
                "issues": len(camps.agreement.profiles.issues),
            }


def _record_divides(camps: Camps) -> Iterator[dict[str, Json]]:
    for divide in camps.divides:
        yield {
            "issue": divide.issue.id,
            "share": divide.share,
            "means": list(divide.means),
            "actors": divide.actors,
        }
