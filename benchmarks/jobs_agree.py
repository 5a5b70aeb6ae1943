"""City-block agreement of every pair of actors, two in five judgements missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import made

if TYPE_CHECKING:
    from collections.abc import Callable

BLOCK = 50
"""Issues that are joined at a time where all of them together do not fit into memory."""


def agree(actors: str, issues: str) -> Callable[[], object]:
    """policycmp, from profiles to every pair's number."""
    from policycmp.measure.agreement import measure_agreement, set_terms
    from policycmp.measure.metric import METRICS
    from policycmp.model.agreement import Profiles
    from policycmp.model.choices import Rule
    from policycmp.model.filters import Selection
    from policycmp.model.matrix import Heading

    codes = made.make_codes(int(actors), int(issues))
    profiles = Profiles(
        actors=tuple(Heading(id=f"a{n}", title=f"A{n}", short=f"A{n}") for n in range(int(actors))),
        issues=tuple(Heading(id=f"i{n}", title=f"I{n}", short=f"I{n}") for n in range(int(issues))),
        placements=tuple(tuple(None if c is None else c / 2 - 1 for c in row) for row in codes),
        statements=tuple(tuple(() if c is None else (c / 2 - 1,) for c in row) for row in codes),
        weights=(1.0,) * int(issues),
        rule=Rule.MEAN,
        selection=Selection(positions=()),
    )
    metric = METRICS.load("city-block")
    return partial(measure_agreement, profiles, metric, set_terms(metric, profiles))


def make_array(actors: str, issues: str) -> Any:  # noqa: ANN401  NumPy is imported by the jobs alone
    """The codes as a NumPy array, −1 for missing."""
    import numpy as np

    codes = made.make_codes(int(actors), int(issues))
    return np.array([[-1 if c is None else c for c in row] for row in codes], dtype=np.int8)


def multiply(actors: str, issues: str) -> Callable[[], object]:
    """The same by products of float32 matrices, from the same rows of numbers and None."""
    import numpy as np

    rows = made.make_codes(int(actors), int(issues))

    def measure() -> object:
        codes = np.array(rows, dtype=np.float32)
        mask = ~np.isnan(codes)
        return _multiply(np.where(mask, codes, -1), mask)

    return measure


def multiply_array(actors: str, issues: str) -> Callable[[], object]:
    """The products alone, the codes being an array already."""
    codes = make_array(actors, issues)
    return lambda: _multiply(codes, codes >= 0)


def _multiply(codes: Any, known: Any) -> object:  # noqa: ANN401
    """Agreement and shared issues by one product a level and one of the masks, BLAS on one thread."""
    import numpy as np

    mask = known.astype(np.float32)
    total = np.zeros((len(codes), len(codes)), dtype=np.float32)
    for level in range(1, 5):
        plane = np.where(codes >= level, np.float32(1), np.float32(-1)) * mask
        total += plane @ plane.T
    shared = mask @ mask.T
    return 0.5 + total / (8 * np.maximum(shared, 1)), shared


def measure_distances(actors: str, issues: str) -> Callable[[], object]:
    """SciPy's `pdist`, which knows no missing values: the missing are filled, so the answer is another."""
    from scipy.spatial.distance import pdist

    return partial(pdist, make_array(actors, issues).astype(float), "cityblock")


def join_pandas(actors: str, issues: str) -> Callable[[], object]:
    """A self-join in pandas, in blocks of issues."""
    import pandas as pd

    table = pd.DataFrame(list_rows(actors, issues), columns=["actor", "issue", "code"])

    def measure() -> object:
        parts = []
        for _, block in table.groupby(table["issue"] // BLOCK):
            joined = block.merge(block, on="issue")
            joined = joined[joined["actor_x"] < joined["actor_y"]]
            gaps = (joined["code_x"] - joined["code_y"]).abs()
            parts.append(gaps.groupby([joined["actor_x"], joined["actor_y"]]).agg(["sum", "count"]))
        return pd.concat(parts).groupby(level=[0, 1]).sum()

    return measure


def join_polars(actors: str, issues: str) -> Callable[[], object]:
    """A self-join in polars, in blocks of issues."""
    import polars as pl

    columns = ["actor", "issue", "code"]
    types = [pl.Int32, pl.Int32, pl.Int32]
    table = pl.DataFrame(
        list_rows(actors, issues), schema=dict(zip(columns, types, strict=True)), orient="row"
    )

    def measure() -> object:
        parts = [
            block.lazy()
            .join(block.lazy(), on="issue")
            .filter(pl.col("actor") < pl.col("actor_right"))
            .group_by("actor", "actor_right")
            .agg((pl.col("code") - pl.col("code_right")).abs().sum().alias("sum"), pl.len().alias("count"))
            .collect()
            for _, block in table.group_by(pl.col("issue") // (4 * BLOCK))
        ]
        return (
            pl.concat(parts).group_by("actor", "actor_right").agg(pl.col("sum").sum(), pl.col("count").sum())
        )

    return measure


def join_duckdb(actors: str, issues: str) -> Callable[[], object]:
    """A self-join in DuckDB."""
    import duckdb
    import pandas as pd

    table = pd.DataFrame(list_rows(actors, issues), columns=["actor", "issue", "code"])
    connection = duckdb.connect()
    connection.register("frame", table)
    connection.execute("create table judgement as select * from frame")
    query = (
        "select a.actor, b.actor, sum(abs(a.code - b.code)), count(*) from judgement a "
        "join judgement b using (issue) where a.actor < b.actor group by 1, 2"
    )
    return lambda: connection.execute(query).fetchnumpy()


def list_rows(actors: str, issues: str) -> list[tuple[int, int, int]]:
    """One row a judgement."""
    codes = made.make_codes(int(actors), int(issues))
    return [(a, i, c) for a, row in enumerate(codes) for i, c in enumerate(row) if c is not None]


JOBS = {
    "agree": agree,
    "agree-numpy": multiply,
    "agree-array": multiply_array,
    "agree-scipy": measure_distances,
    "agree-pandas": join_pandas,
    "agree-polars": join_polars,
    "agree-duckdb": join_duckdb,
}
