"""A name or a query, taken apart."""

from __future__ import annotations

from functools import cached_property

from policycmp.alignment.polarity import Direction, read_direction
from policycmp.alignment.words import drop_fillers, is_acronym, list_capitals, list_initials
from policycmp.text.fold import fold
from policycmp.text.stems import stem

LONGEST = 1_000
"""So many characters of a folded text are compared by their likeness, which costs their product."""


class Wording:
    """A text and its words. It is folded once; every other view is worked out when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.whole = fold(text)
        self.folded = self.whole[:LONGEST].rstrip()
        self.words = tuple(self.folded.split())

    @cached_property
    def sorted_words(self) -> tuple[str, ...]:
        """All words in alphabetical order: equal names have equal ones."""
        return tuple(sorted(self.whole.split()))

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The words in their order, fillers left out unless there is nothing else."""
        return drop_fillers(self.words)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems of the telling words."""
        return tuple(map(stem, self.telling))

    @cached_property
    def letters(self) -> str:
        """The words without the spaces between them."""
        return "".join(self.words)

    @cached_property
    def initials(self) -> tuple[str, ...]:
        """What the text may be abbreviated to."""
        return list_initials(self.words)

    @cached_property
    def acronym(self) -> str:
        """The letters, where the text looks like an acronym; else nothing."""
        return self.letters if is_acronym(self.text.replace(".", "")) else ""

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The words that stand in capitals in a text that does not as a whole."""
        return list_capitals(self.text)

    @cached_property
    def direction(self) -> Direction:
        """What in it may put a question the other way round."""
        return read_direction(self.words)

    def is_turned(self, other: Wording) -> bool:
        """Whether one is the suspected reversal of the other."""
        return self.direction.differs(other.direction)
