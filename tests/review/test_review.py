"""What follows the judgement: findings, their fingerprints and the clause to write instead."""

from rtlint import api
from rtlint.model.report import RoleLine, Severity
from rtlint.review.suggest import fill
from rtlint.rulebook import load_rules

RULEBOOK = load_rules()
TEXT = "Father shall attend reunification therapy with Dr. Ruth Maddox."


def findings(text: str) -> dict[str, str]:
    report = api.audit_text(text, name="order.txt", rules=RULEBOOK)
    return {finding.rule: finding.fingerprint for finding in report.findings}


def test_a_fingerprint_outlives_a_new_paragraph_before_it() -> None:
    before = findings(TEXT)["RT101"]
    after = findings(f"The therapist shall bill monthly.\n\n{TEXT}")["RT101"]
    assert before == after


def test_a_fingerprint_changes_with_the_quoted_words() -> None:
    other = TEXT.replace("attend", "faithfully attend")
    assert findings(TEXT)["RT101"] != findings(other)["RT101"]


def test_findings_come_gravest_first() -> None:
    report = api.audit_text(TEXT, name="order.txt", rules=RULEBOOK)
    ranks = [finding.severity.rank for finding in report.findings]
    assert ranks == sorted(ranks, reverse=True)
    assert report.findings[0].severity is Severity.ERROR


def test_the_suggested_clause_names_the_therapist_of_the_document() -> None:
    report = api.audit_text(TEXT, name="order.txt", rules=RULEBOOK)
    suggestions = " ".join(finding.suggestion for finding in report.findings)
    assert "Dr. Ruth Maddox" in suggestions
    assert "{" not in suggestions


def test_a_placeholder_without_a_name_falls_back_to_its_words() -> None:
    clause = "{therapist|The therapist} may speak with {mother|Mother}'s counsel."
    assert fill(clause, ()) == "The therapist may speak with Mother's counsel."
    named = fill(clause, (RoleLine("mother", ("Dana Reyes",), "caption"),))
    assert named == "The therapist may speak with Dana Reyes's counsel."
