"""Runs the tests that every rule file carries: examples, traps and its own model clause."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rtlint.model.assessment import Assessment, EvidenceRole, Status
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
    expected: Status
    found: Status | None
    problem: str = ""

    @property
    def passed(self) -> bool:
        return not self.problem


def run_rule_tests(rulebook: Rulebook, judge: TextJudge) -> list[RuleTest]:
    """Judge every example, trap and model clause of the rulebook's requirements, in order."""
    return [
        test for rule in rulebook.rules if rule.kind in _JUDGED for test in _rule_tests(rule, judge)
    ]


def _rule_tests(rule: Rule, judge: TextJudge) -> Iterator[RuleTest]:
    for example in rule.examples:
        yield _test(rule, "example", example.text, example.status, judge, example.evidence)
    for trap in rule.traps:
        yield _test(rule, "trap", trap.text, trap.status, judge)
    if rule.clause:
        yield _test(rule, "clause", fill(rule.clause, ()), Status.MET, judge)


def _test(
    rule: Rule,
    kind: str,
    text: str,
    expected: Status,
    judge: TextJudge,
    evidence: tuple[str, ...] = (),
) -> RuleTest:
    report = judge(text, f"{rule.id}.txt")
    found = next((a for a in report.assessments if a.rule == rule.id), None)
    if found is None:
        return RuleTest(rule.id, kind, text, expected, None, "it was not judged")
    problem = ""
    if found.status is not expected:
        problem = f"it is judged {found.status.value}, not {expected.value}"
    elif unquoted := [words for words in evidence if not _quoted(found, words)]:
        problem = f'the evidence does not quote "{unquoted[0]}"'
    return RuleTest(rule.id, kind, text, expected, found.status, problem)


def _quoted(assessment: Assessment, words: str) -> bool:
    """Whether the marked words stand in the quotations, or hold one that does the deciding."""
    wanted = " ".join(words.split())
    quotes = [e.quote for e in assessment.evidence if e.role is not EvidenceRole.NEAREST]
    return any(wanted in quote for quote in quotes)
