"""Links that lead to a passage: written by the specification, and followed by a real browser."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import zlib

import pytest

from policycmp.model.source import Evidence, Source
from policycmp.tabulate.parts.links import link_passage
from processes import PATIENCE

PAGE = "https://daily.example/a"
SOURCE = Source(id="paper", title="The Daily", url=PAGE)


@pytest.mark.parametrize(
    ("evidence", "directive"),
    [
        (Evidence(quote="must get"), "must%20get"),
        (Evidence(quote="a, b & c - d"), "a%2C%20b%20%26%20c%20%2D%20d"),
        (Evidence(first="The mayor", last="bus-lane."), "The%20mayor,bus%2Dlane."),
        (Evidence(quote="get", prefix="yor must ", suffix=" her bu"), "must-,get,-her"),
        (Evidence(quote="get", prefix="must", suffix="her"), "must-,get,-her"),
        (Evidence(first="a", last="b", quote="more  \n words"), "more%20words"),
        (Evidence(quote=" ".join(f"w{n}" for n in range(50))), "w0%20w1%20w2%20w3%20w4%20w5,"),
    ],
)
def test_directive(evidence, directive):
    assert link_passage(SOURCE, evidence).startswith(f"{PAGE}#:~:text={directive}")


def test_without_words_the_link_leads_to_the_page():
    assert link_passage(SOURCE, Evidence(paragraph=3)) == PAGE
    assert link_passage(SOURCE, None) == PAGE
    assert link_passage(Source(id="x", title="X"), Evidence(quote="a")) is None


def test_an_address_with_a_fragment_keeps_it():
    source = Source(id="paper", title="The Daily", url=f"{PAGE}#part")
    assert link_passage(source, Evidence(quote="a")) == f"{PAGE}#part:~:text=a"


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
RED = (255, 0, 0)
FILLER = "".join(f"<p style='height:300px'>Filler {n} says nothing of the mayor.</p>" for n in range(20))
TARGET = (
    "<p id=target>Well, the mayor “must get” – by all means, 100 % &amp; more, she said – "
    "her bus-lane before winter, naïve as that is.</p>"
)
TWIN = "<p>Another mayor must get by.</p>"
HEAD = "<!doctype html><meta charset=utf-8><style>::target-text { background: #f00; color: #f00 }</style>"
SCRIPT = """<script>setTimeout(() => {
  const box = document.getElementById("target").getBoundingClientRect();
  document.body.dataset.seen = [scrollY, box.top, box.bottom].map(Math.round).join(" ");
}, 1500)</script>"""
# A picture of a page that has been scrolled is blank in headless mode, so what is marked shows on
# a page that fits the window.
LONG = f"{HEAD}{FILLER}{TWIN}{FILLER}{TARGET}{FILLER}{SCRIPT}"
SHORT = f"{HEAD}{TWIN}<p>Nothing here.</p>{TARGET}<p>Nor here.</p>{SCRIPT}"


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(first="must get” – by all means,", last="her bus-lane before winter,"),
        Evidence(quote="100 % & more, she said – her bus-lane"),
        Evidence(quote="must get", prefix="ell, the mayor “", suffix="” – by all me"),
        Evidence(quote="before winter, naïve as that is."),
    ],
)
def test_a_browser_scrolls_to_the_passage_and_marks_it(evidence, tmp_path):
    (scrolled, top, bottom), _ = _visit(tmp_path, LONG, evidence)
    assert scrolled > 12_000
    assert 0 <= top < bottom <= 600
    (scrolled, top, bottom), rows = _visit(tmp_path, SHORT, evidence)
    assert scrolled == 0
    assert rows
    assert top - 1 <= min(rows)
    assert max(rows) <= bottom + 1


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_a_browser_does_not_move_for_words_that_are_not_there(tmp_path):
    gone = Evidence(quote="must not get")
    assert _visit(tmp_path, LONG, gone)[0][0] == 0
    assert _visit(tmp_path, SHORT, gone)[1] == set()


def _visit(folder, html, evidence):
    """How far the browser scrolled and where the target then stands; and the rows it marked."""
    page, shot = folder / "page.html", folder / "shot.png"
    page.write_text(html, encoding="utf-8")
    link = link_passage(Source(id="page", title="Page", url=page.as_uri()), evidence)
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=4000"]
    command += ["--window-size=800,600", f"--user-data-dir={folder / 'profile'}", f"--screenshot={shot}"]
    done = subprocess.run(
        [*command, "--dump-dom", link], capture_output=True, encoding="utf-8", timeout=PATIENCE, check=True
    )
    seen = re.search(r'data-seen="(-?\d+) (-?\d+) (-?\d+)"', done.stdout)
    rows = {n for n, row in enumerate(_read_png(shot.read_bytes())) if RED in row}
    return tuple(int(number) for number in seen.groups()), rows


def _read_png(data):
    """Rows of (red, green, blue), of an 8-bit picture with or without transparency."""
    place, packed = 8, b""
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        if kind == b"IHDR":
            width, _, depth, color = struct.unpack(">IIBB", data[place + 8 : place + 18])
        if kind == b"IDAT":
            packed += data[place + 8 : place + 8 + length]
        place += length + 12
    assert depth == 8
    size = {2: 3, 6: 4}[color]
    raw, stride = zlib.decompress(packed), width * size + 1
    before = bytearray(stride - 1)
    for start in range(0, len(raw), stride):
        line = _undo_filter(raw[start], bytearray(raw[start + 1 : start + stride]), before, size)
        yield [tuple(line[n : n + 3]) for n in range(0, len(line), size)]
        before = line


def _undo_filter(kind, line, above, size):
    for n in range(len(line)):
        left = line[n - size] if n >= size else 0
        corner = above[n - size] if n >= size else 0
        if kind == 1:
            line[n] = (line[n] + left) % 256
        elif kind == 2:
            line[n] = (line[n] + above[n]) % 256
        elif kind == 3:
            line[n] = (line[n] + (left + above[n]) // 2) % 256
        elif kind == 4:
            guess = left + above[n] - corner
            near = min((left, above[n], corner), key=lambda v: abs(guess - v))
            line[n] = (line[n] + near) % 256
    return line
