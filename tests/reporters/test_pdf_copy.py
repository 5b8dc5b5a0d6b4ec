"""The marked copy of a PDF: highlights lie on the words that are quoted, and nothing is lost."""

import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdfium2
import pytest
from pypdf.generic import NameObject, RectangleObject

from rtlint.api import audit_document
from rtlint.errors import UsageError
from rtlint.model.document import Box
from rtlint.model.report import DocumentReport, Report
from rtlint.read import read_bytes
from rtlint.read.engine.frame import Frame
from rtlint.reporters.copies.pdf import mark_pdf, user_space
from rtlint.rulebook import load_rules
from tests.reporters.samples import RICH

ORDER = (RICH / "order.pdf").read_bytes()


def annotations(data: bytes) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages):
        for reference in page.get("/Annots", []):
            yield number, reference.get_object()


def words_under(data: bytes, page: int, quads: list[float]) -> str:
    """The text that PDFium finds in the rectangles of a highlight."""
    found = []
    text_page = pypdfium2.PdfDocument(data)[page].get_textpage()
    for at in range(0, len(quads), 8):
        xs, ys = quads[at : at + 8 : 2], quads[at + 1 : at + 8 : 2]
        found.append(text_page.get_text_bounded(min(xs), min(ys), max(xs), max(ys)))
    return " ".join(" ".join(found).split())


def turned(quarters: int) -> bytes:
    """The order with its pages turned and cropped, as scanners and clerks do."""
    writer = pypdf.PdfWriter(io.BytesIO(ORDER))
    for page in writer.pages:
        page.rotate(90 * quarters)
        page.cropbox = RectangleObject((20, 30, 600, 780))
        if quarters == 3:  # turned in content as well, and so upright in neither
            page.transfer_rotation_to_content()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def judged(data: bytes, report: Report) -> DocumentReport:
    rulebook = load_rules()
    return audit_document(read_bytes(data, name="order.pdf"), rulebook, model=False)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_highlights_lie_on_the_words_that_are_quoted(rich: Report, quarters: int) -> None:
    data = turned(quarters) if quarters else ORDER
    document = judged(data, rich)
    copy = mark_pdf(rich, document, data)
    marked: dict[str, str] = {}
    for page, note in annotations(copy):
        if note["/Subtype"] == "/Highlight":
            stem = note["/NM"].rpartition("-")[0]
            quads = [float(value) for value in note["/QuadPoints"]]
            words = words_under(copy, page, quads)
            marked[stem] = f"{marked.get(stem, '')} {words}".strip()
    quotes = {part.quote for item in document.findings for part in item.evidence}
    assert len(quotes) > 5
    assert {"".join(words.split()) for words in marked.values()} == {
        "".join(quote.split()) for quote in quotes
    }


def test_every_finding_notice_and_acceptance_is_in_a_note(everything: Report, rich: Report) -> None:
    for report in (everything, rich):
        document = report.documents[0]
        copy = mark_pdf(report, document, ORDER)
        said = "\n".join(str(note["/Contents"]) for _, note in annotations(copy))
        expected = [finding.message for finding in document.findings]
        expected += [finding.suggestion for finding in document.findings]
        expected += [notice.message for notice in document.notices]
        accepted = [finding.accepted for finding in document.findings if finding.accepted]
        expected += [words for item in accepted for words in (item.by, item.reason, item.date)]
        assert accepted
        assert [words for words in expected if words not in said] == []
        assert "not legal advice" in said


def test_the_original_is_in_the_copy_byte_for_byte(rich: Report) -> None:
    copy = mark_pdf(rich, rich.documents[0], ORDER)
    assert copy.startswith(ORDER)
    assert copy == mark_pdf(rich, rich.documents[0], ORDER)
    texts = [[page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
             for data in (ORDER, copy)]  # fmt: skip
    assert texts[0] == texts[1]


def test_marks_that_were_there_stay(rich: Report) -> None:
    once = mark_pdf(rich, rich.documents[0], ORDER)
    twice = mark_pdf(rich, rich.documents[0], once)
    assert len(list(annotations(twice))) == 2 * len(list(annotations(once)))


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_user_space_undoes_the_turn_of_reading(turn: int) -> None:
    page = pypdf.PageObject.create_blank_page(width=612, height=792)
    page[NameObject("/CropBox")] = RectangleObject((20, 30, 600, 780))
    frame = Frame(turn, 20, 30, 600, 780)
    there = frame.box(100.0, 200.0, 150.0, 212.0)
    assert user_space(page, Box(1, *there), turn) == pytest.approx((100.0, 200.0, 150.0, 212.0))


def test_a_protected_file_is_refused_in_a_sentence(rich: Report) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(ORDER))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(UsageError, match="is protected"):
        mark_pdf(rich, rich.documents[0], out.getvalue())


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", ORDER[:900]])
def test_a_broken_file_is_refused_in_a_sentence(rich: Report, data: bytes) -> None:
    with pytest.raises(UsageError, match="No marked copy"):
        mark_pdf(rich, rich.documents[0], data)
