"""Reports made of the samples."""

from dataclasses import replace

import pytest

from rtlint.model.document import Notice
from rtlint.model.report import DocumentReport, Finding, Report, RoleLine, Severity
from rtlint.reporters.json_read import read_report
from tests.reporters.samples import ACCEPTANCE, ASSESSMENTS, FINDINGS, RICH_REPORT, RULES


@pytest.fixture
def rich() -> Report:
    """The judgement of the rich order."""
    return read_report(RICH_REPORT.read_bytes(), name="report.json")


@pytest.fixture
def document() -> DocumentReport:
    return DocumentReport(
        name="order.pdf",
        media_type="application/pdf",
        sha256="ab" * 32,
        pages=4,
        applicable=True,
        assessments=ASSESSMENTS,
        findings=FINDINGS,
        notices=(Notice("therapist-not-found", "No therapist is named."),),
        roles=(RoleLine("mother", ("Dana Reyes", "Petitioner"), "caption"),),
    )


@pytest.fixture
def report(document: DocumentReport) -> Report:
    return Report("1.0.0", "2026.11", "sha256:" + "cd" * 32, RULES, (document,))


@pytest.fixture
def mixed(report: Report, document: DocumentReport) -> Report:
    """Four documents: one whole, one with an unread page, one of another subject, one damaged."""
    scanned = replace(
        document,
        name="scanned.pdf",
        findings=FINDINGS[1:2],
        assessments=ASSESSMENTS[1:3],
        complete=False,
        notices=(Notice("page-without-text", "This page is a picture; run OCR on it.", 3),),
    )
    lease = replace(
        document,
        name="lease.txt",
        pages=None,
        applicable=False,
        assessments=(),
        findings=(
            Finding("RT001", Severity.ERROR, None, "No clause orders therapy.", (), "", "f6"),
        ),
        notices=(),
    )
    damaged = DocumentReport(
        "damaged.pdf", "", "", None, False, (), (), (), error="The file is damaged; save it again."
    )
    return replace(report, documents=(document, scanned, lease, damaged))


@pytest.fixture
def everything(mixed: Report) -> Report:
    """The four documents, with an accepted finding and a text."""
    first, *others = mixed.documents
    findings = [
        replace(finding, accepted=ACCEPTANCE) if finding.rule == ACCEPTANCE.rule else finding
        for finding in first.findings
    ]
    text = "x" * 700
    for judged in (first.assessments, findings):
        for quoted in (part for item in judged for part in item.evidence):
            text = text[: quoted.start] + quoted.quote + text[quoted.end :]
    first = replace(first, findings=tuple(findings), text=text, page_starts=((1, 0), (2, 300)))
    return replace(mixed, documents=(first, *others), date="2026-11-23")
