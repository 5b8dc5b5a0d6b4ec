"""Assessments → findings: what the drafter should mend, how grave it is, what to write instead."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rtlint.model.assessment import Assessment, Status
from rtlint.model.drafting import Remark
from rtlint.model.report import Finding, RoleLine, RuleSummary, Severity
from rtlint.model.rule import Rule, Rulebook
from rtlint.review.fingerprint import fingerprint
from rtlint.review.suggest import fill

_DEFAULT = {
    Status.MISSING: Severity.WARNING,
    Status.PARTIAL: Severity.WARNING,
    Status.CONTRADICTED: Severity.ERROR,
    Status.UNDETERMINED: Severity.WARNING,
}
_WORDS = {
    Status.MISSING: "The order says nothing of this.",
    Status.PARTIAL: "The order provides this only in part, or in words that do not bind.",
    Status.CONTRADICTED: "The order provides the opposite, or takes back what it grants.",
    Status.UNDETERMINED: "The words that would decide this are out of reach.",
}


def grade(
    rulebook: Rulebook,
    assessments: Iterable[Assessment],
    remarks: Iterable[Remark],
    roles: Sequence[RoleLine],
) -> tuple[Finding, ...]:
    """A finding for every assessment that is not met and for every remark, gravest first."""
    found: list[Finding] = []
    for assessment in assessments:
        rule = rulebook.rule(assessment.rule)
        if rule is not None and assessment.status is not Status.MET:
            found.append(_finding(rule, assessment, roles))
    found += _remarked(rulebook, remarks, roles)
    return tuple(sorted(found, key=lambda f: (-f.severity.rank, f.rule)))


def _finding(rule: Rule, assessment: Assessment, roles: Sequence[RoleLine]) -> Finding:
    status = assessment.status
    return Finding(
        rule.id,
        rule.severity.get(status, _DEFAULT[status]),
        status,
        assessment.reason or rule.messages.get(status, _WORDS[status]),
        assessment.evidence,
        fill(rule.clause, roles),
        fingerprint(rule.id, assessment.evidence, 0),
        assessment.review,
    )


def _remarked(
    rulebook: Rulebook, remarks: Iterable[Remark], roles: Sequence[RoleLine]
) -> list[Finding]:
    """A finding for every remark, in the order of the document."""
    found = []
    occurrences: Counter[str] = Counter()
    for remark in remarks:
        rule = rulebook.rule(remark.rule)
        if rule is None:
            continue
        case = rule.cases[remark.case]
        first = fingerprint(rule.id, remark.evidence, 0)
        found.append(
            Finding(
                rule.id,
                case.severity,
                None,
                case.message.format_map(remark.facts),
                remark.evidence,
                fill(case.clause or rule.clause, roles),
                fingerprint(rule.id, remark.evidence, occurrences[first]),
                remark.review,
            )
        )
        occurrences[first] += 1
    return found


def not_applicable(rulebook: Rulebook) -> tuple[Finding, ...]:
    """The single finding of a document that holds nothing to judge."""
    rule = next((rule for rule in rulebook.rules if rule.kind == "topic"), None)
    if rule is None:
        return ()
    severity = rule.severity.get(Status.MISSING, Severity.ERROR)
    message = rule.messages.get(Status.MISSING, _WORDS[Status.MISSING])
    return (
        Finding(rule.id, severity, None, message, (), rule.clause, fingerprint(rule.id, (), 0)),
    )


def summaries(rulebook: Rulebook) -> tuple[RuleSummary, ...]:
    """What a report carries of each rule."""
    return tuple(RuleSummary(r.id, r.name, r.title, r.why, r.source) for r in rulebook.rules)
