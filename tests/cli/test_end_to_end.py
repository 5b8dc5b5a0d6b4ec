"""The command line with the real engine: bytes in, a report out that keeps its contract."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from rtlint import read
from rtlint.cli import main
from rtlint.reporters.json_report import schema

ORDER = """\
IN THE DISTRICT COURT

ORDER FOR REUNIFICATION THERAPY

IT IS ORDERED:

1. Dr. Ada Quill shall provide reunification therapy to the family.

2. Mother shall participate in reunification therapy with Dr. Quill.
"""
LEASE = "LEASE\n\n1. The tenant shall pay the rent on the first day of each month.\n"


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("order.txt").write_text(ORDER, encoding="utf-8")
    Path("lease.txt").write_text(LEASE, encoding="utf-8")
    Path("broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin, prog_name="rtlint")


def test_json_of_good_strange_and_broken_documents() -> None:
    result = run("order.txt", "lease.txt", "broken.pdf", "-f", "json")
    assert result.exit_code == 3, result.stderr
    report = json.loads(result.stdout)
    jsonschema.validate(report, json.loads(schema()))
    order, lease, broken = report["documents"]
    statuses = {item["id"]: item["status"] for item in order["requirements"]}
    assert statuses["RT101"] == "partial"
    text = read.read(Path("order.txt")).text
    for item in (*order["requirements"], *order["findings"]):
        for evidence in item["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert (lease["applicable"], lease["requirements"]) == (False, [])
    assert broken["error"]


def test_text_names_the_fault_and_the_words() -> None:
    result = run("order.txt")
    assert result.exit_code == 1, result.stderr
    assert "PARTIAL (error): RT101" in result.stdout
    assert "Mother shall participate" in " ".join(result.stdout.split())


def test_standard_input_is_judged_like_a_file() -> None:
    from_file = run("order.txt", "-f", "json").stdout
    piped = run("-", "--stdin-name", "order.txt", "-f", "json", stdin=ORDER.encode()).stdout
    assert piped == from_file


def test_names_given_by_the_user_are_in_the_role_map() -> None:
    assert "Ada Quill" in run("text", "order.txt", "--roles", "--therapist", "Ada Quill").stdout


def test_the_outline_shows_zones_and_paragraphs() -> None:
    outline = run("text", "order.txt", "--outline").stdout
    assert "DECRETAL\n" in outline
    assert "¶ 2: Mother shall participate" in outline


def test_every_rule_can_be_explained() -> None:
    listed = [line.split()[0] for line in run("rules").stdout.splitlines()[:-1]]
    assert run("explain", *listed).exit_code == 0
