"""Text escaped so that Markdown shows it as it is.

Backslash escapes and entities are CommonMark's, which GitHub, GitLab, Gitea and Pandoc share.
"""

from __future__ import annotations

import re
from functools import lru_cache

from policycmp.render.sanitize import clean_text, split_lines
from policycmp.text.unsafe import SEPARATORS

# An address stands between angle brackets, where nothing needs escaping: hosts link bare ones
# too, but some take a backslash in them for part of the address. The last character is none
# that ends a sentence.
_ADDRESS = re.compile(r"""https?://[^\s<>|\\&"'`]*[^\s<>|\\&"'`.,;:!?)\]}*_~]""")
_SPECIAL = re.compile(
    r"""[\\`*\[\]|~^${]"""  # marks wherever they stand
    r"""|(?<![^\W_])_|_(?![^\W_])"""  # an underscore, but not inside a word
    r"""|(?<!\w)@(?=\w)"""  # what Pandoc takes for a citation
)
# What needs no escape but for its neighbours, and the line feed that texts are joined by.
_PLAIN = re.compile("[0-9A-Za-z .,;:!?()/%'\"+=\n·−–—…“”„‘’§¶\u00c0-\u024f\u0370-\u052f-]*")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# What opens a heading, a list, a quotation, a rule or a table at the beginning of a line.
_OPENING = re.compile(r"^(?:[#>=+:-]|\d+(?=[.)]))")


def escape_inline(text: str) -> str:
    """The text, on one line, as it stands in a table's cell."""
    text = clean_text(text)
    done, pieces = 0, []
    for match in _ADDRESS.finditer(text):
        pieces += [_escape_words(text[done : match.start()]), f"<{match[0]}>"]
        done = match.end()
    return "".join(pieces) + _escape_words(text[done:])


@lru_cache(maxsize=1 << 12)  # the cells of a table say the same few things
def escape_lines(text: str) -> str:
    """The same, its line breaks kept as `<br>`."""
    return "<br>".join(escape_inline(line) for line in split_lines(text.strip(f" \t\r\n{SEPARATORS}")))


def join_plain(texts: list[str], separator: str) -> str | None:
    """The texts with the separator between them where none needs escaping, which one look at all of
    them together tells; None where one may need it."""
    joined = "\n".join(texts)
    if joined.count("\n") >= len(texts) or _PLAIN.fullmatch(joined) is None:
        return None
    framed = f"\n{joined}\n"
    if any(odd in framed for odd in ("  ", "://", "\n ", " \n")):
        return None
    return joined.replace("\n", separator)


def escape_paragraph(text: str) -> str:
    """The text as a paragraph or heading of its own."""
    escaped = _OPENING.sub(_escape_opening, escape_inline(text))
    return f"{escaped[:-1]}\\#" if escaped.endswith("#") and escaped != "\\#" else escaped


def write_link(text: str, url: str) -> str:
    """A link; the text alone where the address is none for the web."""
    if not url.startswith(("http://", "https://")):
        return f"{escape_inline(text)} ({escape_inline(url)})"
    safe = re.sub(r"[\s<>\\\x00-\x20\x7f]", lambda match: f"%{ord(match[0]):02X}", clean_text(url))
    return f"[{_escape_words(clean_text(text))}](<{safe}>)"


def _escape_words(text: str) -> str:
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\g<0>", text)


def _escape_opening(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0].isdecimal() else f"\\{match[0]}"
