"""On what two actors part, as a report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policycmp.model.differences import Contrast
from policycmp.model.report import Column, Entry, Report, Role, Section, Table
from policycmp.tabulate.parts.position_lines import enter_told, record_cell
from policycmp.tabulate.parts.provenance import describe_ground, describe_ground_briefly, record_ground
from policycmp.tabulate.parts.stances import explain_signs
from policycmp.tabulate.parts.terms import UNWEIGHTED, flatten_records, record_context, write_value
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.corpus import Corpus
    from policycmp.model.differences import Difference
    from policycmp.model.filters import Filters
    from policycmp.model.matrix import Matrix
    from policycmp.model.report import Json

GAP = (
    "Gap: |a − b| / 2, the distance as a share of the scale, 0 to 1. Missing: where one side is silent "
    "there is no gap. Weights: none."
)
GAP_NAME = "|a-b|/2"
_TITLES = {
    Contrast.OPPOSED: "Opposite sides",
    Contrast.APART: "Not the same, but no opposite sides",
    Contrast.ALIKE: "The same",
    Contrast.FIRST_ONLY: "Only {first}",
    Contrast.SECOND_ONLY: "Only {second}",
}


def tabulate_differences(
    corpus: Corpus, filters: Filters, matrix: Matrix, differences: Sequence[Difference], *, detail: bool
) -> Report:
    """One row an issue, widest gap first; with `detail` every position with its summary and source."""
    first, second = matrix.columns[:2]
    names = {"first": first.short, "second": second.short}
    sections = tuple(
        Section(title=title.format(**names), rows=rows)
        for contrast, title in _TITLES.items()
        if (rows := tuple(_enter(corpus, d, detail=detail) for d in differences if d.contrast is contrast))
    )
    shared = sum(difference.gap is not None for difference in differences)
    records = [_record(corpus, filters, matrix, d) | {"shared": shared} for d in differences]
    cells = [(corpus.scale_of(d.issue.id), cell) for d in differences for cell in (d.first, d.second)]
    return Report(
        name="diff",
        title=f"{first.title} and {second.title}",
        tables=(
            Table(
                columns=(
                    Column(name="issue", title="Issue", role=Role.KEY),
                    Column(name=first.id, title=first.short, role=Role.PROSE if detail else Role.VALUE),
                    Column(name=second.id, title=second.short, role=Role.PROSE if detail else Role.VALUE),
                    Column(name="gap", title="Gap", role=Role.NUMBER),
                ),
                sections=sections,
                section_column="contrast",
                unit="actors",
            ),
        ),
        flat=flatten_records(records, ("issue", "contrast", "gap")),
        records=records,
        legend=explain_signs(cells),
        notes=(_count_contrasts(differences),),
        brief=describe_ground_briefly(corpus, filters, matrix),
        provenance=f"{GAP} {describe_ground(corpus, filters, matrix)}",
        about={
            "gap": GAP_NAME,
            **UNWEIGHTED,
            **record_ground(corpus, filters, matrix),
        },
    )


def _enter(corpus: Corpus, difference: Difference, *, detail: bool) -> tuple[Entry, ...]:
    issue = difference.issue
    return (
        Entry(text=issue.title, value=issue.id),
        enter_told(corpus, issue.id, difference.first, detail=detail),
        enter_told(corpus, issue.id, difference.second, detail=detail),
        Entry(text=write_value(difference.gap), value=difference.gap),
    )


def _count_contrasts(differences: Sequence[Difference]) -> str:
    found = Counter(difference.contrast for difference in differences)
    shared = sum(found[contrast] for contrast in (Contrast.OPPOSED, Contrast.APART, Contrast.ALIKE))
    return (
        f"{count(shared, 'shared issue')}: {found[Contrast.OPPOSED]} on opposite sides, "
        f"{found[Contrast.APART]} apart, {found[Contrast.ALIKE]} alike. On "
        f"{count(found[Contrast.FIRST_ONLY] + found[Contrast.SECOND_ONLY], 'issue')} only one of them speaks."
    )


def _record(corpus: Corpus, filters: Filters, matrix: Matrix, difference: Difference) -> dict[str, Json]:
    return {
        "issue": difference.issue.id,
        "contrast": difference.contrast.value,
        "gap": difference.gap,
        "first": matrix.columns[0].id,
        "second": matrix.columns[1].id,
        **record_cell("first", difference.first),
        **record_cell("second", difference.second),
        "metric": GAP_NAME,
        **UNWEIGHTED,
        **record_context(corpus, filters, ground=matrix),
    }
