"""The order as PDFs: plain, and with one thing of PDF's in each."""

import io
from collections.abc import Callable

import pypdf
from PIL import Image
from reportlab.lib.colors import blue, red, white
from reportlab.pdfgen.canvas import Canvas

from scripts.papers.order import FEES, FOREIGN, ORDER, REST, Item
from scripts.papers.scans import SCANS, scanned


def drawn(extra: Callable[[Canvas], None] | None = None, **options: object) -> bytes:
    """The order set by reportlab on one page or two, the fee table ruled."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792), invariant=1, **options)
    y = 730.0
    for item in ORDER:
        y = _set(canvas, item, y)
    for row in FEES:
        for x, width, text in zip((108, 348, 428), (240, 80, 80), row, strict=True):
            canvas.rect(x, y - 4, width, 16)
            canvas.drawString(x + 4, y, text)
        y -= 16
    y -= 8
    for item in REST:
        y = _set(canvas, item, y)
    if extra:
        extra(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _set(canvas: Canvas, item: Item, y: float) -> float:
    canvas.setFont("Times-Roman", 11)
    left = 72 + 36 * max(item.level, 0)
    canvas.drawString(left, y, item.label)
    left += 30 if item.label else 0
    line = ""
    for word_ in item.text.split():
        if canvas.stringWidth(f"{line} {word_}", "Times-Roman", 11) > 540 - left:
            canvas.drawString(left, y, line)
            y, line = y - 14, ""
        line = f"{line} {word_}".strip()
    canvas.drawString(left, y, line)
    return y - 22


def with_form(canvas: Canvas) -> None:
    form = canvas.acroForm
    canvas.drawString(90, 60, "The therapist shall decide custody.")
    form.checkbox(x=72, y=58, size=12, checked=False, name="a")
    canvas.drawString(320, 60, "Starts within:")
    form.textfield(x=400, y=55, width=80, height=16, value="10 days", name="b")
    form.radio(x=72, y=38, size=12, selected=False, name="c", value="yes")
    canvas.drawString(90, 40, "The therapist shall set the visitation schedule.")
    form.radio(x=372, y=38, size=12, selected=True, name="c", value="no")
    canvas.drawString(390, 40, "Each party bears own fees.")


def with_struck(canvas: Canvas) -> None:
    text = "The therapist shall decide custody."
    canvas.drawString(72, 60, text)
    canvas.line(72, 63.5, 72 + canvas.stringWidth(text, "Times-Roman", 11), 63.5)


def with_white(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    canvas.drawString(72, 60, "The therapist shall decide custody.")


def with_footnote(canvas: Canvas) -> None:
    canvas.line(72, 62, 180, 62)
    canvas.setFont("Times-Roman", 6)
    canvas.drawString(72, 52, "1")
    canvas.setFont("Times-Roman", 8)
    canvas.drawString(76, 50, "See the guidance of the court of 2024.")


def with_redline(canvas: Canvas) -> None:
    """A deletion struck through in red beside its insertion, underlined."""
    gone, added = "The therapist shall decide custody. ", "Each party bears own fees."
    x = 72 + canvas.stringWidth(gone, "Times-Roman", 11)
    canvas.setFont("Times-Roman", 11)
    canvas.setFillColor(red)
    canvas.setStrokeColor(red)
    canvas.drawString(72, 60, gone)
    canvas.line(72, 63.5, x - 3, 63.5)
    canvas.setFillColor(blue)
    canvas.drawString(x, 60, added)
    canvas.line(x, 58.5, x + canvas.stringWidth(added, "Times-Roman", 11), 58.5)


def with_symbols(canvas: Canvas) -> None:
    """Check boxes as signs of a symbol font: an empty one and a cross."""
    for y, sign, text in ((60, "\u274f", FOREIGN), (44, "\u2718", "Each party bears own fees.")):
        canvas.setFont("ZapfDingbats", 11)
        canvas.drawString(72, y, sign)
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(90, y, text)


def with_tiny(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 0.5)
    canvas.drawString(72, 60, FOREIGN)


def with_unseen(canvas: Canvas) -> None:
    """Text in the mode that draws nothing, off the page, and under a picture."""
    text = canvas.beginText(72, 60)
    text.setTextRenderMode(3)
    text.textOut(FOREIGN)
    canvas.drawText(text)
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(72, -40, FOREIGN)
    canvas.drawString(72, 40, FOREIGN)
    canvas.drawInlineImage(Image.new("L", (8, 8), 128), 70, 36, 300, 16)


def with_red_stamp(canvas: Canvas) -> None:
    """A clerk's stamp set straight across the text of the order."""
    canvas.saveState()
    canvas.setFillColorRGB(0.8, 0.1, 0.1, alpha=0.6)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(250, 512, "FILED")
    canvas.drawString(230, 490, "MAR 04 2026")
    canvas.rect(222, 484, 160, 50)
    canvas.restoreState()


def mixed(data: bytes) -> bytes:
    """The order with a page of text after it and, between them, a scanned page of the same."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    scan = pypdf.PdfReader(io.BytesIO(scanned(_letter(), SCANS["scan-300"])))
    for page in (*scan.pages, *pypdf.PdfReader(io.BytesIO(_letter())).pages):
        writer.add_page(page)
    return _written(writer)


def _letter() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792), invariant=1)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(72, 700, "The clerk shall send a copy of the order to each party.")
    canvas.drawString(72, 680, "A copy of it shall be kept with the papers of the court.")
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def moved(data: bytes) -> bytes:
    """The same page with its corner elsewhere, and cut to what is seen of it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        page.add_transformation(pypdf.Transformation().translate(100, 200))
        for box in (page.mediabox, page.cropbox):
            box.lower_left, box.upper_right = (100, 200), (712, 992)
    return _written(writer)


def with_stamp(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(200, 300)
    canvas.rotate(35)
    canvas.setFont("Helvetica-Bold", 48)
    canvas.setFillGray(0.8)
    canvas.drawString(0, 0, "FILED MAR 4 2026")
    canvas.restoreState()


def turned(data: bytes, quarter: int) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        page.rotate(90 * quarter)
    return _written(writer)


def locked(data: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt("", "owner", algorithm="AES-256")
    return _written(writer)


def _written(writer: pypdf.PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
