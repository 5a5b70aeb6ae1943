"""What each command is asked: its options as plain fields, each with its default.

A default stands here and nowhere else: the command line, Python and the documents read it from
these records. Fields are named as the options are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.choices import By, Level, Missing, Normalisation, OnConflict, Rule
from policycmp.model.option_record import Request

if TYPE_CHECKING:
    from policycmp.model.choices import Bound, Kinds, Only, Sort
    from policycmp.model.crosswalk import Crosswalk

RESAMPLES = 1000
"""How often issues or units are resampled for an interval."""

Names = tuple[str, ...]
"""Names as people type them, each perhaps several with commas between."""


class Scope(Request):
    """Which positions are looked at; an empty or missing part lets everything through."""

    actor: Names = ()
    issue: Names = ()
    topic: Names = ()
    source: Names = ()
    attribution: Names = ()
    since: str | None = None
    """YYYY, YYYY-MM or YYYY-MM-DD, as are the next two."""
    until: str | None = None
    as_of: str | None = None
    exact: bool = False
    """Whether names count only as they are, neither in part nor misspelt."""


class Measuring(Scope):
    """How actors are measured."""

    metric: str = "city-block"
    missing: Missing = Missing.LEAVE_OUT
    weight: Names = ()
    """`ISSUE=N` each; other issues weigh what the codebook says, or 1."""
    weights: str | None = None
    """A file of the same."""
    floor: int = 3
    """The fewest shared issues for which there is a number; at least 1."""
    normalise: Normalisation = Normalisation.NONE
    rule: Rule | None = None


class Joining(Request):
    """How several corpora are brought together."""

    crosswalk: Crosswalk | str | None = None
    """What says, or the file that says, what the names of the further corpora correspond to in the first."""


class Compare(Joining, Scope):
    """Who stands where."""

    names: Names = ()
    by: By = By.ACTOR
    rule: Rule | None = None
    only: Only | None = None
    sort: Sort | None = None
    transpose: bool = False
    detail: bool = False
    long: bool = False
    texts: Names = ()


class Show(Scope):
    """Everything on an actor, an issue, a topic or a source."""

    names: Names
    texts: Names = ()


class Agree(Measuring):
    """How near actors are to each other."""

    names: Names = ()
    pairs: bool = False
    top: int | None = None
    robust: bool = False
    seed: int = 0
    without: Names = ()


class Diff(Scope):
    """Where two actors differ."""

    rule: Rule | None = None


class Conflicts(Scope):
    """Actors against themselves."""

    names: Names = ()


class Changes(Scope):
    """What moved between two dates, or between two corpora."""

    from_: str | None = None
    to: str | None = None
    """The last date of the corpus where there is none."""
    before: Names = ()
    rule: Rule | None = None


class Issues(Scope):
    """Which issues split or unite the actors."""

    names: Names = ()
    rule: Rule | None = None
    floor: int = 3
    """The fewest actors for which there is a number; at least 2."""


class Camps(Measuring):
    """Who stands with whom."""

    names: Names = ()
    camps: int | None = None
    """As many as give the best mean silhouette where there is no number."""
    samples: int = 100
    seed: int = 0


class Match(Measuring):
    """Who is nearest to somebody's own answers."""

    must: Names = ()


class List(Scope):
    """What the corpus holds."""

    kind: Kinds


class Check(Request):
    """What is wrong, or doubtful, in a corpus."""

    strict: bool = False
    texts: Names = ()


class Verify(Scope):
    """Whether every passage stands in its source."""

    texts: Names = ()
    fix: bool = False
    all: bool = False


class Find(Scope):
    """Passages of new texts that speak to the issues."""

    limit: int | None = None


class Reliability(Scope):
    """How far several coders agree."""

    level: Level = Level.ORDINAL
    samples: int = RESAMPLES
    seed: int = 0


class Align(Joining):
    """What another corpus's issues and actors correspond to in this one."""

    many: bool = False
    within: Bound | None = None
    """What things must share to be matched; what has none is matched with all."""


class Merge(Joining):
    """One corpus of several."""

    on_conflict: OnConflict = OnConflict.KEEP_BOTH


class Convert(Request):
    """A corpus in another format."""

    to: str = "yaml"


LEAST = {"floor": 1, "top": 1, "camps": 1, "samples": 0, "limit": 1}
"""The least value of each option that counts something."""


def find_least(request: type[Request], name: str) -> int | None:
    """The least value that the option takes for this request; None where there is none."""
    return 2 if request is Issues and name == "floor" else LEAST.get(name)


def choose_rule(rule: Rule | None, *, as_of: object) -> Rule:
    """The rule asked for; else the latest position counts where the corpus is looked at as of a
    date, and otherwise the best attributed one."""
    return rule or (Rule.LATEST if as_of else Rule.STATED_FIRST)
