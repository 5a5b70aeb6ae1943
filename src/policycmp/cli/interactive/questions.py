"""Questions asked on the terminal, one key an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.cli.interactive.keys import read_key
from policycmp.cli.messages import say
from policycmp.errors import UsageError
from policycmp.model.matches import Answer
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from policycmp.model.codebook import Issue
    from policycmp.model.corpus import Corpus

KEYS = "s skip   i important   m must agree   b back   q stop"
MOST_KEYS = 9
"""Scales of more points than this are answered by typing the value."""


class Questions:
    """The issues to ask about, the answers so far, and where one is."""

    def __init__(self, corpus: Corpus, issues: Sequence[Issue], answers: Sequence[Answer]) -> None:
        self._corpus = corpus
        self._issues = issues
        self.answers = {answer.issue: answer for answer in answers}
        self.here = next((n for n, i in enumerate(issues) if i.id not in self.answers), len(issues))
        self.stopped = False
        self._flags = Answer(issue="", stance=None)

    @property
    def done(self) -> bool:
        """Whether nothing is left to ask, or the person stopped."""
        return self.stopped or self.here >= len(self._issues)

    def show(self) -> Iterator[str]:
        """The lines of the question where one is."""
        issue = self._issues[self.here]
        marks = [word for word in ("important", "must") if getattr(self._flags, word)]
        yield ""
        yield f"{self.here + 1} of {len(self._issues)}: {issue.statement or issue.title}" + (
            f" [{', '.join(marks)}]" if marks else ""
        )
        scale = self._corpus.scale_of(issue.id)
        if self.takes_keys:
            yield "   ".join(f"{n} {scale.label(point)}" for n, point in enumerate(scale.points, start=1))
        else:
            low, high = scale.points[:: len(scale.points) - 1] if scale.points else (scale.low, scale.high)
            yield f"a value from {low} to {high}"
        yield KEYS

    @property
    def takes_keys(self) -> bool:
        """Whether one key answers the question where one is."""
        points = self._corpus.scale_of(self._issues[self.here].id).points
        return 0 < len(points) <= MOST_KEYS

    def press(self, key: str) -> str | None:
        """Take a key, or a typed value; what is wrong with it, or None."""
        issue = self._issues[self.here]
        match key.strip().casefold():
            case "q":
                self.stopped = True
            case "b":
                self.here = max(self.here - 1, 0)
                self._flags = self.answers.pop(self._issues[self.here].id, self._flags)
            case "i":
                self._flags = replace(self._flags, important=not self._flags.important)
            case "m":
                self._flags = replace(self._flags, must=not self._flags.must)
            case "s":
                self._take(issue, None)
            case typed:
                return self._answer(issue, typed)
        return None

    def _answer(self, issue: Issue, typed: str) -> str | None:
        from policycmp.api.match import read_stance

        scale = self._corpus.scale_of(issue.id)
        if self.takes_keys:
            if not typed.isdecimal() or not 1 <= int(typed) <= len(scale.points):
                return f"press 1 to {len(scale.points)}, or one of s, i, m, b, q"
            self._take(issue, str(scale.points[int(typed) - 1]))
            return None
        try:
            self._take(issue, str(read_stance(self._corpus, issue.id, typed)))
        except UsageError as error:
            return f"{error.message}; {error.hint}"
        return None

    def _take(self, issue: Issue, stance: str | None) -> None:
        kept = Answer(issue=issue.id, stance=stance) if stance is None else self._flags
        self.answers[issue.id] = replace(kept, issue=issue.id, stance=stance)
        self._flags = Answer(issue="", stance=None)
        asked = range(self.here + 1, len(self._issues))
        self.here = next((n for n in asked if self._issues[n].id not in self.answers), len(self._issues))


def ask_questions(questions: Questions, save: Callable[[Sequence[Answer]], None]) -> tuple[Answer, ...]:
    """Ask until all is answered, the person stops, or the input ends; `save` is called after each key."""
    while not questions.done:
        for line in questions.show():
            say(line)
        key = read_key(line=not questions.takes_keys)
        if key is None:
            break
        problem = questions.press(key)
        if problem:
            say(problem)
        save(tuple(questions.answers.values()))
    return tuple(questions.answers.values())
