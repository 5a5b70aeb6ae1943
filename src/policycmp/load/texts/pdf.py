"""The text of a PDF, page by page. Needs pypdf, the extra `pdf`."""

from __future__ import annotations

import io
import logging

from policycmp.errors import UnreadableError, UsageError


def read_pdf(name: str, data: bytes) -> str:
    """The text of the pages, with form feeds between them.

    Raises UsageError where pypdf is not installed, UnreadableError where the file cannot be read
    or holds no text.
    """
    try:
        import pypdf
    except ImportError:
        raise UsageError(
            f"{name}: reading PDF needs pypdf", "install it with: pip install 'policycmp[pdf]'"
        ) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    # A damaged file ends in exceptions of every kind, and recursion too deep is one of them.
    except Exception as error:
        raise UnreadableError(f"{name}: this PDF cannot be read ({error})", "check it in a viewer") from None
    text = "\f".join(page.replace("\f", " ") for page in pages)
    if not text.strip():
        raise UnreadableError(f"{name}: this PDF holds no text", "a scan has to be read by OCR first")
    return text
