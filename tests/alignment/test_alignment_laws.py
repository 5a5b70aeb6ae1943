"""Laws that whatever matches names has to keep, on small codebooks and on the one that ships."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from makers import FIVE, make_corpus, make_position
from policycmp.alignment.codebooks import align_codebooks, align_names
from policycmp.alignment.lookup import find_name
from policycmp.alignment.merge import merge_corpora
from policycmp.alignment.translate import Translation
from policycmp.load.corpus import load_corpus
from policycmp.model.actor import Actor
from policycmp.model.codebook import Issue
from policycmp.model.crosswalk import Crosswalk, Match, Verdict
from policycmp.model.names import Kind, Named
from processes import ROOT

BUNDLED = load_corpus([str(ROOT / "data" / "positions.yaml")])
WORDS = (
    "harbour",
    "tariff",
    "school",
    "river",
    "bridge",
    "museum",
    "festival",
    "airport",
    "library",
    "market",
)
UNRELATED = ("Zygote quorum", "Oxide vexillum", "Jinx of wyvern")
names = st.frozensets(st.sampled_from(WORDS), min_size=1, max_size=3).map(sorted).map(" ".join)
vocabularies = st.lists(names, min_size=1, max_size=5, unique=True)
laws = settings(max_examples=80, deadline=None)


def make_codebook(titles, prefix, *, turned=False):
    """Issues of these titles; turned, each is known by its title as the other way round only."""
    return make_corpus(
        topics=(),
        actors=(),
        issues=tuple(
            Issue(id=f"{prefix}{n}", title=f"Ban on {title}", reversed_aliases=(title.capitalize(),))
            if turned
            else Issue(id=f"{prefix}{n}", title=title.capitalize(), reversed_aliases=(f"Ban on {title}",))
            for n, title in enumerate(titles)
        ),
    )


def tell(crosswalk):
    return {(m.kind, m.theirs): (m.ours, m.is_reversed, m.score, m.verdict) for m in crosswalk.matches}


def tell_sure(crosswalk):
    return {m.theirs: (m.ours, m.is_reversed) for m in crosswalk.list_verdict(Verdict.SURE)}


class Reversal:
    """No chance: the other order is the reversed one."""

    def sample(self, things, _):
        return things[::-1]


def align_both_ways(here, there, many, random):
    """What is matched, in the order given and in another."""
    ours, theirs = make_codebook(here, "a"), make_codebook(there, "b")
    mixed = [replace(c, issues=tuple(random.sample(c.issues, len(c.issues)))) for c in (ours, theirs)]
    return align_codebooks(ours, theirs, many=many), align_codebooks(*mixed, many=many)


@laws
@given(vocabularies, vocabularies, st.booleans(), st.randoms(use_true_random=False))
def test_order_changes_no_sure_match(here, there, many, random):
    one, other = align_both_ways(here, there, many, random)
    assert tell_sure(one) == tell_sure(other)


@laws
@example(["harbour xxxxx", "harbour zzzzz"], ["harbour"], False, Reversal())
@example(["harbour xxxxx", "harbour zzzzz"], ["harbour"], True, Reversal())
@given(vocabularies, vocabularies, st.booleans(), st.randoms(use_true_random=False))
def test_order_changes_nothing(here, there, many, random):
    one, other = align_both_ways(here, there, many, random)
    assert tell(one) == tell(other)


@laws
@given(vocabularies, st.booleans())
def test_a_codebook_with_itself_is_the_identity(titles, many):
    codebook = make_codebook(titles, "a")
    matches = align_codebooks(codebook, codebook, many=many).matches
    assert {match.theirs for match in matches} >= {issue.id for issue in codebook.issues}
    for match in matches:
        assert (match.ours, match.is_reversed, match.verdict) == (match.theirs, False, Verdict.SURE)


@laws
@given(vocabularies, vocabularies, st.booleans(), st.booleans())
def test_turning_one_side_turns_every_match_and_turning_both_none(here, there, one, other):
    plain = align_codebooks(make_codebook(here, "a"), make_codebook(there, "b"))
    turned = align_codebooks(make_codebook(here, "a", turned=one), make_codebook(there, "b", turned=other))
    assert {k: (o, t != (one != other)) for k, (o, t) in tell_sure(turned).items()} == tell_sure(plain)


@laws
@given(vocabularies, vocabularies, st.booleans(), st.sampled_from(UNRELATED), st.booleans())
def test_an_unrelated_label_turns_no_sure_match_into_another(here, there, many, label, on_our_side):
    ours, theirs = make_codebook(here, "a"), make_codebook(there, "b")
    before = tell_sure(align_codebooks(ours, theirs, many=many))
    side = ours if on_our_side else theirs
    more = replace(side, issues=(*side.issues, Issue(id="new", title=label)))
    joined = (
        align_codebooks(more, theirs, many=many) if on_our_side else align_codebooks(ours, more, many=many)
    )
    after = tell_sure(joined)
    assert "new" not in after
    assert all(match[0] != "new" for match in after.values())
    assert {k: after[k] for k in before.keys() & after.keys()} == {
        k: before[k] for k in before.keys() & after.keys()
    }


@laws
@given(vocabularies, vocabularies, st.booleans())
def test_one_to_one_gives_nothing_twice_and_many_gives_everything_a_verdict(here, there, many):
    found = align_codebooks(make_codebook(here, "a"), make_codebook(there, "b"), many=many).matches
    assert [m.theirs for m in found] == [f"b{n}" for n in range(len(there))]
    given_out = [m.ours for m in found if m.ours is not None]
    assert many or len(set(given_out)) == len(given_out)
    assert all((m.ours is None) == (m.verdict is Verdict.NONE) and 0 <= m.score <= 1 for m in found)


@laws
@given(vocabularies, st.data())
def test_what_is_decided_stays_whatever_else_is_matched(titles, data):
    codebook = make_codebook(titles, "a")
    ids = [issue.id for issue in codebook.issues]
    row = Match(
        kind=Kind.ISSUE,
        theirs=data.draw(st.sampled_from(ids)),
        ours=data.draw(st.sampled_from([None, *ids])),
        is_reversed=data.draw(st.booleans()),
        verdict=Verdict.NONE,
        why="said so",
    )
    if row.ours is not None:
        row = replace(row, verdict=Verdict.SURE)
    found = align_codebooks(codebook, codebook, known=Crosswalk(matches=(row,)))
    assert row in found.matches
    assert align_codebooks(codebook, codebook, known=found).matches == found.matches


stances = st.lists(st.sampled_from(sorted(FIVE)), max_size=5)


@laws
@given(stances)
def test_turning_round_twice_is_the_identity(taken):
    """A corpus said in another one's codebook the other way round, and back again."""
    there = make_codebook(["harbour"], "b")
    there = replace(
        there,
        actors=make_corpus().actors,
        positions=tuple(make_position("mayor", "b0", stance) for stance in taken),
    )
    here = replace(there, issues=make_codebook(["harbour"], "a", turned=True).issues, positions=())

    def turn(theirs, ours):
        return Crosswalk(
            matches=(
                Match(kind=Kind.ISSUE, theirs=theirs, ours=ours, is_reversed=True, verdict=Verdict.SURE),
            )
        )

    once = Translation(here, there, turn("b0", "a0")).translate()
    assert [p.stance for p in once.positions] == [-stance for stance in taken]
    back = replace(here, positions=once.positions)
    twice = Translation(replace(there, positions=()), back, turn("a0", "b0")).translate()
    assert twice.positions == there.positions


@laws
@given(stances, stances, st.booleans())
def test_what_two_say_alike_they_say_alike_in_either_codebook(first, second, turned):
    """Aligning and merging find the same conflicts whichever of the two is the first."""
    corpora = []
    for prefix, taken, sign in (("a", first, 1), ("b", second, -1 if turned else 1)):
        book = make_codebook(["harbour"], prefix, turned=turned and prefix == "b")
        positions = tuple(make_position("mayor", f"{prefix}0", sign * s) for s in taken)
        corpora.append(replace(book, actors=make_corpus().actors, positions=positions))
    ours, theirs = corpora
    forwards = merge_corpora(ours, theirs, align_codebooks(ours, theirs))
    backwards = merge_corpora(theirs, ours, align_codebooks(theirs, ours))
    assert len(forwards.conflicts) == len(backwards.conflicts)
    assert bool(forwards.conflicts) == (bool(first) and bool(second) and set(first) != set(second))


def reword(random, label):
    """The label in other letters and another order, as a person might type it."""
    words = label.replace("'", "’").split()
    if random.random() < 0.5:
        random.shuffle(words)
    return " ".join(words).upper() if random.random() < 0.3 else " ".join(words)


@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_renamed_reworded_and_partly_turned_copy_of_the_bundled_codebook_is_recovered(random):
    issues, truth = [], {}
    for number, own in enumerate(random.sample(BUNDLED.issues, len(BUNDLED.issues))):
        is_reversed = bool(own.reversed_aliases) and random.random() < 0.5
        label = random.choice(own.reversed_aliases if is_reversed else (own.title, *own.aliases))
        issues.append(Issue(id=f"x{number}", title=reword(random, label)))
        truth[f"x{number}"] = (own.id, is_reversed)
    actors = []
    for number, person in enumerate(BUNDLED.actors):
        label = random.choice([n for n in (person.name, person.short, *person.aliases) if n])
        actors.append(Actor(id=f"y{number}", name=reword(random, label)))
        truth[f"y{number}"] = (person.id, False)
    copy = replace(BUNDLED, issues=tuple(issues), actors=tuple(actors))
    assert tell_sure(align_codebooks(BUNDLED, copy)) == truth


@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_reversed_item_that_is_not_declared_is_never_surely_joined(random):
    bare = replace(BUNDLED, issues=tuple(replace(i, reversed_aliases=()) for i in BUNDLED.issues))
    owners = [(own, name) for own in BUNDLED.issues for name in own.reversed_aliases]
    some = random.sample(owners, 8)
    copy = replace(
        BUNDLED,
        issues=tuple(Issue(id=f"x{n}", title=reword(random, name)) for n, (_, name) in enumerate(some)),
    )
    for many in (False, True):
        sure = tell_sure(align_codebooks(bare, replace(copy, actors=()), many=many))
        assert {theirs for theirs in sure if not sure[theirs][1]} == set()


def name_all(titles):
    return [Named(kind=Kind.ACTOR, id=f"n{n}", title=title) for n, title in enumerate(titles)]


@laws
@given(vocabularies, names, st.randoms(use_true_random=False))
def test_what_a_name_finds_does_not_depend_on_order(titles, query, random):
    things = name_all(titles)
    mixed = random.sample(things, len(things))
    found, again = find_name(query, things), find_name(query, mixed)
    assert {hit.named.id for hit in found.hits} == {hit.named.id for hit in again.hits}
    assert bool(found.nearest) == bool(again.nearest)


@laws
@given(vocabularies, st.data())
def test_a_name_finds_its_own_whatever_unrelated_there_is(titles, data):
    things = name_all(titles)
    wanted = data.draw(st.sampled_from(things))
    typed = " ".join(data.draw(st.permutations(wanted.title.upper().split())))
    unrelated = Named(kind=Kind.ACTOR, id="new", title=data.draw(st.sampled_from(UNRELATED)))
    for known in (things, [*things, unrelated], [unrelated, *things]):
        assert [hit.named.id for hit in find_name(typed, known).hits] == [wanted.id]
    assert [hit.named.id for hit in find_name(unrelated.title, [*things, unrelated]).hits] == ["new"]
    assert find_name(unrelated.title, things).hits == ()


@laws
@given(vocabularies, vocabularies, st.booleans())
def test_names_are_matched_as_codebooks_are(here, there, many):
    ours, theirs = name_all(here), [replace(n, id=f"t{n.id}") for n in name_all(there)]
    matches = align_names(ours, theirs, many=many)
    assert [m.theirs for m in matches] == [thing.id for thing in theirs]
    exact = {title: f"n{n}" for n, title in enumerate(here)}
    for match, title in zip(matches, there, strict=True):
        if title in exact:
            assert (match.ours, match.verdict) == (exact[title], Verdict.SURE)
