"""Where reports go, what is refused, and in which characters they are written."""

import json
import os
import re
from pathlib import Path

import pytest

from rtlint.cli import outputs
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def order(run: Run) -> Path:
    path = Path("order.txt")
    path.write_text("The parties \u2014 \u201cboth\u201d \u2265 one. ERROR", encoding="utf-8")
    return path


def test_several_formats_in_one_run(run: Run) -> None:
    result = run("order.txt", "-f", "text", "-f", "json:report.json", "-f", "text:report.txt")
    assert json.loads(Path("report.json").read_bytes())["schema_version"] == "1.0"
    assert Path("report.txt").read_text(encoding="utf-8") == result.stdout


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (("-o", "r.json"), {"r.json": "json"}),
        (("-o", "r.txt"), {"r.txt": "text"}),
        (("-o", "report"), {"report": "text"}),
        (("-o", "r.txt", "-o", "r.json"), {"r.txt": "text", "r.json": "json"}),
        (("-f", "json", "-o", "r.out"), {"r.out": "json"}),
        (("-f", "text", "-f", "json", "-o", "r.json"), {"r.json": "json"}),
        (
            ("-f", "json", "-f", "text", "-o", "a.txt", "-o", "b.json"),
            {"a.txt": "text", "b.json": "json"},
        ),
        (("-f", "json", "-o", "-"), {}),
    ],
)
def test_output_files(run: Run, arguments: tuple[str, ...], written: dict[str, str]) -> None:
    assert run("order.txt", *arguments).exit_code == 1
    made = {path.name for path in Path().iterdir()} - {"order.txt"}
    assert made == written.keys()
    for name, form in written.items():
        assert Path(name).read_text(encoding="utf-8").startswith("{" if form == "json" else "order")


def test_standard_output_is_empty_when_all_goes_to_files(run: Run) -> None:
    result = run("order.txt", "-o", "r.json")
    assert result.stdout == ""
    assert "r.json" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "order.txt"), "is the document itself"),
        (("-o", "./sub/../order.txt"), "is the document itself"),
        (("-f", "json:link.txt"), "is the document itself"),
        (("-o", "other.odt"), "puts no report in"),
        (("-o", "nowhere/r.txt"), "is its folder there"),
        (("-o", "sub"), "is no place for a file"),
        (("-f", "json:"), "file name is missing"),
        (("-f", "text", "-f", "json"), "Only one format can go to the screen"),
        (("-f", "text:r", "-f", "json:./r"), "Two formats"),
        (("-f", "json:r.json", "-o", "x.json"), "No format is left"),
    ],
)
def test_refused_before_any_work(run: Run, arguments: tuple[str, ...], said: str) -> None:
    Path("sub").mkdir()
    Path("link.txt").symlink_to("order.txt")
    before = Path("order.txt").read_bytes()
    result = run("order.txt", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert Path("order.txt").read_bytes() == before


def test_a_document_in_a_folder_is_not_overwritten(run: Run) -> None:
    assert run(".", "-o", "order.txt").exit_code == 2


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="needs a full device")
def test_a_file_that_cannot_be_written(run: Run) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    result = run("order.txt", "-o", "/dev/full")
    assert result.exit_code == 2
    assert "could not be written" in result.stderr


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", "¶ 4 — “both” ≥ é 反"),
        ("cp1252", "¶ 4 — “both” ? é ?"),
        ("ascii", 'par. 4 - "both" ? e ?'),
        ("cp437", 'par. 4 - "both" ≥ é ?'),
    ],
)
def test_characters_an_encoding_lacks(encoding: str, expected: str) -> None:
    assert outputs.encodable("¶ 4 — “both” ≥ é 反", encoding) == expected


def test_piped_text_has_no_escape_codes_and_fits_80_columns(run: Run) -> None:
    stdout = run("order.txt").stdout
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", stdout)
    assert max(map(len, stdout.splitlines())) <= 80
