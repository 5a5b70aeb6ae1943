"""The text of a Markdown file, as a reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.passages import Heading

if TYPE_CHECKING:
    from markdown_it.token import Token


def read_markdown(source: str) -> tuple[str, tuple[Heading, ...]]:
    """The words without the marks, blocks separated by blank lines, and where the headings are."""
    from markdown_it import MarkdownIt

    blocks: list[str] = []
    headings: list[Heading] = []
    length, level = 0, 0
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        if token.type == "heading_open":
            level = int(token.tag[1:])
        text = _read_block(token)
        if not text.strip():
            continue
        if level:
            headings.append(Heading(start=length, level=level))
            level = 0
        blocks.append(text)
        length += len(text) + 2
    return "\n\n".join(blocks) + "\n", tuple(headings)


def _read_block(token: Token) -> str:
    if token.type in ("fence", "code_block"):
        return token.content.rstrip("\n")
    if token.type != "inline":
        return ""
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    parts = (breaks.get(t.type, t.content if t.type != "html_inline" else "") for t in token.children or ())
    return "".join(parts)
