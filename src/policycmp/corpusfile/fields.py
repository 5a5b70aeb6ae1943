"""Every field of every record: the one source for checking, the JSON Schema, the columns of CSV
and the tables in the documentation."""

from __future__ import annotations

from enum import StrEnum

from policycmp.model.corpus import Attribution
from policycmp.record import dataclass

FORMAT_VERSION = 1


class Type(StrEnum):
    """What a field holds."""

    ID = "id"
    REFERENCE = "reference"
    TEXT = "text"
    TEXTS = "list of texts"
    CHOICE = "choice"
    STANCE = "stance"
    POINTS = "list of numbers or names"
    NUMBER = "number"
    WHOLE = "whole number"
    DATE = "date"
    URL = "address"
    DIGEST = "digest"
    VERSION = "format version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key of a record."""

    name: str
    type: Type
    help: str
    example: str
    required: bool = False
    target: str | None = None
    """The section whose ids a reference names."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of record: the section that lists it, and its fields in the order people write them."""

    section: str
    noun: str
    help: str
    fields: tuple[Field, ...]

    def names(self) -> tuple[str, ...]:
        """The keys a record of this kind may have."""
        return tuple(field.name for field in self.fields)


def _field(
    name: str,
    type: Type,  # noqa: A002  # the word the documentation uses
    example: str,
    help: str,  # noqa: A002  # the same
    *,
    required: bool = False,
    target: str | None = None,
    choices: tuple[str, ...] = (),
) -> Field:
    return Field(
        name=name, type=type, help=help, example=example, required=required, target=target, choices=choices
    )


def _id(of: str, example: str) -> Field:
    return _field(
        "id", Type.ID, example, f"The name by which other records point to the {of}.", required=True
    )


def _reference(name: str, target: str, example: str, help: str, *, required: bool = False) -> Field:  # noqa: A002
    return _field(name, Type.REFERENCE, example, help, required=required, target=target)


HEAD = Kind(
    section="",
    noun="corpus",
    help="What stands at the top of the document, beside the lists.",
    fields=(
        _field("policycmp", Type.VERSION, "1", "The version of the format."),
        _field("title", Type.TEXT, "Bus lanes in Millbrook", "What the corpus is about."),
        _field("note", Type.TEXT, "Coded in May 2024.", "Anything a reader should know about the whole."),
    ),
)

SCALE = Kind(
    section="scales",
    noun="scale",
    help="The values a stance may take, from most against the statement to most for it.",
    fields=(
        _id("scale", "yes-no"),
        _field(
            "points",
            Type.POINTS,
            "[no, unsure, yes]",
            "The values: numbers that rise or fall, or distinct names.",
        ),
        _field("labels", Type.TEXTS, "[against, undecided, for]", "Each point in words, in the same order."),
        _field("low", Type.NUMBER, "0", "The lowest number of a scale without points."),
        _field("high", Type.NUMBER, "10", "The highest number of a scale without points."),
        _field("missing", Type.TEXTS, "[99, NA]", "Codes for no answer; such rows are left out and counted."),
        _field("note", Type.TEXT, "As asked in the survey.", "Anything a reader should know."),
    ),
)

TOPIC = Kind(
    section="topics",
    noun="topic",
    help="A group of issues.",
    fields=(
        _id("topic", "traffic"),
        _field("title", Type.TEXT, "Traffic", "What heads the group.", required=True),
        _field("aliases", Type.TEXTS, "[transport]", "Other names people use for it."),
    ),
)

ISSUE = Kind(
    section="issues",
    noun="issue",
    help="What positions are about.",
    fields=(
        _id("issue", "bus-lane"),
        _field(
            "title", Type.TEXT, "Bus lane on Mill Street", "The short name shown in tables.", required=True
        ),
        _field(
            "statement",
            Type.TEXT,
            "Mill Street should have a bus lane.",
            "The sentence one agrees or disagrees with; agreeing is the high end of the scale.",
        ),
        _reference("topic", "topics", "traffic", "The topic the issue belongs to."),
        _reference(
            "scale", "scales", "yes-no", "The scale of its stances; `five-point` where none is given."
        ),
        _field("aliases", Type.TEXTS, "[bus corridor]", "Other names people use for it."),
        _field(
            "reversed_aliases",
            Type.TEXTS,
            "[all lanes for cars]",
            "Names under which the question is put the other way round.",
        ),
        _field(
            "weight",
            Type.NUMBER,
            "2",
            "How much it counts where agreement is measured, above 0; 1 where none is given.",
        ),
        _field("note", Type.TEXT, "Without the side streets.", "Rules for coding it."),
    ),
)

ACTOR = Kind(
    section="actors",
    noun="actor",
    help="Anybody who takes a position.",
    fields=(
        _id("actor", "shop-owners"),
        _field("name", Type.TEXT, "Association of Mill Street Shop Owners", "The full name.", required=True),
        _field("short", Type.TEXT, "Shop owners", "What heads a narrow column."),
        _field("kind", Type.TEXT, "association", "What kind of actor it is, in a word."),
        _field("affiliation", Type.TEXT, "Chamber of Commerce", "What the actor belongs to."),
        _field("aliases", Type.TEXTS, "[retailers]", "Other names people use for it."),
        _field("note", Type.TEXT, "Founded in 2019.", "Anything a reader should know."),
    ),
)

SOURCE = Kind(
    section="sources",
    noun="source",
    help="A document that shows positions.",
    fields=(
        _id("source", "gazette-2024-05-03"),
        _field(
            "title", Type.TEXT, "Council split over bus lane", "The title of the document.", required=True
        ),
        _field("author", Type.TEXT, "Ada Reed", "Who wrote it, as the document says."),
        _reference("actor", "actors", "shop-owners", "The actor whose own document this is, if it is one."),
        _field("publisher", Type.TEXT, "Millbrook Gazette", "Who published it."),
        _field("published", Type.DATE, "2024-05-03", "When it was published."),
        _field("url", Type.URL, "https://example.org/bus-lane", "Where it can be read."),
        _field("digest", Type.DIGEST, f"sha256:{'0123456789abcdef' * 4}", "The SHA-256 of the text coded."),
        _field("note", Type.TEXT, "The print edition.", "Anything a reader should know."),
    ),
)

EVIDENCE = (
    _field("paragraph", Type.WHOLE, "4", "The paragraph of the source, counted from 1."),
    _field("first", Type.TEXT, "the lane would cost", "The first few words of the passage."),
    _field("last", Type.TEXT, "half of our customers", "The last few words of the passage."),
    _field("quote", Type.TEXT, "We will not support it", "The passage itself, word for word."),
    _field("prefix", Type.TEXT, "the chairman said:", "What stands right before the quote."),
    _field("suffix", Type.TEXT, "before the vote", "What stands right after the quote."),
    _field("start", Type.WHOLE, "120", "The first character of the passage, counted from 0."),
    _field("end", Type.WHOLE, "164", "The character after the passage, counted from 0."),
    _field("page", Type.TEXT, "12", "The page of the source, as printed."),
    _field("section", Type.TEXT, "Transport", "The section or heading of the source."),
    _field("checksum", Type.TEXT, "3f9a0c27d1e4", "A checksum of the words from first to last."),
)
"""The fields of a position that say where in the source it shows."""

POSITION = Kind(
    section="positions",
    noun="position",
    help="One coded row: this actor takes this stance on this issue, according to this source.",
    fields=(
        _reference("actor", "actors", "shop-owners", "Who takes the stance.", required=True),
        _reference("issue", "issues", "bus-lane", "What it is about.", required=True),
        _field(
            "stance",
            Type.STANCE,
            "-2",
            "A value on the issue's scale, or its label; empty while it is still open.",
            required=True,
        ),
        _reference("source", "sources", "gazette-2024-05-03", "The document that shows it.", required=True),
        _field(
            "attribution",
            Type.CHOICE,
            "stated",
            "How the source ties the stance to the actor.",
            required=True,
            choices=tuple(str(choice) for choice in Attribution),
        ),
        _field("condition", Type.TEXT, "if parking is replaced", "What the stance depends on."),
        _field(
            "summary", Type.TEXT, "Fears the loss of parking.", "What the source says, in the coder's words."
        ),
        _field("date", Type.DATE, "2024-05", "When it was taken; the source's date where it is left out."),
        _field("coder", Type.TEXT, "ar", "Who coded it."),
        *EVIDENCE,
    ),
)

KINDS = (SCALE, TOPIC, ISSUE, ACTOR, SOURCE, POSITION)
"""The kinds of records in the order of their sections."""

KIND_BY_SECTION = {kind.section: kind for kind in (HEAD, *KINDS)}
