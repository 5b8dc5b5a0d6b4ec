"""PDF: boxes ticked in every way, and words that are on the page but not live text."""

import io

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)
from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas

from rtlint.model.document import MarkKind
from rtlint.read import read_bytes
from tests.read.papers import SENTENCE, both, lines, paragraphs, pdf, reading


def boxes(canvas: Canvas) -> None:
    """The ways of ticking a box, each beside its name."""
    for index, name in enumerate(("dingbat", "empty", "drawn", "crossed", "typed", "typed over")):
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(100, 700 - 20 * index, f"{name} way of ticking.")
    canvas.setFont("ZapfDingbats", 12)
    canvas.drawString(80, 700, "✔")
    canvas.drawString(80, 680, "❏")
    canvas.rect(80, 660, 9, 9)
    canvas.rect(80, 640, 9, 9)
    canvas.line(80, 640, 89, 649)
    canvas.line(80, 649, 89, 640)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(80, 620, "[X]")
    canvas.rect(80, 600, 10, 10)
    canvas.drawString(81, 601, "X")


def test_check_boxes() -> None:
    assert paragraphs(reading(boxes)) == [
        "☑ dingbat way of ticking.",
        "☐ empty way of ticking.",
        "☐ drawn way of ticking.",
        "☒ crossed way of ticking.",
        "[X] typed way of ticking.",
        "☒ typed over way of ticking.",
    ]


def test_struck_text_is_marked_and_underlined_text_is_not() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Mother shall pay thirty percent of the fees.")
        x = 72 + canvas.stringWidth("Mother shall pay ", "Times-Roman", 12)
        canvas.line(x, 703.5, x + canvas.stringWidth("thirty percent", "Times-Roman", 12), 703.5)
        canvas.line(72, 698, 72 + canvas.stringWidth("Mother", "Times-Roman", 12), 698)

    document = reading(draw)
    assert [(document.text[mark.start : mark.end], mark.kind) for mark in document.marks] == [
        ("thirty percent", MarkKind.STRUCK)
    ]


def hidden_white(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    canvas.drawString(72, 500, "secret")


def hidden_mode(canvas: Canvas) -> None:
    text = canvas.beginText(72, 500)
    text.setTextRenderMode(3)
    text.textOut("secret")
    canvas.drawText(text)


def hidden_tiny(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 0.5)
    canvas.drawString(72, 500, "secret")


def hidden_under_a_box(canvas: Canvas) -> None:
    canvas.drawString(72, 500, "secret")
    canvas.rect(60, 490, 100, 30, fill=1)


def hidden_off_the_page(canvas: Canvas) -> None:
    canvas.drawString(72, -50, "secret")


@pytest.mark.parametrize(
    "hide", [hidden_white, hidden_mode, hidden_tiny, hidden_under_a_box, hidden_off_the_page]
)
def test_hidden_text_is_marked(hide: object) -> None:
    document = reading(both(lines(SENTENCE), hide))
    assert [(document.text[mark.start : mark.end], mark.kind) for mark in document.marks] == [
        ("secret", MarkKind.HIDDEN)
    ]


def test_white_text_on_a_dark_ground_is_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(60, 490, 300, 30, fill=1)
        canvas.setFillColor(white)
        canvas.drawString(72, 500, "FINDINGS OF FACT")

    assert reading(both(lines(SENTENCE), draw)).marks == ()


def test_text_of_a_layer_that_is_off_is_hidden() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(lines(SENTENCE))))
    layer = writer._add_object(
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/OCG"),
                NameObject("/Name"): TextStringObject("Notes"),
            }
        )
    )
    page = writer.pages[0]
    page["/Resources"][NameObject("/Properties")] = DictionaryObject({NameObject("/L"): layer})
    content = DecodedStreamObject()
    content.set_data(
        page.get_contents().get_data() + b"\n/OC /L BDC BT /F2 12 Tf 72 400 Td (secret) Tj ET EMC\n"
    )
    fonts = page["/Resources"]["/Font"]
    fonts[NameObject("/F2")] = next(iter(fonts.values()))
    page[NameObject("/Contents")] = writer._add_object(content)
    for state in ("/OFF", "/ON"):
        writer._root_object[NameObject("/OCProperties")] = DictionaryObject(
            {
                NameObject("/OCGs"): ArrayObject([layer]),
                NameObject("/D"): DictionaryObject({NameObject(state): ArrayObject([layer])}),
            }
        )
        file = io.BytesIO()
        writer.write(file)
        document = read_bytes(file.getvalue(), name="order.pdf")
        assert "secret" in document.text
        hidden = [document.text[mark.start : mark.end] for mark in document.marks]
        assert hidden == (["secret"] if state == "/OFF" else [])


def test_a_line_across_a_passage_is_told() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(72, 300, 500, 620)

    document = reading(both(lines(*[SENTENCE] * 8), draw))
    assert [notice.code for notice in document.notices] == ["page-crossed-out"]
    assert document.marks == ()


def form(value: str) -> object:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 600, "Father shall pay")
        canvas.acroForm.textfield(
            x=165, y=596, width=40, height=15, name="share", value=value, borderStyle="underlined"
        )
        canvas.drawString(212, 600, "percent.")

    return draw


@pytest.mark.parametrize(("value", "shown"), [("60", "60"), ("", "____")])
def test_fields_stand_in_their_place_and_empty_ones_are_blanks(value: str, shown: str) -> None:
    assert reading(form(value)).text == f"Father shall pay {shown} percent."


def test_a_blank_that_is_drawn_already_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 600, "Father shall pay ______ percent.")
        canvas.acroForm.textfield(x=160, y=596, width=40, height=15, name="share", value="")

    assert reading(draw).text == "Father shall pay ______ percent."
