"""Paths as people paste them, folders, and standard input."""

import json
import os
from pathlib import Path

import pytest

from rtlint.cli import inputs
from rtlint.errors import UsageError
from tests.cli.conftest import Run


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "final order é.txt"
    path.write_text("fine", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "pasted",
    [
        "{path}",
        "  {path} ",
        "'{path}'",
        '"{path}"',
        "& '{path}'",
        "file://{quoted}",
        "file://localhost{quoted}",
        pytest.param("{escaped}", marks=pytest.mark.skipif(os.name == "nt", reason="a separator")),
    ],
)
def test_pasted_paths(order: Path, pasted: str) -> None:
    text = pasted.format(
        path=order,
        quoted=order.as_posix().replace(" ", "%20").replace("é", "%C3%A9"),
        escaped=str(order).replace(" ", "\\ "),
    )
    assert inputs.expand([text]) == (order,)


def test_a_file_really_called_so_is_preferred(tmp_path: Path) -> None:
    odd = tmp_path / "'quoted'.txt"
    odd.write_text("fine", encoding="utf-8")
    assert inputs.expand([str(odd)]) == (odd,)


def test_folders_give_their_documents_in_order(tmp_path: Path) -> None:
    for name in ("b.PDF", "a.txt", "sub/c.docx", "~$a.docx", ".hidden.txt", "x.png", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("fine", encoding="utf-8")
    found = [
        path.relative_to(tmp_path).as_posix() for path in inputs.expand([str(tmp_path)]) if path
    ]
    assert found == ["a.txt", "b.PDF", "sub/c.docx"]


def test_a_document_named_twice_is_judged_once(order: Path) -> None:
    assert inputs.expand([str(order), str(order.parent), "-", "-"]) == (order, None)


def test_one_document_is_asked_for(order: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        inputs.one(str(order.parent))


def test_standard_input(run: Run) -> None:
    Path("a.txt").write_text("WARNING", encoding="utf-8")
    result = run("-", "a.txt", "-f", "json", "--stdin-name", "draft.txt", stdin="ERROR ¶")
    documents = json.loads(result.stdout)["documents"]
    assert [document["name"] for document in documents] == ["draft.txt", "a.txt"]
    assert result.exit_code == 1


def test_standard_input_that_cannot_be_read(run: Run) -> None:
    result = run("-", stdin=b"")
    assert result.exit_code == 3
    assert "NOT READ: standard-input.txt is empty" in result.stdout
