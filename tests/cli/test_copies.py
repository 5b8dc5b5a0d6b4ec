"""Marked copies: one document, a new file, and nothing written over."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from rtlint.cli import main
from rtlint.errors import UsageError
from rtlint.model.limits import Limits
from rtlint.reporters.copies import COPIES, Copy
from rtlint.reporters.copies.guarded import marked
from rtlint.reporters.json_read import read_report
from tests.cli.conftest import Engine, Run
from tests.reporters.samples import RICH, RICH_REPORT


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("order.txt", "-f", "pdf"), "Give the marked copy a file"),
        (("order.txt", "-f", "pdf:there.pdf"), "is there already"),
        (("order.txt", "-o", "there.pdf"), "is there already"),
        (("order.txt", "other.txt", "-o", "new.pdf"), "one file at a time"),
        (("-", "-o", "new.pdf"), "one file at a time"),
        (("order.txt", "-o", "new.pdf"), "is no PDF file"),
        (("order.txt", "-o", "new.docx"), "is no DOCX file"),
        (("order.txt", "--suggest"), "goes with a Word copy"),
        (("order.txt", "-f", "text:new.pdf"), "puts no report in"),
        (("order.txt", "-o", "new.odt"), "puts no report in"),
    ],
)
def test_refused(run: Run, arguments: tuple[str, ...], said: str) -> None:
    for name in ("order.txt", "other.txt", "there.pdf"):
        Path(name).write_text("Both parents. ERROR", encoding="utf-8")
    result = run(*arguments, stdin="ERROR")
    assert (result.exit_code, said in result.stderr) == (2, True), result.stderr
    assert not Path("new.pdf").exists()
    assert Path("there.pdf").read_text(encoding="utf-8") == "Both parents. ERROR"


def test_a_marked_copy_beside_other_formats(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    original = (RICH / "order.pdf").read_bytes()
    Path("order.pdf").write_bytes(original)
    arguments = ["order.pdf", "--no-model", "-f", "pdf:marked.pdf", "-f", "text"]
    result = CliRunner().invoke(main, arguments, prog_name="rtlint")
    assert result.exit_code == 1, result.stderr
    assert "RT602" in result.stdout
    assert Path("order.pdf").read_bytes() == original
    assert Path("marked.pdf").read_bytes().startswith(original)


def test_a_copy_that_costs_too_much_is_refused() -> None:
    report = read_report(RICH_REPORT.read_bytes(), name="report.json")
    limits = Limits(wall_seconds=0.01)
    with pytest.raises(UsageError, match="could be made safely within the limits"):
        marked("pdf", report, (RICH / "order.pdf").read_bytes(), suggest=False, limits=limits)
    with pytest.raises(UsageError, match=r"No marked copy of order\.pdf could be made \("):
        marked("pdf", report, b"no PDF", suggest=False, limits=Limits())


def test_a_file_that_changed_since_it_was_judged_is_not_marked(
    run: Run, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("order.txt").write_text("Both parents. ERROR", encoding="utf-8")
    text = Copy("pdf", ".pdf", "text/plain", mark=lambda *_: b"")
    monkeypatch.setitem(COPIES, "pdf", text)
    monkeypatch.setattr("rtlint.cli.inputs.content", lambda _: b"other words")
    result = run("order.txt", "-o", "new.pdf")
    assert (result.exit_code, "has changed meanwhile" in result.stderr) == (2, True)
    assert not Path("new.pdf").exists()
