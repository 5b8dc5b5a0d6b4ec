"""Copies of the user's own document with marks and notes on the evidence.

The document is given as bytes and is never touched; whoever calls writes the copy elsewhere.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rtlint.model.report import DocumentReport, Report
from rtlint.reporters.copies.pdf import mark_pdf


@dataclass(frozen=True, slots=True)
class Copy:
    """A way to mark a document of one media type."""

    name: str
    suffix: str
    media_type: str
    mark: Callable[[Report, DocumentReport, bytes], bytes]


COPIES = {copy.name: copy for copy in (Copy("pdf", ".pdf", "application/pdf", mark_pdf),)}
