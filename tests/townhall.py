"""A text of our own with passages coded in it, and the ways in which texts come to harm."""

from __future__ import annotations

import hashlib

from makers import make_corpus, make_position
from policycmp.model.passages import SourceText
from policycmp.model.source import Evidence

PARAGRAPHS = (
    "Minutes of the town council",
    (
        "The mayor said that Main Street “must get” its bus lane before the winter, whatever the cost. "
        "She called the present timetable a joke among drivers and passengers alike."
    ),
    (
        "Shop owners were of another mind: parking, they argued, brings three customers out of four, "
        "and a lane would take forty spaces — the whole northern side — away for ever."
    ),
    (
        "The council’s majority shall support a trial of six months if the shops are heard first. "
        "Nobody in the chamber asked for a vote that evening."
    ),
    (
        "A school teacher reported that her pupils cross the street at the old fountain because the "
        "traffic lights have been out of order since last spring."
    ),
    (
        "The well-known fountain fund may spend nothing on repairs until the auditors have finished, "
        "the treasurer told the meeting in a short and rather angry statement."
    ),
    (
        "Cyclists want the lane to be open to them as well; the bus company would accept that on "
        "working days, provided that the lane is at least four metres wide."
    ),
    "The next meeting is held on the first Tuesday of the month.",
)
TOWN = "\n\n".join(PARAGRAPHS) + "\n"

QUOTES = (
    (2, 'Main Street "must get" its bus lane before the winter'),
    (3, "brings three customers out of four, and a lane would take forty spaces"),
    (4, "majority shall support a trial of six months if the shops are heard first."),
    (5, "pupils cross the street at the old fountain because"),
    (6, "The well-known fountain fund may spend nothing on repairs until the auditors have finished"),
    (7, "the bus company would accept that on working days"),
)
RANGES = (
    (2, "The mayor said that", "whatever the cost."),
    (3, "Shop owners were of", "away for ever."),
    (4, "The council's majority shall support", "are heard first."),
    (5, "A school teacher reported", "since last spring."),
    (6, "The well-known fountain fund", "have finished"),
    (7, "Cyclists want the lane", "four metres wide."),
)
BY_QUOTE = tuple(Evidence(paragraph=n, quote=quote) for n, quote in QUOTES)
BY_RANGE = tuple(Evidence(paragraph=n, first=first, last=last) for n, first, last in RANGES)


def make_text(text: str, source: str = "paper", **more) -> SourceText:
    digest = "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return SourceText(source=source, name=f"{source}.txt", text=text, digest=digest, **more)


def make_coded(*evidence: Evidence, **more):
    """A corpus with one position for each piece of evidence."""
    positions = [make_position("mayor", "bus-lane", 1, evidence=one) for one in evidence]
    return make_corpus(*positions, **more)
