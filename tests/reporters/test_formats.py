"""What holds for every format: nothing is left out, and the same report gives the same bytes."""

import copy

import pytest

from rtlint.model.report import Audience, Report
from rtlint.reporters import FORMATS
from rtlint.reporters.json_read import read_report
from rtlint.review.audience import for_audience
from tests.reporters.samples import RICH, RICH_REPORT
from tests.reporters.showing import shown

each_format = pytest.mark.parametrize("name", FORMATS)


@each_format
def test_every_finding_notice_and_acceptance_is_shown(everything: Report, name: str) -> None:
    text = shown(name, FORMATS[name].render(everything))
    expected = []
    for document in everything.documents:
        expected += [finding.message for finding in document.findings]
        expected += [notice.message for notice in document.notices]
        expected += [document.name, document.error or ""]
        for finding in document.findings:
            if finding.accepted:
                expected += [finding.accepted.by, finding.accepted.reason, finding.accepted.date]
    assert [words for words in expected if words not in text] == []


@each_format
def test_every_quotation_of_a_finding_is_shown(everything: Report, name: str) -> None:
    text = shown(name, FORMATS[name].render(everything))
    quotes = [e.quote for d in everything.documents for f in d.findings for e in f.evidence]
    assert [quote for quote in quotes if quote not in text] == []


@each_format
def test_a_report_for_self_help_suggests_no_wording(everything: Report, name: str) -> None:
    clauses = {f.suggestion for d in everything.documents for f in d.findings if f.suggestion}
    render = FORMATS[name].render
    before = shown(name, render(everything))
    after = shown(name, render(for_audience(everything, Audience.SELF_HELP)))
    assert len(clauses) == 3
    assert all(clause in before for clause in clauses)
    assert not any(clause in after for clause in clauses)
    if name not in ("json", "csv"):
        assert "self-help center" in after


@each_format
def test_the_same_report_gives_the_same_bytes(everything: Report, name: str) -> None:
    render = FORMATS[name].render
    assert render(everything) == render(copy.deepcopy(everything))


@each_format
def test_it_is_said_to_be_no_legal_advice(everything: Report, name: str) -> None:
    if name in ("json", "csv"):
        pytest.skip("rows and keys for programs, which show their own words")
    assert "not legal advice" in shown(name, FORMATS[name].render(everything))


@each_format
def test_the_rich_order_looks_as_it_did(name: str) -> None:
    """Remake them with ``make goldens`` (or ``python scripts/goldens.py --report``), and look."""
    report = read_report(RICH_REPORT.read_bytes(), name="report.json")
    golden = RICH / f"report{FORMATS[name].suffix}"
    assert FORMATS[name].render(report) == golden.read_bytes().decode()


def test_each_format_has_a_suffix_of_its_own() -> None:
    assert len({form.suffix for form in FORMATS.values()}) == len(FORMATS)
