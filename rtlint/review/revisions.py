"""What tracked changes decide: statuses that differ before and after them.

A redline is judged as if it were accepted; whoever gets it must know which verdicts rest on that.
"""

from collections.abc import Iterable

from rtlint.model.assessment import Assessment, Status
from rtlint.model.report import Finding, Severity
from rtlint.review.fingerprint import fingerprint

_WORSE = (Status.MET, Status.PARTIAL, Status.UNDETERMINED, Status.MISSING, Status.CONTRADICTED)


def decided_by_changes(
    accepted: Iterable[Assessment], rejected: Iterable[Assessment]
) -> tuple[Finding, ...]:
    """A finding for each rule whose status the changes alter, a warning where for the worse."""
    before = {assessment.rule: assessment.status for assessment in rejected}
    return tuple(
        _finding(assessment, before[assessment.rule])
        for assessment in accepted
        if before.get(assessment.rule, assessment.status) is not assessment.status
    )


def _finding(assessment: Assessment, before: Status) -> Finding:
    now = assessment.status
    worse = _WORSE.index(now) > _WORSE.index(before)
    return Finding(
        assessment.rule,
        Severity.WARNING if worse else Severity.INFO,
        now,
        f"Tracked changes decide this: {now.value} if they are accepted, {before.value} without.",
        assessment.evidence,
        "",
        fingerprint(assessment.rule, assessment.evidence, 1),
    )
