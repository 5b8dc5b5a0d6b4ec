"""Markdown: what is escaped comes back as the words it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rtlint.model.report import Report
from rtlint.reporters.layout import showable
from rtlint.reporters.markdown import escaped, render_markdown

MARKDOWN = MarkdownIt("commonmark").enable("table")
WORDS = st.text("ab1. )*_`<>[](){}#+-=|~&!\\:/;x", min_size=1, max_size=30)


def plain(markdown: str) -> str:
    """The text of the only paragraph, or a sign that there is more than that."""
    tokens = MARKDOWN.parse(markdown)
    kinds = [token.type for token in tokens]
    if kinds != ["paragraph_open", "inline", "paragraph_close"]:
        return f"not one paragraph: {kinds}"
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


@settings(deadline=None)
@given(WORDS)
def test_words_stay_words(text: str) -> None:
    text = " ".join(text.split()) or "x"
    assert plain(escaped(text)) == showable(text)


@pytest.mark.parametrize("fixture", ["rich", "everything"])
def test_the_table_has_a_row_for_each_requirement(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    report: Report = request.getfixturevalue(fixture)
    tokens = MARKDOWN.parse(render_markdown(report))
    rows = sum(token.type == "tr_open" for token in tokens)
    judged = [document for document in report.documents if document.error is None]
    drafting = sum(f.status is None for d in judged for f in d.findings)
    assert rows == sum(1 + len(d.assessments) for d in judged) + drafting
