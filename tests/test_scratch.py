"""What a killed run left is swept up by the next, and nothing else is."""

from __future__ import annotations

import os
import time

import pytest

from policycmp.cli.output import write_file
from policycmp.scratch import OLD, PREFIX, SUFFIX, open_scratch, sweep_scratch

LEFT = f"{PREFIX}1f-2a-0{SUFFIX}"


def age(path, seconds):
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_old_ones_of_ours_are_swept_up_when_something_is_written(tmp_path):
    kept = {
        f"{PREFIX}1f-2b-0{SUFFIX}": OLD - 600,
        f"{PREFIX}notes.txt": OLD * 9,
        ".hidden.tmp": OLD * 9,
        "town.yaml": OLD * 9,
        f"x{LEFT}": OLD * 9,
    }
    for name, seconds in {**kept, LEFT: OLD + 600}.items():
        (tmp_path / name).write_text(name, encoding="utf-8")
        age(tmp_path / name, seconds)
    write_file(str(tmp_path / "table.md"), ["x"])
    assert {path.name for path in tmp_path.iterdir()} == {*kept, "table.md"}


def test_neither_folders_nor_links_are_taken_for_ours(tmp_path):
    target = tmp_path / "mine"
    target.write_text("x", encoding="utf-8")
    age(target, OLD * 9)
    (tmp_path / LEFT).symlink_to(target)
    (tmp_path / f"{PREFIX}2{SUFFIX}").mkdir()
    sweep_scratch(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system does not say whose a file is")
def test_those_of_others_stay(tmp_path, monkeypatch):
    (tmp_path / LEFT).write_text("x", encoding="utf-8")
    age(tmp_path / LEFT, OLD * 9)
    uid = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: uid + 1)
    sweep_scratch(tmp_path)
    assert (tmp_path / LEFT).exists()


def test_a_name_that_is_taken_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(time, "time_ns", lambda: 7)
    one, first = open_scratch(tmp_path, 0o600)
    two, second = open_scratch(tmp_path, 0o600)
    one.close()
    two.close()
    assert first != second


def test_a_new_file_has_the_users_permissions_and_an_old_one_keeps_its_own(tmp_path):
    made, plain = tmp_path / "made.md", tmp_path / "plain.md"
    plain.write_text("x", encoding="utf-8")
    write_file(str(made), ["x"])
    assert made.stat().st_mode == plain.stat().st_mode
    made.chmod(0o640)
    write_file(str(made), ["y"])
    assert os.name != "posix" or made.stat().st_mode & 0o777 == 0o640
    assert made.read_text(encoding="utf-8") == "y"
