"""The ``rtlint`` command with the stand-in engine, for tests that need a process of their own."""

import sys

import rtlint
import rtlint.rulebook
from rtlint.cli import main
from tests.cli.conftest import RULEBOOK, Engine

if __name__ == "__main__":
    engine = Engine()
    sys.modules["rtlint.api"] = engine
    rtlint.api = engine  # type: ignore[attr-defined]
    rtlint.rulebook.load_rules = lambda folders=(), **_: RULEBOOK  # type: ignore[assignment]
    main(prog_name="rtlint")
