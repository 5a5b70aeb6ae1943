"""Words of the field that mean nearly the same, so that names which differ in them still meet."""

from __future__ import annotations

from functools import lru_cache

from policycmp.text.stems import stem

# fmt: off
_GROUPS = (
    # what is done
    "deliver supply send provide ship transfer", "enlargement expansion widening extension",
    "accession membership join admission entry", "ban prohibition prohibit outlaw forbid",
    "abolish scrap eliminate repeal end", "increase raise higher hike more", "reduce cut lower less",
    "deploy station posture presence", "withdraw leave exit quit pullout departure",
    "allow permit legalise",
    "limit cap ceiling", "recognise recognition", "expropriate nationalise socialise", "duty obligation",
    "strengthen reinforce bolster", "extend prolong renew", "build construct", "protect safeguard",
    "cooperate partnership collaborate", "negotiate talks settlement dialogue diplomacy",
    "seize confiscate", "freeze halt suspend moratorium", "monitor surveil watch", "select appoint pick",
    # foreign and security policy
    "weapon arms armament munitions", "troops soldiers forces military army armed", "missile rocket",
    "treaty agreement accord pact convention deal", "ceasefire truce armistice", "sanction embargo penalty",
    "defence defense military security", "conscription draft", "nuclear atomic", "alliance nato",
    "development aid assistance", "foreign external abroad overseas", "border frontier",
    "tariff duty customs", "trade commerce", "refugee asylum", "migrant immigrant migration immigration",
    "deport return repatriate expel", "mission operation", "navy naval maritime", "minister ministry",
    # money, work and welfare
    "spending expenditure budget outlay funding finance money", "tax taxation levy", "fee charge toll",
    "wage pay salary earnings income", "pension retirement", "subsidy grant support help",
    "company business firm corporate enterprise", "worker employee labour labor staff",
    "job work employment",
    "unemployed jobless unemployment", "benefit welfare allowance", "debt deficit borrowing",
    "inheritance legacy", "wealth fortune assets rich", "price cost", "bank banking",
    # society
    "car vehicle automobile", "motorway highway autobahn", "rail railway train", "police policing",
    "court tribunal judiciary judge judicial", "prison jail imprisonment inmate",
    "university college", "doctor physician", "drug narcotic", "cannabis marijuana", "tobacco smoking",
    "abortion termination", "euthanasia assisted", "vaccination immunisation", "health healthcare medical",
    "housing home dwelling apartment", "rent rental let", "child minor", "parent parental family",
    "woman women female", "marriage married", "election electoral vote voting ballot",
    "referendum plebiscite", "internet online digital web", "climate carbon emissions",
    "coal lignite", "farm agriculture farming", "animal livestock", "school education teaching",
    "kindergarten nursery childcare", "parliament legislature", "free gratis",
    "compulsory mandatory obligatory",
    # bodies, places and who lives there
    "organisation organization", "office department ministry", "agency authority bureau", "centre center",
    "ukraine ukrainian kyiv kiev", "russia russian moscow kremlin", "china chinese beijing",
    "france french paris", "germany german berlin", "britain british uk",
    "america american us usa washington",
    "turkey turkish turkiye ankara", "poland polish", "netherlands dutch", "spain spanish",
    "europe european eu",
    "greece greek", "sweden swedish", "denmark danish", "ireland irish", "switzerland swiss",
    "japan japanese",
)
# fmt: on

_NONE: frozenset[int] = frozenset()


@lru_cache(maxsize=1)
def _read_groups() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, words in enumerate(_GROUPS):
        for word in words.split():
            groups.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


def find_groups(word: str) -> frozenset[int]:
    """The groups that the stem stands in, by number; words with one in common mean nearly the same."""
    return _read_groups().get(word, _NONE)
