"""Acceptances hold for rule, status and words, are told when they no longer do, and expire."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rtlint.errors import UsageError
from rtlint.model.assessment import Evidence, EvidenceRole, Status
from rtlint.model.document import Place
from rtlint.model.report import Acceptance, DocumentReport, Finding, Severity
from rtlint.review.accept import acceptance, added, apply, grouped, parse
from rtlint.review.fingerprint import fingerprint

TODAY = "2026-11-23"


def finding(quote: str = "Mother may attend.", status: Status | None = Status.PARTIAL) -> Finding:
    evidence = (Evidence(EvidenceRole.QUALIFIES, quote, 0, len(quote), Place(1, 1)),)
    mark = fingerprint("RT101", evidence, 0)
    return Finding("RT101", Severity.WARNING, status, "Said in part.", evidence, "", mark)


def document(*findings: Finding) -> DocumentReport:
    return DocumentReport("o.txt", "text/plain", "", None, True, (), findings, ())


def given_for(*findings: Finding, expires: str | None = None) -> Acceptance:
    return acceptance(findings, reason="Agreed.", by="N. O.", day="2026-05-03", expires=expires)


def test_an_accepted_finding_stays_and_is_marked() -> None:
    held = given_for(finding())
    judged = apply(document(finding()), [held], TODAY)
    assert judged.findings[0].accepted == held
    assert judged.notices == ()


def test_it_holds_wherever_the_words_move_to() -> None:
    moved = finding("MOTHER  may attend.")
    moved = replace(moved, evidence=(replace(moved.evidence[0], start=900, place=Place(9, 9)),))
    assert apply(document(moved), [given_for(finding())], TODAY).findings[0].accepted


@pytest.mark.parametrize(
    "other", [finding("Mother must not attend."), finding(status=Status.CONTRADICTED)]
)
def test_it_ends_when_words_or_status_change(other: Finding) -> None:
    judged = apply(document(other), [given_for(finding())], TODAY)
    assert judged.findings[0].accepted is None
    assert [notice.code for notice in judged.notices] == ["acceptance-unused"]
    assert "Mother may attend." in judged.notices[0].message


@pytest.mark.parametrize(
    ("expires", "holds"), [("2026-11-22", False), ("2026-11-23", True), (None, True)]
)
def test_it_holds_through_its_last_day(expires: str | None, *, holds: bool) -> None:
    judged = apply(document(finding()), [given_for(finding(), expires=expires)], TODAY)
    assert bool(judged.findings[0].accepted) is holds
    codes = [notice.code for notice in judged.notices]
    assert codes == ([] if holds else ["acceptance-expired"])


def test_it_covers_as_many_as_it_was_given_for() -> None:
    two = given_for(finding(), finding())
    three = apply(document(finding(), finding(), finding()), [two], TODAY)
    assert [bool(item.accepted) for item in three.findings] == [True, True, False]
    one = apply(document(finding()), [two], TODAY)
    assert "covers 2 findings, and only 1 are left" in one.notices[0].message


def test_a_document_that_was_not_read_says_nothing_of_acceptances() -> None:
    unread = replace(document(), error="damaged")
    assert apply(unread, [given_for(finding())], TODAY) == unread


@settings(deadline=None)
@given(st.text(), st.text(min_size=1), st.none() | st.just("2027-01-01"))
def test_what_is_written_is_read_back(quote: str, words: str, expires: str | None) -> None:
    made = Acceptance("RT1", None, "f", quote, f"x{words}", f"y{words}", TODAY, expires, 2)
    if any(0xD800 <= ord(char) <= 0xDFFF for char in quote + words):
        return
    text = added(added("", [made]), [made])
    assert parse(text, name="a.toml") == (made, made)


def test_what_somebody_wrote_into_the_file_is_kept() -> None:
    before = "# see the letter of 3 May\n" + added("", [given_for(finding())])
    after = added(before, [given_for(finding("other"))])
    assert after.startswith(before)
    assert len(tomllib.loads(after)["accepted"]) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("accepted = [", "no TOML file"),
        ("[other]", "a part 'other'"),
        ("[accepted]", "accepted"),
        ("[[accepted]]\nrule = 'RT1'", "no key"),
        ("{rule}\nwhy = 'x'", "unknown key 'why'"),
        ("{date}\ndate = 'May'", "a day like"),
        ("{date}\ndate = 2026-05-03T10:00:00", "a day like"),
        ("{status}\nstatus = 'fine'", "no status 'fine'"),
        ("{reason}\nreason = ' '", "reason must be words"),
        ("{count}\ncount = 0", "count must be"),
    ],
)
def test_a_wrong_file_is_refused_in_a_sentence(text: str, said: str) -> None:
    whole = {
        "rule": "rule = 'RT1'", "status": "status = 'met'", "fingerprint": "fingerprint = 'f'",
        "reason": "reason = 'r'", "by": "by = 'b'", "date": "date = 2026-05-03",
    }  # fmt: skip
    if text.startswith("{"):
        left_out, _, rest = text[1:].partition("}")
        kept = [line for key, line in whole.items() if key != left_out or left_out == "rule"]
        text = "\n".join(["[[accepted]]", *kept]) + rest
    with pytest.raises(UsageError, match=said):
        parse(text, name="a.toml")


def test_findings_are_grouped_by_their_words() -> None:
    groups = grouped([finding(), finding("other"), finding()])
    assert [len(group) for group in groups] == [2, 1]
