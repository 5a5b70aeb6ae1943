"""Single stages, timed inside a process."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from setting import Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from setting import Setting
    from timing import Case

WRITTEN = ("csv", "tsv", "json", "jsonl", "markdown", "html", "terminal", "screen")


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
        "missing. The reference is float32 products in NumPy on one thread, from the same rows of numbers "
        "and None; `alone` has them as an array already. SciPy's pdist stands for R's "
        "dist. polars and DuckDB use all processors; pandas and polars join in blocks of issues, for memory."
    )
    return Group(title="Agreement", note=note, cases=tuple(cases), runs=1 if at.quick else 3)


def _list_agreement(at: Setting, actors: int, issues: int, *, size: int) -> Iterator[Case]:
    given = {"size": size, "label": f"{actors:,} × {issues:,}"}
    yield at.job("NumPy products, from the same rows", "agree-numpy", actors, issues, **given)
    yield at.job("policycmp agree", "agree", actors, issues, **given, ours=True)
    yield at.job("NumPy products alone", "agree-array", actors, issues, **given)


def list_measures(at: Setting) -> Group:
    """Camps of several sizes, links between issues, and coders."""
    cases = []
    for actors in (100, 200) if at.quick else (250, 500, 1_000, 2_000):
        size = {"size": actors, "label": f"{actors:,} actors"}
        cases += [
            at.job("SciPy linkage, the tree alone", "camps-scipy", actors, **size),
            at.job("policycmp camps", "camps", actors, **size, ours=True),
        ]
    for issues in (125, 250) if at.quick else (250, 500, 1_000):
        size = {"size": issues, "label": f"{issues:,} issues"}
        cases += [
            at.job("pandas corr", "links-pandas", 2 * issues, issues, **size),
            at.job("policycmp issues", "links", 2 * issues, issues, **size, ours=True),
        ]
    for coders in (25, 50) if at.quick else (50, 200, 888):
        size = {"size": coders, "label": f"{coders:,} coders"}
        cases += [
            at.job("krippendorff, one alpha", "rate-krippendorff", coders, **size),
            at.job("policycmp reliability, nine coefficients", "rate", coders, **size, ours=True),
        ]
    note = (
        "In the process. Camps: the tree of so many actors and the best of all its cuts; the reference grows "
        "the tree alone. Issues: the correlation of every two over twice as many actors, two in five "
        "judgements missing. Coders: six units, a thousand resamples."
    )
    return Group(title="Camps, links, coders", note=note, cases=tuple(cases), runs=1 if at.quick else 3)


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
