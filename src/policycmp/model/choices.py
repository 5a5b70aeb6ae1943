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


class Layout(StrEnum):
    """How a comparison is laid out."""

    AUTO = "auto"
    """The grid; on a screen on which it does not fit in one piece, by stance."""
    GRID = "grid"
    """Issues by columns, a stance in each cell."""
    STANCE = "stance"
    """Issues by stances: who is against, who is for."""


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


class Share(StrEnum):
    """What the counts of a cell are divided by, as Discourse Network Analyzer does it."""

    NONE = "none"
    ACTIVITY = "activity"
    """How many positions the column has."""
    PROMINENCE = "prominence"
    """How many positions there are on the row."""


class Distinct(StrEnum):
    """Within what an actor's same stance on the same issue counts only once."""

    NONE = "none"
    """Every position counts."""
    DOCUMENT = "document"
    """Once per source."""
    DAY = "day"
    WEEK = "week"
    """Once per ISO week of a year."""
    MONTH = "month"
    """Once per month of a year."""
    YEAR = "year"
    PERIOD = "period"
    """Once in the dates that are looked at."""
    ALL = "all"
    """Once at all: not again in the dates looked at where it was said before them."""


class Of(StrEnum):
    """What is measured against each other."""

    ACTORS = "actors"
    ISSUES = "issues"


class Contested(StrEnum):
    """What becomes of a cell with positions on both sides of the middle."""

    MEAN = "mean"
    """It counts by what the rule makes of it."""
    LEAVE_OUT = "leave-out"
    """It does not count, as if nothing were said."""
    RANGE = "range"
    """It counts by the rule, and beside the number stand the least and the greatest that there can be
    where each such cell is taken for one of its sides."""


class Conditional(StrEnum):
    """What becomes of a cell whose stance is tied to a condition."""

    COUNT = "count"
    LEAVE_OUT = "leave-out"
    """It does not count, as if nothing were said."""


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
