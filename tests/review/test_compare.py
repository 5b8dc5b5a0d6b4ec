"""Two drafts compared: what got better, worse, other words, or cannot be told."""

from dataclasses import replace

import pytest

from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, Status
from rtlint.model.comparison import Direction
from rtlint.model.document import Place
from rtlint.model.report import DocumentReport, Finding, Report, Severity
from rtlint.review.compare import compare


def evidence(quote: str, role: EvidenceRole = EvidenceRole.SUPPORTS) -> tuple[Evidence, ...]:
    return (Evidence(role, quote, 0, len(quote), Place(1, 1)),)


def report(*assessments: Assessment, findings: tuple[Finding, ...] = ()) -> Report:
    document = DocumentReport("o.txt", "text/plain", "", None, True, assessments, findings, ())
    return Report("1", "1", "d", (), (document,))


def judged(status: Status, quote: str = "Both shall attend.") -> Assessment:
    return Assessment("RT101", status, evidence(quote))


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        (Status.MET, Status.PARTIAL, Direction.WORSE),
        (Status.PARTIAL, Status.MISSING, Direction.WORSE),
        (Status.MISSING, Status.CONTRADICTED, Direction.WORSE),
        (Status.CONTRADICTED, Status.MISSING, Direction.BETTER),
        (Status.MISSING, Status.MET, Direction.BETTER),
        (Status.MET, Status.UNDETERMINED, Direction.UNCLEAR),
        (Status.UNDETERMINED, Status.MET, Direction.UNCLEAR),
        (Status.MET, Status.MET, Direction.SAME),
    ],
)
def test_directions(before: Status, after: Status, direction: Direction) -> None:
    comparison = compare(report(judged(before)), report(judged(after)))
    assert comparison.changes[0].direction is direction
    assert comparison.worse is (direction is Direction.WORSE)


def test_the_same_status_on_other_words_is_told() -> None:
    old, new = judged(Status.MET), judged(Status.MET, "Each parent shall attend.")
    assert compare(report(old), report(new)).changes[0].direction is Direction.REWORDED


@pytest.mark.parametrize("quote", ["BOTH  shall attend", "Both shall\u00a0attend;"])
def test_case_spaces_and_stops_are_no_other_words(quote: str) -> None:
    comparison = compare(report(judged(Status.MET)), report(judged(Status.MET, quote)))
    assert comparison.changes[0].direction is Direction.SAME


def test_the_nearest_words_to_something_missing_decide_nothing() -> None:
    old = Assessment("RT101", Status.MISSING, evidence("one", EvidenceRole.NEAREST))
    new = Assessment("RT101", Status.MISSING, evidence("two", EvidenceRole.NEAREST))
    assert compare(report(old), report(new)).changes[0].direction is Direction.SAME


def test_a_rule_judged_in_one_document_only_cannot_be_told() -> None:
    change = compare(report(), report(judged(Status.MET))).changes[0]
    assert (change.direction, change.before) == (Direction.UNCLEAR, None)


def test_drafting_points_are_matched_by_their_words_and_number() -> None:
    def blank(mark: str) -> Finding:
        return Finding("RT901", Severity.WARNING, None, "A blank.", (), "", mark)

    comparison = compare(
        report(findings=(blank("a"), blank("a"), blank("b"))),
        report(findings=(blank("a"), blank("c"))),
    )
    assert [finding.fingerprint for finding in comparison.raised] == ["c"]
    assert [finding.fingerprint for finding in comparison.resolved] == ["a", "b"]
    assert comparison.worse


def test_what_does_not_apply_has_no_requirements() -> None:
    old = report(judged(Status.MET))
    (document,) = old.documents
    lease = replace(old, documents=(replace(document, applicable=False),))
    assert compare(old, lease).changes[0].after is None


def test_other_rules_are_told() -> None:
    old = report(judged(Status.MET))
    assert compare(old, old).same_rules
    assert not compare(old, replace(old, rulebook_digest="other")).same_rules
