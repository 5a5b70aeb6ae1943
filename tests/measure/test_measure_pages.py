"""Every metric has its page, and the example worked by hand on it is right."""

from __future__ import annotations

import re

import pytest

import policycmp
from makers import make_corpus, make_day, make_position
from policycmp.measure.metric import METRICS, measure_pairing
from policycmp.measure.profiles import pair_profiles
from policycmp.model.actor import Actor
from policycmp.model.codebook import Issue, Scale
from policycmp.model.corpus import Attribution, Corpus, Position
from policycmp.model.source import Source
from processes import ROOT
from profile_makers import make_profiles

PAGES = ROOT / "docs" / "measures"


def read_number(text: str) -> float:
    return float(text.replace("−", "-"))


@pytest.mark.parametrize("name", METRICS.names())
def test_the_worked_example(name: str) -> None:
    text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    metric = METRICS.load(name)
    assert f"> {metric.measure.formula}\n" in text
    rows = re.findall(r"^\| [a-z]+-[a-z]+ \| (\S+) \| (.+) \| (.+) \| (\S+) \|$", text, re.MULTILINE)
    assert len(rows) == 3
    weights = [read_number(row[0]) for row in rows]
    sides = [tuple(tuple(map(read_number, row[n].split(", "))) for row in rows) for n in (1, 2)]
    profiles = make_profiles(
        [[cell[0] for cell in side] for side in sides], weights, statements=(sides[0], sides[1])
    )
    pairing = pair_profiles(profiles, 0, 1, counted=metric.measure.is_counted)
    assert metric.parts(pairing) == pytest.approx([read_number(row[3]) for row in rows])
    shown = re.search(r"^= \*\*(\S+)\*\*$", text, re.MULTILINE)
    assert shown
    assert measure_pairing(metric, pairing) == pytest.approx(read_number(shown[1]), abs=5e-6)


def read_said(name: str) -> Corpus:
    """The corpus that the table on the page lists."""
    text = (PAGES / name).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+) \| ([\w-]+) \| (no|yes) \| (\w+) \| (\S+) \|$", text, re.MULTILINE)
    return Corpus(
        scales=(Scale(id="yes-no", points=("no", "yes")),),
        issues=tuple(Issue(id=i, title=i, scale="yes-no") for i in dict.fromkeys(row[1] for row in rows)),
        actors=tuple(Actor(id=a, name=a) for a in dict.fromkeys(row[0] for row in rows)),
        sources=tuple(Source(id=s, title=s) for s in dict.fromkeys(row[3] for row in rows)),
        positions=tuple(
            Position(
                actor=actor,
                issue=issue,
                stance=stance,
                placement=1.0 if stance == "yes" else -1.0,
                source=source,
                attribution=Attribution.STATED,
                date=make_day(day),
            )
            for actor, issue, stance, source, day in rows
        ),
    )


def test_the_example_of_counting() -> None:
    corpus = read_said("counting.md")
    assert len(corpus.positions) == 5

    def count(**options: str) -> dict[str, float]:
        records = policycmp.compare(corpus, long=True, **options).records
        [cell] = [r for r in records if (r["actor"], r["issue"]) == ("shops", "bus-lane")]
        return cell["counts"]

    def tie(metric: str, **options: str) -> float | None:
        return policycmp.agree(corpus, metric=metric, **options).value.pairs[0].value

    assert list(count().values()) == [3, 0.75, 0.75, 3, 1, 2, -1]
    monthly = count(distinct="month")
    assert [monthly[n] for n in ("positions", "congruence", "conflict", "subtract")] == [2, 1, 1, 0]
    shared = count(distinct="month", normalise="activity")
    assert [shared[n] for n in ("congruence", "conflict", "subtract")] == pytest.approx([1 / 3, 1 / 3, 0])
    assert (tie("conflict"), tie("congruence"), tie("conflict", distinct="month")) == (2, 1, 1)
    assert (tie("congruence", of="issues"), tie("conflict", of="issues")) == (2, 1)
    monthly_issues = [tie(m, of="issues", distinct="month") for m in ("congruence", "conflict")]
    assert monthly_issues == [1, 1]


def test_the_example_of_doubt() -> None:
    text = (PAGES / "doubt.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z]+-[a-z]+) \| (\S+?)(?:, (\S+))? \| (\S+) \| ", text, re.MULTILINE)
    stances = {"+1": 2, "+0.5": 1, "−0.5": -1, "−1": -2}
    positions = [
        make_position(actor, issue, stances[place], source)
        for issue, first, second, theirs in rows
        for actor, place, source in (
            ("mayor", first, "paper"),
            ("mayor", second, "blog"),
            ("shops", theirs, "paper"),
        )
        if place
    ]
    assert len(positions) == 5

    def measure(contested: str) -> tuple[float | None, ...]:
        [pair] = policycmp.agree(make_corpus(*positions), floor=1, contested=contested).value.pairs
        return pair.value, pair.lowest, pair.highest, pair.shared

    assert measure("mean") == (0.6875, None, None, 2)
    assert measure("range") == (0.6875, 0.5, 0.875, 2)
    assert measure("leave-out") == (1, None, None, 1)
    parts = policycmp.explain(make_corpus(*positions), "mayor", "shops", floor=1).value.parts
    assert [part.amount for part in parts] == [0.375, 1]


def test_the_example_of_skipping() -> None:
    text = (PAGES / "skipping.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z]+-[a-z]+) \| (\d+) \| (\d+) \| (\d+) \| (\S+) \|$", text, re.MULTILINE)
    assert len(rows) == 3
    positions = []
    for motion, yes, no, abstain, minority in rows:
        stances = [2] * int(yes) + [-2] * int(no) + [0] * int(abstain)
        positions += [make_position(f"s{n}", motion, stance) for n, stance in enumerate(stances)]
        assert float(minority) == round(100 * int(no) / (int(yes) + int(no)), 2)
    corpus = make_corpus(
        *positions,
        actors=tuple(Actor(id=f"s{n}", name=f"State {n}") for n in range(41)),
        issues=tuple(Issue(id=row[0], title=row[0]) for row in rows),
    )

    def list_issues(skip: str) -> set[str]:
        return {row.issue.id for row in policycmp.issues(corpus, skip=skip).value.spreads}

    assert list_issues("unanimous") == {"new-seat", "arms-ban"}
    assert list_issues("lopsided=2.5%") == {"new-seat"}
