"""SARIF, JUnit, CSV and GitHub annotations: valid by their own rules, and true."""

import csv
import io
import json
import os
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from rtlint.model.report import Report
from rtlint.reporters.csv_report import COLUMNS, render_csv
from rtlint.reporters.github import render_github
from rtlint.reporters.junit import render_junit
from rtlint.reporters.sarif import render_sarif
from tests.reporters.test_text_report import with_quote

XSD = Path(__file__).parent / "schemas" / "junit-10.xsd"  # of Jenkins' xUnit plugin (MIT)
MULTITOOL = os.environ.get("SARIF_MULTITOOL")
each_report = pytest.mark.parametrize("fixture", ["rich", "everything"])


def sarif(report: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render_sarif(report))
    return log


# ---- SARIF


@each_report
def test_sarif_has_the_types_of_its_standard(fixture: str, request: pytest.FixtureRequest) -> None:
    model = pytest.importorskip("sarif_pydantic")
    model.Sarif.model_validate_json(render_sarif(request.getfixturevalue(fixture)))


@pytest.mark.skipif(
    not MULTITOOL, reason="SARIF_MULTITOOL names no Sarif.Multitool (docs/reports.md)"
)
@each_report
def test_the_public_validator_finds_no_error(
    fixture: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    log, found = tmp_path / "report.sarif", tmp_path / "found.sarif"
    log.write_text(render_sarif(request.getfixturevalue(fixture)), encoding="utf-8")
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    command = [str(MULTITOOL), "validate", str(log), "--output", str(found)]
    subprocess.run(command, check=True, env=environment, capture_output=True, timeout=120)
    results = json.loads(found.read_text(encoding="utf-8-sig"))["runs"][0].get("results", [])
    told = {result["ruleId"] for result in results if result.get("level") != "note"}
    assert told <= {"SARIF2005"}  # the project has no home page to name


@each_report
def test_sarif_keeps_what_its_schema_cannot_say(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    report: Report = request.getfixturevalue(fixture)
    (run,) = sarif(report)["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert (result["level"] == "none") == (result["kind"] != "fail")
        assert result["locations"]
        for location in result["locations"]:
            place = location["physicalLocation"]
            number = place["artifactLocation"]["index"]
            assert run["artifacts"][number]["location"]["uri"] == place["artifactLocation"]["uri"]
            region, text = place["region"], report.documents[number].text
            if text and "snippet" in region:
                start = region["charOffset"]
                assert text[start : start + region["charLength"]] == region["snippet"]["text"]


def test_sarif_tells_passes_open_and_suppressed_results_apart(everything: Report) -> None:
    (run,) = sarif(everything)["runs"]
    kinds = {
        r["ruleId"]: r["kind"]
        for r in run["results"]
        if r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "order.pdf"
    }
    assert kinds == {
        "RT101": "fail", "RT105": "pass", "RT301": "fail", "RT501": "open", "RT601": "fail",
        "RT603": "review", "RT901": "fail",
    }  # fmt: skip
    suppressed = [result for result in run["results"] if "suppressions" in result]
    assert [result["ruleId"] for result in suppressed] == ["RT301"]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_a_file_name_becomes_a_reference(report: Report) -> None:
    name = with_quote(report, "Smith & Jörg #2: draft.pdf")
    (run,) = sarif(name)["runs"]
    assert run["artifacts"][0]["location"]["uri"] == "Smith%20%26%20J%C3%B6rg%20%232%3A%20draft.pdf"


# ---- JUnit


@each_report
def test_junit_is_valid(fixture: str, request: pytest.FixtureRequest) -> None:
    document = etree.fromstring(render_junit(request.getfixturevalue(fixture)).encode())
    etree.XMLSchema(etree.parse(str(XSD))).assertValid(document)


def test_junit_fails_what_is_to_be_mended_and_skips_what_is_accepted(everything: Report) -> None:
    suite = ET.fromstring(render_junit(everything))[0]  # noqa: S314, our own
    verdicts = {
        case.get("name", "")[:5]: [part.tag for part in case] for case in suite.iter("testcase")
    }
    assert verdicts["RT105"] == []
    assert verdicts["RT301"] == ["skipped", "system-out"]
    assert verdicts["RT601"] == ["failure"]
    assert verdicts["RT603"] == ["system-out"]
    counted = {key: suite.get(key) for key in ("tests", "failures", "errors", "skipped")}
    assert counted == {"tests": "8", "failures": "4", "errors": "0", "skipped": "1"}


def test_an_unread_document_is_an_error_in_junit(everything: Report) -> None:
    root = ET.fromstring(render_junit(everything))  # noqa: S314, our own
    errors = {suite.get("name"): suite.get("errors") for suite in root}
    assert errors == {"order.pdf": "0", "scanned.pdf": "1", "lease.txt": "0", "damaged.pdf": "1"}


# ---- CSV


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_csv(report).removeprefix("\ufeff"), newline="")))


def test_csv_has_one_row_for_each_document_and_requirement(everything: Report) -> None:
    counted = Counter((row["document"], row["rule"]) for row in rows(everything) if row["rule"])
    expected = {(d.name, a.rule) for d in everything.documents for a in d.assessments}
    assert expected <= counted.keys()
    assert set(counted.values()) == {1}
    assert {row["kind"] for row in rows(everything)} == {
        "requirement", "finding", "notice", "not read",
    }  # fmt: skip


@pytest.mark.parametrize("quote", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_becomes_a_formula(report: Report, quote: str) -> None:
    cells = [row[column] for row in rows(with_quote(report, quote)) for column in COLUMNS]
    assert f"'{quote}" in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_csv_keeps_the_letters_excel_needs_a_mark_for(report: Report) -> None:
    text = render_csv(with_quote(report, "Treviño"))
    assert text.startswith("\ufeffdocument,")
    assert "Treviño" in text
    assert "\r\n" in text


# ---- GitHub


def test_every_annotation_is_one_line_that_github_obeys(everything: Report) -> None:
    lines = render_github(everything).splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_nothing_of_a_document_becomes_a_command(report: Report) -> None:
    text = render_github(with_quote(report, "a\n::set-env name=x::y, 100%: b"))
    assert not any(line.startswith("::set-env") for line in text.splitlines())
    assert "100%25: b" in text


def test_an_accepted_finding_is_a_notice_only(everything: Report) -> None:
    (line,) = [row for row in render_github(everything).splitlines() if "Accepted by" in row]
    assert line.startswith("::notice file=order.pdf,title=RT301")
