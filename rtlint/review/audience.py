"""A report for people without a lawyer: the same judgement, without wording to put into an order.

To draft for somebody is to practise law; to say what a paper holds is not.
"""

from dataclasses import replace

from rtlint.model.report import Audience, DocumentReport, Report


def for_audience(report: Report, audience: Audience) -> Report:
    """The report for this audience; what is left out cannot be put back."""
    if audience is Audience.ATTORNEY:
        return report
    documents = tuple(map(_without_clauses, report.documents))
    return replace(report, documents=documents, audience=audience)


def _without_clauses(document: DocumentReport) -> DocumentReport:
    findings = tuple(replace(finding, suggestion="") for finding in document.findings)
    return replace(document, findings=findings)
