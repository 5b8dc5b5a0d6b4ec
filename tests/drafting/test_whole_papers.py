"""A well-drafted paper raises nothing; and what no text can hold: marks, pages, a filing date."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rtlint import api
from rtlint.model.document import Change, ChangeKind, Mark, MarkKind
from rtlint.model.report import DocumentReport
from rtlint.model.rule import Rulebook

CLEAN = (Path(__file__).parent / "clean_judgment.txt").read_text("utf-8")
ORDER = (
    "1. Dana Ruiz, Ph.D., is appointed reunification therapist. Both parties and the child shall "
    "attend reunification therapy with Dr. Ruiz, beginning within ten days.\n\n"
    "2. Both parties shall sign all releases that Dr. Ruiz requests.\n\n"
    "3. Each party shall pay half of the cost."
)
WORDS = [
    "Both parties shall sign all releases",
    "that Dr. Ruiz requests",
    "Each party shall pay half",
    "beginning within ten days",
    "of the cost",
    "Both parties and the child",
    "is appointed reunification therapist",
    "attend reunification therapy",
    "Dana Ruiz, Ph.D.",
    "releases",
]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return api.load_rules()


def drafting(rulebook: Rulebook, report: DocumentReport) -> list[str]:
    rules = {rule.id for rule in rulebook.rules if rule.drafting}
    return [finding.rule for finding in report.findings if finding.rule in rules]


@pytest.mark.parametrize("model", [False, True], ids=["frames", "both readers"])
def test_a_long_well_drafted_judgment_raises_nothing(rulebook: Rulebook, model: bool) -> None:
    report = api.audit_text(CLEAN, name="judgment.txt", rules=rulebook, model=model)
    assert report.applicable
    assert len(CLEAN.split()) > 800
    assert drafting(rulebook, report) == []


def test_headings_that_name_parts_change_nothing(rulebook: Rulebook) -> None:
    text = CLEAN.replace("\nLEGAL CUSTODY", "\nPART ONE: LEGAL CUSTODY")
    text = text.replace("\nREUNIFICATION THERAPY\n", "\nPART TWO: REUNIFICATION THERAPY\n")
    text = text.replace("\nSUPPORT AND", "\nPART THREE: SUPPORT AND")
    report = api.audit_text(text, name="judgment.txt", rules=rulebook, model=False)
    assert drafting(rulebook, report) == []


def test_one_wrong_share_in_it_is_found(rulebook: Rulebook) -> None:
    wrong = CLEAN.replace("Father sixty percent (60%)", "Father fifty percent (50%)")
    report = api.audit_text(wrong, name="judgment.txt", rules=rulebook, model=False)
    found = [finding for finding in report.findings if finding.rule == "RT902"]
    assert [finding.message for finding in found] == [
        "The shares of this cost come to 90%, not to the whole."
    ]
    assert found[0].evidence[0].paragraph == "18"


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("kind", [MarkKind.HIDDEN, MarkKind.STRUCK, MarkKind.DELETED])
def test_marked_words_are_found_and_a_comment_is_not(
    rulebook: Rulebook, words: str, kind: MarkKind
) -> None:
    document = api.read_bytes(ORDER.encode(), name="order.txt")
    at = document.text.index(words)

    def raised(mark: MarkKind) -> list[str]:
        marked = replace(document, marks=(Mark(at, at + len(words), mark),))
        report = api.audit_document(marked, rulebook, model=False)
        return [e.quote for f in report.findings if f.rule == "RT911" for e in f.evidence]

    assert raised(kind) == [words]
    assert raised(MarkKind.COMMENT) == []


@pytest.mark.parametrize(
    "struck",
    [
        "[struck: Either parent may end the therapy.]",
        "[DELETED, initialed A.B.: Either parent may end the therapy.]",
        "~~Either parent may end the therapy.~~",
    ],
)
def test_a_typed_copy_may_show_what_is_struck(rulebook: Rulebook, struck: str) -> None:
    report = api.audit_text(f"{ORDER}\n\n{struck}\n", name="o.txt", rules=rulebook, model=False)
    assert [e.quote for f in report.findings if f.rule == "RT911" for e in f.evidence] == [struck]
    plain = struck.replace("struck", "note").replace("DELETED", "Note").replace("~", "")
    kept = api.audit_text(f"{ORDER}\n\n{plain}\n", name="o.txt", rules=rulebook, model=False)
    assert "RT911" not in drafting(rulebook, kept)


def test_deletions_still_tracked_are_told_with_their_words(rulebook: Rulebook) -> None:
    document = api.read_bytes(ORDER.encode(), name="order.txt")
    at = document.text.index("therapy")
    change = Change(ChangeKind.DELETED, at, at, "Either parent may end it.")
    report = api.audit_document(replace(document, changes=(change,)), rulebook, model=False)
    (finding,) = [f for f in report.findings if f.rule == "RT911"]
    assert '"Either parent may end it."' in finding.message


def test_parts_that_could_not_be_read_are_told(rulebook: Rulebook) -> None:
    document = api.read_bytes(ORDER.encode(), name="order.txt")
    report = api.audit_document(replace(document, unread_parts=True), rulebook, model=False)
    assert "RT912" in drafting(rulebook, report)
    assert "RT912" not in drafting(rulebook, api.audit_document(document, rulebook, model=False))
    text = f"{ORDER}\n\n[Page 3 of 5: scanned image; no text could be read on this page]\n"
    typed = api.audit_text(text, name="o.txt", rules=rulebook, model=False)
    assert "RT912" in drafting(rulebook, typed)


@pytest.mark.parametrize("pages", [(n,) for n in range(1, 10)] + [(2, 3)])
def test_pages_without_text_are_named(rulebook: Rulebook, pages: tuple[int, ...]) -> None:
    document = api.read_bytes(ORDER.encode(), name="order.txt")
    scanned = replace(document, pages=9, unread_pages=pages)
    report = api.audit_document(scanned, rulebook, model=False)
    (finding,) = [f for f in report.findings if f.rule == "RT912"]
    assert ", ".join(map(str, pages)) in finding.message
    whole = api.audit_document(replace(document, pages=9), rulebook, model=False)
    assert "RT912" not in drafting(rulebook, whole)


def test_a_day_before_the_filing_is_found_only_when_the_filing_is_known(rulebook: Rulebook) -> None:
    text = ORDER.replace("within ten days", "by March 2, 2026")

    def messages(filed: date | None) -> list[str]:
        report = api.audit_text(text, name="o.txt", rules=rulebook, model=False, filed=filed)
        return [f.message for f in report.findings if f.rule == "RT902"]

    assert messages(None) == []
    assert messages(date(2026, 3, 1)) == []
    assert messages(date(2026, 3, 9)) == [
        "Something is set for March 2, 2026, a day before the paper is filed (2026-03-09)."
    ]


def test_two_remarks_with_the_same_words_have_their_own_fingerprints(rulebook: Rulebook) -> None:
    text = ORDER.replace("Each party shall pay half", "Each party shall pay $[AMOUNT]")
    report = api.audit_text(
        f"{text}\n\n4. Each party shall pay $[AMOUNT] of the cost.",
        name="o.txt",
        rules=rulebook,
        model=False,
    )
    prints = [finding.fingerprint for finding in report.findings if finding.rule == "RT901"]
    assert len(prints) == len(set(prints)) == 2
