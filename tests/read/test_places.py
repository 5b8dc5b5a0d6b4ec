"""Every offset has its line and its box, and the corpus reads the same from PDF as from text."""

from itertools import pairwise
from pathlib import Path

import pypdfium2_raw
import pytest

from rtlint.model.document import Document
from rtlint.read import read

ORDERS = Path(__file__).resolve().parents[2] / "corpus" / "orders"
PDFS = sorted(ORDERS.glob("*/order.pdf"))
TEXTS = sorted(ORDERS.glob("*/order.txt"))
by_slug = pytest.mark.parametrize("path", PDFS, ids=lambda path: path.parent.name)


@pytest.fixture(scope="session")
def documents() -> dict[Path, Document]:
    return {path: read(path) for path in [*PDFS, *(path.with_suffix(".txt") for path in PDFS)]}


def texts(document: Document) -> list[str]:
    return [document.text[each.start : each.end] for each in document.paragraphs]


@by_slug
def test_recall(path: Path, documents: dict[Path, Document]) -> None:
    """At least 97 of 100 paragraphs of the text stand whole in the PDF's text."""
    typed, printed = documents[path.with_suffix(".txt")], documents[path]
    wanted = texts(typed)
    found = [text for text in wanted if text in printed.text]
    assert len(found) >= 0.97 * len(wanted), set(wanted) - set(found)


@by_slug
def test_paragraphs(path: Path, documents: dict[Path, Document]) -> None:
    """And at least 94 are a paragraph there as well."""
    wanted, printed = texts(documents[path.with_suffix(".txt")]), texts(documents[path])
    assert sum(text in set(printed) for text in wanted) >= 0.94 * len(wanted)


@by_slug
def test_boxes_hold_their_words(path: Path, documents: dict[Path, Document]) -> None:
    """PDFium, asked what stands in a word's box, says the word."""
    document = documents[path]
    data = path.read_bytes()
    pypdfium2_raw.FPDF_InitLibrary()
    pdf = pypdfium2_raw.FPDF_LoadMemDocument64(data, len(data), None)
    page = pypdfium2_raw.FPDF_LoadPage(pdf, 0)
    text_page = pypdfium2_raw.FPDFText_LoadPage(page)
    height = pypdfium2_raw.FPDF_GetPageHeightF(page)
    try:
        for word in [word for word in document.words if word.box.page == 1][:150:7]:
            text = document.text[word.start : word.end]
            if not text.isascii() or not text.isalpha():
                continue
            place = document.place(word.start, word.end)
            (box,) = place.boxes
            assert place.page == 1
            assert bounded(text_page, box.x0, height - box.top, box.x1, height - box.bottom) == text
    finally:
        pypdfium2_raw.FPDFText_ClosePage(text_page)
        pypdfium2_raw.FPDF_ClosePage(page)
        pypdfium2_raw.FPDF_CloseDocument(pdf)


def bounded(text_page: object, left: float, top: float, right: float, bottom: float) -> str:
    import ctypes

    buffer = (ctypes.c_ushort * 200)()
    sides = (left - 0.5, top, right + 0.5, bottom)
    count = pypdfium2_raw.FPDFText_GetBoundedText(text_page, *sides, buffer, 200)
    return bytes(buffer)[: 2 * count].decode("utf-16-le").strip("\0 \r\n")


@by_slug
def test_offsets_are_sound(path: Path, documents: dict[Path, Document]) -> None:
    check(documents[path])
    assert "".join(documents[path].text.split()) == "".join(
        documents[path].text[word.start : word.end] for word in documents[path].words
    )


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parent.name)
def test_offsets_of_text_files_are_sound(path: Path) -> None:
    document = read(path)
    check(document)
    pages = [page.split("\n") for page in path.read_text("utf-8").split("\f")]
    for line in document.lines[::5]:
        first = document.text[line.start : line.end].split(" ")[0].rstrip("-")
        row = pages[(line.page or 1) - 1][line.number - 1]
        assert first in row.translate({0x2019: "'", 0x201C: '"', 0x201D: '"'})


def check(document: Document) -> None:
    text = document.text
    assert "\n" not in text.replace("\n\n", "")
    assert "  " not in text
    for before, after in pairwise(document.paragraphs):
        assert text[before.end : after.start] == "\n\n"
    for before, after in pairwise(document.lines):
        assert before.end <= after.start
    for line in document.lines:
        assert line.start < line.end
        assert not text[line.start : line.end].startswith(" ")


@by_slug
def test_two_readings_are_one(path: Path, documents: dict[Path, Document]) -> None:
    assert read(path) == documents[path]


def test_pleading_paper_is_cited_by_its_own_numbers(documents: dict[Path, Document]) -> None:
    document = documents[ORDERS / "o2-arrocha" / "order.pdf"]
    start = document.text.index("IT IS HEREBY STIPULATED")
    place = document.place(start, start + 5)
    line = next(each for each in document.lines if each.start == start)
    assert place.page == 1
    assert place.line == line.printed
    assert all(each.printed is not None for each in document.lines)
