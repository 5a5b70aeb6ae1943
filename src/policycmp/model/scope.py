"""What several commands are asked alike: which positions are looked at, and how they are measured.

Defaults stand here and in `policycmp.model.command_options`, and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.choices import Conditional, Contested, Distinct, Missing, Normalisation
from policycmp.model.option_record import Request

if TYPE_CHECKING:
    from policycmp.model.choices import Rule

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


class Doubting(Scope):
    """What becomes of cells that are in doubt."""

    contested: Contested = Contested.MEAN
    conditional: Conditional = Conditional.COUNT


class Skipping(Doubting):
    """Which issues count."""

    skip: Names = ()
    """`unanimous`, `lopsided=N%`."""
    min_actors: int | None = None
    """The fewest actors who speak on an issue that counts."""


class Measuring(Skipping):
    """How actors are measured."""

    metric: str = "city-block"
    missing: Missing = Missing.LEAVE_OUT
    weight: Names = ()
    """`ISSUE=N` each; other issues weigh what the codebook says, or 1."""
    weights: str | None = None
    """A file of the same."""
    floor: int | None = None
    """The fewest shared issues for which there is a number; see `choose_floor`."""
    normalise: Normalisation = Normalisation.NONE
    distinct: Distinct = Distinct.NONE
    rule: Rule | None = None


FEWEST_SHARED = 3
"""Where placements are compared, fewer issues say little."""


def choose_floor(floor: int | None, *, is_counted: bool) -> int:
    """The floor asked for; else 1 for a metric that counts positions, where one tie is a tie, and 3."""
    return floor or (1 if is_counted else FEWEST_SHARED)
