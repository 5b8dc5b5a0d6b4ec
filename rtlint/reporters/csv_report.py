"""The report as CSV: one row for each document and requirement, for a spreadsheet.

Drafting points, notices and documents that could not be read have rows of their own kind. A cell
that a spreadsheet would take for a formula gets an apostrophe before it; the byte order mark tells
Excel that it is UTF-8.
"""

import csv
import io
from collections.abc import Iterator

from rtlint.model.report import DocumentReport, Report
from rtlint.reporters import wording
from rtlint.reporters.judged import Judged, judged
from rtlint.reporters.layout import NO_BREAK, showable

COLUMNS = (
    "document", "sha256", "kind", "rule", "title", "status", "check_yourself", "severity",
    "message", "where", "quotes", "suggested_wording", "accepted", "fingerprint", "rules_version",
    "date",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BYTE_ORDER_MARK = "\ufeff"

Row = dict[str, str]


def render_csv(report: Report) -> str:
    """The report as comma-separated values with a header, as RFC 4180 has it."""
    file = io.StringIO()
    file.write(_BYTE_ORDER_MARK)
    writer = csv.DictWriter(file, COLUMNS, restval="")
    writer.writeheader()
    for document in report.documents:
        common = {
            "document": document.name,
            "sha256": document.sha256,
            "rules_version": report.rulebook_version,
            "date": report.date,
        }
        for row in _rows(report, document):
            writer.writerow({key: _cell(value) for key, value in {**common, **row}.items()})
    return file.getvalue()


def _rows(report: Report, document: DocumentReport) -> Iterator[Row]:
    if document.error is not None:
        yield {"kind": "not read", "message": document.error}
        return
    for item in judged(report, document):
        yield _row(item)
    if not document.complete:
        yield {"kind": "notice", "message": "The document was not read wholly."}
    for notice in document.notices:
        place = "" if notice.page is None else f"p. {notice.page}"
        message = f"{notice.message} [{notice.code}]"
        yield {"kind": "notice", "message": message, "where": place}


def _row(item: Judged) -> Row:
    finding = item.finding
    row = {
        "kind": "requirement" if item.assessment else "finding",
        "rule": item.rule.id,
        "title": item.rule.title,
        "status": item.status.value if item.status else "",
        "check_yourself": "yes" if item.review else "",
        "message": item.message,
        "where": "; ".join(dict.fromkeys(filter(None, map(wording.where, item.evidence)))),
        "quotes": "\n".join(evidence.quote for evidence in item.evidence),
    }
    if finding:
        row["severity"] = finding.severity.value
        row["suggested_wording"] = finding.suggestion
        row["fingerprint"] = finding.fingerprint
        row["accepted"] = wording.accepted(finding.accepted) if finding.accepted else ""
    return row


def _cell(value: str) -> str:
    shown = "\n".join(map(showable, value.split("\n"))).replace(NO_BREAK, " ")
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
