"""All fault codes: E stops every command but `check`, W only deserves a second look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.codes.e100_files import FILE_CODES
from policycmp.corpusfile.codes.e200_values import VALUE_CODES
from policycmp.corpusfile.codes.e300_records import RECORD_CODES
from policycmp.corpusfile.codes.w400_warnings import DOUBT_CODES
from policycmp.corpusfile.codes.w500_evidence import EVIDENCE_CODES
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
    from policycmp.text.suggest import describe_choice

    raise UsageError(*describe_choice("fault code", name, CODE_BY_NAME))
