"""How two drafts differ, as JSON; docs/json.md describes it."""

import json

from rtlint.model.assessment import Assessment
from rtlint.model.comparison import Change, Comparison, Direction
from rtlint.model.report import DocumentReport
from rtlint.reporters.json_report import Json, evidence_as_json, finding_as_json, notice_as_json

COMPARISON_VERSION = "1.0"


def render_json(comparison: Comparison) -> str:
    """The comparison as one JSON object; the same comparison gives the same bytes."""
    rules = {rule.id: rule for rule in comparison.rules}
    value: Json = {
        "comparison_version": COMPARISON_VERSION,
        "tool": {"name": "rtlint", "version": comparison.tool_version},
        "date": comparison.date or None,
        "same_rules": comparison.same_rules,
        "old": _document(comparison.old),
        "new": _document(comparison.new),
        "requirements": [_change(change) for change in comparison.changes],
        "raised": [finding_as_json(f, rules.get(f.rule)) for f in comparison.raised],
        "resolved": [finding_as_json(f, rules.get(f.rule)) for f in comparison.resolved],
        "summary": {item.value: len(comparison.of(item)) for item in Direction},
    }
    return json.dumps(value, indent=2) + "\n"


def _document(document: DocumentReport) -> Json:
    return {
        "name": document.name,
        "sha256": document.sha256,
        "applicable": document.applicable,
        "complete": document.complete,
        "error": document.error,
        "notices": [notice_as_json(notice) for notice in document.notices],
    }


def _change(change: Change) -> Json:
    return {
        "id": change.rule,
        "direction": change.direction.value,
        "before": _side(change.before),
        "after": _side(change.after),
        "message": change.finding.message if change.finding else "",
        "suggestion": change.finding.suggestion if change.finding else "",
    }


def _side(assessment: Assessment | None) -> Json | None:
    if assessment is None:
        return None
    return {
        "status": assessment.status.value,
        "review": assessment.review,
        "evidence": [evidence_as_json(item) for item in assessment.evidence],
    }
