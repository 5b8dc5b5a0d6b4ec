"""The JSON report keeps the published contract and its schema."""

import copy
import json
from collections.abc import Iterator
from dataclasses import replace

import jsonschema
import pytest

from rtlint.errors import UsageError
from rtlint.model.report import Report
from rtlint.reporters import render
from rtlint.reporters.json_report import as_json, render_json, schema

CONTRACT = {
    "document": ["name", "media_type", "sha256", "pages", "applicable"],
    "requirement": ["id", "status", "review", "role", "evidence"],
    "evidence": ["role", "quote", "start", "end", "page", "line", "paragraph", "boxes"],
    "finding": [
        "id", "severity", "status", "message", "evidence", "suggestion", "fingerprint", "accepted",
    ],
    "notice": ["code", "message", "page"],
    "summary": ["errors", "warnings", "info"],
}  # fmt: skip


def closed(node: object) -> object:
    """The schema, with every object refusing the keys it does not name."""
    if isinstance(node, list):
        return [closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    inner = {key: closed(value) for key, value in node.items()}
    return {**inner, "additionalProperties": False} if "properties" in node else inner


def test_the_schema_is_a_valid_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))


@pytest.mark.parametrize("fixture", ["report", "mixed"])
def test_reports_fit_the_schema_and_add_nothing_to_it(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    written = json.loads(render_json(request.getfixturevalue(fixture)))
    jsonschema.Draft202012Validator(json.loads(schema())).validate(written)
    jsonschema.Draft202012Validator(closed(json.loads(schema()))).validate(written)


def paths(node: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path to every value in the report."""
    yield at
    items = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    for key, value in items:
        yield from paths(value, (*at, key))


def test_the_schema_notices_every_key_that_is_lost(report: Report) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema()))
    written = json.loads(render_json(report))
    for path in paths(written):
        if not path or isinstance(path[-1], int):
            continue
        broken = copy.deepcopy(written)
        parent = broken
        for key in path[:-1]:
            parent = parent[key]
        del parent[path[-1]]
        assert not validator.is_valid(broken), path


def test_the_keys_of_the_contract_are_required() -> None:
    parts = json.loads(schema())["$defs"]
    for name, keys in CONTRACT.items():
        assert set(keys) <= set(parts[name]["required"])


def test_the_version_comes_first(report: Report) -> None:
    assert render_json(report).startswith('{\n  "schema_version": "1.0",\n  "tool"')


def test_requirements_hold_met_ones_and_no_drafting_check(report: Report) -> None:
    document = json.loads(render_json(report))["documents"][0]
    assert [item["id"] for item in document["requirements"]] == [
        "RT101", "RT105", "RT301", "RT501", "RT601", "RT603",
    ]  # fmt: skip
    assert "RT901" in [item["id"] for item in document["findings"]]


def test_evidence_has_its_boxes(report: Report) -> None:
    requirement = json.loads(render_json(report))["documents"][0]["requirements"][4]
    assert requirement["role"] == "advisory"
    assert requirement["evidence"][0]["boxes"] == [
        [2, 72.0, 310.5, 540.0, 338.1],
        [2, 72.0, 340.0, 200.0, 352.0],
    ]


def test_what_does_not_apply_has_no_requirements(mixed: Report) -> None:
    lease = replace(mixed.documents[2], assessments=mixed.documents[0].assessments)
    written = as_json(replace(mixed, documents=(lease,)))["documents"]
    assert isinstance(written, list)
    assert isinstance(written[0], dict)
    assert written[0]["requirements"] == []
    assert [item["id"] for item in json.loads(json.dumps(written))[0]["findings"]] == ["RT001"]


def test_a_document_that_could_not_be_read_has_its_place(mixed: Report) -> None:
    written = json.loads(render_json(mixed))
    assert written["documents"][3]["error"] == "The file is damaged; save it again."
    assert written["summary"]["documents"] == 4
    assert written["summary"]["not_read"] == 1


def test_bytes_are_ascii_and_the_same_each_time(mixed: Report) -> None:
    assert render_json(mixed).isascii()
    assert render_json(mixed) == render_json(copy.deepcopy(mixed))


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="Use one of these: text"):
        render(Report("", "", "", (), ()), "xml")
