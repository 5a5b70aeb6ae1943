"""One value of one field: from what the file says to what the model holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policycmp.corpusfile.dates import parse_period
from policycmp.corpusfile.fields import FORMAT_VERSION, Field, Type
from policycmp.corpusfile.reader import Content, Numeral
from policycmp.limits import ID, NAME, TEXT, Limit
from policycmp.text.shorten import quote_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policycmp.model.codebook import Stance
    from policycmp.model.source import Period

_ID = re.compile(r"[\w.-]+")
_URL = re.compile(
    r"https?://(?:[^\s/?#\[\]]+|(?:[^\s/?#\[\]@]*@)?\[[0-9a-f:.]+\](?::[0-9]*)?)(?:[/?#]\S*)?", re.I
)
"""Square brackets stand round the number of a host (RFC 3986, 3.2.2) and nowhere else before the path."""
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_WHOLE = re.compile(r"\+?[0-9]{1,9}")

_SHORT = 100
"""Characters that no limit forbids, so that most values need no closer look."""
_HEADS = frozenset(
    {"title", "name", "short", "kind", "affiliation", "author", "publisher", "coder", "stance"}
    | {"aliases", "reversed_aliases", "labels", "points"}
)
"""Fields that become the heads and the words of tables."""


class ProblemError(ValueError):
    """A value that its field cannot hold: the fault's code, what is wrong, what to do."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


def convert_value(field: Field, content: Content) -> object:
    """The value the model holds for the field; ProblemError where it cannot hold it."""
    value = _CONVERTERS[field.type](field, content)
    if isinstance(content, str):
        if len(content) > _SHORT:
            _check_length(field, (content,))
    elif isinstance(content, list) and max(map(len, filter(None, content)), default=0) > _SHORT:  # type: ignore[arg-type]
        _check_length(field, content)
    return value


def find_limit(field: Field) -> Limit:
    """How long a text of the field may be."""
    if field.type in {Type.ID, Type.REFERENCE}:
        return ID
    return NAME if field.name in _HEADS else TEXT


def _check_length(field: Field, texts: Sequence[Content]) -> None:
    limit = find_limit(field)
    if any(isinstance(text, str) and len(text) > limit.most for text in texts):
        message, remedy = limit.describe(f"`{field.name}` is longer")
        raise ProblemError("E210", message, remedy)


def parse_number(text: str) -> int | float | None:
    """The number a text spells, whole where it is whole; None for any other text, and for a
    number of more digits than any scale or count needs."""
    if _INTEGER.fullmatch(text):
        return int(text)
    if len(text) < 40 and _FLOAT.fullmatch(text):
        number = float(text)
        if number in {float("inf"), float("-inf")}:
            return None
        return int(number) if number.is_integer() and abs(number) < 1e15 else number
    return None


def _wrong_type(field: Field, content: Content, wanted: str) -> ProblemError:
    if isinstance(content, list):
        found = "a list"
    elif isinstance(content, dict):
        found = "a mapping"
    elif isinstance(content, bool):
        found = str(content).lower()
    else:
        found = quote_value(content)
    return ProblemError(
        "E203",
        f"`{field.name}` is {found}, not {wanted}",
        f"write for example `{field.name}: {field.example}`",
    )


def _text(field: Field, content: Content) -> str:
    if isinstance(content, str):
        return str(content)
    raise _wrong_type(field, content, "a text")


def _id(field: Field, content: Content) -> str:
    text = _text(field, content)
    if _ID.fullmatch(text):
        return text
    plain = re.sub(r"[^\w.]+", "-", text[:40]).strip("-").lower()
    advice = f", such as {plain!r}" if plain else ""
    raise ProblemError(
        "E205",
        f"{quote_value(text)} cannot be an id",
        f"use letters, digits, hyphen, underscore and dot{advice}",
    )


def _texts(field: Field, content: Content) -> tuple[str, ...]:
    if isinstance(content, list) and all(isinstance(item, str) for item in content):
        return tuple(str(item) for item in content)
    raise _wrong_type(field, content, "a list of texts")


def _points(field: Field, content: Content) -> tuple[Stance, ...]:
    if not isinstance(content, list) or not all(isinstance(item, str) for item in content):
        raise _wrong_type(field, content, "a list of numbers or names")
    texts = [item for item in content if isinstance(item, str)]
    if not any(isinstance(item, Numeral) for item in texts):
        return tuple(texts)
    numbers = [parse_number(item) if isinstance(item, Numeral) else None for item in texts]
    points = tuple(number for number in numbers if number is not None)
    if len(points) < len(texts):
        raise ProblemError(
            "E209", "the points mix numbers and names", "use only numbers, or put every name into quotes"
        )
    return points


def _number(field: Field, content: Content) -> float:
    number = parse_number(content) if isinstance(content, str) else None
    if number is None:
        raise _wrong_type(field, content, "a number")
    return number


def _whole(field: Field, content: Content) -> int:
    if isinstance(content, str) and _WHOLE.fullmatch(content):
        return int(content)
    raise _wrong_type(field, content, "a whole number")


def _choice(field: Field, content: Content) -> str:
    text = _text(field, content)
    if (plain := text.strip().casefold()) in field.choices:
        return plain
    from policycmp.text.suggest import suggest

    raise ProblemError("E204", f"{quote_value(text)} is no {field.name}", suggest(text, field.choices))


def _date(field: Field, content: Content) -> Period:
    text = _text(field, content)
    try:
        return parse_period(text)
    except ValueError as error:
        message, _, question = str(error).partition("; ")
        remedy = "write YYYY, YYYY-MM or YYYY-MM-DD, or two of these with / between"
        if question:
            remedy = f"{question} {remedy[0].upper()}{remedy[1:]}"
        raise ProblemError("E206", message, remedy) from None


def _url(field: Field, content: Content) -> str:
    text = _text(field, content)
    if _URL.fullmatch(text):
        return text
    raise ProblemError(
        "E207", f"{quote_value(text)} is no web address", "begin with https:// and leave no space in it"
    )


def _digest(field: Field, content: Content) -> str:
    text = _text(field, content)
    if _DIGEST.fullmatch(text):
        return text
    raise ProblemError(
        "E208", f"{quote_value(text)} is no digest", "write sha256: and 64 hexadecimal digits in lower case"
    )


def _version(_field: Field, content: Content) -> int:
    if content == str(FORMAT_VERSION):
        return FORMAT_VERSION
    raise ProblemError(
        "E111",
        f"format version {quote_value(content)} is not known here",
        f"this policycmp reads version {FORMAT_VERSION}; a newer one may read more",
    )


_CONVERTERS: dict[Type, Callable[[Field, Content], object]] = {
    Type.ID: _id,
    Type.REFERENCE: _text,
    Type.TEXT: _text,
    Type.TEXTS: _texts,
    Type.CHOICE: _choice,
    Type.STANCE: _text,
    Type.POINTS: _points,
    Type.NUMBER: _number,
    Type.WHOLE: _whole,
    Type.DATE: _date,
    Type.URL: _url,
    Type.DIGEST: _digest,
    Type.VERSION: _version,
}
