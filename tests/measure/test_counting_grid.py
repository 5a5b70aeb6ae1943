"""Every network that Discourse Network Analyzer makes of statements, against the slow reference: on its own
sample where that lies at hand, and on statements of ours."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policycmp
from dna_reference import Said, count_one_mode, count_two_mode
from makers import make_day
from policycmp.errors import UsageError
from policycmp.model.actor import Actor
from policycmp.model.codebook import Issue, Scale
from policycmp.model.corpus import Attribution, Corpus, Position
from policycmp.model.source import Source
from profile_makers import ANCHORS

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLE = ANCHORS / "dna" / "sample.dna"
needs_sample = pytest.mark.skipif(not SAMPLE.is_file(), reason="no anchors at hand")
RULES = ("none", "document", "day", "week", "month", "year", "period", "all")
METRICS = {
    "ignore": "co-occurrence",
    "congruence": "congruence",
    "conflict": "conflict",
    "subtract": "subtract",
}
NORMS = ("none", "average", "jaccard", "cosine")
COUNTS = {"ignore": "positions"}
SCALES = {
    "yes-no": (Scale(id="yes-no", points=("no", "yes")), {0: "no", 1: "yes"}),
    "five": (Scale(id="five", points=(-2, -1, 0, 1, 2)), {v: v for v in range(-2, 3)}),
    "integer": (Scale(id="integer", low=-5, high=5), {v: v for v in (-5, -4, 0, 2, 5)}),
}


def read_sample() -> tuple[Corpus, list[Said]]:
    """The sample as policycmp reads it, and as a plain query does."""
    base = sqlite3.connect(f"file:{SAMPLE}?mode=ro&immutable=1", uri=True)
    query = """
        SELECT e.Value, c.Value, b.Value, s.DocumentId, d.Date FROM STATEMENTS s
        JOIN DOCUMENTS d ON d.ID = s.DocumentId
        JOIN DATASHORTTEXT o ON o.StatementId = s.ID JOIN VARIABLES vo ON vo.ID = o.VariableId
        JOIN ENTITIES e ON e.ID = o.Entity
        JOIN DATASHORTTEXT k ON k.StatementId = s.ID JOIN VARIABLES vk ON vk.ID = k.VariableId
        JOIN ENTITIES c ON c.ID = k.Entity
        JOIN DATABOOLEAN b ON b.StatementId = s.ID
        WHERE vo.Variable = 'organization' AND vk.Variable = 'concept'
        ORDER BY s.DocumentId, s.Start, s.ID"""
    said = [
        Said(actor, concept, value, str(document), date(1970, 1, 1) + timedelta(seconds=seconds))
        for actor, concept, value, document, seconds in base.execute(query)
    ]
    base.close()
    return policycmp.load_corpus(str(SAMPLE)), said


def make_statements(said: Sequence[Said], scale: str = "yes-no") -> Corpus:
    """A corpus of these statements, each document with a source of its own."""
    kind, stances = SCALES[scale]
    return Corpus(
        scales=(kind,),
        issues=tuple(Issue(id=c, title=c, scale=scale) for c in sorted({s.concept for s in said})),
        actors=tuple(Actor(id=a, name=a) for a in sorted({s.actor for s in said})),
        sources=tuple(Source(id=d, title=d) for d in sorted({s.document for s in said})),
        positions=tuple(
            Position(
                actor=s.actor,
                issue=s.concept,
                stance=stances[s.value],
                placement=kind.placement(stances[s.value]),
                source=s.document,
                attribution=Attribution.STATED,
                date=make_day(s.day.isoformat()),
            )
            for s in said
        ),
    )


def take_one_mode(
    corpus: Corpus, nodes: str, aggregation: str, normalisation: str, rule: str, **more: Any
) -> dict[tuple[str, str], float | None]:
    metric = METRICS[aggregation]
    found = policycmp.agree(corpus, of=nodes, metric=metric, normalise=normalisation, distinct=rule, **more)
    names = {a.id: a.name for a in corpus.actors} | {i.id: i.title for i in corpus.issues}
    pairs = [(sorted((names[p.first], names[p.second])), p.value) for p in found.value.pairs]
    return {(first, second): value for (first, second), value in pairs}


def take_two_mode(
    corpus: Corpus, aggregation: str, normalisation: str, rule: str
) -> dict[tuple[str, str], float]:
    asked = {"distinct": rule, "normalise": normalisation}
    name = COUNTS.get(aggregation, aggregation)
    if aggregation == "ignore" and normalisation != "none":
        name = normalisation
    records = policycmp.compare(corpus, long=True, **asked).records
    return {(r["title"], r["issue_title"]): r["counts"][name] for r in records}


def hold_one_mode(corpus: Corpus, said: list[Said], values: list[int], nodes: str, rule: str) -> int:
    held = 0
    for aggregation in METRICS:
        for norm in NORMS:
            slow = count_one_mode(said, nodes, values, aggregation, norm, rule)
            fast = take_one_mode(corpus, nodes, aggregation, norm, rule)
            assert fast.keys() == slow.keys()
            for pair, value in slow.items():
                # Where two share nothing there is no tie: no number here, 0 in a matrix.
                assert (fast[pair] or 0) == pytest.approx(value or 0, abs=1e-8), (pair, aggregation, norm)
            held += 1
    return held


def hold_two_mode(corpus: Corpus, said: list[Said], values: list[int], rule: str) -> int:
    held = 0
    for aggregation in ("ignore", "combine", "congruence", "conflict", "subtract"):
        for norm in ("none", "activity", "prominence"):
            if aggregation == "combine" and norm != "none":
                continue  # a rank divided by a count means nothing; the program warns of it
            slow = count_two_mode(said, values, aggregation, norm, rule)
            fast = take_two_mode(corpus, aggregation, norm, rule)
            assert {pair for pair, weight in slow.items() if weight} <= fast.keys()
            for pair, weight in fast.items():
                assert weight == pytest.approx(slow[pair], abs=1e-6), (pair, aggregation, norm)
            held += 1
    return held


@needs_sample
@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("nodes", ["actors", "issues"])
def test_the_one_mode_networks_of_the_sample(nodes: str, rule: str) -> None:
    corpus, said = read_sample()
    assert hold_one_mode(corpus, said, [0, 1], nodes, rule) == 16


@needs_sample
@pytest.mark.parametrize("rule", RULES)
def test_the_two_mode_networks_of_the_sample(rule: str) -> None:
    corpus, said = read_sample()
    assert hold_two_mode(corpus, said, [0, 1], rule) == 13


@needs_sample
def test_the_published_figures_of_the_sample() -> None:
    corpus, _ = read_sample()
    ignored = take_one_mode(corpus, "actors", "ignore", "none", "none")
    assert 2 * sum(value or 0 for value in ignored.values()) == 276
    assert sum(take_two_mode(corpus, "ignore", "none", "none").values()) == 40
    senate = ("Senate", "Sierra Club")
    found = {a: take_one_mode(corpus, "actors", a, "none", "none")[senate] for a in METRICS}
    assert found == {"ignore": 7, "congruence": 2, "conflict": 5, "subtract": -3}


def draw_statements(values: Sequence[int]) -> st.SearchStrategy[list[Said]]:
    """A few days around two turns of the year, where weeks, months and years part."""
    days = [date(2023, 12, 30) + timedelta(days=n) for n in (0, 1, 2, 3, 9, 33)]
    days += [date(2022, 12, 31), date(2023, 1, 1), date(2024, 12, 30)]
    one = st.builds(
        Said,
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["x", "y", "z"]),
        st.sampled_from(list(values)),
        st.sampled_from(["paper", "blog"]),
        st.sampled_from(days),
    )
    return st.lists(one, min_size=1, max_size=14)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=15)
@given(data=st.data())
def test_statements_of_ours(rule: str, scale: str, data: st.DataObject) -> None:
    declared = list(SCALES[scale][1])
    said = data.draw(draw_statements(declared))
    corpus = make_statements(said, scale)
    # Of the integer scale the ends are declared, whether they occur or not.
    for nodes in ("actors", "issues"):
        hold_one_mode(corpus, said, declared, nodes, rule)
    if scale != "integer" or {s.value for s in said} == set(declared):
        hold_two_mode(corpus, said, declared, rule)


def test_a_combination_on_a_scale_without_points_ranks_the_values_that_occur() -> None:
    day = date(2024, 1, 1)
    said = [Said("a", "x", value, "paper", day) for value in (-4, 2)] + [Said("b", "x", 5, "paper", day)]
    found = take_two_mode(make_statements(said, "integer"), "combine", "none", "none")
    assert found == {("a", "x"): 4 + 2, ("b", "x"): 1}


def make_repeated() -> Corpus:
    """a says yes to x twice in 2023, on one day and another, and again in 2024; b once."""
    days = [date(2023, 3, 1), date(2023, 3, 2), date(2024, 3, 1)]
    said = [Said("a", "x", 1, f"d{n}", day) for n, day in enumerate(days)]
    return make_statements([*said, Said("b", "x", 1, "d9", days[2])])


@pytest.mark.parametrize(
    ("rule", "ties"), [("none", 3), ("day", 3), ("month", 2), ("year", 2), ("period", 1), ("all", 1)]
)
def test_what_repeats_counts_once(rule: str, ties: int) -> None:
    assert take_one_mode(make_repeated(), "actors", "congruence", "none", rule) == {("a", "b"): ties}


def test_said_before_the_dates_looked_at() -> None:
    corpus = make_repeated()
    found = {
        rule: take_one_mode(corpus, "actors", "congruence", "none", rule, since="2024")[("a", "b")]
        for rule in ("none", "period", "all")
    }
    assert found == {"none": 1, "period": 1, "all": 0}


def test_rough_and_missing_dates_repeat_only_their_like() -> None:
    corpus = make_repeated()
    from dataclasses import replace  # a corpus is a standard dataclass

    from policycmp.corpusfile.dates import parse_period
    from policycmp.record import replace as change

    [first, second, third, other] = corpus.positions
    rough = [change(p, date=parse_period("2023")) for p in (first, second)]
    exact = change(first, date=parse_period("2023-01-01"))
    positions = (*rough, exact, change(third, date=None, source="d9"), change(third, date=None), other)
    corpus = replace(corpus, positions=positions)
    found = {
        rule: take_one_mode(corpus, "actors", "congruence", "none", rule)[("a", "b")]
        for rule in ("none", "day", "year", "period")
    }
    assert found == {"none": 5, "day": 4, "year": 3, "period": 1}


def test_two_stances_repeat_each_other_only_where_the_stance_is_ignored() -> None:
    day = date(2024, 1, 1)
    said = [Said("a", "x", 1, "d", day), Said("a", "x", 0, "d", day), Said("b", "x", 1, "d", day)]
    corpus = make_statements(said)
    assert take_one_mode(corpus, "actors", "ignore", "none", "document") == {("a", "b"): 1}
    assert take_one_mode(corpus, "actors", "congruence", "none", "document") == {("a", "b"): 1}
    assert take_one_mode(corpus, "actors", "conflict", "none", "document") == {("a", "b"): 1}


def test_ties_of_one_are_shown_without_a_floor() -> None:
    pairs = policycmp.agree(make_repeated(), metric="congruence").value.pairs
    assert [(p.value, p.shared) for p in pairs] == [(3, 1)]
    assert policycmp.agree(make_repeated()).value.pairs[0].value is None
    assert policycmp.agree(make_repeated(), metric="congruence", floor=2).value.pairs[0].value is None


def test_what_does_not_go_together() -> None:
    corpus = make_repeated()
    with pytest.raises(UsageError, match="city-block compares placements"):
        policycmp.agree(corpus, distinct="month")
    with pytest.raises(UsageError, match="issues have no weight"):
        policycmp.agree(corpus, of="issues", weight={"x": 2})
    with pytest.raises(UsageError, match="are for counts"):
        policycmp.compare(corpus, distinct="month")
    with pytest.raises(UsageError, match="no rule for repetitions named 'mnth'"):
        policycmp.agree(corpus, metric="conflict", distinct="mnth")
