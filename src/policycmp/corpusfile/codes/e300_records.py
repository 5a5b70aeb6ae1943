"""Codes of what is wrong between records, or between the keys of one."""

from __future__ import annotations

from policycmp.corpusfile.codes.code import Code, show_position

RECORD_CODES = (
    Code(
        code="E301",
        title="id twice",
        explanation=(
            "Two records of one kind have the same id. In several files the same record may be declared "
            "again, if it says the same."
        ),
        bad="actors: [{id: board, name: Old Board}, {id: board, name: New Board}]\n",
        good="actors: [{id: old-board, name: Old Board}, {id: new-board, name: New Board}]\n",
    ),
    Code(
        code="E302",
        title="undeclared id",
        explanation="A record names another that is declared nowhere; often a slip.",
        bad=show_position("stance: 1").replace("actor: council", "actor: counsil"),
        good=show_position("stance: 1"),
    ),
    Code(
        code="E303",
        title="stance off the scale",
        explanation=(
            "The stance is no value of its issue's scale. Without a scale of its own an issue has five "
            "points: -2, -1, 0, 1, 2. The label of a point, such as `supports`, is read as well."
        ),
        bad=show_position("stance: 3"),
        good=show_position("stance: 2"),
    ),
    Code(
        code="E304",
        title="position twice",
        explanation=(
            "Two rows say the same: actor, issue, stance, source, attribution, condition, date, coder and "
            "place in the source, or one of them names no place. Keep one; rows of several coders say so "
            "under `coder`."
        ),
        bad=show_position("stance: 1") + show_position("stance: 1").partition("positions:\n")[2],
        good=show_position("stance: 1\ncoder: ar")
        + show_position("stance: 1\ncoder: bo").partition("positions:\n")[2],
    ),
    Code(
        code="E305",
        title="incomplete evidence",
        explanation=(
            "Selectors come in pairs: `first` with `last`, `start` with a later `end`, `prefix` and `suffix` "
            "with a `quote`. Paragraphs count from 1."
        ),
        bad=show_position("stance: 1\nfirst: nothing has been"),
        good=show_position("stance: 1\nfirst: nothing has been\nlast: the hearing"),
    ),
)
