"""``rtlint render``: a saved report in another format, without the document."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def saved(run: Run) -> None:
    Path("order.txt").write_text("Both parents. ERROR", encoding="utf-8")
    run("order.txt", "-f", "json:report.json", "-f", "text:report.txt")
    Path("order.txt").unlink()


def test_a_saved_report_is_written_as_if_the_document_were_there(run: Run) -> None:
    result = run("render", "report.json")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == Path("report.txt").read_text(encoding="utf-8")


def test_from_standard_input(run: Run) -> None:
    piped = run("render", "-", stdin=Path("report.json").read_bytes())
    assert piped.stdout == Path("report.txt").read_text(encoding="utf-8")


def test_every_format_to_a_file_of_one_name(run: Run) -> None:
    result = run("render", "report.json", "-f", "text", "-f", "json", "-o", "again")
    assert result.exit_code == 0, result.stderr
    assert Path("again.json").read_bytes() == Path("report.json").read_bytes()
    assert Path("again.txt").read_bytes() == Path("report.txt").read_bytes()


def test_a_day_is_put_on_it_only_when_asked(run: Run) -> None:
    assert json.loads(Path("report.json").read_bytes())["date"] is None
    dated = run("render", "report.json", "-f", "json", "--date", "2026-05-03").stdout
    assert json.loads(dated)["date"] == "2026-05-03"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.json",), "There is no file"),
        (("report.txt",), "is no JSON report"),
        (("report.json", "-o", "report.json"), "is the document itself"),
        (("report.json", "--date", "3 May"), "is no date"),
        ((".",), "is a folder"),
    ],
)
def test_refused_in_a_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    before = Path("report.json").read_bytes()
    result = run("render", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert Path("report.json").read_bytes() == before


def test_what_a_report_for_self_help_leaves_out_cannot_be_put_back(run: Run) -> None:
    run("render", "report.json", "-f", "json:help.json", "--audience", "self-help")
    again = json.loads(run("render", "help.json", "-f", "json").stdout)
    assert again["audience"] == "self-help"
