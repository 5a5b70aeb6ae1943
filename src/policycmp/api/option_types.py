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


class MeasuringOptions(ScopeOptions, total=False):
    """How actors are measured."""

    metric: str
    missing: str
    weight: Names | Mapping[str, float]
    weights: Path | None
    floor: int
    normalise: str
    rule: str | None


class CompareOptions(ScopeOptions, total=False):
    """Of `compare`."""

    by: str
    rule: str | None
    only: str | None
    sort: str | None
    transpose: bool
    detail: bool
    long: bool
    texts: Path | Iterable[Path]
    crosswalk: Crosswalk | Path | None


class ShowOptions(ScopeOptions, total=False):
    """Of `show`."""

    texts: Path | Iterable[Path]


class AgreeOptions(MeasuringOptions, total=False):
    """Of `agree`."""

    pairs: bool
    top: int | None
    robust: bool
    seed: int
    without: Names


class DiffOptions(ScopeOptions, total=False):
    """Of `diff`."""

    rule: str | None


class ChangesOptions(ScopeOptions, total=False):
    """Of `changes`."""

    from_: Date
    to: Date
    before: Path | Iterable[Path]
    rule: str | None


class IssuesOptions(ScopeOptions, total=False):
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


class CheckOptions(TypedDict, total=False):
    """Of `check`."""

    strict: bool
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
