"""The same order in every form is judged alike, and a bad file costs itself only."""

from pathlib import Path

import pytest

from rtlint.api import audit, audit_document, load_rules
from rtlint.read import Limits, read_bytes, scans
from scripts.make_papers import papers

PAPERS = papers()
RULES = load_rules()


def statuses(name: str) -> dict[str, str]:
    document = read_bytes(PAPERS[name], name=name)
    report = audit_document(document, RULES, model=False)
    return {each.rule: each.status.value for each in report.assessments}


@pytest.fixture(scope="module")
def usual() -> dict[str, str]:
    return statuses("text.txt")


@pytest.mark.parametrize("name", [name for name in PAPERS if not name.startswith("scan-")])
def test_every_form_is_judged_alike(name: str, usual: dict[str, str]) -> None:
    if "mixed" in name and scans.models() is None:
        pytest.skip("rtlint[ocr] is not installed")
    assert statuses(name) == usual


@pytest.mark.skipif(scans.models() is None, reason="rtlint[ocr] is not installed")
@pytest.mark.parametrize("name", ["scan-300.pdf", "scan-150-fax.pdf"])
def test_scans_are_judged_alike(name: str, usual: dict[str, str]) -> None:
    assert statuses(name) == usual


def test_one_bad_file_costs_itself_only(tmp_path: Path) -> None:
    names = ["word.docx", "bad.docx", "pdf.pdf", "bomb.rtf"]
    contents = [PAPERS["word.docx"], PAPERS["word.docx"][:2000], PAPERS["pdf.pdf"]]
    for name, content in zip(names, [*contents, rb"{\rtf1 " + b"{" * 100_000], strict=True):
        (tmp_path / name).write_bytes(content)
    report = audit([tmp_path / name for name in names], rules=RULES, model=False)
    assert [document.error is None for document in report.documents] == [True, False, True, False]


def test_limits_reach_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "order.docx"
    path.write_bytes(PAPERS["word.docx"])
    report = audit([path], rules=RULES, model=False, limits=Limits(characters=50))
    assert "within the limits" in (report.documents[0].error or "")
