"""``rtlint compare``: two documents or saved reports, exit codes, what is refused."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def drafts(run: Run) -> None:
    Path("fine.txt").write_text("Both parents shall attend.", encoding="utf-8")
    Path("bad.txt").write_text("Both parents shall attend. ERROR", encoding="utf-8")
    Path("damaged.txt").write_text("DAMAGED", encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("fine.txt", "bad.txt", 1, "WORSE: RT601"),
        ("bad.txt", "fine.txt", 0, "BETTER: RT601"),
        ("bad.txt", "bad.txt", 0, "3 requirements: 3 the same."),
        ("fine.txt", "damaged.txt", 3, "damaged.txt was not read: It is damaged."),
    ],
)
def test_exit_codes(run: Run, old: str, new: str, code: int, said: str) -> None:
    result = run("compare", old, new)
    assert (result.exit_code, said in result.stdout) == (code, True), result.output


def test_a_saved_report_stands_for_its_document(run: Run) -> None:
    run("fine.txt", "-f", "json:fine.json")
    saved = run("compare", "fine.json", "bad.txt", "-f", "json")
    assert json.loads(saved.stdout) == json.loads(
        run("compare", "fine.txt", "bad.txt", "-f", "json").stdout
    )


def test_several_forms_of_one_name(run: Run) -> None:
    result = run("compare", "fine.txt", "bad.txt", "-f", "html", "-f", "text", "-o", "changes")
    assert result.exit_code == 1, result.stderr
    assert Path("changes.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "WORSE" in Path("changes.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("fine.txt",), "Missing argument"),
        (("-", "fine.txt"), "Name two files"),
        (("two.json", "fine.txt"), "reports on 2 documents"),
        (("fine.txt", "bad.txt", "-f", "csv"), "There is no format 'csv'"),
        (("fine.txt", "bad.txt", "-o", "fine.txt"), "is the document itself"),
    ],
)
def test_refused(run: Run, arguments: tuple[str, ...], said: str) -> None:
    run("fine.txt", "bad.txt", "-f", "json:two.json")
    result = run("compare", *arguments)
    assert (result.exit_code, said in result.stderr) == (2, True), result.stderr
