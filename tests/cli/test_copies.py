"""Marked copies: one document, a new file, and nothing written over."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from rtlint.cli import main
from tests.cli.conftest import Run
from tests.reporters.samples import RICH


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
