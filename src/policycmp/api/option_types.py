"""The options of each function by name and type, for type checkers and editors.

Names and defaults stand in `policycmp.model.command_options`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from policycmp.model.crosswalk import Crosswalk

Path = str | PathLike[str]
Names = str | Iterable[str] | None
Date = str | date | None


class ScopeOptions(TypedDict, total=False):
    """Which positions are looked at."""

    actor: Names
    issue: Names
    topic: Names
    source: Names
    attribution: Names
    since: Date
    until: Date
    as_of: Date
    exact: bool


class DoubtingOptions(ScopeOptions, total=False):
    """What becomes of cells that are in doubt."""

    contested: str
    conditional: str


class SkippingOptions(DoubtingOptions, total=False):
    """Which issues count."""

    skip: Names
    min_actors: int | None


class MeasuringOptions(SkippingOptions, total=False):
    """How actors are measured."""

    metric: str
    missing: str
    weight: Names | Mapping[str, float]
    weights: Path | None
    floor: int | None
    normalise: str
    distinct: str
    rule: str | None


class CompareOptions(ScopeOptions, total=False):
    """Of `compare`."""

    by: str
    layout: str
    rule: str | None
    only: str | None
    sort: str | None
    transpose: bool
    detail: bool
    long: bool
    distinct: str
    normalise: str
    texts: Path | Iterable[Path]
    crosswalk: Crosswalk | Path | None


class ShowOptions(ScopeOptions, total=False):
    """Of `show`."""

    texts: Path | Iterable[Path]


class ExplainOptions(MeasuringOptions, total=False):
    """Of `explain`."""

    of: str


class AgreeOptions(ExplainOptions, total=False):
    """Of `agree`."""

    pairs: bool
    top: int | None
    robust: bool
    seed: int
    without: Names


class DiffOptions(DoubtingOptions, total=False):
    """Of `diff`."""

    detail: bool
    rule: str | None


class ConflictsOptions(ScopeOptions, total=False):
    """Of `conflicts`."""

    detail: bool


class ChangesOptions(ScopeOptions, total=False):
    """Of `changes`."""

    from_: Date
    to: Date
    before: Path | Iterable[Path]
    detail: bool
    rule: str | None


class IssuesOptions(SkippingOptions, total=False):
    """Of `issues`."""

    rule: str | None
    floor: int


class CampsOptions(MeasuringOptions, total=False):
    """Of `camps`."""

    camps: int | None
    samples: int
    seed: int


class MatchOptions(MeasuringOptions, total=False):
    """Of `match`."""

    must: Names


class ListOptions(ScopeOptions, total=False):
    """Of `list`."""

    shares: bool
    rule: str | None


class CheckOptions(TypedDict, total=False):
    """Of `check`."""

    strict: bool
    advice: bool
    select: str | Iterable[str]
    ignore: str | Iterable[str]
    texts: Path | Iterable[Path]


class VerifyOptions(ScopeOptions, total=False):
    """Of `verify`."""

    texts: Path | Iterable[Path]
    fix: bool
    all: bool


class FindOptions(ScopeOptions, total=False):
    """Of `find`."""

    limit: int | None


class ReliabilityOptions(ScopeOptions, total=False):
    """Of `reliability`."""

    level: str
    samples: int
    seed: int


class AlignOptions(TypedDict, total=False):
    """Of `align`."""

    many: bool
    within: str | None
    crosswalk: Crosswalk | Path | None


class MergeOptions(TypedDict, total=False):
    """Of `merge`."""

    on_conflict: str
    crosswalk: Crosswalk | Path | None
