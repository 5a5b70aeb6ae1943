"""Addresses that lead to a passage, by text fragments.

https://wicg.github.io/scroll-to-text-fragment/
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from policycmp.model.source import Evidence, Source


LONGEST = 40
"""Words of a quotation that are looked for as they are; of a longer one its ends are."""
ENDS = 6
NEAR = 4
"""Words of what stands before and after that are given along."""


def link_passage(source: Source, evidence: Evidence | None) -> str | None:
    """The source's address, leading to the passage where its words are known; None without one."""
    if source.url is None:
        return None
    directive = _write_directive(evidence) if evidence else None
    if directive is None:
        return source.url
    return f"{source.url}{'' if '#' in source.url else '#'}:~:text={directive}"


def _write_directive(evidence: Evidence) -> str | None:
    prefix, suffix = _trim_context(evidence)
    before = f"{_encode(prefix)}-," if prefix else ""
    after = f",-{_encode(suffix)}" if suffix else ""
    words = (evidence.quote or "").split()
    if len(words) > LONGEST:
        return f"{before}{_encode(' '.join(words[:ENDS]))},{_encode(' '.join(words[-ENDS:]))}{after}"
    if words:
        return f"{before}{_encode(' '.join(words))}{after}"
    if evidence.first and evidence.last:
        return f"{before}{_encode(evidence.first)},{_encode(evidence.last)}{after}"
    return None


def _trim_context(evidence: Evidence) -> tuple[str, str]:
    """The words next to the passage. Browsers match whole words only, and a prefix or suffix may
    have been cut inside a word at its far end."""
    before, after = (evidence.prefix or "").split(), (evidence.suffix or "").split()
    return " ".join(before[1:][-NEAR:] or before), " ".join(after[:-1][:NEAR] or after)


def _encode(text: str) -> str:
    """Percent-encoded, with `-` too: bare, it marks a prefix or suffix."""
    return quote(" ".join(text.split()), safe="").replace("-", "%2D")
