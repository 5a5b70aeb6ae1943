"""All fault codes: E stops every command but `check`, W only deserves a second look."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from policycmp.corpusfile.codes.evidence import EVIDENCE_CODES
from policycmp.corpusfile.codes.files import FILE_CODES
from policycmp.corpusfile.codes.records import RECORD_CODES
from policycmp.corpusfile.codes.values import VALUE_CODES
from policycmp.corpusfile.codes.warnings import DOUBT_CODES
from policycmp.errors import UsageError

if TYPE_CHECKING:
    from policycmp.corpusfile.codes.code import Code

CODES: tuple[Code, ...] = (*FILE_CODES, *VALUE_CODES, *RECORD_CODES, *DOUBT_CODES)
"""Each code that reading a corpus may lead to, once, in order."""

CODE_BY_NAME = {code.code: code for code in (*CODES, *EVIDENCE_CODES)}


def explain_code(name: str) -> Code:
    """The code of that name, in any case; UsageError with the nearest for one that is not."""
    if (code := CODE_BY_NAME.get(name.strip().upper())) is not None:
        return code
    near = difflib.get_close_matches(name.strip().upper(), CODE_BY_NAME, n=3, cutoff=0.5)
    hint = f"near are {', '.join(near)}" if near else f"codes run from {CODES[0].code} to {CODES[-1].code}"
    raise UsageError(f"there is no fault code {name!r}", hint)
