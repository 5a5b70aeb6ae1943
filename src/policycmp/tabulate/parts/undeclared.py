"""What positions name and no codebook declares: in sentences, as data, and in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.codebook import FIVE_POINTS
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.corpus import Corpus, Undeclared
    from policycmp.model.report import Json

NAMED = 5
"""So many undeclared ids of a kind are named."""


def describe_undeclared(corpus: Corpus) -> list[str]:
    """Sentences on what positions name and no codebook declares, and on the scale assumed for issues
    among it; none where all is declared."""
    sentences = []
    beside = [each for each in corpus.undeclared if each.beside]
    if beside:
        kinds = {each.kind: [e for e in beside if e.kind == each.kind] for each in beside}
        listed = [f"{count(len(found), kind)} ({_name_some(found)})" for kind, found in kinds.items()]
        sentences.append(f"Declared nowhere: {join_words(listed)}.")
    issues = {each.id for each in corpus.undeclared if each.kind == "issue"}
    if issues:
        stances = {p.stance for p in corpus.positions if p.issue in issues and p.stance is not None}
        seen = ", ".join(str(stance) for stance in sorted(stances, key=str))
        sentences.append(
            f"Scale {FIVE_POINTS.id} (-2 to 2) assumed for {count(len(issues), 'issue')} "
            f"that no codebook declares; values seen: {seen or 'none'}."
        )
    return sentences


def _name_some(found: Sequence[Undeclared]) -> str:
    names = [f"{e.id}, nearest {e.nearest}" if e.nearest else e.id for e in found[:NAMED]]
    more = f"; {len(found) - NAMED} more" if len(found) > NAMED else ""
    return "; ".join(names) + more


def record_undeclared(corpus: Corpus) -> dict[str, Json]:
    """The same as data: `undeclared`, and `assumed_scale` with the issues it was assumed for."""
    about: dict[str, Json] = {}
    beside = [each for each in corpus.undeclared if each.beside]
    if beside:
        about["undeclared"] = [{"kind": e.kind, "id": e.id, "nearest": e.nearest} for e in beside]
    issues: list[Json] = [each.id for each in corpus.undeclared if each.kind == "issue"]
    if issues:
        about["assumed_scale"] = {"scale": FIVE_POINTS.id, "issues": issues}
    return about


def summarize_undeclared(corpus: Corpus) -> dict[str, Json]:
    """The same in few words, for every record to carry; nothing where all is declared."""
    about: dict[str, Json] = {}
    beside = [each.id for each in corpus.undeclared if each.beside]
    if beside:
        more = f" and {len(beside) - NAMED} more" if len(beside) > NAMED else ""
        about["undeclared"] = " ".join(beside[:NAMED]) + more
    issues = sum(each.kind == "issue" for each in corpus.undeclared)
    if issues:
        about["assumed_scale"] = f"{FIVE_POINTS.id} for {count(issues, 'issue')}"
    return about
