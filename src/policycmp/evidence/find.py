"""Passages of a new text that may speak to the issues of a codebook. No stance is guessed."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from policycmp.evidence.folding import join_lines, sum_words
from policycmp.evidence.issue_terms import Vocabulary, Weights, find_actors
from policycmp.evidence.locate import locate_evidence
from policycmp.evidence.sentences import WORD, list_stems, split_sentences
from policycmp.model.passages import Proposal, Span
from policycmp.model.source import Evidence
from policycmp.model.verification import Outcome
from policycmp.record import dataclass
from policycmp.text.fold import fold
from policycmp.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from policycmp.evidence.layout import Layout
    from policycmp.model.corpus import Corpus

AROUND = 0.8
"""What the sentences beside one add to it, as a share of what the better of them weighs itself."""
COMMONEST = 0.02
"""What a stem is worth that nearly all sentences have; a rare one is worth up to about 5."""
GAP = 2
"""Sentences so near each other that speak to the same issue are one passage."""
WORDS_EACH = 18
"""Words of a text for each proposal, where no limit is asked for."""
ANYHOW = 4
"""And so many more, since a short text says more in fewer words."""
MOST = 1_000
"""And not more than so many."""
NEAR = 2_000
"""Characters on either side of a passage, in its paragraph, in which actors are looked for."""
SHORTEST, LONGEST = 4, 12
"""How many words of either end an anchor takes: as few as tell the passage apart."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its paragraph, counted from 1, and the stems of its words."""

    paragraph: int
    span: Span
    stems: frozenset[str]


def propose_passages(
    corpus: Corpus,
    layout: Layout,
    *,
    issues: Collection[str] = (),
    limit: int | None = None,
    without: str | None = None,
) -> list[Proposal]:
    """Passages that may speak to the issues (all without any named), the most telling first.

    One proposal is one passage and one issue. `without` names a source whose coded positions are
    not to be learnt from.
    """
    sentences = _list_sentences(layout)
    vocabulary = Vocabulary(corpus, issues or corpus.issue_by_id.keys(), without)
    weights = Weights(vocabulary, _measure_rarity(sentences))
    scores = _spread_scores(sentences, [weights.weigh(sentence.stems) for sentence in sentences])
    most = limit if limit is not None else min(ANYHOW + len(layout.text.split()) // WORDS_EACH, MOST)
    runs = _join_runs(sentences, scores, most)
    actors = find_actors(corpus)
    return [_propose(layout, sentences, run, weights, actors) for run in runs]


@dataclass(frozen=True, slots=True)
class Run:
    """Sentences, first and last by number, that speak to one issue."""

    issue: str
    first: int
    last: int
    score: float


def _list_sentences(layout: Layout) -> list[Sentence]:
    return [
        Sentence(number, span, frozenset(list_stems(layout.text[span.start : span.end])))
        for number, paragraph in enumerate(layout.paragraphs, 1)
        for span in split_sentences(layout.text, paragraph)
    ]


def _measure_rarity(sentences: Sequence[Sentence]) -> Callable[[str], float]:
    """How rare a stem is in the text."""
    frequency = Counter(stem for sentence in sentences for stem in sentence.stems)
    return lambda stem: max(COMMONEST, log(max(1, len(sentences)) / (1 + frequency[stem])))


def _spread_scores(
    sentences: Sequence[Sentence], weighed: Sequence[dict[str, float]]
) -> dict[tuple[str, int], float]:
    """What each sentence weighs for each issue, with what those beside it in its paragraph add."""
    scores: dict[tuple[str, int], float] = {}
    for number, sentence in enumerate(sentences):
        beside = [
            weighed[other]
            for other in (number - 1, number + 1)
            if 0 <= other < len(sentences) and sentences[other].paragraph == sentence.paragraph
        ]
        for issue in {*weighed[number], *(issue for one in beside for issue in one)}:
            near = max((one.get(issue, 0.0) for one in beside), default=0.0)
            scores[issue, number] = weighed[number].get(issue, 0.0) + AROUND * near
    return scores


def _join_runs(sentences: Sequence[Sentence], scores: dict[tuple[str, int], float], most: int) -> list[Run]:
    """The best sentences, those near each other joined, until there are so many runs."""
    parents: dict[tuple[str, int], int] = {}
    number_of_runs = 0
    for issue, number in sorted(scores, key=lambda key: (-scores[key], key[1], key[0])):
        near = {
            _find_root(parents, issue, other)
            for other in range(number - GAP, number + GAP + 1)
            if (issue, other) in parents and sentences[other].paragraph == sentences[number].paragraph
        }
        if not near and number_of_runs == most:
            break
        number_of_runs += 1 - len(near)
        parents[issue, number] = number
        parents |= {(issue, root): number for root in near}
    runs: dict[tuple[str, int], list[int]] = {}
    for issue, number in sorted(parents):
        runs.setdefault((issue, _find_root(parents, issue, number)), []).append(number)
    found = [Run(i, run[0], run[-1], max(scores[i, n] for n in run)) for (i, _), run in runs.items()]
    return sorted(found, key=lambda run: (-run.score, run.first, run.issue))


def _find_root(parents: dict[tuple[str, int], int], issue: str, number: int) -> int:
    """The sentence that stands for the run the sentence belongs to."""
    while (above := parents[issue, number]) != number:
        parents[issue, number] = parents[issue, above]
        number = above
    return number


def _propose(
    layout: Layout,
    sentences: Sequence[Sentence],
    run: Run,
    weights: Weights,
    actors: Callable[[str], list[str]],
) -> Proposal:
    members = sentences[run.first : run.last + 1]
    span = Span(members[0].span.start, members[-1].span.end)
    text = layout.text[span.start : span.end]
    paragraph = layout.paragraphs[members[0].paragraph - 1]
    ranked = weights.rank_terms(run.issue, {stem for member in members for stem in member.stems})
    named = actors(text)
    low, high = max(paragraph.start, span.start - NEAR), min(paragraph.end, span.end + NEAR)
    around = [actor for actor in actors(layout.text[low:high]) if actor not in named]
    first, last = choose_anchor(layout, members[0].paragraph, text)
    return Proposal(
        issue=run.issue,
        paragraph=members[0].paragraph,
        span=span,
        words=join_lines(text),
        first=first,
        last=last,
        score=round(run.score, 2),
        terms=_show_terms(text, ranked),
        actors=(*named, *around),
        named=len(named),
        checksum=sum_words(text),
    )


def choose_anchor(layout: Layout, paragraph: int, text: str) -> tuple[str, str]:
    """The first and last words of a passage, as few as lead to it alone in its paragraph."""
    words = join_lines(text).split(" ")
    first, last = words, words[-1:]
    for number in range(SHORTEST, LONGEST + 1):
        half = max(1, min(number, len(words) // 2))
        first, last = words[:half], words[-half:]
        evidence = Evidence(paragraph=paragraph, first=" ".join(first), last=" ".join(last))
        located = locate_evidence(layout, evidence)
        if getattr(located, "outcome", None) is Outcome.FOUND:
            break
    return " ".join(first), " ".join(last)


def _show_terms(text: str, ranked: Sequence[str]) -> tuple[str, ...]:
    """The stems as the text has them, each once."""
    shown: dict[str, str] = {}
    for match in WORD.finditer(text):
        for word in fold(match[0]).split():
            shown.setdefault(stem(word), match[0])
    return tuple(dict.fromkeys(shown[stem] for stem in ranked if stem in shown))
