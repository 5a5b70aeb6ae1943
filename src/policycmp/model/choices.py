"""What options choose from, each value with its meaning."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """How several positions in one cell yield one stance; where a rule leaves several, their mean."""

    STATED_FIRST = "stated-first"
    """Those of the firmest attribution present: stated before reported before implied."""
    LATEST = "latest"
    """Those of the latest date; undated ones only where nothing is dated."""
    MEAN = "mean"
    """All of them."""
    STRONGEST = "strongest"
    """Those farthest from the middle."""


class Only(StrEnum):
    """Which rows of a comparison are shown."""

    DISAGREEMENTS = "disagreements"
    """Stances on both sides of the middle."""
    AGREEMENTS = "agreements"
    """At least two columns speak, and all that do stand on the same side."""
    SILENT = "silent"
    """At least one column says nothing."""


class Sort(StrEnum):
    """What order a comparison stands in."""

    COVERAGE = "coverage"
    """Columns that speak to the most rows first."""
    CODEBOOK = "codebook"
    """Columns as the codebook lists them."""
    NAME = "name"
    """Columns by name."""
    SPREAD = "spread"
    """Rows whose stances lie farthest apart first, without regard to topics; columns by coverage."""


class By(StrEnum):
    """What the columns, and for `topic` the rows, of a comparison stand for."""

    ACTOR = "actor"
    SOURCE = "source"
    AFFILIATION = "affiliation"
    TOPIC = "topic"


class Missing(StrEnum):
    """What becomes of an issue on which only one of two actors speaks."""

    LEAVE_OUT = "leave-out"
    """It does not count."""
    NEUTRAL = "neutral"
    """The silent one stands in the middle."""
    AGAINST = "against"
    """The silent one stands at the end farther from the other (from the middle: the − end)."""


class Normalisation(StrEnum):
    """What a sum over pairs of positions is divided by, as Discourse Network Analyzer does it."""

    NONE = "none"
    AVERAGE = "average"
    """The mean of how many positions the two actors have."""
    JACCARD = "jaccard"
    """Positions that only one of them takes, plus the products of the counts of those both take."""
    COSINE = "cosine"
    """The product of how many positions each has."""


class Level(StrEnum):
    """What differences between values mean."""

    NOMINAL = "nominal"
    """Values are the same or not."""
    ORDINAL = "ordinal"
    """Their order counts."""
    INTERVAL = "interval"
    """Their distance counts."""
    RATIO = "ratio"
    """Their distance counts relative to their size; no value is below 0."""


class OnConflict(StrEnum):
    """What becomes of a cell in which two corpora disagree."""

    KEEP_BOTH = "keep-both"
    FIRST = "first"
    FAIL = "fail"


class Kinds(StrEnum):
    """What a corpus holds, to be listed one kind at a time."""

    ACTORS = "actors"
    ISSUES = "issues"
    POSITIONS = "positions"
    SOURCES = "sources"
    TOPICS = "topics"


class Bound(StrEnum):
    """What tells things of one name apart, beside their names."""

    AFFILIATION = "affiliation"
    """An actor's."""
    KIND = "kind"
    """An actor's."""
    TOPIC = "topic"
    """An issue's."""
