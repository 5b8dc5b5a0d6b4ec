"""A JSON report can be read back whole, and nothing else is taken for one."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rtlint.errors import UsageError
from rtlint.model.report import Audience, Report
from rtlint.reporters.json_read import read_report
from rtlint.reporters.json_report import render_json
from tests.reporters.samples import RICH_REPORT

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)

WHOLE = json.loads(RICH_REPORT.read_text(encoding="utf-8"))


def test_what_is_read_writes_the_same_report(everything: Report) -> None:
    written = render_json(everything)
    again = read_report(written.encode(), name="r.json")
    assert render_json(again) == written
    assert again.documents[0].findings[1].accepted == everything.documents[0].findings[1].accepted


def test_unknown_keys_of_a_later_version_are_ignored(report: Report) -> None:
    value = json.loads(render_json(report))
    value["schema_version"] = "1.9"
    value["documents"][0]["weather"] = "fine"
    assert read_report(json.dumps(value).encode(), name="r").documents[0].name == "order.pdf"


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b"null"])
def test_what_is_no_report_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UsageError, match=r"'r.json' is no JSON report of rtlint"):
        read_report(data, name="r.json")


def test_a_later_major_version_is_refused(report: Report) -> None:
    data = render_json(report).replace('"schema_version": "1.0"', '"schema_version": "2.0"')
    with pytest.raises(UsageError, match=r"version 2\.0"):
        read_report(data.encode(), name="r.json")


def test_a_wrong_value_is_named(report: Report) -> None:
    value = json.loads(render_json(report))
    value["documents"][0]["findings"][1]["severity"] = "awful"
    with pytest.raises(UsageError, match=r"documents\[0\]\.findings\[1\]\.severity"):
        read_report(json.dumps(value).encode(), name="r.json")


@settings(deadline=None)
@given(st.randoms(use_true_random=False), VALUES)
def test_whatever_is_broken_is_refused_or_read(random: object, value: object) -> None:
    """Any one value replaced by another ends in a report or a sentence, never in another error."""
    whole = WHOLE
    broken = copy.deepcopy(whole)
    node: object = broken
    while isinstance(node, dict | list) and node:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = random.choice(keys)  # type: ignore[attr-defined]
        inner = node[key]
        if not isinstance(inner, dict | list) or random.random() < 0.2:  # type: ignore[attr-defined]
            node[key] = value
            break
        node = inner
    try:
        read = read_report(json.dumps(broken).encode(), name="r")
    except UsageError:
        return
    assert read.audience in Audience
    assert render_json(read)
