"""Every form of a comparison shows every change, drafting point and notice."""

import copy
import json
from dataclasses import replace

import pytest

from rtlint.model.assessment import Status
from rtlint.model.comparison import Comparison, Direction
from rtlint.model.report import Report
from rtlint.reporters.comparison import COMPARISONS
from rtlint.reporters.comparison.words import LABELS
from rtlint.review.compare import compare
from tests.reporters.samples import GOOD
from tests.reporters.showing import shown
from tests.reporters.test_html import MARKUP, Page

each_form = pytest.mark.parametrize("form", COMPARISONS)


@pytest.fixture
def comparison(everything: Report) -> Comparison:
    first = everything.documents[0]
    changed = {
        "RT101": (Status.MET, (GOOD,)),
        "RT301": (Status.PARTIAL, (GOOD,)),
        "RT501": (Status.MET, (GOOD,)),
        "RT105": (Status.MET, (replace(GOOD, quote="Each parent shall bring the child."),)),
    }
    assessments = tuple(
        replace(item, status=changed[item.rule][0], evidence=changed[item.rule][1])
        if item.rule in changed
        else item
        for item in first.assessments
    )
    old = replace(first, name="draft.pdf", assessments=assessments, findings=(), notices=())
    one = replace(everything, documents=(first,))
    return compare(replace(one, documents=(old,), rulebook_digest="older"), one)


@each_form
def test_every_change_is_shown_with_its_words(comparison: Comparison, form: str) -> None:
    text = shown(form, COMPARISONS[form].render(comparison))
    expected = [comparison.old.name, comparison.new.name]
    for change in comparison.changes:
        if change.direction is not Direction.SAME:
            sides = [side for side in (change.before, change.after) if side]
            expected += [e.quote for side in sides for e in side.evidence]
            expected += [change.rule, change.finding.message if change.finding else ""]
    expected += [finding.message for finding in comparison.raised]
    expected += [notice.message for notice in comparison.new.notices]
    assert len(comparison.of(Direction.WORSE)) == 2
    assert [words for words in expected if words not in text] == []


@each_form
def test_the_same_bytes_twice(comparison: Comparison, form: str) -> None:
    render = COMPARISONS[form].render
    assert render(comparison) == render(copy.deepcopy(comparison))


@pytest.mark.parametrize("form", ["text", "html"])
def test_what_got_worse_comes_first_and_other_rules_are_told(
    comparison: Comparison, form: str
) -> None:
    text = shown(form, COMPARISONS[form].render(comparison)).lower()
    assert "judged by different rules" in text
    assert text.index("worse: rt101") < text.index(f"{LABELS[Direction.UNCLEAR]}: rt501")
    assert "not legal advice" in text


def test_json_tells_directions(comparison: Comparison) -> None:
    written = json.loads(COMPARISONS["json"].render(comparison))
    directions = {item["id"]: item["direction"] for item in written["requirements"]}
    assert directions == {
        "RT101": "worse", "RT301": "worse", "RT501": "unclear", "RT105": "reworded",
        "RT601": "same", "RT603": "same",
    }  # fmt: skip
    assert written["same_rules"] is False


def test_the_page_stands_alone_and_stays_a_page(comparison: Comparison) -> None:
    named = replace(comparison, old=replace(comparison.old, name=MARKUP))
    page = Page(COMPARISONS["html"].render(named))
    assert page.tags == Page(COMPARISONS["html"].render(comparison)).tags
    assert {link[1:] for link in page.links} - set(page.ids) == set()
    assert page.other == []
