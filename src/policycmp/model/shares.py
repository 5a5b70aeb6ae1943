"""How much of what is asked is answered which way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.matrix import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class SideCounts:
    """The cells of one actor, or on one issue, each counted once."""

    of: Heading
    supports: int
    opposes: int
    mixed: int
    """Those whose stance is in the middle, without being contested."""
    contested: int
    """Those with positions on both sides, whichever the rule makes of them."""
    silent: int

    @property
    def cells(self) -> int:
        """All of them."""
        return self.supports + self.opposes + self.mixed + self.contested + self.silent
