"""Codes of what is allowed and yet doubtful."""

from __future__ import annotations

from policycmp.corpusfile.codes.code import BASE, Code, show_position

DOUBT_CODES = (
    Code(
        code="W401",
        title="issue without positions",
        explanation="No position is about the issue. It may be misspelled somewhere, or not coded yet.",
        bad=BASE,
        good=show_position("stance: 1"),
    ),
    Code(
        code="W402",
        title="actor without positions",
        explanation="No position is of the actor, and no source is its own document.",
        bad=BASE,
        good=show_position("stance: 1"),
    ),
    Code(
        code="W403",
        title="source without positions",
        explanation="No position cites the source. It may be misspelled somewhere, or not coded yet.",
        bad=BASE,
        good=show_position("stance: 1"),
    ),
    Code(
        code="W404",
        title="topic without issues",
        explanation="No issue belongs to the topic.",
        bad="topics: [{id: traffic, title: Traffic}]\n",
        good=BASE,
    ),
    Code(
        code="W405",
        title="position without evidence",
        explanation="Nothing says where in the source the stance shows, so nobody can look it up.",
        bad=show_position("stance: 1"),
        good=show_position("stance: 1\nparagraph: 4"),
    ),
    Code(
        code="W406",
        title="open stance",
        explanation="The stance is empty: somebody still has to decide on it. It is left out of comparisons.",
        bad=show_position("stance:\nparagraph: 4"),
        good=show_position("stance: 1\nparagraph: 4"),
    ),
    Code(
        code="W407",
        title="undeclared id",
        explanation=(
            "A file of positions alone names an id that no codebook declares. It is taken as a new one, on "
            "the five-point scale; if it is a slip, correct it."
        ),
        bad="- {actor: council, issue: lane, stance: 1, source: gazette, attribution: stated}\n",
        good=show_position("stance: 1"),
    ),
    Code(
        code="W408",
        title="shared name",
        explanation="Two records answer to one name, so typing it does not tell which is meant.",
        bad="actors:\n  - {id: a, name: Council}\n  - {id: b, name: The Board, aliases: [council]}\n",
        good="actors:\n  - {id: a, name: Council}\n  - {id: b, name: The Board}\n",
    ),
    Code(
        code="W409",
        title="stance taken twice in a source",
        explanation=(
            "An actor takes the same stance on an issue twice in one source, at two places, or with another "
            "attribution or condition. Both count where several positions in a cell are averaged."
        ),
        bad=show_position("stance: 1\nparagraph: 4")
        + show_position("stance: 1\nparagraph: 9").partition("positions:\n")[2],
        good=show_position("stance: 1\nparagraph: 4"),
    ),
)
