"""Codes of thin evidence, which `check` looks for in a corpus without faults."""

from __future__ import annotations

from policycmp.corpusfile.codes.code import Code, show_position

_SOURCES = """\
issues: [{id: lane, title: Bus lane}, {id: fee, title: Parking fee}]
actors: [{id: council, name: Town Council}, {id: shops, name: Shops}]
sources: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]
positions:
"""


def _code_sources(*codings: str) -> str:
    rows = [
        f"  - {{actor: council, issue: {issue}, stance: 1, source: {source}, attribution: stated, page: 1}}"
        for source, issue in (coding.split() for coding in codings)
    ]
    return _SOURCES + "\n".join(rows) + "\n"


def _show_writer(writer: str, first: str) -> str:
    corpus = show_position(f"stance: 1\nparagraph: 1\nfirst: '{first}'\nlast: be built")
    return corpus.replace("title: Gazette", f"title: Gazette, author: {writer}")


EVIDENCE_CODES = (
    Code(
        code="W501",
        title="second-hand alone",
        explanation="Cells of this actor rest on what others report of it, or on inference, alone. "
        "They may be right, but nobody has quoted the actor itself.",
        bad=show_position("stance: 1\nparagraph: 1").replace("stated", "reported"),
        good=show_position("stance: 1\nparagraph: 1"),
    ),
    Code(
        code="W502",
        title="a reporter's words as the actor's own",
        explanation="The position is coded as stated, the source is by somebody else, and there are no "
        "quotation marks in its passage (with --texts) or its anchor: the words may be the reporter's.",
        bad=_show_writer("B. Logger", "The council wants"),
        good=_show_writer("B. Logger", '"The lane must'),
    ),
    Code(
        code="W503",
        title="a source not coded for what all others speak to",
        explanation="Every other source is coded for the issue. This one may be silent on it, or nobody "
        "has read it for that.",
        bad=_code_sources("a lane", "b lane", "c fee"),
        good=_code_sources("a lane", "b lane", "c lane"),
    ),
)
