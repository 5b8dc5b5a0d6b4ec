"""Copies of the user's own document with marks and notes on the evidence.

The document is given as bytes and is never touched; whoever calls writes the copy elsewhere.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rtlint.model.report import DocumentReport, Report
from rtlint.reporters.copies.docx import mark_docx, suggest_docx
from rtlint.reporters.copies.pdf import mark_pdf

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Mark = Callable[[Report, DocumentReport, bytes], bytes]


@dataclass(frozen=True, slots=True)
class Copy:
    """A way to mark a document of one media type."""

    name: str
    suffix: str
    media_type: str
    mark: Mark
    suggest: Mark | None = None  # the same, with what is missing as tracked insertions


COPIES = {
    copy.name: copy
    for copy in (
        Copy("pdf", ".pdf", "application/pdf", mark_pdf),
        Copy("docx", ".docx", WORD, mark_docx, suggest_docx),
    )
}
