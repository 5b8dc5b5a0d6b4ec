"""The words in which the text reporters speak of statuses, places and numbers.

A status always has its word; colour only repeats it.
"""

from collections import Counter
from collections.abc import Iterable

from rtlint.model.assessment import Evidence, EvidenceRole, GivenRole, Status
from rtlint.model.report import Acceptance, Audience, DocumentReport, Finding, Report, Severity
from rtlint.reporters.layout import NO_BREAK

DISCLAIMER = (
    "rtlint is a drafting aid, not legal advice: it compares wording with fixed rules and what a "
    "small model has learned of such wording, and can be wrong in both directions."
)
SELF_HELP = (
    "This report suggests no wording; a lawyer or the court's self-help center can help with it."
)
REVIEW = "CHECK THIS ONE YOURSELF"
QUOTE_LIMIT = 700

# Gravest first; the order in which findings of one severity are shown.
GRAVITY: tuple[Status | None, ...] = (
    Status.CONTRADICTED,
    Status.MISSING,
    Status.PARTIAL,
    Status.UNDETERMINED,
    None,
    Status.MET,
)

_QUOTE_LABELS = {
    EvidenceRole.SUPPORTS: "Quote (provides it)",
    EvidenceRole.CONTRADICTS: "Quote (against it)",
    EvidenceRole.QUALIFIES: "Quote (limits it)",
    EvidenceRole.DECIDES: "Quote (decides it)",
    EvidenceRole.NEAREST: "Nearest words found",
}
_GIVEN_ROLES = {
    GivenRole.ADVISORY: "advisory (the therapist recommends, the court decides)",
    GivenRole.DECISION: "decision (the therapist decides)",
}


def label(status: Status | None) -> str:
    """The word a finding opens with; a drafting check has no status."""
    return "DRAFTING" if status is None else status.value.upper()


def quote_label(evidence: Evidence, *, drafting: bool) -> str:
    """What stands before a quotation."""
    return "Quote" if drafting else _QUOTE_LABELS[evidence.role]


def accepted(acceptance: Acceptance) -> str:
    """Who decided to leave a finding as it is, when, why and for how long."""
    until = f", holds until {acceptance.expires}" if acceptance.expires else ""
    return f"Accepted by {acceptance.by} on {acceptance.date}{until}: {acceptance.reason}"


def closing(report: Report) -> tuple[str, ...]:
    """The sentences that every report for people ends with."""
    plain_help = (SELF_HELP,) if report.audience is Audience.SELF_HELP else ()
    return (*plain_help, DISCLAIMER)


def given_role(role: GivenRole) -> str:
    """What the custody role a clause gives the therapist comes to."""
    return _GIVEN_ROLES[role]


def where(evidence: Evidence) -> str:
    """The place of a quotation as a lawyer cites it: ``p. 2, l. 7, ¶ 4(b)``."""
    parts = (
        ("p.", evidence.place.page),
        ("l.", evidence.place.line),
        ("paragraph no.", evidence.place.paragraph),
        ("¶", evidence.paragraph.removeprefix("¶") or None),
    )
    return ", ".join(f"{sign}{NO_BREAK}{value}" for sign, value in parts if value is not None)


def number(count: int, noun: str) -> str:
    """``1 page``, ``2 pages``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def counts(document: DocumentReport) -> str:
    """One sentence that says how many requirements have which status."""
    tally = Counter(item.status for item in document.assessments)
    shown = (Status.CONTRADICTED, Status.MISSING, Status.PARTIAL, Status.UNDETERMINED, Status.MET)
    parts = [f"{tally[status]} {status.value}" for status in shown if tally[status]]
    drafting = sum(finding.status is None for finding in document.findings)
    sentence = number(len(document.assessments), "requirement")
    if parts:
        sentence += f": {', '.join(parts)}"
    if drafting:
        sentence += f"; {number(drafting, 'drafting point')}"
    if left := sum(finding.accepted is not None for finding in document.findings):
        sentence += f"; {left} accepted"
    to_check = len(rules_to_check(document))
    return f"{sentence}; {to_check} to check yourself." if to_check else f"{sentence}."


def rules_to_check(document: DocumentReport) -> set[str]:
    """The rules whose reading is unsure, so that a person should look."""
    unsure = {item.rule for item in document.assessments if item.review}
    return unsure | {item.rule for item in document.findings if item.review}


def totals(documents: Iterable[DocumentReport]) -> str:
    """One sentence over all documents of a run."""
    documents = tuple(documents)
    findings = [finding for document in documents for finding in document.findings]
    severities = Counter(finding.severity for finding in findings if not finding.accepted)
    sentence = (
        f"{number(len(documents), 'document')}: {number(severities[Severity.ERROR], 'error')}, "
        f"{number(severities[Severity.WARNING], 'warning')}, {severities[Severity.INFO]} info"
    )
    if left := sum(finding.accepted is not None for finding in findings):
        sentence += f", {left} accepted"
    unread = sum(document.error is not None for document in documents)
    return f"{sentence}; {unread} could not be read." if unread else f"{sentence}."


def gravity(finding: Finding) -> tuple[bool, int, int, str]:
    """Sort key that puts the gravest finding first, and what is accepted last."""
    accepted = finding.accepted is not None
    return accepted, -finding.severity.rank, GRAVITY.index(finding.status), finding.rule


def shortened(quote: str, cue: str) -> str:
    """``quote``, cut around its deciding words where it would fill half a screen."""
    if len(quote) <= QUOTE_LIMIT:
        return quote
    at = max(quote.find(cue), 0) if cue else 0
    start = max(min(at - QUOTE_LIMIT // 2, len(quote) - QUOTE_LIMIT), 0)
    end = start + QUOTE_LIMIT
    return ("[...] " if start else "") + quote[start:end] + (" [...]" if end < len(quote) else "")
