"""PDF: boxes ticked in every way, and words that are on the page but not live text."""

import pytest
from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas

from rtlint.model.document import MarkKind
from tests.read.papers import SENTENCE, both, lines, paragraphs, reading


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
