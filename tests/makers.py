"""Small corpora of our own for the tests: a town quarrels over a bus lane."""

from __future__ import annotations

from datetime import date
from typing import Any

from policycmp.model.actor import Actor
from policycmp.model.codebook import Issue, Scale, Topic
from policycmp.model.corpus import Attribution, Corpus, Position
from policycmp.model.source import Evidence, Period, Source

FIVE = {-2: -1.0, -1: -0.5, 0: 0.0, 1: 0.5, 2: 1.0}


def make_day(text: str) -> Period:
    return Period(text=text, first=date.fromisoformat(text), last=date.fromisoformat(text))


def make_position(actor: str, issue: str, stance: int | None, source: str = "paper", **more: Any) -> Position:
    more.setdefault("attribution", Attribution.STATED)
    placement = None if stance is None else FIVE[stance]
    return Position(actor=actor, issue=issue, stance=stance, placement=placement, source=source, **more)


def make_corpus(*positions: Position, **more: Any) -> Corpus:
    defaults: dict[str, Any] = {
        "topics": (
            Topic(id="streets", title="Streets"),
            Topic(id="money", title="Money", aliases=("budget",)),
        ),
        "issues": (
            Issue(
                id="bus-lane",
                title="Bus lane",
                topic="streets",
                statement="Main Street should get a bus lane.",
                aliases=("dedicated lane for buses",),
                reversed_aliases=("keep Main Street for cars",),
            ),
            Issue(id="bike-lane", title="Bike lane", topic="streets"),
            Issue(id="parking-fee", title="Parking fee", topic="money"),
            Issue(id="fountain", title="Fountain", topic="money", scale="yes-no"),
        ),
        "scales": (*Corpus().scales, Scale(id="yes-no", points=("no", "yes"))),
        "actors": (
            Actor(
                id="mayor",
                name="The Mayor",
                kind="official",
                affiliation="City Hall",
                aliases=("city chief",),
            ),
            Actor(id="council", name="Town Council", short="Council", affiliation="City Hall"),
            Actor(id="shops", name="Chamber of Shops", short="Shops"),
        ),
        "sources": (
            Source(
                id="paper", title="The Daily", published=make_day("2024-03-01"), url="https://daily.example/a"
            ),
            Source(id="blog", title="The Blog", author="B. Logger", published=make_day("2024-03-05")),
            Source(id="leaflet", title="A leaflet"),
        ),
    }
    return Corpus(**(defaults | {"positions": positions} | more))


DENIAL = make_position(
    "mayor", "bus-lane", 2, evidence=Evidence(paragraph=3, first="The mayor", last="said so")
)
REPORT = make_position(
    "mayor",
    "bus-lane",
    -1,
    "blog",
    attribution=Attribution.REPORTED,
    condition="shops agree",
    summary="A deal.",
)
QUARREL = (
    DENIAL,
    REPORT,
    make_position("shops", "bus-lane", -2),
    make_position("shops", "parking-fee", -1),
    make_position("shops", "bike-lane", 0),
    make_position("council", "bus-lane", 1, attribution=Attribution.IMPLIED),
    make_position("council", "parking-fee", 1, condition="buses are free"),
)
