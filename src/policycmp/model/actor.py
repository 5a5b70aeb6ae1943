"""Who takes a stance."""

from __future__ import annotations

from policycmp.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Anybody who takes a position: an author, a government, a party, an alliance."""

    id: str
    name: str
    short: str | None = None
    """What heads a narrow column; the name where there is none."""
    kind: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None

    @property
    def label(self) -> str:
        """The shortest name a reader still recognises."""
        return self.short or self.name
