"""What is run, in groups: the first case of a group is the reference of its table."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from peers import ROOT, run
from timing import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

JOBS = Path(__file__).parent / "jobs.py"
BUNDLED = ROOT / "data" / "positions.yaml"
COLD = {"POLICYCMP_CACHE": "off"}
WRITTEN = ("csv", "tsv", "json", "jsonl", "markdown", "html", "terminal", "screen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Cases that are timed in turn and shown in one table."""

    title: str
    note: str
    cases: tuple[Case, ...]
    runs: int


class Setting:
    """Where things are for the cases: the environment's programs and a folder to write in."""

    def __init__(self, programs: Path, folder: Path, *, quick: bool) -> None:
        self.folder = folder
        self.quick = quick
        self._programs = programs

    def find(self, name: str) -> str:
        """A program of the environment, else of the machine; empty where there is none."""
        own = self._programs / name
        return str(own) if own.exists() else shutil.which(name) or ""

    def make_corpus(self, count: int) -> tuple[Path, Path]:
        """A corpus of so many positions in YAML, and the positions alone as JSON Lines."""
        whole, bare = self.folder / f"{count}.yaml", self.folder / f"{count}.jsonl"
        if not whole.exists():
            run(self.find("python"), str(JOBS.parent / "made.py"), str(self.folder), str(count))
        return whole, bare

    def job(self, title: str, job: str, *given: object, size: int, label: str, ours: bool = False) -> Case:
        """A case that is timed inside its process."""
        argv = (self.find("python"), str(JOBS), job, *map(str, given))
        return Case(name=title, argv=argv, size=size, label=label, is_ours=ours, is_job=True)


def list_starts(at: Setting) -> Group:
    """Whole commands on the corpus that ships."""
    python, ours = at.find("python"), at.find("policycmp")
    cache = {"XDG_CACHE_HOME": str(at.folder / "cache")}
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


def list_loads(at: Setting) -> Group:
    """Corpora of several sizes."""
    cases = []
    for count in (1_000, 5_000) if at.quick else (1_000, 10_000, 100_000):
        whole, _ = at.make_corpus(count)
        size = {"size": count, "label": f"{count:,} positions"}
        cases += [
            at.job("yaml.load, CSafeLoader", "parse-yaml", whole, **size),
            at.job("policycmp, YAML", "load-yaml", whole, **size, ours=True),
            at.job("policycmp, YAML kept", "recall-yaml", whole, **size, ours=True),
            at.job("policycmp check, YAML", "check-yaml", whole, **size, ours=True),
        ]
    note = "In the process: read, checked and built, with the place of every record; the parsers only parse."
    return Group(title="Loading YAML", note=note, cases=tuple(cases), runs=3)


def list_lines(at: Setting) -> Group:
    """The same positions in JSON Lines."""
    cases = []
    for count in (1_000, 5_000) if at.quick else (1_000, 10_000, 100_000):
        whole, bare = at.make_corpus(count)
        size = {"size": count, "label": f"{count:,} positions"}
        cases += [
            at.job("json.loads a line", "parse-lines", bare, **size),
            at.job("policycmp, JSON Lines", "load-lines", whole, bare, **size, ours=True),
        ]
    note = "The same in JSON Lines, with the codebook known; the peak memory holds the codebook too."
    return Group(title="Loading JSON Lines", note=note, cases=tuple(cases), runs=3)


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


def list_agreements(at: Setting) -> Group:
    """Matrices of several shapes."""
    shapes = [(125, 1_000), (250, 1_000)] if at.quick else [(250, 1_000), (500, 1_000), (1_000, 1_000)]
    cases = []
    for actors, issues in shapes:
        cases += _list_agreement(at, actors, issues, size=actors)
        size = {"size": actors, "label": f"{actors:,} × {issues:,}"}
        for peer in ("SciPy pdist, nothing missing", "pandas", "polars", "DuckDB"):
            cases.append(at.job(peer, f"agree-{peer.split()[0].lower()}", actors, issues, **size))
    for actors, issues in [] if at.quick else [(200, 6_000), (5_000, 1_000)]:
        cases += _list_agreement(at, actors, issues, size=0)
    note = (
        "In the process: city-block agreement and shared issues of every pair, five levels, two in five "
        "missing. The reference is float32 products in NumPy on one thread. SciPy's pdist stands for R's "
        "dist. polars and DuckDB use all processors; pandas and polars join in blocks of issues, for memory."
    )
    return Group(title="Agreement", note=note, cases=tuple(cases), runs=1 if at.quick else 3)


def _list_agreement(at: Setting, actors: int, issues: int, *, size: int) -> Iterator[Case]:
    given = {"size": size, "label": f"{actors:,} × {issues:,}"}
    yield at.job("NumPy products", "agree-numpy", actors, issues, **given)
    yield at.job("policycmp agree", "agree", actors, issues, **given, ours=True)


def list_alignments(at: Setting) -> Group:
    """Label sets of several sizes."""
    cases = []
    for count in (125, 250) if at.quick else (250, 500, 1_000):
        size = {"size": count, "label": f"{count:,} × {count:,}"}
        cases += [
            at.job("RapidFuzz cdist WRatio", "align-rapidfuzz", count, **size),
            at.job("policycmp align", "align", count, **size, ours=True),
            at.job("recordlinkage", "align-recordlinkage", count, **size),
        ]
        if count <= 250:
            cases.append(at.job("difflib", "align-difflib", count, **size))
    note = "In the process: labels of two to six words; what is found, and how well, is in docs/alignment.md."
    return Group(title="Alignment", note=note, cases=tuple(cases), runs=3)


def list_verifications(at: Setting) -> Group:
    """Texts of several sizes."""
    cases = []
    for size in (1_250_000, 2_500_000) if at.quick else (1_250_000, 2_500_000, 5_000_000):
        given = {"size": size, "label": f"1,000 anchors, {size / 1e6:g} MB"}
        cases += [
            at.job("fold, then str.find", "fold-and-find", size, 1_000, **given),
            at.job("policycmp verify", "verify", size, 1_000, **given, ours=True),
            at.job("str.find alone", "find", size, 1_000, **given),
        ]
    note = (
        "In the process. The reference folds the text and looks once for each anchor's folded words, so "
        "folding counts for both; `str.find alone` has it done before, and for policycmp it still counts."
    )
    return Group(title="Evidence", note=note, cases=tuple(cases), runs=3)


def list_outputs(at: Setting) -> Group:
    """Tables of several sizes."""
    cases = []
    for rows in (2_500, 5_000) if at.quick else (5_000, 10_000, 20_000):
        size = {"size": rows, "label": f"{rows:,} rows"}
        cases.append(at.job("json.dumps", "dump", rows, **size))
        cases += [at.job(f"policycmp, {name}", "write", rows, name, **size, ours=True) for name in WRITTEN]
        if at.quick or rows <= 10_000:
            rich = at.job("Rich table", "draw-rich", rows, **size)
            cases.append(replace(rich, against="terminal"))
    note = (
        "In the process: ten columns, from report to text. `terminal` is the plain table for a pipe, "
        "`screen` the coloured one 120 columns wide."
    )
    return Group(title="Output", note=note, cases=tuple(cases), runs=3)


GROUPS = {
    "start": list_starts,
    "terminal": list_screens,
    "load": list_loads,
    "lines": list_lines,
    "sizes": list_sizes,
    "agree": list_agreements,
    "align": list_alignments,
    "verify": list_verifications,
    "output": list_outputs,
}
