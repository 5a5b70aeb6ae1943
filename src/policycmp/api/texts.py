"""The texts of sources, for commands that look into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.load.texts.source_texts import Texts
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.verification import Verification


def find_texts(places: Sequence[str], corpora: Sequence[str] = ()) -> Texts | None:
    """The texts in these places, and in the corpora that hold texts themselves; None where no place
    is named."""
    if not (places or corpora):
        return None
    from policycmp.load.texts.source_texts import Texts, holds_texts

    named = [*places, *(path for path in corpora if holds_texts(path))]
    return Texts(named) if named else None


def view_passages(
    corpus: Corpus, positions: Sequence[Position], texts: Texts, around: int
) -> dict[Position, Verification]:
    """Each position with what became of its passage, and the passage in its place."""
    from policycmp.api.progress import follow
    from policycmp.evidence.verify import verify_positions

    results = verify_positions(corpus, positions, texts.find, around=around)
    return {result.position: result for result in follow(results, len(positions), "passages")}


def quote_passages(
    corpus: Corpus, positions: Sequence[Position], places: Sequence[str]
) -> dict[Position, str]:
    """The words of each position's passage, in quotation marks; none where no place is named."""
    texts = find_texts(places)
    if texts is None:
        return {}
    from policycmp.tabulate.parts.passages import quote_passage

    results = view_passages(corpus, positions, texts, 0)
    return {position: quote_passage(result) for position, result in results.items()}
