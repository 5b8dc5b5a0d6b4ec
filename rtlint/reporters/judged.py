"""Each requirement of a document with its finding, for reports of one entry per rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from rtlint.model.assessment import Assessment, Evidence, Status
from rtlint.model.report import DocumentReport, Finding, Report, RuleSummary


@dataclass(frozen=True, slots=True)
class Judged:
    """What was concluded of one rule: an assessment, a finding, or both."""

    rule: RuleSummary
    assessment: Assessment | None
    finding: Finding | None

    @property
    def status(self) -> Status | None:
        """The status; None for a drafting point."""
        judged = self.assessment or self.finding
        return judged.status if judged else None

    @property
    def review(self) -> bool:
        return any(part is not None and part.review for part in (self.assessment, self.finding))

    @property
    def message(self) -> str:
        if self.finding:
            return self.finding.message
        return self.assessment.reason if self.assessment else ""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        judged = self.finding or self.assessment
        return judged.evidence if judged else ()


def judged(report: Report, document: DocumentReport) -> Iterator[Judged]:
    """Every requirement in its order, then the findings that belong to none."""
    rules = {rule.id: rule for rule in report.rules}
    left = list(document.findings)
    for assessment in document.assessments if document.applicable else ():
        finding = next((item for item in left if item.rule == assessment.rule), None)
        if finding:
            left.remove(finding)
        yield Judged(_rule(rules, assessment.rule), assessment, finding)
    for finding in left:
        yield Judged(_rule(rules, finding.rule), None, finding)


def _rule(rules: dict[str, RuleSummary], ident: str) -> RuleSummary:
    return rules.get(ident, RuleSummary(ident, "", "", "", ""))
