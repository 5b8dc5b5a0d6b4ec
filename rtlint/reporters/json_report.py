"""The report as JSON, the contract for integrations: ``report.schema.json`` describes it.

Nothing but ASCII is written, so that the bytes survive any terminal, shell or
mail gateway; offsets count code points of the text that ``rtlint text`` prints.
"""

import json
from importlib.resources import files

from rtlint.model.assessment import Assessment, Evidence
from rtlint.model.document import Notice
from rtlint.model.report import (
    Acceptance,
    DocumentReport,
    Finding,
    Report,
    RoleLine,
    RuleSummary,
    Severity,
)

SCHEMA_VERSION = "1.0"

Json = dict[str, "JsonValue"]
JsonValue = str | int | float | bool | None | list["JsonValue"] | Json


def render_json(report: Report) -> str:
    """The report as one JSON object; the same report gives the same bytes."""
    return json.dumps(as_json(report), indent=2) + "\n"


def schema() -> str:
    """The JSON Schema (2020-12) of what ``render_json`` writes."""
    return files("rtlint.reporters").joinpath("report.schema.json").read_text(encoding="utf-8")


def as_json(report: Report) -> Json:
    """The report as plain dictionaries and lists, in the order in which they are written."""
    rules = {rule.id: rule for rule in report.rules}
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {
            "name": "rtlint",
            "version": report.tool_version,
            "model": report.model or None,
        },
        "rulebook": {
            "version": report.rulebook_version,
            "digest": report.rulebook_digest,
            "rules": [_rule(rule) for rule in report.rules],
        },
        "audience": report.audience.value,
        "date": report.date or None,
        "documents": [_document(document, rules) for document in report.documents],
        "summary": _summary(report),
    }


def _rule(rule: RuleSummary) -> Json:
    return {
        "id": rule.id,
        "name": rule.name,
        "title": rule.title,
        "why": rule.why,
        "source": rule.source,
    }


def _document(document: DocumentReport, rules: dict[str, RuleSummary]) -> Json:
    judged = document.assessments if document.applicable else ()
    return {
        "name": document.name,
        "media_type": document.media_type,
        "sha256": document.sha256,
        "pages": document.pages,
        "applicable": document.applicable,
        "complete": document.complete,
        "error": document.error,
        "roles": [_role(line) for line in document.roles],
        "requirements": [_requirement(item) for item in judged],
        "findings": [finding_as_json(item, rules.get(item.rule)) for item in document.findings],
        "notices": [notice_as_json(notice) for notice in document.notices],
        "text": document.text,
        "page_starts": [list(start) for start in document.page_starts],
    }


def _role(line: RoleLine) -> Json:
    return {"role": line.role, "names": list(line.names), "source": line.source}


def _requirement(assessment: Assessment) -> Json:
    return {
        "id": assessment.rule,
        "status": assessment.status.value,
        "review": assessment.review,
        "role": assessment.role.value if assessment.role else None,
        "reason": assessment.reason,
        "evidence": [evidence_as_json(item) for item in assessment.evidence],
    }


def finding_as_json(finding: Finding, rule: RuleSummary | None) -> Json:
    """A finding, with what its rule says of itself."""
    return {
        "id": finding.rule,
        "severity": finding.severity.value,
        "status": finding.status.value if finding.status else None,
        "review": finding.review,
        "message": finding.message,
        "evidence": [evidence_as_json(item) for item in finding.evidence],
        "suggestion": finding.suggestion,
        "why": rule.why if rule else "",
        "source": rule.source if rule else "",
        "fingerprint": finding.fingerprint,
        "accepted": _acceptance(finding.accepted) if finding.accepted else None,
    }


def _acceptance(acceptance: Acceptance) -> Json:
    return {
        "by": acceptance.by,
        "date": acceptance.date,
        "reason": acceptance.reason,
        "expires": acceptance.expires,
        "count": acceptance.count,
        "quote": acceptance.quote,
    }


def evidence_as_json(evidence: Evidence) -> Json:
    """A quotation and its place."""
    return {
        "role": evidence.role.value,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "page": evidence.place.page,
        "line": evidence.place.line,
        "paragraph": evidence.paragraph,
        "paragraph_number": evidence.place.paragraph,
        "cue": evidence.cue,
        "boxes": [
            [box.page, *(round(edge, 2) for edge in (box.x0, box.top, box.x1, box.bottom))]
            for box in evidence.place.boxes
        ],
    }


def notice_as_json(notice: Notice) -> Json:
    """What to know of how a document was read."""
    return {"code": notice.code, "message": notice.message, "page": notice.page}


def _summary(report: Report) -> Json:
    findings = [finding for document in report.documents for finding in document.findings]
    found = [finding.severity for finding in findings if not finding.accepted]
    return {
        "errors": found.count(Severity.ERROR),
        "warnings": found.count(Severity.WARNING),
        "info": found.count(Severity.INFO),
        "accepted": sum(finding.accepted is not None for finding in findings),
        "documents": len(report.documents),
        "not_read": sum(document.error is not None for document in report.documents),
    }
