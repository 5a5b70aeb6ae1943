"""Codes of what is wrong with a key or a value."""

from __future__ import annotations

from policycmp.corpusfile.codes.code import Code, show_position

VALUE_CODES = (
    Code(
        code="E201",
        title="unknown key",
        explanation="A record has a key, or a table a column, that the format does not know; often a slip.",
        bad="actors: [{id: council, nmae: Town Council}]\n",
        good="actors: [{id: council, name: Town Council}]\n",
    ),
    Code(
        code="E202",
        title="missing key",
        explanation=(
            "A record lacks a key that it must have. A stance that is still open is written as `stance:` "
            "with nothing after it, so that it cannot be forgotten by accident."
        ),
        bad="actors: [{id: council}]\n",
        good="actors: [{id: council, name: Town Council}]\n",
    ),
    Code(
        code="E203",
        title="wrong type",
        explanation="The key wants another sort of value: a text, a list, a number.",
        bad="actors: [{id: council, name: Town Council, aliases: board}]\n",
        good="actors: [{id: council, name: Town Council, aliases: [board]}]\n",
    ),
    Code(
        code="E204",
        title="unknown choice",
        explanation="The key takes one of a few words. For attribution: stated, reported, implied.",
        bad=show_position("stance: 1").replace("stated", "said"),
        good=show_position("stance: 1"),
    ),
    Code(
        code="E205",
        title="not an id",
        explanation="An id is typed on the command line: it has no spaces, commas, colons, equals signs.",
        bad="actors: [{id: the council, name: Town Council}]\n",
        good="actors: [{id: the-council, name: Town Council}]\n",
    ),
    Code(
        code="E206",
        title="not a date",
        explanation=(
            "A date is a year, a month or a day as in 2024, 2024-05 or 2024-05-03, or two of these with a "
            "slash between for an interval. It must exist in the calendar."
        ),
        bad="sources: [{id: gazette, title: Gazette, published: 2023-02-29}]\n",
        good="sources: [{id: gazette, title: Gazette, published: 2024-02-29}]\n",
    ),
    Code(
        code="E207",
        title="not a web address",
        explanation="An address begins with http:// or https:// and has no spaces.",
        bad="sources: [{id: gazette, title: Gazette, url: example.org}]\n",
        good="sources: [{id: gazette, title: Gazette, url: 'https://example.org'}]\n",
    ),
    Code(
        code="E208",
        title="not a digest",
        explanation="A digest is `sha256:` and 64 hexadecimal digits in lower case.",
        bad="sources: [{id: gazette, title: Gazette, digest: 'md5:900150983cd24fb0'}]\n",
        good=f"sources: [{{id: gazette, title: Gazette, digest: 'sha256:{'0123456789abcdef' * 4}'}}]\n",
    ),
    Code(
        code="E209",
        title="not a scale",
        explanation=(
            "A scale lists at least two points, numbers that rise or fall, or distinct names, with as many "
            "labels if it has any; or it has a low and a higher high."
        ),
        bad="scales: [{id: ten, points: [1, 3, 2]}]\n",
        good="scales: [{id: ten, points: [1, 2, 3]}]\n",
    ),
    Code(
        code="E210",
        title="too long",
        explanation=(
            "An id has at most 200 characters, a title, name, alias or label 1,000, any other text "
            "1,000,000, so that one value cannot bury all others; variables of the environment allow more."
        ),
        bad=f"actors: [{{id: {'town-' * 50}council, name: Town Council}}]\n",
        good="actors: [{id: council, name: Town Council}]\n",
    ),
)
