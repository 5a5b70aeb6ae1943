"""The columns of a table of actors by issues, held against the issues that are declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.table_header import find_field
from policycmp.text.shorten import quote_value

if TYPE_CHECKING:
    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.reader import Row
    from policycmp.load.codebook_builder import Codebook


def check_columns(codebook: Codebook, row: Row, findings: Findings) -> None:
    """Take out of the row the columns that are no issues, each with a fault.

    Beside issues that are declared, a column that is none of them is no issue; without any, all are
    but those that are slips of a field.
    """
    known = {name for name in row.values if codebook.knows("issues", name)}
    strict = bool(known or codebook.list_declared("issues"))
    for name in [name for name in row.values if name not in known]:
        field = find_field(name)
        if not (strict or field):
            continue
        del row.values[name]
        near = field or codebook.find_near("issues", name)
        what = "there is no field or issue" if strict else "there is no field"
        ask = f"did you mean {near!r}? Else " if near else ""
        remedy = f"{ask}delete the column, or declare an issue of that name in a corpus file beside this one"
        findings.add("E201", row.marks[name], f"{what} {quote_value(name)}", remedy)
