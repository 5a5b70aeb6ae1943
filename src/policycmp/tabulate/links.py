"""Addresses that lead to a passage, by text fragments.

https://wicg.github.io/scroll-to-text-fragment/
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from policycmp.model.source import Evidence, Source


def link_passage(source: Source, evidence: Evidence | None) -> str | None:
    """The source's address, leading to the passage where its words are known; None without one."""
    if source.url is None:
        return None
    directive = _write_directive(evidence) if evidence else None
    if directive is None:
        return source.url
    return f"{source.url}{'' if '#' in source.url else '#'}:~:text={directive}"


def _write_directive(evidence: Evidence) -> str | None:
    before = f"{_encode(evidence.prefix)}-," if evidence.prefix else ""
    after = f",-{_encode(evidence.suffix)}" if evidence.suffix else ""
    if evidence.quote:
        return f"{before}{_encode(evidence.quote)}{after}"
    if evidence.first and evidence.last:
        return f"{before}{_encode(evidence.first)},{_encode(evidence.last)}{after}"
    return None


def _encode(text: str) -> str:
    """Percent-encoded, with `-` too: bare, it marks a prefix or suffix."""
    return quote(text, safe="").replace("-", "%2D")
