"""Commands that judge nothing start fast: they load neither spaCy nor a PDF library."""

import sys
from pathlib import Path

import pytest

from tests.running import python

HEAVY = {"numpy", "pdfminer", "pdfplumber", "pypdfium2", "rapidfuzz", "spacy", "thinc"}
PROGRAM = """
import sys
from rtlint.cli import main
try:
    main(sys.argv[1:], prog_name="rtlint")
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [(), ("--help",), ("--version",), ("check", "--help"), ("rules",), ("explain", "RT101"),
     ("schema",)],
    ids=" ".join,
)  # fmt: skip
def test_nothing_heavy_is_imported(arguments: tuple[str, ...], tmp_path: Path) -> None:
    run = python("-c", PROGRAM, *arguments, folder=tmp_path)
    assert run.code == 0, run.err
    assert HEAVY & set(run.err.split()) == set()


def test_importing_the_package_imports_nothing_else(tmp_path: Path) -> None:
    code = "import sys, rtlint; print(*(name.partition('.')[0] for name in sys.modules))"
    run = python("-c", code, folder=tmp_path)
    third_party = set(run.out.decode().split()) - set(sys.stdlib_module_names)
    assert HEAVY & third_party == set()
