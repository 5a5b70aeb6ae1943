"""A kept corpus is the corpus, and whatever is wrong with the cache is as if there were none."""

from __future__ import annotations

import hashlib
import os
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from policycmp.cli.main import main
from policycmp.corpusfile import inputs
from policycmp.corpusfile.writer_choice import WRITERS
from policycmp.load import cache as caching
from policycmp.load import corpus as loading
from policycmp.load.cache import KEPT, find_cache
from policycmp.load.corpus import FaultyCorpusError, load_corpus
from policycmp.load.several_files import load_corpora
from processes import ROOT, run

BUNDLED = ROOT / "data" / "positions.yaml"
WHOLE = [BUNDLED, *sorted((ROOT / "tests" / "corpora" / "good").glob("*.yaml"))]


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def recall(cache, monkeypatch):
    def refuse(given, **_):
        raise AssertionError(f"{given.path} was read again")

    def recall(path, *, kept=False, racy=caching.RACY - 10**18):
        """The corpus in the file, old enough to be kept unless said otherwise; with `kept`, without its
        being read."""
        with monkeypatch.context() as patch:
            patch.setattr(caching, "RACY", racy)
            if kept:
                patch.setattr(loading, "load_with_kind", refuse)
            return load_corpora([str(path)], {"XDG_CACHE_HOME": str(cache)})[0]

    return recall


def list_kept(cache):
    return sorted((cache / "policycmp" / "corpora").iterdir())


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_what_is_kept_comes_back_the_same(path, recall):
    first = recall(path)
    again = recall(path, kept=True)
    assert again == first == load_corpus([str(path)])
    assert [str(p.place) for p in again.positions] == [str(p.place) for p in first.positions]
    assert [type(p.stance) for p in again.positions] == [type(p.stance) for p in first.positions]


def test_places_bear_the_name_it_is_read_by_now(tmp_path, recall):
    (tmp_path / "one.yaml").write_bytes(BUNDLED.read_bytes())
    (tmp_path / "two.yaml").symlink_to("one.yaml")
    one, two = recall(tmp_path / "one.yaml"), recall(tmp_path / "two.yaml", kept=True)
    assert str(two.positions[0].place) == str(one.positions[0].place).replace("one.yaml", "two.yaml")
    assert two.origins == (replace(one.origins[0], name=str(tmp_path / "two.yaml")),)


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_a_file_is_read_once_and_digested_once(suffix, tmp_path, recall, monkeypatch):
    path = tmp_path / f"town.{suffix}"
    path.write_text("".join(WRITERS.load(suffix).write(load_corpus([str(BUNDLED)]))), encoding="utf-8")
    read, digest = inputs.read_input, hashlib.sha256
    done = []
    monkeypatch.setattr(inputs, "read_input", lambda given: done.append("read") or read(given))
    monkeypatch.setattr(hashlib, "sha256", lambda data: done.append("digested") or digest(data))
    first = recall(path)
    assert done == ["read", "digested"]
    assert recall(path, kept=True) == first
    assert done == ["read", "digested", "read"]  # what is kept knows the digest


def test_a_file_that_has_just_changed_is_not_kept_yet(tmp_path, cache, recall):
    path = tmp_path / "positions.yaml"
    path.write_bytes(BUNDLED.read_bytes())
    recall(path, racy=caching.RACY)
    assert not cache.exists()


def test_one_file_under_two_suffixes_is_read_by_either(tmp_path, recall):
    text = '[{"actor": "a", "issue": "i", "stance": 1, "source": "s", "attribution": "stated"}]\n'
    whole = '{"issues": [{"id": "i", "title": "I"}]}\n'
    for name, data in (("a.json", whole), ("a.yaml", whole), ("b.json", text)):
        (tmp_path / name).write_text(data, encoding="utf-8")
    assert recall(tmp_path / "a.json").issues == recall(tmp_path / "a.yaml").issues
    recall(tmp_path / "a.json", kept=True)
    recall(tmp_path / "b.json")
    with pytest.raises(AssertionError):  # for bare positions depend on what they borrow from
        recall(tmp_path / "b.json", kept=True)


def test_a_change_of_the_file_is_seen(tmp_path, cache, recall):
    path = tmp_path / "positions.yaml"
    path.write_bytes(BUNDLED.read_bytes())
    before = recall(path)
    changed = BUNDLED.read_bytes().replace(b"stated", b"implied"[:6].ljust(6), 1)
    times = path.stat()
    path.write_bytes(changed)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))  # as if it had not
    with pytest.raises(FaultyCorpusError):
        recall(path)
    path.write_bytes(BUNDLED.read_bytes().replace(b"title: ", b"title: New ", 1))
    assert recall(path) != before
    assert len(list_kept(cache)) == 2


HARMS = ("cut", "flip", "empty", "other", "list", "things", "binary", "nested")


def sign(body):
    """What is kept of a file, had it been this, with a check sum that is right."""
    return b"%s %d\n%s" % (b"0" * 64, zlib.crc32(body), body)


@pytest.mark.parametrize("harm", HARMS)
def test_a_spoilt_file_is_as_none_and_is_put_right(harm, cache, recall):
    first = recall(BUNDLED)
    (kept,) = list_kept(cache)
    whole = kept.read_bytes()
    kept.write_bytes(
        {
            "cut": whole[: len(whole) // 2],
            "flip": whole.replace(b"stated", b"Stated", 1),
            "empty": b"",
            "other": sign(b'{"title": 1}'),
            "list": sign(b"[]"),
            "things": sign(b'{"title": null, "note": null, "periods": [], "scales": [1]}'),
            "binary": bytes(range(256)),
            "nested": sign(b"[" * 100_000),
        }[harm]
    )
    assert recall(BUNDLED) == first
    assert kept.read_bytes() == whole


def test_a_faulty_corpus_is_told_each_time(tmp_path, cache, recall):
    path = tmp_path / "bad.yaml"
    path.write_text("positions:\n- {actor: a}\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(FaultyCorpusError):
            recall(path)
    assert not cache.exists()


def test_only_the_latest_are_kept(tmp_path, cache, recall):
    path = tmp_path / "positions.yaml"
    for number in range(KEPT + 3):
        path.write_bytes(BUNDLED.read_bytes() + b"# %d\n" % number)
        recall(path)
    assert len(list_kept(cache)) == KEPT


def test_nothing_is_kept_where_it_is_switched_off_or_cannot_be(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no directory", encoding="utf-8")
    plain = run("compare", cwd=tmp_path)
    for environ in (
        {"POLICYCMP_CACHE": "off", "XDG_CACHE_HOME": str(tmp_path / "off")},
        {"POLICYCMP_CACHE": "", "XDG_CACHE_HOME": str(blocked)},
        {"POLICYCMP_CACHE": "", "XDG_CACHE_HOME": str(tmp_path / "on")},
        {"POLICYCMP_CACHE": "", "XDG_CACHE_HOME": str(tmp_path / "on")},
    ):
        done = run("compare", cwd=tmp_path, **environ)
        assert (done.returncode, done.stdout, done.stderr) == (0, plain.stdout, "")
    assert not (tmp_path / "off").exists()
    assert len(list_kept(tmp_path / "on")) == 1


posix = pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")


@posix
def test_what_is_kept_is_for_this_user_alone(cache, recall):
    folder = cache / "policycmp" / "corpora"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    recall(BUNDLED)
    (kept,) = list_kept(cache)
    assert (folder.stat().st_mode & 0o777, kept.stat().st_mode & 0o777) == (0o700, 0o600)


@posix
@pytest.mark.parametrize(("folder", "file"), [(0o777, 0o600), (0o700, 0o666), (0o770, 0o600)])
def test_what_others_may_have_written_is_not_believed(folder, file, cache, recall):
    first = recall(BUNDLED)
    (kept,) = list_kept(cache)
    body = kept.read_bytes().partition(b"\n")[2].replace(b'"stated"', b'"implied"')
    kept.write_bytes(sign(body))
    assert recall(BUNDLED, kept=True) != first  # it is well made, and nobody else can have made it
    kept.parent.chmod(folder)
    kept.chmod(file)
    assert recall(BUNDLED) == first


@pytest.mark.skipif(sys.platform != "linux", reason="the variable is read on Linux")
def test_a_cache_directory_that_is_not_absolute_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    for given in ("", "cache", "./cache", "~/cache"):
        assert find_cache({"XDG_CACHE_HOME": given}) == tmp_path / ".cache" / "policycmp"
    assert find_cache({"XDG_CACHE_HOME": "/x"}) == Path("/x/policycmp")


def test_check_and_no_cache_read_the_file(tmp_path, cache, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setattr(caching, "RACY", caching.RACY - 10**18)
    (tmp_path / "positions.yaml").write_bytes(WHOLE[1].read_bytes())

    def list_positions(*more):
        monkeypatch.setenv(caching.VARIABLE, "")
        assert main(["list", "positions", "-f", "csv", *more]) == 0
        return capsys.readouterr().out

    plain = list_positions()
    (kept,) = list_kept(cache)
    kept.write_bytes(sign(kept.read_bytes().partition(b"\n")[2].replace(b'"stated"', b'"implied"')))
    assert list_positions() != plain  # it is believed: nobody else can have written it
    assert list_positions("--no-cache") == plain
    (tmp_path / "more.csv").write_text(plain, encoding="utf-8", newline="")
    wrong = sign(b'{"title": 1}')
    kept.write_bytes(wrong)
    monkeypatch.setenv(caching.VARIABLE, "")
    assert main(["check", "more.csv"]) == 0
    assert kept.read_bytes() == wrong
