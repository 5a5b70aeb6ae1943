"""What `check` accepts, every command survives, in every format."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import policycmp
from corpora_strategies import corpora
from policycmp.cli.app import COMMANDS
from policycmp.corpusfile.fields import SOURCE
from policycmp.corpusfile.values import ProblemError, convert_value
from policycmp.corpusfile.writer_choice import WRITERS
from policycmp.errors import UsageError
from policycmp.load.corpus import check_corpus
from policycmp.model.matches import Answer
from policycmp.record import replace
from policycmp.render.faults import FAULT_FORMATS
from policycmp.render.format import FORMATS

ALL = {"floor": 1, "exact": True}


def ask_everything(corpus, path, folder):
    """Every command asked something of the corpus, by the name of its function."""
    actors = [actor.id for actor in corpus.actors]
    stances = {p.issue: str(p.stance) for p in corpus.positions if p.stance is not None}
    answers = [Answer(issue=issue, stance=stance) for issue, stance in stances.items()]
    for by in ("actor", "source", "affiliation", "topic"):
        yield "compare", lambda by=by: policycmp.compare(corpus, by=by)
    for rule in ("mean", "strongest", "latest"):
        yield "compare", lambda rule=rule: policycmp.compare(corpus, rule=rule, detail=True, texts=folder)
    yield "show", lambda: policycmp.show(corpus, actors[0], exact=True)
    yield "show", lambda: policycmp.show(corpus, corpus.sources[0].id, exact=True, texts=folder)
    yield "show", lambda: policycmp.show(corpus, corpus.issues[0].id, exact=True)
    for metric in ("city-block", "euclidean", "correlation", "kappa"):
        yield "agree", lambda metric=metric: policycmp.agree(corpus, metric=metric, **ALL)
    yield "agree", lambda: policycmp.agree(corpus, robust=True, **ALL)
    if len(actors) > 1:
        yield "diff", lambda: policycmp.diff(corpus, *actors[:2], exact=True)
        yield "explain", lambda: policycmp.explain(corpus, *actors[:2], **ALL)
    yield "conflicts", lambda: policycmp.conflicts(corpus)
    yield "changes", lambda: policycmp.changes(corpus, from_="1500-01-01", to="2900-01-01")
    yield "issues", lambda: policycmp.issues(corpus, floor=2)
    yield "camps", lambda: policycmp.camps(corpus, samples=3, **ALL)
    if answers:
        yield "match", lambda: policycmp.match(corpus, answers, **ALL)
    for kind in ("issues", "actors", "sources", "topics", "positions"):
        yield "list", lambda kind=kind: policycmp.list(corpus, kind)
    yield "check", lambda: policycmp.check(path)
    yield "verify", lambda: policycmp.verify(corpus, texts=folder, all=True)
    yield "reliability", lambda: policycmp.reliability(corpus, samples=3)
    yield "find", lambda: policycmp.find(corpus, str(folder / "text.txt"))
    yield "align", lambda: policycmp.align(corpus, corpus)
    yield "merge", lambda: policycmp.merge(corpus, corpus)
    for name in WRITERS.names():
        yield "convert", lambda name=name: policycmp.convert(corpus, name)


# What a corpus may lack, though nothing in it is wrong.
LACKS = (
    "the corpus names fewer than two coders",
    "may mean",
    "fewer than three actors",
)
WITHOUT_A_CORPUS = {"init", "schema"}


def test_every_command_is_asked_something(tmp_path):
    corpus = policycmp.load_corpus()
    asked = {name for name, _ in ask_everything(corpus, None, tmp_path)}
    assert asked - {"explain"} == set(COMMANDS) - WITHOUT_A_CORPUS


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(corpora(fewest=1), st.sampled_from(["yaml", "json"]))
def test_what_check_accepts_every_command_survives_in_every_format(made, name):
    with TemporaryDirectory() as place:
        folder = Path(place)
        path = folder / f"corpus.{name}"
        path.write_text("".join(WRITERS.load(name).write(made)), encoding="utf-8", newline="")
        (folder / "text.txt").write_text("\n\n".join(issue.title for issue in made.issues), encoding="utf-8")
        corpus, faults = check_corpus([str(path)])
        assert corpus is not None, faults
        for name, ask in ask_everything(corpus, path, folder):
            try:
                result = ask()
            except UsageError as error:
                if any(lack in error.message for lack in LACKS):
                    continue
                raise
            for form in FAULT_FORMATS.names() if name == "check" else ():
                result.render(form).encode()
            for form in FORMATS.names():
                result.render(form).encode()


ADDRESSES = (
    *(
        "https://[x",
        "https://[x]",
        "http://x]",
        "https://[::1",
        "https://[::1]x",
        "https://a[b]/",
        "https://[]/",
    ),
    *(
        "https://a\u2100b/",
        "https://a.example/[b]",
        "https://[::1]:80/x?y#z",
        "HTTPS://[1:2::3]",
        "https://u@[::1]",
    ),
    *(
        "http://u:p@a.example:x",
        "http://a.example:99999/",
        "http://?",
        "https:///x",
        "http://a\\b",
        "http://%zz",
    ),
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_refused_or_survived(address):
    """Whatever the reader of addresses of this version of Python makes of it."""
    field = next(field for field in SOURCE.fields if field.name == "url")
    corpus = policycmp.load_corpus()
    used = replace(corpus, sources=tuple(replace(source, url=address) for source in corpus.sources))
    for form in FORMATS.names():
        assert policycmp.compare(used, "nato").render(form)
        assert policycmp.show(used, "bandow").render(form)
    brackets = address.partition("://")[2].partition("/")[0]
    if "[" in brackets and not re.search(r"(^|@)\[[0-9a-f:.]+\](:\d*)?$", brackets):
        with pytest.raises(ProblemError, match="is no web address"):
            convert_value(field, address)
