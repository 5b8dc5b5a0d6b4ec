"""The HTML report in a real Chromium: axe finds nothing, it fits 320 pixels, it prints on letter.

Needs the extra ``browser`` and a Chromium; where either is missing these tests are skipped.
"""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rtlint.model.report import Report
from rtlint.reporters.comparison import COMPARISONS
from rtlint.reporters.html import render_html
from rtlint.review.compare import compare
from tests.reporters.samples import RICH

sync_api = pytest.importorskip("playwright.sync_api", reason="pip install 'rtlint[browser]'")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="rtlint[browser]")

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LETTER = (612.0, 792.0)
NORMAL_WIDTH = 1280
WITHOUT_SCRIPTS_OR_NETWORK = {"java_script_enabled": True, "offline": True}


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def pages(everything: Report, tmp_path: Path) -> dict[str, Path]:
    """A page of one document, a page of several, and a page of changes."""
    several, changes = tmp_path / "several.html", tmp_path / "changes.html"
    several.write_text(render_html(everything), encoding="utf-8")
    first, second = (replace(everything, documents=everything.documents[n : n + 1]) for n in (0, 1))
    changes.write_text(COMPARISONS["html"].render(compare(first, second)), encoding="utf-8")
    return {"one": RICH / "report.html", "several": several, "changes": changes}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, NORMAL_WIDTH])
@pytest.mark.parametrize("which", ["one", "several", "changes"])
def test_axe_finds_no_violation(
    browser, pages: dict[str, Path], which: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        bypass_csp=True, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page = context.new_page()
    page.goto(pages[which].as_uri())
    options = {"runOnly": {"type": "tag", "values": RULES}}
    results = axe.Axe().run(page, options=options).response
    context.close()
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in results["violations"]] == []
    assert len(results["passes"]) > 20


@pytest.mark.parametrize("which", ["one", "several", "changes"])
@pytest.mark.parametrize("width", [320, 640, NORMAL_WIDTH])
def test_nothing_runs_off_the_side(browser, pages: dict[str, Path], which: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(pages[which].as_uri())
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= width


def test_a_quotation_leads_to_its_words_and_back(browser, pages: dict[str, Path]) -> None:
    page = browser.new_page(viewport={"width": NORMAL_WIDTH, "height": 900})
    page.goto(pages["one"].as_uri())
    page.locator("#d1-RT401 .quote a").first.click()
    words = page.locator(":target")
    assert "not with counsel for Mother" in words.inner_text()
    assert page.evaluate(
        "(box => box.top >= 0 && box.bottom <= innerHeight)"
        "(document.querySelector(':target').getBoundingClientRect())"
    )
    page.locator(".order .cites a", has_text="RT401").first.click()
    assert page.url.endswith("#d1-RT401")
    page.close()


def test_it_asks_for_nothing_else_and_logs_no_error(browser, pages: dict[str, Path]) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(pages["one"].as_uri())
    page.close()
    assert asked == [pages["one"].as_uri()]
    assert said == []


def test_on_paper_the_first_page_holds_the_table_and_the_line_for_a_name(
    browser, pages: dict[str, Path], tmp_path: Path
) -> None:
    pypdf = pytest.importorskip("pypdf")
    page = browser.new_page()
    page.goto(pages["one"].as_uri())
    printed = tmp_path / "report.pdf"
    page.pdf(path=str(printed), prefer_css_page_size=True)
    page.close()
    paper = pypdf.PdfReader(printed)
    assert all((sheet.mediabox.width, sheet.mediabox.height) == LETTER for sheet in paper.pages)
    first = " ".join(paper.pages[0].extract_text().split())
    assert all(words in first for words in ("RT102", "RT702", "Reviewed by:", "not legal advice"))
    assert "What to mend" not in first
    assert "What to mend" in paper.pages[1].extract_text()
