"""The commands that only inform: no arguments, help, rules, explain, schema."""

import json
import re

import pytest

from rtlint.reporters.json_report import schema
from tests.cli.conftest import Run


def test_no_arguments_say_what_to_do_next(run: Run) -> None:
    result = run()
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 3
    assert "rtlint --help" in result.stdout


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("check", "--help")])
def test_help_tells_the_exit_codes(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    assert "Exit codes: 0" in result.stdout


def test_version(run: Run) -> None:
    assert re.match(r"rtlint \S+", run("--version").stdout)


def test_rules_lists_all(run: Run) -> None:
    lines = run("rules").stdout.splitlines()
    assert lines[0] == "RT101 Both parents take part (both-parents)"
    assert lines[-1].startswith("3 rules, version 2026.11.")


@pytest.mark.parametrize("key", ["RT101", "rt101", "both-parents", "Both-Parents", " RT101 "])
def test_explain_accepts_number_and_name(run: Run, key: str) -> None:
    result = run("explain", key)
    assert result.exit_code == 0
    assert result.stdout.startswith("RT101 Both parents take part")


def test_explain_gives_the_whole_advice(run: Run) -> None:
    assert (
        run("explain", "RT101").stdout
        == """\
RT101 Both parents take part (both-parents)

Why it matters
  Why both parents take part matters.

This is enough
  "Both parents shall attend."

This goes only part of the way
  "Mother shall attend."

This says the opposite
  "Father need not attend."

Do not be misled
  "The guardian shall attend." is missing: a guardian is no parent.

What to write
  Both parents shall take part.

How grave it is
  missing is an error, partial is a warning.

Where it comes from
  Practice guidance
"""
    )


def test_explain_several(run: Run) -> None:
    stdout = run("explain", "RT101", "RT601").stdout
    assert stdout.index("RT101") < stdout.index("\nRT601")


@pytest.mark.parametrize(
    ("key", "near"), [("RT011", "RT101"), ("both-parent", "RT101"), ("custody-role", "RT601")]
)
def test_explain_suggests_what_is_near(run: Run, key: str, near: str) -> None:
    result = run("explain", key)
    assert result.exit_code == 2
    assert near in result.stderr
    assert "rtlint rules" in result.stderr


def test_schema_is_printed(run: Run) -> None:
    assert json.loads(run("schema").stdout) == json.loads(schema())
