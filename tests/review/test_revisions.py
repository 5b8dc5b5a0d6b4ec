"""A redline: what its tracked changes decide is told."""

from rtlint.api import audit_document, load_rules
from rtlint.model.assessment import Assessment, Status
from rtlint.model.report import Severity
from rtlint.review.revisions import decided_by_changes
from tests.read.word import gone, ins, p, r, reading


def test_only_what_differs_is_told_and_a_change_for_the_worse_is_a_warning() -> None:
    accepted = [Assessment("A", Status.MET), Assessment("B", Status.MISSING)]
    rejected = [Assessment("A", Status.PARTIAL), Assessment("B", Status.PARTIAL)]
    found = decided_by_changes([*accepted, Assessment("C", Status.MET)], rejected)
    assert [(f.rule, f.severity, f.status) for f in found] == [
        ("A", Severity.INFO, Status.MET),
        ("B", Severity.WARNING, Status.MISSING),
    ]
    assert found[1].message.endswith("missing if they are accepted, partial without.")


def test_a_redline_is_judged_as_accepted_and_both_ways_are_compared() -> None:
    document = reading(
        p(r("IT IS ORDERED:")),
        p(r("1. Mother and Father shall participate in reunification therapy with Dr. Ana Wu.")),
        p(
            r("2. The parents "),
            gone("shall"),
            ins(r("may")),
            r(" sign all releases of information that Dr. Wu requests."),
        ),
    )
    report = audit_document(document, load_rules(), model=False)
    statuses = {each.rule: each.status for each in report.assessments}
    assert (statuses["RT101"], statuses["RT301"]) == (Status.MET, Status.PARTIAL)
    told = [f.rule for f in report.findings if f.message.startswith("Tracked changes decide")]
    assert "RT301" in told
    assert "RT101" not in told
