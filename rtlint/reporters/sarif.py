"""The report as SARIF 2.1.0 (OASIS), for viewers and stores of analysis results.

Every requirement is a result: ``fail`` with a finding, ``pass`` where it is met, ``open`` where it
cannot be decided, ``review`` where a person should look. What somebody accepted is suppressed.
"""

import json
import re
from collections.abc import Iterator

from rtlint.model.assessment import Evidence, Status
from rtlint.model.report import Acceptance, DocumentReport, Finding, Report, RuleSummary, Severity
from rtlint.reporters import wording
from rtlint.reporters.json_report import Json, JsonValue
from rtlint.reporters.judged import Judged, judged

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SAFE_IN_URI = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
_SEMANTIC = re.compile(r"\d+\.\d+\.\d+([-+.].*)?$")


def render_sarif(report: Report) -> str:
    """The report as one SARIF log with one run."""
    log: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, indent=2) + "\n"


def _run(report: Report) -> Json:
    rules = _rules(report)
    index = {rule.id: number for number, rule in enumerate(rules)}
    results: list[JsonValue] = [
        _result(item, document, number, index)
        for number, document in enumerate(report.documents)
        for item in judged(report, document)
    ]
    codes = sorted({notice.code for document in report.documents for notice in document.notices})
    driver: Json = {
        "name": "rtlint",
        "version": report.tool_version,
        "rules": [_rule(rule) for rule in rules],
        "notifications": [{"id": code} for code in (*codes, "not-read")],
        "properties": {
            "rulebookVersion": report.rulebook_version,
            "rulebookDigest": report.rulebook_digest,
            "model": report.model or None,
        },
    }
    if _SEMANTIC.match(report.tool_version):
        driver["semanticVersion"] = report.tool_version
    properties: Json = {"audience": report.audience.value, "notes": list(wording.closing(report))}
    if report.date:
        properties["date"] = report.date
    return {
        "tool": {"driver": driver},
        "invocations": [_invocation(report, codes)],
        "artifacts": [_artifact(document) for document in report.documents],
        "results": results,
        "columnKind": "unicodeCodePoints",
        "properties": properties,
    }


def _rules(report: Report) -> list[RuleSummary]:
    known = {rule.id: rule for rule in report.rules}
    for document in report.documents:
        for item in judged(report, document):
            known.setdefault(item.rule.id, item.rule)
    return list(known.values())


def _rule(rule: RuleSummary) -> Json:
    described: Json = {"id": rule.id}
    if rule.name:
        described["name"] = "".join(word.capitalize() for word in rule.name.split("-"))
    if rule.title:
        described["shortDescription"] = {"text": rule.title}
    if rule.why:
        described["fullDescription"] = {"text": rule.why}
        described["help"] = {"text": f"{rule.why} Source: {rule.source}."}
    return described


def _invocation(report: Report, codes: list[str]) -> Json:
    notes: list[JsonValue] = []
    for number, document in enumerate(report.documents):
        if document.error is not None or not document.complete:
            said = document.error or "A part of this document could not be read."
            notes.append(_notification("not-read", len(codes), said, "error", document, number))
        for notice in document.notices:
            page = "" if notice.page is None else f"p. {notice.page}: "
            said = f"{page}{notice.message}"
            at = codes.index(notice.code)
            notes.append(_notification(notice.code, at, said, "note", document, number))
    unread = any(document.error is not None for document in report.documents)
    return {"executionSuccessful": not unread, "toolExecutionNotifications": notes}


def _notification(
    code: str, at: int, message: str, level: str, document: DocumentReport, number: int
) -> Json:
    return {
        "descriptor": {"id": code, "index": at},
        "message": {"text": message},
        "level": level,
        "locations": [{"physicalLocation": {"artifactLocation": _location(document, number)}}],
    }


def _artifact(document: DocumentReport) -> Json:
    artifact: Json = {
        "location": {"uri": _uri(document.name)},
        "roles": ["analysisTarget"],
    }
    if document.media_type:
        artifact["mimeType"] = document.media_type
    if document.sha256 and document.error is None:
        artifact["hashes"] = {"sha-256": document.sha256}
    return artifact


def _result(item: Judged, document: DocumentReport, number: int, index: dict[str, int]) -> Json:
    finding = item.finding
    kind = _kind(item)
    said = f"{wording.label(item.status)}. {item.message or item.rule.title}".rstrip()
    result: Json = {
        "ruleId": item.rule.id,
        "ruleIndex": index[item.rule.id],
        "kind": kind,
        "level": _LEVELS[finding.severity] if finding and kind == "fail" else "none",
        "message": {"text": said},
        "locations": list(_locations(item, document, number)),
        "properties": _properties(item),
    }
    if finding:
        result["partialFingerprints"] = {"rtlintFinding/v1": finding.fingerprint}
        if finding.accepted:
            result["suppressions"] = [_suppression(finding.accepted)]
    return result


def _kind(item: Judged) -> str:
    if item.status is Status.UNDETERMINED:
        return "open"
    if item.finding:
        return "fail"
    if item.review:
        return "review"
    return "pass" if item.status is Status.MET else "informational"


def _suppression(acceptance: Acceptance) -> Json:
    properties: Json = {"by": acceptance.by, "date": acceptance.date, "expires": acceptance.expires}
    return {
        "kind": "external",
        "status": "accepted",
        "justification": acceptance.reason,
        "properties": properties,
    }


def _properties(item: Judged) -> Json:
    finding: Finding | None = item.finding
    role = item.assessment.role if item.assessment else None
    return {
        "status": item.status.value if item.status else None,
        "review": item.review,
        "severity": finding.severity.value if finding else None,
        "role": role.value if role else None,
        "suggestion": finding.suggestion if finding else "",
    }


def _locations(item: Judged, document: DocumentReport, number: int) -> Iterator[Json]:
    for evidence in item.evidence:
        yield {
            "physicalLocation": {
                "artifactLocation": _location(document, number),
                "region": _region(evidence, document),
            },
            "logicalLocations": [_logical(evidence)],
            "message": {"text": wording.quote_label(evidence, drafting=item.status is None)},
            "properties": {
                "page": evidence.place.page,
                "line": evidence.place.line,
                "paragraph": evidence.paragraph,
                "paragraphNumber": evidence.place.paragraph,
                "cue": evidence.cue,
                "boxes": [
                    [box.page, box.x0, box.top, box.x1, box.bottom] for box in evidence.place.boxes
                ],
            },
        }
    if not item.evidence:  # what is missing is missing from the whole
        yield {
            "physicalLocation": {
                "artifactLocation": _location(document, number),
                "region": {"charOffset": 0, "charLength": len(document.text)},
            }
        }


def _region(evidence: Evidence, document: DocumentReport) -> Json:
    """Lines count in a file of lines; else characters of the text that ``rtlint text`` prints."""
    snippet: Json = {"text": evidence.quote}
    line = evidence.place.line
    if document.pages is None and line:
        return {"startLine": line, "snippet": snippet}
    length = evidence.end - evidence.start
    return {"charOffset": evidence.start, "charLength": length, "snippet": snippet}


def _logical(evidence: Evidence) -> Json:
    where = wording.where(evidence).replace("\u00a0", " ")
    return {"fullyQualifiedName": where or "document", "kind": "paragraph"}


def _location(document: DocumentReport, number: int) -> Json:
    return {"uri": _uri(document.name), "index": number}


def _uri(name: str) -> str:
    """A file name as a relative reference; urllib, which would do it, is barred everywhere."""
    octets = name.encode("utf-8", "replace")
    return "".join(chr(byte) if byte in _SAFE_IN_URI else f"%{byte:02X}" for byte in octets)
