"""From clauses to a status: coverage, conflict, exceptions, and words out of reach."""

import pytest

from rtlint import api
from rtlint.model.assessment import Assessment, EvidenceRole, Status
from rtlint.rulebook import load_rules

RULEBOOK = load_rules()
BOTH = "Mother and Father shall attend reunification therapy with Dr. Ruth Maddox."


def judged(text: str, rule: str, *, model: bool = False) -> Assessment:
    report = api.audit_text(text, name="order.txt", rules=RULEBOOK, model=model)
    return next(a for a in report.assessments if a.rule == rule)


def test_twins_far_apart_bind_both() -> None:
    text = (
        "1. Mother shall attend reunification therapy.\n\n2. The therapist shall bill monthly.\n\n"
        "3. Father shall attend reunification therapy."
    )
    found = judged(text, "RT101")
    assert found.status is Status.MET
    assert {e.paragraph for e in found.evidence} == {"1", "3"}


def test_one_parent_bound_is_partial() -> None:
    assert judged("Father shall attend reunification therapy.", "RT101").status is Status.PARTIAL


def test_weak_words_are_partial() -> None:
    text = "Both parents should attend reunification therapy."
    assert judged(text, "RT101").status is Status.PARTIAL


def test_a_denial_elsewhere_contradicts_and_both_clauses_are_shown() -> None:
    text = f"1. {BOTH}\n\n2. Mother shall not be required to attend reunification therapy."
    found = judged(text, "RT101")
    assert found.status is Status.CONTRADICTED
    roles = {e.role for e in found.evidence}
    assert {EvidenceRole.CONTRADICTS, EvidenceRole.SUPPORTS} <= roles


@pytest.mark.parametrize(
    ("exception", "status"),
    [
        ("unless the therapist excuses a parent", Status.MET),
        ("unless Mother objects", Status.CONTRADICTED),
        ("except Mother", Status.CONTRADICTED),
    ],
)
def test_who_may_make_an_exception_decides_its_effect(exception: str, status: Status) -> None:
    text = f"Both parents shall attend reunification therapy {exception}."
    assert judged(text, "RT101").status is status
    assert judged(text, "RT101", model=True).status is status


@pytest.mark.parametrize(
    "text",
    [
        (
            "WHEREAS, both parents shall attend reunification therapy; NOW THEREFORE IT IS ORDERED "
            "that the reunification therapist shall bill monthly."
        ),
        (
            "The Court finds that both parents attended reunification therapy. "
            "The therapist may bill monthly."
        ),
        (
            "☐ Both parents shall attend reunification therapy.\n\n"
            "☒ The reunification therapist shall bill monthly."
        ),
    ],
    ids=["recital", "finding", "unchecked"],
)
def test_words_that_order_nothing_provide_nothing(text: str) -> None:
    assert judged(text, "RT101").status is Status.MISSING


def test_what_is_missing_shows_the_nearest_words() -> None:
    text = f"{BOTH} The parties shall pay their own costs of school."
    found = judged(text, "RT106")
    assert found.status is Status.MISSING
    assert all(e.role is EvidenceRole.NEAREST for e in found.evidence)


def test_an_exhibit_that_is_not_attached_leaves_it_undetermined() -> None:
    text = (
        "1. The parties shall begin reunification therapy.\n\n2. The terms of the reunification "
        "therapy are set out in Exhibit A, which is attached and incorporated herein."
    )
    found = judged(text, "RT301")
    assert found.status is Status.UNDETERMINED
    assert found.evidence[0].role is EvidenceRole.DECIDES


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (
            (
                "The remaining terms of the therapy are those of Dr. Ruiz's Terms of Engagement, "
                "incorporated here as Schedule B."
            ),
            Status.UNDETERMINED,
        ),
        (
            (
                "Paragraph 4(b) is deleted; in its stead the parties shall attend reunification "
                "therapy with Dr. Ruiz. Except as so amended the Judgment remains in full force."
            ),
            Status.UNDETERMINED,
        ),
        ("Wednesday dinners under the Judgment are unchanged.", Status.MISSING),
    ],
)
def test_what_may_stand_in_a_paper_that_is_not_here(words: str, status: Status) -> None:
    text = (
        f"IT IS ORDERED:\n\n1. Reunification therapy is ordered with Dana Ruiz, Ph.D.\n\n2. {words}"
    )
    assert judged(text, "RT207").status is status


def test_a_bar_beside_a_clause_that_gives_the_role_is_contradicted() -> None:
    text = (
        "The reunification therapist shall make no recommendation on custody or parenting time.\n\n"
        "The reunification therapist shall decide when parenting time resumes."
    )
    assert judged(text, "RT602").status is Status.CONTRADICTED
    assert judged(text, "RT603").status is Status.CONTRADICTED


def test_the_reach_of_a_release_is_missing_without_a_release() -> None:
    assert judged(BOTH, "RT303").status is Status.MISSING


def test_a_paper_without_the_therapy_is_not_applicable() -> None:
    text = "The parties shall attend a parent education class. Father shall pay child support."
    report = api.audit_text(text, name="order.txt", rules=RULEBOOK)
    assert not report.applicable
    assert [finding.rule for finding in report.findings] == ["RT001"]


def test_every_quotation_is_the_document_s_own_words() -> None:
    text = (
        f"1. {BOTH}\n\n2. The parties shall:\n\n"
        "(a) sign all releases the therapist requests;\n\n(b) bring the child."
    )
    document = api.read_bytes(text.encode(), name="order.txt")
    report = api.audit_document(document, RULEBOOK)
    quotes = [e for a in report.assessments for e in a.evidence]
    assert quotes
    assert all(document.text[e.start : e.end] == e.quote for e in quotes)
