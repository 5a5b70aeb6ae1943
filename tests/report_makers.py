"""Reports of our own for the tests: a town council, a reading list, names from everywhere."""

from __future__ import annotations

from dataclasses import replace

from policycmp.model.report import Column, Entry, Footnote, Report, Role, Section, Sign, Surface, Table, Tone
from policycmp.render.format import render

STANCES = (
    Entry(text="strongly supports", sign="++", value=2, tone=Tone.STRONG_FOR),
    Entry(text="supports", sign="+", value=1, tone=Tone.FOR),
    Entry(text="mixed", sign="0", value=0, tone=Tone.MIXED),
    Entry(text="opposes", sign="−", value=-1, tone=Tone.AGAINST),
    Entry(text="strongly opposes", sign="−−", value=-2, tone=Tone.STRONG_AGAINST),
    Entry(text="·", sign="·", tone=Tone.SILENT),
    Entry(text="supports if …", sign="(+)", value="conditional 1", tone=Tone.FOR),
    Entry(text="strongly supports / opposes", sign="++/−", value="contested 2", tone=Tone.CONTESTED),
)
LEGEND = (
    Sign(sign="++", meaning="strongly supports", tone=Tone.STRONG_FOR),
    Sign(sign="+", meaning="supports", tone=Tone.FOR),
    Sign(sign="0", meaning="mixed", tone=Tone.MIXED),
    Sign(sign="−", meaning="opposes", tone=Tone.AGAINST),
    Sign(sign="−−", meaning="strongly opposes", tone=Tone.STRONG_AGAINST),
    Sign(sign="(+) (−)", meaning="on a condition"),
    Sign(sign="if …", meaning="on a condition", in_words=True),
    Sign(
        sign="a / b",
        meaning="contested: positions on both sides, the one the rule takes first",
        tone=Tone.CONTESTED,
        in_words=True,
    ),
    Sign(sign="·", meaning="silent", tone=Tone.SILENT, in_words=True),
)
ISSUES = {
    "Streets": (
        ("bus-lane", "A bus lane on Main Street"),
        ("bike-lane", "Protected lanes for bicycles along the river"),
        ("speed-limit", "Thirty everywhere"),
        ("tram", "Bringing back the tram"),
    ),
    "Money": (
        ("parking-fee", "Parking fees"),
        ("tourist-tax", "A tax on overnight stays"),
        ("fountain", "Repairing the fountain"),
        ("debt-ceiling", "A ceiling on the town's debt"),
    ),
    "Public life and the square": (
        ("market-day", "A second market day"),
        ("car-free-sunday", "Car-free Sundays"),
        ("night-noise", "Quiet after ten"),
        ("statue", "Moving the statue of the founder"),
    ),
}
ACTORS = (
    ("mayor", "Mayor"),
    ("council", "Town Council"),
    ("shops", "Chamber of Shops"),
    ("daily", "The Daily"),
    ("cyclists", "Cyclists' Union"),
    ("drivers", "Drivers"),
    ("pensioners", "Pensioners"),
    ("school-board", "School board"),
    ("hotels", "Hotels & Inns"),
)


def make_matrix(issues: int = 12, actors: int = 9) -> Report:
    """Up to 12 issues in three topics by up to 9 actors, every kind of cell in it."""
    sections, number = [], 0
    for topic, members in ISSUES.items():
        rows = []
        for key, title in members:
            if number < issues:
                stances = [STANCES[(number * 5 + n * 3 + n * number) % len(STANCES)] for n in range(actors)]
                rows.append((Entry(text=title, value=key), *stances))
            number += 1
        if rows:
            sections.append(Section(title=topic, rows=tuple(rows)))
    columns = [Column(name="issue", title="Issue", role=Role.KEY)]
    columns += [Column(name=key, title=title, short=title) for key, title in ACTORS[:actors]]
    table = Table(columns=tuple(columns), sections=tuple(sections), unit="actors", section_column="topic")
    return Report(
        name="compare",
        tables=(table,),
        legend=LEGEND,
        notes=(
            (
                "Contested: Mayor on A bus lane on Main Street: strongly supports (stated, The Daily, ¶3); "
                "opposes if the shops agree (reported, The Blog, ¶12)."
            ),
        ),
        provenance="Corpus: town.yaml (sha256 0123456789ab): 96 positions. Rule stated-first: of several "
        "positions in a cell the best attributed count, by their mean.",
    )


def make_details() -> Report:
    """Three issues by five actors, every position written out under its stance."""
    report = make_matrix(3, 5)
    told = (
        "supports: Wants it on workdays only. If the shops agree. [stated, The Daily, ¶3]",
        "opposes [reported, The Blog, ¶7]",
    )
    sections = tuple(
        replace(
            section,
            rows=tuple(
                tuple(replace(e, details=told) if e.value == 1 else e for e in row) for row in section.rows
            ),
        )
        for section in report.tables[0].sections
    )
    return replace(report, tables=(replace(report.tables[0], sections=sections),))


def make_footnotes() -> Report:
    """Two issues by three actors with sources as footnotes, and records."""
    report = make_matrix(2, 3)
    rows = tuple(
        tuple(
            replace(e, footnotes=(5 - 2 * y - n,)) if e.value is not None and n else e
            for n, e in enumerate(row)
        )
        for y, row in enumerate(report.tables[0].sections[0].rows)
    )
    section = replace(report.tables[0].sections[0], rows=rows)
    notes = [Footnote(text=f"Position {n}.", link_text=f"The Daily, ¶{n}") for n in range(6)]
    notes[1] = replace(notes[1], url="https://daily.example/a_b#:~:text=The%20mayor,said%20so")
    return replace(
        report,
        tables=(replace(report.tables[0], sections=(section,)),),
        footnotes=tuple(notes),
        about={"by": "actor", "corpus": {"sha256": "0123"}},
        records=[
            {"issue": "bus-lane", "stance": 2, "positions": [{"source": "daily"}]},
            {"issue": "bike-lane"},
        ],
    )


def make_list() -> Report:
    """Three ids with numbers and running text."""
    texts = (
        (
            "bus-lane",
            4,
            (
                "Main Street should get a bus lane, from the station to the old bridge, on workdays "
                "between six and ten in the morning and between four and seven in the afternoon."
            ),
        ),
        ("statue", 12, "The founder's statue should move."),
        ("car-free-sunday", 1, "On one Sunday a month the centre should be closed to cars."),
    )
    table = Table(
        columns=(
            Column(name="id", title="Id", role=Role.KEY),
            Column(name="positions", title="Positions", role=Role.NUMBER),
            Column(name="statement", title="Statement", role=Role.PROSE),
        ),
        sections=(
            Section(
                rows=tuple(
                    (Entry(text=key, value=key), Entry(text=str(n), value=n), Entry(text=text, value=text))
                    for key, n, text in texts
                )
            ),
        ),
    )
    return Report(name="issues", tables=(table,), provenance="Corpus: town.yaml.", listing=True)


def make_names() -> Report:
    """Names in wide, accented, joined and right-to-left writing beside their stances."""
    names = (
        "日本国外務省の報道官が述べた長い見解「交渉を続ける」。",
        "Ministe\u0301rio da Defesa",
        "משרד החוץ של ישראל",
        "وزارة الخارجية",
        "👨‍👩‍👧 Family 🇩🇪",
        "한국 외교부",
    )
    table = Table(
        columns=(
            Column(name="who", title="Who", role=Role.KEY),
            Column(name="a", title="協定"),
            Column(name="b", title="שלום"),
            Column(name="words", title="In short", role=Role.PROSE),
        ),
        sections=(
            Section(
                title="Names — 名前",
                rows=tuple(
                    (
                        Entry(text=name),
                        STANCES[n],
                        STANCES[-n - 1],
                        Entry(text=f"{name} said so, twice over."),
                    )
                    for n, name in enumerate(names)
                ),
            ),
        ),
    )
    return Report(name="names", tables=(table,), title="Names – everywhere")


def write(report: Report, format_name: str = "terminal", **surface: int | bool | None) -> str:
    """The rendered report, whole."""
    return "".join(render(report, format_name, Surface(**surface)))  # type: ignore[arg-type]
