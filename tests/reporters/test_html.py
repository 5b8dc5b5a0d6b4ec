"""The HTML report stands alone, links both ways, and lets nothing of a document become markup."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from rtlint.model.report import Report
from rtlint.reporters.html import render_html
from tests.reporters.test_text_report import HOSTILE, with_quote

MARKUP = '</p><script>alert(1)</script><img src=x onerror="a">&amp;{{ 7*7 }}'


class Page(HTMLParser):
    """The tags, attributes and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.other: list[tuple[str, str]] = []
        self.marked: dict[str, str] = {}  # what the innermost element with an id says
        self._open: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        values = {key: value or "" for key, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if "href" in values:
            self.links.append(values["href"])
        self.other += [(k, v) for k, v in values.items() if k in ("src", "action", "style")]
        self.other += [(k, v) for k, v in values.items() if k.startswith("on")]
        if tag not in ("meta", "br"):
            self._open.append(values.get("id"))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for ident in filter(None, self._open):
            self.marked[ident] = self.marked.get(ident, "") + data


@pytest.mark.parametrize("fixture", ["rich", "everything"])
def test_it_stands_alone(fixture: str, request: pytest.FixtureRequest) -> None:
    text = render_html(request.getfixturevalue(fixture))
    page = Page(text)
    assert all(link.startswith("#") for link in page.links)
    assert page.other == []
    assert not {"script", "img", "link", "iframe", "object", "form"} & page.tags.keys()
    assert "url(" not in text
    assert "default-src 'none'" in text


@pytest.mark.parametrize("fixture", ["rich", "everything"])
def test_every_link_leads_somewhere_and_no_id_stands_twice(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    page = Page(render_html(request.getfixturevalue(fixture)))
    assert [ident for ident, count in Counter(page.ids).items() if count > 1] == []
    assert {link[1:] for link in page.links} - set(page.ids) == set()


def test_evidence_is_linked_both_ways(rich: Report) -> None:
    text = render_html(rich)
    page = Page(text)
    order = text[text.index('<section class="order"') :]
    back = set(re.findall(r'href="#([^"]+)"', order))
    for finding in rich.documents[0].findings:
        assert f"d1-{finding.rule}" in back
    article = text[text.index('id="d1-RT102"') :].partition("</article>")[0]
    targets = re.findall(r'href="#(d1-q\d+)"', article)
    quotes = [e.quote for f in rich.documents[0].findings if f.rule == "RT102" for e in f.evidence]
    assert [page.marked[target] for target in targets] == quotes


def test_what_a_document_says_never_becomes_markup(report: Report) -> None:
    plain = Page(render_html(with_quote(report, "words")))
    hostile = with_quote(report, MARKUP, cue="alert(1)")
    text = render_html(hostile)
    assert Page(text).tags == plain.tags + Counter({"strong": 1})
    assert "49" not in text.partition("<body>")[2]


def test_nothing_invisible_gets_through(report: Report) -> None:
    hostile = with_quote(report, HOSTILE)
    document = replace(hostile.documents[0], text=HOSTILE)
    body = render_html(replace(hostile, documents=(document,)))
    assert all(char in "\n\u00a0" or char.isprintable() for char in body)


def test_every_requirement_is_in_the_table_failures_first(rich: Report) -> None:
    table = render_html(rich).partition("<tbody>")[2].partition("</tbody>")[0]
    rules = re.findall(r'<th scope="row"><a href="#d1-(RT\d+)', table)
    assert sorted(rules) == sorted(item.rule for item in rich.documents[0].assessments)
    words = re.findall(r'class="badge (\w+)"', table)
    assert words[0] == "contradicted"
    assert words[-1] == "met"
