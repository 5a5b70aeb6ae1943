"""Whatever goes past the renderers, to whatever stream, steers no terminal and begins no line."""

from __future__ import annotations

import io
import json
import re

import pytest

from policycmp.cli import main as entry
from policycmp.cli.completion import complete_names
from policycmp.cli.interactive.questions import Questions, ask_questions
from policycmp.cli.interactive.review import review_crosswalk
from policycmp.cli.main import main
from policycmp.cli.messages import say, say_error, say_note
from policycmp.cli.output import encode_text, write_stdout
from policycmp.corpusfile.characters import read_text
from policycmp.corpusfile.diagnostics import Findings
from policycmp.errors import UsageError
from policycmp.model.codebook import FIVE_POINTS, Issue
from policycmp.model.corpus import Corpus
from policycmp.model.crosswalk import Crosswalk, Match, Verdict
from policycmp.model.fault import Fault, Place, Severity
from policycmp.model.names import Kind
from policycmp.render.faults import FAULT_FORMATS
from policycmp.text.unsafe import INVISIBLE, UNSAFE, show_message

HOSTILE = sorted(
    {
        *re.findall(f"{UNSAFE}|[{INVISIBLE}]", "".join(map(chr, range(0xFFFF)))),
        "\U000e0001",
        "\U000e0041",
    }
    - {"\u200c", "\u200d"}
)
"""Every character that must not be printed as it is, of the tags and the halves of pairs some."""
HOSTILE = [c for c in HOSTILE if not "\ud800" < c < "\udfff"]
ALL = "".join(HOSTILE)
COMMANDS = (
    "\n::error::mine",
    "\r\n::error::mine",
    "\u2028::error::mine",
    "##[error]mine",
    "a\n##[error]mine",
)
SPOILT = [f"a{ALL}b", *COMMANDS, "::error::mine", "  ::error::mine"]


def is_clean(text: str) -> bool:
    """Whether nothing in it steers, hides, or is a command to continuous integration."""
    lines = re.split("[\n\r]", text)
    commands = [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    return not commands and not set(ALL) - {"\n"} & set(text)


@pytest.fixture(params=SPOILT, ids=lambda text: f"{text[:9]!a}")
def spoilt(request):
    return request.param


def test_every_class_is_tried():
    assert {"\x1b", "\x9b", "\u061c", "\u200b", "\u2060", "\ufeff", "\u202e", "\u2028", "\ud800"} <= set(
        HOSTILE
    )
    assert {"\n"} & set(HOSTILE) == set()


@pytest.mark.parametrize("character", [*HOSTILE, "\n"], ids=lambda c: f"{ord(c):04X}")
def test_what_is_hidden_is_written_out_in_a_message(character):
    assert show_message(f"a{character}b") == f"a<U+{ord(character):04X}>b"


def test_joiners_and_the_marks_of_scripts_stay():
    for text in ("می\u200cخواهم", "👩\u200d👩\u200d👧", "क\u200dष", "e\u0301", "\tx"):
        assert show_message(text) == text


def test_notes_errors_and_what_is_said(spoilt, capsys):
    say(f"x {spoilt}", f"x {spoilt}")
    say_note(spoilt)
    say_error(spoilt, spoilt, (f"x {spoilt}",))
    said = capsys.readouterr().err
    assert is_clean(said)
    assert len(said.splitlines()) == 5


@pytest.mark.parametrize("kind", [UsageError, ValueError, OSError, KeyError])
def test_whatever_is_raised(kind, spoilt, capsys, monkeypatch, tmp_path):
    def fail(argv):
        raise kind(spoilt)

    monkeypatch.setattr(entry, "_invoke", fail)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    main([])
    said = capsys.readouterr()
    assert is_clean(said.err)
    assert said.out == ""


def test_the_options_and_names_that_are_typed(spoilt, capsys):
    for argv in (
        ["compare", spoilt],
        [spoilt],
        ["compare", f"--{spoilt}"],
        ["compare", "-f", spoilt],
        ["compare", "-c", spoilt.replace("\0", "")],
        ["compare", "--since", spoilt],
        ["compare", "-o", f"no/{spoilt}.md".replace("\0", "")],
        ["show", spoilt],
        ["check", "--explain", spoilt],
        ["align", spoilt.replace("\0", "")],
        ["list", spoilt],
        ["agree", "--weight", f"{spoilt}=1"],
        ["agree", "--weight", f"nato-open-door={spoilt}"],
    ):
        assert main(argv) in {2, 66, 73}, argv
        said = capsys.readouterr()
        assert is_clean(said.err), argv
        assert said.out == ""


CARRIERS = {
    "yaml": lambda text: f"issues:\n- {{id: {json.dumps(text)}, {json.dumps(text)}: x}}\n",
    "json": lambda text: json.dumps(
        {"issues": [{"id": text, "title": "t", text: 1}], "positions": [{"actor": text}]}
    ),
    "jsonl": lambda text: json.dumps(
        {"actor": text, "issue": text, "stance": text, "source": text, text: text}
    ),
    "csv": lambda text: f'actor,issue,stance,source,attribution\n"{text}","{text}","{text}",s,"{text}"\n',
    "tsv": lambda text: f"actor\tissue\tstance\tsource\tattribution\n{text}\t{text}\t{text}\ts\t{text}\n",
}


@pytest.mark.parametrize("suffix", CARRIERS)
def test_a_faulty_corpus_on_both_streams_in_every_format_of_faults(
    suffix, spoilt, capsys, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    for name in ("corpus", "::error::mine", " ::error::mine", "a\n::error::mine", "a\x1b[31m\u202e\u200b"):
        path = f"{name}.{suffix}"
        (tmp_path / path).write_bytes(CARRIERS[suffix](spoilt).encode("utf-8", "surrogatepass"))
        assert main(["compare", "-c", path]) == 65
        said = capsys.readouterr()
        assert is_clean(said.err)
        assert said.out == ""
        for form in FAULT_FORMATS.names():
            assert main(["check", path, "-f", form]) == 1
            out = capsys.readouterr().out
            if form == "github":
                assert all(re.match("::(error|warning) file=", line) for line in out.splitlines())
                out = out.replace("::", "")
            if form in ("json", "sarif"):  # they hold values as they are, in escapes where they are unsafe
                assert not re.search(UNSAFE, out)
                assert not any(line.startswith("::") for line in out.splitlines())
            else:
                assert is_clean(out), form


def test_questions_and_reviews(spoilt, capsys, monkeypatch):
    issue = Issue(id="a", title=spoilt, statement=f"x {spoilt}", scale="s")
    labelled = Corpus(
        scales=(FIVE_POINTS.__class__(id="s", points=(spoilt, "b"), labels=(f"1{spoilt}", "b")),),
        issues=(issue,),
    )
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{spoilt}\n"))
    ask_questions(Questions(labelled, labelled.issues, ()), lambda answers: None)
    match = Match(
        kind=Kind.ISSUE,
        theirs="a",
        ours=spoilt,
        is_reversed=False,
        score=0.5,
        verdict=Verdict.DOUBTFUL,
        why=spoilt,
    )
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{spoilt}\nn\n"))
    list(review_crosswalk(Crosswalk(matches=(match,)), labelled, labelled))
    said = capsys.readouterr().err
    assert "mine" in said or "<U+001B>" in said
    assert is_clean(said)


def test_what_the_shell_completes(spoilt, monkeypatch):
    corpus = Corpus(scales=(FIVE_POINTS,), issues=(Issue(id="a", title=spoilt),))
    monkeypatch.setattr("policycmp.api.corpora.load_corpus", lambda *paths: corpus)
    [(key, title)] = complete_names(None, "issue", "a")
    assert key == "a"
    assert title == show_message(spoilt)


def test_a_place_that_looks_like_a_command_is_written_as_a_path():
    fault = Fault(
        code="E101",
        severity=Severity.FAULT,
        message="m",
        remedy="r",
        place=Place(file="::error::x", line=1, column=1),
    )
    assert FAULT_FORMATS.load("text").write([fault]).startswith("./::error::x:1:1: ")


@pytest.mark.parametrize("text", ["a\ud800b", "\udc80", "\ud83d\ude00"])
def test_what_is_written_is_utf_8(text, capfdbinary):
    write_stdout([text])
    written = capfdbinary.readouterr().out
    assert written == encode_text(text)
    assert set(written.decode("utf-8")) & set(text) <= set("ab")


def test_what_a_reader_takes_from_bytes_is_text_that_can_be_written():
    assert encode_text(read_text("a\u2028b".encode(), Findings("x"))).decode() == "a\ufffdb"
