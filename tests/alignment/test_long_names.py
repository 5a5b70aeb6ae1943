"""Names are bounded in what they cost."""

from __future__ import annotations

from policycmp.alignment.lookup import find_name
from policycmp.alignment.name_lists import align_names
from policycmp.alignment.wording import LONGEST, Wording
from policycmp.model.names import Kind, Named


def make(key: str, title: str) -> Named:
    return Named(kind=Kind.ISSUE, id=key, title=title)


def test_only_the_beginning_of_an_endless_name_is_compared() -> None:
    for text in ("word " * 60_000, "w" * 300_000, "different%d " * 30_000):
        wording = Wording(text)
        assert len(wording.folded) <= LONGEST
        assert sum(map(len, wording.words)) <= LONGEST
        assert len(wording.sorted_words) == len(wording.whole.split())


def test_what_differs_at_the_end_alone_is_not_the_same() -> None:
    long = "All that is said here is said at length. " * 200
    ours = [make("a", f"{long} Yes.")]
    (same,) = align_names(ours, [make("x", f"{long} Yes.")])
    assert (same.ours, same.score) == ("a", 1.0) or same.score > 0.95
    assert not find_name(f"{long} No.", ours, exact=True).hits
    assert len(find_name(f"{long} Yes.", ours, exact=True).hits) == 1


def test_an_endless_name_is_aligned_and_explained_in_short() -> None:
    words = " ".join(f"word{n}" for n in range(30_000))
    ours = [make("a", words), make("b", "Wealth tax")]
    match, other = align_names(ours, [make("x", f"{words} more"), make("y", "A tax on wealth")])
    assert match.ours == "a"
    assert other.ours == "b"
    assert len(match.why) < 1_000
