"""Whole commands, from the shell's point of view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peers import run
from setting import BUNDLED, COLD, Group
from timing import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from setting import Setting


def list_starts(at: Setting) -> Group:
    """Whole commands on the corpus that ships."""
    python, ours = at.find("python"), at.find("policycmp")
    cache = {"XDG_CACHE_HOME": str(at.folder / "cache")}
    kept = {**cache, "POLICYCMP_CACHE": ""}
    tab = {**COLD, "_POLICYCMP_COMPLETE": "complete_bash", "COMP_CWORD": "2"}
    tab["COMP_WORDS"] = "policycmp compare nat"
    idle = "import sys; sys.argv[1:] = ['compare']; import policycmp_idle_app as i; i.app()"
    cases = [
        Case(name="python -c pass", argv=(python, "-c", "pass")),
        Case(name="the same Typer app, doing nothing", argv=(python, "-c", idle)),
        Case(name="policycmp compare, cold", argv=(ours, "compare"), environ=COLD, is_ours=True),
        Case(name="policycmp compare, warm", argv=(ours, "compare"), environ=cache, is_ours=True),
        Case(name="policycmp list issues, warm", argv=(ours, "list", "issues"), environ=cache, is_ours=True),
        Case(name="policycmp check", argv=(ours, "check", str(BUNDLED)), environ=COLD, is_ours=True),
        Case(name="policycmp --help", argv=(ours, "--help"), is_ours=True),
        Case(name="policycmp --version", argv=(ours, "--version"), is_ours=True),
        Case(name="policycmp at a TAB, cold", argv=(ours,), environ=tab, is_ours=True),
        Case(name="policycmp at a TAB, warm", argv=(ours,), environ={**tab, **kept}, is_ours=True),
        *_list_table_tools(at),
    ]
    note = (
        "To a pipe, on the corpus that ships; peers on the table that `compare -f csv` makes of it, or "
        "on the corpus file. Cold is without a kept corpus."
    )
    return Group(title="Start-up", note=note, cases=tuple(cases), runs=5 if at.quick else 21)


def _list_table_tools(at: Setting) -> Iterator[Case]:
    table, schema = at.folder / "table.csv", at.folder / "schema.json"
    table.write_text(run(at.find("policycmp"), "compare", "-f", "csv"), encoding="utf-8")
    schema.write_text(run(at.find("policycmp"), "schema"), encoding="utf-8")
    show = f"import pandas; print(pandas.read_csv({str(table)!r}).to_string())"
    tools = {
        "csvlook": ("csvlook", str(table)),
        "sqlite-utils memory": ("sqlite-utils", "memory", str(table), 'select * from "table"', "--table"),
        "yq": ("yq", ".", str(BUNDLED)),
        "jq": ("jq", "-R", ".", str(table)),
        "mlr": ("mlr", "--icsv", "--opprint", "cat", str(table)),
        "pandas": ("python", "-c", show),
        "check-jsonschema": ("check-jsonschema", "--schemafile", str(schema), str(BUNDLED)),
        "yamllint": ("yamllint", "-d", "relaxed", str(BUNDLED)),
        "frictionless validate": ("frictionless", "validate", table.name),
    }
    for name, (program, *given) in tools.items():
        if path := at.find(program):
            yield Case(name=name, argv=(path, *given))


def list_screens(at: Setting) -> Group:
    """The same on a terminal."""
    table = at.folder / "table.csv"
    table.write_text(run(at.find("policycmp"), "compare", "-f", "csv"), encoding="utf-8")
    cache = {"XDG_CACHE_HOME": str(at.folder / "cache")}
    ours = (at.find("policycmp"), "compare")
    cases = (
        Case(name="csvlook", argv=(at.find("csvlook"), str(table)), is_terminal=True),
        Case(name="policycmp compare, cold", argv=ours, environ=COLD, is_ours=True, is_terminal=True),
        Case(name="policycmp compare, warm", argv=ours, environ=cache, is_ours=True, is_terminal=True),
    )
    note = "The same on a terminal of 120 columns and 256 colours."
    return Group(title="On a terminal", note=note, cases=cases, runs=5 if at.quick else 21)


def list_measurings(at: Setting) -> Group:
    """Whole commands that measure, cold and warm, each on sizes that double."""
    python, ours = at.find("python"), at.find("policycmp")
    parse = "import sys, yaml; yaml.load(open(sys.argv[1]), yaml.CSafeLoader)"
    sizes: dict[str, list[tuple[int, int, int]]] = {
        "camps --samples 0": [(n, 40, 1) for n in ((50, 100) if at.quick else (250, 500, 1_000))],
        "issues": [(2 * n, n, 1) for n in ((50, 100) if at.quick else (125, 250, 500))],
        "agree -f csv": [(n, 40, 1) for n in ((100, 200) if at.quick else (500, 1_000, 2_000))],
        "compare -f csv": [(n, n, 1) for n in ((50, 100) if at.quick else (125, 250, 500))],
        "reliability": [(6, 1, n) for n in ((25, 50) if at.quick else (50, 200, 800))],
    }
    cases = []
    for given, shapes in sizes.items():
        for actors, issues, coders in shapes:
            path = str(at.make_grid(actors, issues, coders))
            told = f"{actors:,} × {issues:,}" + (f" × {coders:,}" if coders > 1 else "")
            size = {"size": max(actors, coders), "label": f"{given}: {told}"}
            argv = (ours, *given.split(), "-c", path)
            cache = {"XDG_CACHE_HOME": str(at.folder / "cache"), "POLICYCMP_CACHE": ""}
            cases += [
                Case(name=f"yaml.load for {given}", argv=(python, "-c", parse, path), **size),
                Case(name=f"{given}, cold", argv=argv, environ=COLD, is_ours=True, **size),
                Case(name=f"{given}, warm", argv=argv, environ=cache, is_ours=True, **size),
            ]
    note = (
        "Whole processes on actors by issues (by coders), two in five cells silent; the reference only "
        "parses the corpus. Cold reads the file anew, warm takes it as it was kept."
    )
    return Group(title="Measuring, whole commands", note=note, cases=tuple(cases), runs=1 if at.quick else 3)


def list_sizes(at: Setting) -> Group:
    """Whole commands on corpora of several sizes."""
    python, ours = at.find("python"), at.find("policycmp")
    parse = "import sys, yaml; yaml.load(open(sys.argv[1]), yaml.CSafeLoader)"
    cases = []
    for count in (1_000, 2_000) if at.quick else (5_000, 10_000, 20_000, 40_000):
        path = str(at.make_corpus(count)[0])
        size = {"size": count, "label": f"{count:,} positions"}
        cases.append(Case(name="python: yaml.load", argv=(python, "-c", parse, path), **size))
        for given in ("compare", "compare -f markdown", "compare -f json", "list positions -f csv"):
            argv = (ours, *given.split(), "-c", path)
            cases.append(Case(name=given, argv=argv, environ=COLD, is_ours=True, **size))
        cases.append(Case(name="check", argv=(ours, "check", path), environ=COLD, is_ours=True, **size))
    note = "Whole processes that read the file anew; the reference only parses it."
    return Group(title="Whole commands", note=note, cases=tuple(cases), runs=3)
