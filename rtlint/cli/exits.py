"""The exit codes, and which of them a report earns.

The worst wins, and a document that nobody could read is worse than one with
errors: silence on it must not look like approval.
"""

from rtlint.model.report import Report, Severity

CLEAN = 0
FINDINGS = 1
UNUSABLE = 2
UNREADABLE = 3

NEVER = "never"
THRESHOLDS = (*(severity.value for severity in reversed(Severity)), NEVER)

EXPLAINED = """\b
Exit codes: 0 nothing as grave as --fail-on, 1 findings, 2 wrong usage or settings,
3 a document could not be read or judged wholly.
"""


def exit_code(report: Report, fail_on: str) -> int:
    """The exit code for a report, where ``fail_on`` is a severity (inclusive) or ``never``.

    What somebody accepted counts no more.
    """
    if any(document.error is not None or not document.complete for document in report.documents):
        return UNREADABLE
    if fail_on == NEVER:
        return CLEAN
    threshold = Severity(fail_on).rank
    found = (finding for document in report.documents for finding in document.findings)
    grave = (f for f in found if f.severity.rank >= threshold and not f.accepted)
    return FINDINGS if any(grave) else CLEAN
