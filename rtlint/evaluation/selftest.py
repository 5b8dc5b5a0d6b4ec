"""Runs the tests that every rule file carries: examples, traps and its own model clause."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rtlint.model.assessment import Evidence, EvidenceRole, Status
from rtlint.model.drafting import Outcome
from rtlint.model.report import DocumentReport
from rtlint.model.rule import Rule, Rulebook
from rtlint.review.suggest import fill

TextJudge = Callable[[str, str], DocumentReport]
"""Judges a text under a name."""

_JUDGED = ("requirement", "prohibition", "shares")


@dataclass(frozen=True, slots=True)
class RuleTest:
    """One test that a rule carries, and how it went; ``problem`` is "" when it passed."""

    rule: str
    kind: str  # "example", "trap" or "clause"
    text: str
    expected: Status | Outcome
    found: Status | Outcome | None
    problem: str = ""

    @property
    def passed(self) -> bool:
        return not self.problem


def run_rule_tests(rulebook: Rulebook, judge: TextJudge) -> list[RuleTest]:
    """Judge every example, trap and model clause of the rulebook's requirements, in order."""
    return [
        test
        for rule in rulebook.rules
        if rule.kind in _JUDGED or rule.drafting
        for test in _rule_tests(rule, judge)
    ]


def _rule_tests(rule: Rule, judge: TextJudge) -> Iterator[RuleTest]:
    for example in rule.examples:
        yield _test(rule, "example", example.text, example.status, judge, example.evidence)
    for trap in rule.traps:
        yield _test(rule, "trap", trap.text, trap.status, judge)
    for clause in dict.fromkeys([rule.clause, *(case.clause for case in rule.cases.values())]):
        if clause:
            expected = Outcome.CLEAN if rule.drafting else Status.MET
            yield _test(rule, "clause", fill(clause, ()), expected, judge)


def _test(
    rule: Rule,
    kind: str,
    text: str,
    expected: Status | Outcome,
    judge: TextJudge,
    evidence: tuple[str, ...] = (),
) -> RuleTest:
    report = judge(text, f"{rule.id}.txt")
    found, quoted = _raised(rule, report) if rule.drafting else _status(rule, report)
    problem = ""
    if found is None and kind == "clause" and rule.drafting:
        found = Outcome.CLEAN  # a clause that only forbids orders nothing by itself
    if found is None:
        problem = "it was not judged"
    elif found is not expected:
        problem = f"it is judged {found.value}, not {expected.value}"
    elif unquoted := [words for words in evidence if not _quoted(quoted, words)]:
        problem = f'the evidence does not quote "{unquoted[0]}"'
    return RuleTest(rule.id, kind, text, expected, found, problem)


def _status(rule: Rule, report: DocumentReport) -> tuple[Status | None, tuple[Evidence, ...]]:
    found = next((a for a in report.assessments if a.rule == rule.id), None)
    return (found.status, found.evidence) if found else (None, ())


def _raised(rule: Rule, report: DocumentReport) -> tuple[Outcome | None, tuple[Evidence, ...]]:
    if not report.applicable:
        return None, ()
    findings = [finding for finding in report.findings if finding.rule == rule.id]
    quoted = tuple(evidence for finding in findings for evidence in finding.evidence)
    return (Outcome.RAISED if findings else Outcome.CLEAN), quoted


def _quoted(evidence: tuple[Evidence, ...], words: str) -> bool:
    """Whether the marked words stand in the quotations."""
    wanted = " ".join(words.split())
    return any(
        wanted in " ".join(e.quote.split()) for e in evidence if e.role is not EvidenceRole.NEAREST
    )
