"""Corpora of every kind that `check` accepts, for Hypothesis: all fields, all kinds of scales and
evidence, and texts that formats stumble over."""

from __future__ import annotations

import re
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from policycmp.corpusfile.dates import parse_period
from policycmp.corpusfile.values import parse_number
from policycmp.model.actor import Actor
from policycmp.model.codebook import FIVE_POINTS, Issue, Scale, Topic
from policycmp.model.corpus import Attribution, Corpus, Position
from policycmp.model.source import Evidence, Source
from policycmp.record import replace
from policycmp.text.unsafe import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policycmp.model.source import Period

WORDS = (
    *("null", "~", "Null", "true", "False", "yes", "No", "on", "y", "1e3", "0x1F", "0o17", "017", "1_000"),
    *("12:30", "2024", "2024-05", "2024-05-03", "-1", "+1", "1.", ".5", ".inf", "-.nan", "1,000", "- x"),
    *("-", "--", "---", "...", "?", "? x", ": x", "x:", "a: b", "a #b", "#", "=", "<<", "&a", "*a", "!t"),
    *("|", ">", ">-", "%x", "@x", "`x", "{a}", "[a]", "a, b", "{", "]", "'", '"', "''", '""', "\\", "\\t"),
    *("=1+1", "+x", "-x", "@x", "'=1", "''=1", "'-1", "'tis", "\t=", "'\t", "\n", "\n=", "'\n", " ", "  x "),
    *(
        '"Now"',
        '"Now" is',
        '5" pipe',
        '"a""b"',
        '"a,b"',
        "C:\\temp",
        "\\\\n",
        '\\"',
        "a\tb",
        "a\nb",
        "a\n\nb ",
    ),
    *("\u00a0x", "x\u00a0", "\ufeffx", "\ufffe", "\uffff", "e\u0301", "\U0001f600", "\U000f0000", "\u200d"),
    *("ａ", "٣", "naïve", "x" * 900, '{"actor": 1}', "actor", "ends in \\", "x ", "x\u3000"),
)
"""Texts that one format or another takes for something else."""
IDS = (
    *("null", "true", "no", "y", "1e3", "0x1F", "0o17", "017", "1_000", "2024", "2024-05-03", "-1", "-x"),
    *("-", "--", "---", "...", ".5", ".inf", "_", "a", "bus-lane", "A.b_c", "é", "字", "٣", "ａ"),
)
NUMBERS = (0.1, -0.001, 1e-7, 1e16, 123456789012345, 2.5e20, 1 / 3)
URLS = ("https://a.example/x?y=1&z='#:~:text=a%20b", "HTTP://b.example/[c],{d}", "https://c.example/:")
_ID = re.compile(r"[\w.-]+")
HIDDEN_CHARACTERS = "\u061c\r\x00\x07\x0b\x0c\x1b\x7f\x85\u2028\u2029\u200e\u202e\u2066\U000e0041"

_CHARACTERS = st.sampled_from("\"'\\\t\n =+-@,;:#|&*!?%{}[]<>`~a1Z.é") | st.characters(
    exclude_categories=["Cs"]
)


def texts() -> st.SearchStrategy[str]:
    """Texts that are not empty and hide nothing."""
    made = st.text(_CHARACTERS, min_size=1, max_size=12).filter(lambda text: not re.search(UNSAFE, text))
    return st.sampled_from(WORDS) | made


def hidden_texts() -> st.SearchStrategy[str]:
    """Texts with characters that no corpus file may have."""
    around = st.text(st.sampled_from(HIDDEN_CHARACTERS + "\ud800a\n "), max_size=8)
    return st.tuples(around, st.sampled_from(HIDDEN_CHARACTERS + "\ud800"), around).map("".join)


def corpora(fewest: int = 0) -> st.SearchStrategy[Corpus]:
    """Corpora that `check` accepts, with so many positions at least, as their readers would give them but
    for places and origins."""
    # Drawn one by one, the hundreds of choices in a corpus are more than Hypothesis takes; it chooses the
    # texts and how the rest is thrown, and so finds short ones.
    pool = st.lists(texts(), min_size=1, max_size=8)
    return st.builds(lambda pool, seed: _Maker(pool, seed).make(fewest), pool, st.integers(0, 1 << 32))


class _Maker:
    """Throws a corpus together from a pool of texts."""

    def __init__(self, pool: list[str], seed: int) -> None:
        self._dice = Random(seed)
        self._pool = pool

    def make(self, fewest: int) -> Corpus:
        own = tuple(map(self._make_scale, self._ids(0, ["five-point"])))
        scales = own if any(scale.id == FIVE_POINTS.id for scale in own) else (FIVE_POINTS, *own)
        topics = tuple(Topic(id=i, title=self._text(), aliases=self._texts()) for i in self._ids(1))
        issues = tuple(self._make_issue(i, topics, scales) for i in self._ids(1))
        actors = tuple(self._make_actor(i) for i in self._ids(1))
        codebook = Corpus(
            title=self._maybe(self._text),
            note=self._maybe(self._text),
            scales=scales,
            topics=topics,
            issues=issues,
            actors=actors,
            sources=tuple(self._make_source(i, actors) for i in self._ids(1)),
        )
        cells = [(a.id, i, s.id) for a in actors for i in issues for s in codebook.sources]
        chosen = self._dice.sample(cells, min(self._dice.randint(fewest, 5), len(cells)))
        positions = tuple(self._make_position(*cell, codebook) for cell in chosen)
        return replace(codebook, positions=positions)

    def _make_scale(self, name: str) -> Scale:
        note = self._maybe(self._text)
        kind = self._dice.choice(["numbers", "names", "bounds"])
        if kind == "bounds":
            low, high = sorted({self._number(), 7.25} | {-7.5, 1e16})[:2]
            return Scale(id=name, low=low, high=high, note=note)
        size = self._dice.randint(2, 5)
        points: list[Any] = sorted({self._number() for _ in range(size)} | {-1, 0.5})
        if kind == "names":
            points = list(dict.fromkeys([*(self._text() for _ in range(size)), "-1", "no", "=x"]))
        labels = tuple(self._text() for _ in points) if self._flip() else ()
        return Scale(id=name, points=tuple(points), labels=labels, note=note)

    def _make_issue(self, name: str, topics: Sequence[Topic], scales: Sequence[Scale]) -> Issue:
        return Issue(
            id=name,
            title=self._text(),
            statement=self._maybe(self._text),
            topic=self._maybe(lambda: self._dice.choice(topics).id),
            scale=self._dice.choice(scales).id,
            aliases=self._texts(),
            reversed_aliases=self._texts(),
            weight=self._maybe(lambda: abs(self._number()) or 1),
            note=self._maybe(self._text),
        )

    def _make_actor(self, name: str) -> Actor:
        maybe = {key: self._maybe(self._text) for key in ("short", "kind", "affiliation", "note")}
        return Actor(id=name, name=self._text(), aliases=self._texts(), **maybe)

    def _make_source(self, name: str, actors: Sequence[Actor]) -> Source:
        maybe = {key: self._maybe(self._text) for key in ("author", "publisher", "note")}
        return Source(
            id=name,
            title=self._text(),
            actor=self._maybe(lambda: self._dice.choice(actors).id),
            published=self._maybe(self._period),
            url=self._maybe(lambda: self._dice.choice(URLS)),
            digest=self._maybe(lambda: f"sha256:{self._dice.choice(['00', '1e', 'af']) * 32}"),
            **maybe,
        )

    def _make_position(self, actor: str, issue: Issue, source: str, codebook: Corpus) -> Position:
        scale = codebook.scale_by_id[issue.scale]
        stance = self._maybe(lambda: self._dice.choice(scale.points or (scale.low, scale.high)))
        maybe = {key: self._maybe(self._text) for key in ("condition", "summary", "coder")}
        return Position(
            actor=actor,
            issue=issue.id,
            stance=stance,
            placement=None if stance is None else scale.placement(stance),
            source=source,
            attribution=self._dice.choice(list(Attribution)),
            date=self._maybe(self._period),
            evidence=self._make_evidence(),
            **maybe,
        )

    def _make_evidence(self) -> Evidence | None:
        """Any selectors that go together; None for no place."""
        given: dict[str, Any] = {}
        sets = (("first", "last"), ("quote",), ("quote", "prefix"), ("quote", "suffix"))
        for names in (*sets, ("page",), ("section",), ("checksum",)):
            if self._flip():
                given |= {name: self._text() for name in names}
        if self._flip():
            given["paragraph"] = self._dice.randint(1, 99)
        if self._flip():
            start = self._dice.randint(0, 999)
            given |= {"start": start, "end": start + self._dice.randint(1, 999)}
        return Evidence(**given) if given and self._dice.random() < 0.9 else None

    def _ids(self, fewest: int, more: Sequence[str] = ()) -> list[str]:
        own = [text for text in self._pool if _ID.fullmatch(text) and len(text) <= 200]
        return self._dice.sample([*dict.fromkeys([*own, *IDS, *more])], self._dice.randint(fewest, 3))

    def _period(self) -> Period:
        days = sorted(date.fromordinal(self._dice.randint(370_000, 3_650_000)).isoformat() for _ in "12")
        return parse_period(self._dice.choice([days[0][:4], days[0][:7], days[0], "/".join(days)]))

    def _number(self) -> int | float:
        drawn = self._dice.choice([self._dice.randint(-9, 9), self._dice.uniform(-9, 9), *NUMBERS])
        return parse_number(repr(drawn)) or 0

    def _text(self) -> str:
        return self._dice.choice([*self._pool, self._dice.choice(WORDS)])

    def _texts(self) -> tuple[str, ...]:
        return tuple(self._text() for _ in range(self._dice.choice([0, 0, 1, 3])))

    def _maybe(self, make: Callable[[], Any]) -> Any:
        return make() if self._flip() else None

    def _flip(self) -> bool:
        return self._dice.random() < 0.5
