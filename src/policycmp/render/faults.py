"""What `check` found, in one of the forms it can be told in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.plugins import Slot
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policycmp.model.fault import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultFormat:
    """One way to write faults: the whole text, with a final newline."""

    help: str
    write: Callable[[Sequence[Fault]], str]


FAULT_FORMATS = Slot("render.fault_formats", "FAULT_FORMAT", FaultFormat)
