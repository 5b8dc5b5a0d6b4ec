"""``rtlint text``: exactly the text that offsets count, and what was recognised in it."""

from pathlib import Path

import pytest

from rtlint import read
from tests.cli.conftest import Engine, Run

ORDER = "ORDER\r\n\r\n1. Dana shall \u201cgo\u201d \u2265 one\r\nday.\r\n\r\n2. So ordered.\r\n"


@pytest.fixture(autouse=True)
def order(run: Run) -> Path:
    path = Path("order.txt")
    path.write_bytes(ORDER.encode())
    return path


def test_piped_text_is_exactly_what_was_read(run: Run, order: Path) -> None:
    assert run("text", "order.txt").stdout_bytes.decode("utf-8") == read.read(order).text


def test_standard_input(run: Run, order: Path) -> None:
    assert run("text", "-", stdin=ORDER.encode()).stdout_bytes.decode() == read.read(order).text


def test_roles(run: Run, engine: Engine) -> None:
    result = run("text", "order.txt", "--roles", "--father", "Lee")
    assert result.stdout == "mother: Dana Reyes, Petitioner (from caption)\n"
    assert engine.asked == {"roles": {"father": ("Lee",)}}


def test_nobody_recognised_is_said(run: Run) -> None:
    Path("empty.txt").write_text("Nothing.", encoding="utf-8")
    assert "Nobody was recognised" in run("text", "empty.txt", "--roles").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("text",), 2, "Missing argument 'FILE'"),
        (("text", "nothing.txt"), 2, "There is no file"),
        (("text", "."), 2, "is a folder"),
        (("text", "order.txt", "--roles", "--outline"), 2, "not both"),
        (("text", "binary.pdf"), 3, "binary.pdf"),
    ],
)
def test_what_cannot_be_done(run: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    Path("binary.pdf").write_bytes(bytes(range(256)) * 4)
    result = run(*arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr
