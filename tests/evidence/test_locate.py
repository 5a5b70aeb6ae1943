from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycmp.evidence.folding import sum_words
from policycmp.evidence.layout import Layout
from policycmp.evidence.locate import locate_evidence
from policycmp.evidence.verify import verify_positions
from policycmp.model.source import Evidence
from policycmp.model.verification import Edit, Outcome
from townhall import BY_QUOTE, BY_RANGE, PARAGRAPHS, TOWN, make_coded, make_text

ALL = BY_QUOTE + BY_RANGE


def _verify(text: str, *evidence: Evidence, **more):
    corpus = make_coded(*evidence)
    source_text = make_text(text, **more)
    return [v.located for v in verify_positions(corpus, corpus.positions, lambda source: source_text)]


def _outcomes(text: str, *evidence: Evidence, **more):
    return [located.outcome for located in _verify(text, *evidence, **more)]


def _join(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_every_passage_stands_where_it_was_coded():
    for located, evidence in zip(_verify(TOWN, *ALL), ALL, strict=True):
        assert located.outcome is Outcome.FOUND
        assert located.paragraph == evidence.paragraph
        passage = TOWN[located.span.start : located.span.end]
        assert passage in PARAGRAPHS[evidence.paragraph - 1]
        if evidence.first:
            assert passage.endswith(evidence.last)


def test_paragraphs_in_another_order_are_moved_and_say_where_to():
    order = list(range(len(PARAGRAPHS)))
    order.reverse()
    text = _join(*(PARAGRAPHS[n] for n in order))
    for located, evidence in zip(_verify(text, *ALL), ALL, strict=True):
        assert located.outcome is Outcome.MOVED
        assert located.amendments == (("paragraph", len(PARAGRAPHS) + 1 - evidence.paragraph),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“must get”", "“must not get”"),
        ("shall support", "shall not support"),
        ("would accept", "would never accept"),
        ("three customers", "two customers"),
        ("may spend", "cannot spend"),
    ],
)
def test_a_changed_word_is_altered_and_shown(old, new):
    assert old in TOWN
    hit = [e for e in BY_QUOTE if old.strip("“”") in (e.quote or "")]
    assert hit
    for located in _verify(TOWN.replace(old, new), *hit):
        assert located.outcome is Outcome.ALTERED
        assert 0 < located.score < 100
        added = " ".join(change.words for change in located.changes if change.edit is Edit.ADDED)
        assert added
        assert set(added.split()) <= set(new.strip("“”").split())


NOUNS = ("street", "lane", "buses", "people", "winter", "money", "council", "trial")
VERBS = ("support", "accept", "build", "open", "close", "repair", "fund", "visit")
NEGATIONS = [
    ("shall", "shall not"),
    ("may", "may not"),
    ("would", "would not"),
    ("would", "wouldn't"),
    ("must", "must never"),
    ("can", "cannot"),
]


@settings(deadline=None)
@given(
    st.sampled_from(NEGATIONS),
    st.lists(
        st.sampled_from(["street", "lane", "buses", "people", "winter", "money", "council", "trial"]),
        min_size=2,
    ),
    st.lists(
        st.sampled_from(["support", "accept", "build", "open", "close", "repair", "fund", "visit"]),
        min_size=2,
    ),
    st.booleans(),
    st.booleans(),
)
def test_a_negation_is_never_found(verbs, before, after, placed, taken_away):
    plain = f"{' '.join(before)} {verbs[0]} {' '.join(after)}"
    negated = f"{' '.join(before)} {verbs[1]} {' '.join(after)}"
    coded, stands = (negated, plain) if taken_away else (plain, negated)
    text = _join("First of all", f"It is said that {stands} this year.", "That is all")
    evidence = Evidence(paragraph=2 if placed else None, quote=coded)
    assert _outcomes(text, evidence) == [Outcome.ALTERED]


def test_a_negation_after_the_last_word_coded_shows_by_the_context():
    with_context = Evidence(quote="majority shall", prefix="council's ", suffix=" support a trial")
    assert _outcomes(TOWN, with_context) == [Outcome.FOUND]
    negated = TOWN.replace("shall support", "shall not support")
    assert _outcomes(negated, with_context) == [Outcome.ALTERED]


def test_a_negated_end_of_a_range_is_altered():
    [located] = _verify(TOWN.replace("shall support", "shall not support"), BY_RANGE[2])
    assert located.outcome is Outcome.ALTERED
    assert [c.words for c in located.changes if c.edit is Edit.ADDED] == ["not"]


def _curl(text: str) -> str:
    return text.replace(" — ", " -- ").replace("’", "'").replace("“", '"').replace("”", '"')


def _uncurl(text: str) -> str:
    return text.replace("'", "’").replace(" — ", "—")


def _rewrap(text: str, width: int = 31) -> str:
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n   ".join([*lines, line])


def _hyphenate(text: str) -> str:
    words = text.split(" ")
    return " ".join(f"{w[:4]}-\n{w[4:]}" if len(w) > 7 and w.isalpha() else w for w in words)


def _soften(text: str) -> str:
    return " ".join(f"{w[:3]}\u00ad{w[3:]}" if len(w) > 6 else w for w in text.split(" "))


def _ligate(text: str) -> str:
    return text.replace("fi", "ﬁ").replace("fl", "ﬂ").replace(" ", "\u00a0", 3)


def _break_at_hyphens(text: str) -> str:
    return text.replace("well-known", "well-\nknown")


TYPESETTINGS = [_curl, _uncurl, _rewrap, _hyphenate, _soften, _ligate, _break_at_hyphens]


@pytest.mark.parametrize("typeset", TYPESETTINGS)
def test_typesetting_harms_no_passage(typeset):
    text = _join(*(typeset(p) for p in PARAGRAPHS))
    assert text != TOWN.strip()
    assert set(_outcomes(text, *ALL)) == {Outcome.FOUND}


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(TYPESETTINGS), min_size=1, max_size=3), st.randoms())
def test_nor_do_several_at_once_in_another_order_of_paragraphs(typesettings, chance):
    order = list(range(len(PARAGRAPHS)))
    chance.shuffle(order)
    paragraphs = [PARAGRAPHS[n] for n in order]
    for typeset in typesettings:
        paragraphs = [typeset(p) for p in paragraphs]
    for located, evidence in zip(_verify(_join(*paragraphs), *ALL), ALL, strict=True):
        there = order.index(evidence.paragraph - 1) + 1
        assert located.outcome is (Outcome.FOUND if there == evidence.paragraph else Outcome.MOVED)
        assert located.paragraph == there


def test_a_doubled_passage_is_ambiguous_unless_the_paragraph_tells():
    doubled = _join(*PARAGRAPHS, PARAGRAPHS[3])
    assert _outcomes(doubled, BY_QUOTE[2], BY_RANGE[2]) == [Outcome.FOUND] * 2
    bare = Evidence(quote=BY_QUOTE[2].quote)
    assert _outcomes(doubled, bare) == [Outcome.AMBIGUOUS]
    shifted = _join("New", *PARAGRAPHS, PARAGRAPHS[3])
    assert _outcomes(shifted, BY_QUOTE[2], BY_RANGE[2]) == [Outcome.AMBIGUOUS] * 2


def test_words_twice_in_their_paragraph_are_ambiguous_unless_context_or_offsets_tell():
    text = "The lane is late. The lane is dear. The lane is wide."
    quote = Evidence(paragraph=1, quote="The lane is")
    assert _outcomes(text, quote) == [Outcome.AMBIGUOUS]
    assert _outcomes(text, Evidence(quote="The lane is", suffix="dear")) == [Outcome.FOUND]
    assert _outcomes(text, Evidence(quote="The lane is", prefix="late. ", suffix=" dear")) == [Outcome.FOUND]
    assert _outcomes(text, Evidence(quote="The lane is", prefix="late. ", suffix="wide")) != [Outcome.FOUND]
    [located] = _verify(text, Evidence(quote="The lane is", start=18, end=29))
    assert (located.outcome, located.span.start) == (Outcome.FOUND, 18)
    assert _outcomes(text, Evidence(paragraph=1, first="The lane", last="wide.")) == [Outcome.AMBIGUOUS]


def test_a_deleted_passage_is_missing_and_the_others_are_not():
    for n, (quote, span) in enumerate(zip(BY_QUOTE, BY_RANGE, strict=True)):
        gone = [*PARAGRAPHS]
        gone[quote.paragraph - 1] = "This paragraph was taken out."
        expected = [Outcome.MISSING if m == n else Outcome.FOUND for m in range(len(BY_QUOTE))]
        assert _outcomes(_join(*gone), *BY_QUOTE) == expected
        assert _outcomes(_join(*gone), *BY_RANGE) == expected
        del gone[quote.paragraph - 1]
        assert _outcomes(_join(*gone), quote, span) == [Outcome.MISSING] * 2


def test_words_are_whole_and_their_case_counts():
    assert _outcomes("We can go.", Evidence(quote="We can")) == [Outcome.FOUND]
    assert _outcomes("We cannot go.", Evidence(quote="We can")) != [Outcome.FOUND]
    assert _outcomes("We cant go, she said.", Evidence(quote="We can go, she said.")) == [Outcome.ALTERED]
    assert _outcomes("It was nato all along", Evidence(quote="It was NATO all along")) == [Outcome.ALTERED]
    assert _outcomes("A trap¹ was laid", Evidence(quote="A trap")) == [Outcome.FOUND]


def test_offsets_count_unicode_characters():
    text = "😀😀 The mayor agrees."
    [located] = _verify(text, Evidence(start=3, end=12))
    assert (located.outcome, text[located.span.start : located.span.end]) == (Outcome.FOUND, "The mayor")
    assert _outcomes(text, Evidence(start=3, end=99), Evidence(start=80, end=99)) == [Outcome.MISSING] * 2
    [moved] = _verify(text, Evidence(quote="The mayor", start=5, end=14))
    assert (moved.outcome, moved.amendments) == (Outcome.MOVED, (("start", 3), ("end", 12)))


def test_selectors_that_disagree_are_ambiguous():
    both = Evidence(quote=BY_QUOTE[0].quote, first=BY_RANGE[1].first, last=BY_RANGE[1].last)
    assert _outcomes(TOWN, both) == [Outcome.AMBIGUOUS]
    same = Evidence(quote=BY_QUOTE[1].quote, first=BY_RANGE[1].first, last=BY_RANGE[1].last)
    assert _outcomes(TOWN, same) == [Outcome.FOUND]


def test_pages_and_sections_are_places():
    text = "Aims\n\nThe lane is good.\f\n\nCosts\n\nThe lane is dear.\n\nThe lane is good."
    assert _outcomes(text, Evidence(page="1", quote="The lane is good.")) == [Outcome.FOUND]
    assert _outcomes(text, Evidence(page="2", quote="The lane is good.")) == [Outcome.FOUND]
    [moved] = _verify(text, Evidence(page="1", quote="The lane is dear."))
    assert (moved.outcome, moved.amendments) == (Outcome.MOVED, (("page", 2),))
    assert _outcomes(text, Evidence(section="costs", quote="The lane is good.")) == [Outcome.FOUND]
    assert _outcomes(text, Evidence(section="Law", quote="The lane is dear.")) == [Outcome.MOVED]


def test_a_text_without_paragraphs_is_not_held_to_them():
    evidence = Evidence(paragraph=40, quote=BY_QUOTE[0].quote)
    assert _outcomes(TOWN, evidence) == [Outcome.MOVED]
    assert _outcomes(TOWN, evidence, has_paragraphs=False) == [Outcome.FOUND]


def test_evidence_without_words():
    assert _outcomes(TOWN, Evidence(paragraph=3), Evidence(paragraph=99)) == [Outcome.FOUND, Outcome.MISSING]
    assert _outcomes(TOWN, Evidence()) == [Outcome.MISSING]


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_any_words_of_a_text_are_found_in_it(data):
    words = TOWN.split(" ")
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, min(start + 40, len(words))))
    quote = " ".join(words[start:end]).strip()
    [outcome] = _outcomes(TOWN, Evidence(quote=quote))
    if TOWN.count(quote) == 1:
        assert outcome is Outcome.FOUND
    else:  # once alone where the others are parts of words
        assert len(quote) <= 25
        assert outcome in (Outcome.FOUND, Outcome.AMBIGUOUS)


def test_order_of_positions_changes_nothing():
    text = _join(*PARAGRAPHS[2:], PARAGRAPHS[1]).replace("shall", "shall not")
    shuffled = [*ALL]
    random.Random(7).shuffle(shuffled)
    one = dict(zip(ALL, _verify(text, *ALL), strict=True))
    assert dict(zip(shuffled, _verify(text, *shuffled), strict=True)) == one


NEGATIONS = [
    ("will pay", "will not pay"),
    ("will not pay", "will pay"),
    ("pay", "repay"),
    ("for all", "for  all"),
]


@pytest.mark.parametrize(("words", "changed"), NEGATIONS)
def test_a_checksum_tells_a_change_between_the_ends_of_a_range(words, changed):
    passage = (
        "The council met and will pay for all of it in May."
        if "not" not in words
        else ("The council met and will not pay for all of it in May.")
    )
    evidence = Evidence(paragraph=1, first="The council met", last="it in May.", checksum=sum_words(passage))
    as_coded = locate_evidence(Layout(make_text(f"{passage}\n\nMore.", "t")), evidence)
    later = locate_evidence(Layout(make_text(f"{passage.replace(words, changed)}\n\nMore.", "t")), evidence)
    assert as_coded.outcome is Outcome.FOUND
    same_words = changed.split() == words.split()
    assert later.outcome is (Outcome.FOUND if same_words else Outcome.ALTERED)


def test_a_checksum_knows_words_from_typesetting():
    assert sum_words("“It’s re-\nformed”  now") == sum_words('"It\'s re-formed" now')
    assert sum_words("shall") != sum_words("shall not")
