"""PDF: pages turned, cropped, shifted, empty, scanned, or made of forms."""

import io

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    RectangleObject,
    TextStringObject,
)
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from rtlint.model.document import MarkKind
from rtlint.read import isolation, read_bytes
from tests.read.papers import SENTENCE, both, lines, paragraphs, pdf, reading

TWO = (SENTENCE, "2. The costs of the therapy are shared equally.")


def rewritten(data: bytes, change: object) -> bytes:
    """The PDF after ``change`` has been at its pages."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        change(page)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def scan(canvas: Canvas) -> None:
    """A grey picture all over the page."""
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 612, 792)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_rotation_flag(degrees: int) -> None:
    data = rewritten(pdf(lines(*TWO)), lambda page: page.rotate(degrees))
    assert paragraphs(read_bytes(data, name="order.pdf")) == list(TWO)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_rotated_content(degrees: int) -> None:
    def turned(canvas: Canvas) -> None:
        canvas.translate(306, 396)
        canvas.rotate(degrees)
        canvas.translate(-306, -396)
        canvas.setFont("Times-Roman", 12)
        lines(*TWO, x=150, y=450)(canvas)

    for turn in (0, degrees):
        data = rewritten(pdf(turned), lambda page, turn=turn: page.rotate(turn))
        assert paragraphs(read_bytes(data, name="order.pdf")) == list(TWO)


def test_watermark_at_an_angle_is_left_out() -> None:
    def watermark(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.rotate(45)
        canvas.setFont("Times-Roman", 80)
        canvas.drawString(300, 100, "DRAFT")
        canvas.restoreState()

    assert paragraphs(reading(both(watermark, lines(*TWO)))) == list(TWO)


def test_crop_box_and_shifted_origin() -> None:
    def cropped(page: pypdf.PageObject) -> None:
        page.mediabox = RectangleObject((0, 0, 700, 900))
        page.cropbox = RectangleObject((50, 500, 600, 700))

    document = read_bytes(rewritten(pdf(lines(*TWO)), cropped), name="order.pdf")
    assert paragraphs(document) == list(TWO)
    box = document.words[0].box
    assert box.x0 == pytest.approx(72 - 50, abs=0.5)
    assert box.top < 700 - 600 < box.bottom


def test_page_without_text_is_told() -> None:
    document = reading(lines(*TWO), scan, lines("3. Nothing else is changed."))
    assert document.unread_pages == (2,)
    assert [(notice.code, notice.page) for notice in document.notices] == [("page-without-text", 2)]
    assert document.pages == 3


def test_a_stamp_does_not_make_a_scan_readable() -> None:
    document = reading(lines(*TWO), both(scan, lines("Page 2 of 2", y=30)))
    assert document.unread_pages == (2,)


def test_a_filed_scan_is_no_readable_page() -> None:
    def filed(number: int) -> object:
        return lines(f"Case 2:20-cv-01234 Document 41 Filed 03/09/23 Page {number} of 2", y=770)

    document = reading(both(filed(1), lines(*TWO)), both(scan, filed(2)))
    assert document.unread_pages == (2,)
    assert paragraphs(document) == list(TWO)


def test_the_second_engine_fills_in_an_empty_page(monkeypatch: pytest.MonkeyPatch) -> None:
    run = isolation.run_engine

    def blind(data: bytes, *, engine: str, **rest: object) -> object:
        records, end = run(data, engine=engine, **rest)
        if engine == isolation.PDFIUM:
            records[1]["words"] = []
        return records, end

    monkeypatch.setattr("rtlint.read.pdf.run_engine", blind)
    document = reading(lines(SENTENCE), lines("2. The costs are shared equally."))
    assert paragraphs(document) == [SENTENCE, "2. The costs are shared equally."]


def test_blank_page_is_no_scan() -> None:
    assert reading(lines(*TWO), lambda canvas: None).unread_pages == ()


def test_searchable_scan_is_read_and_not_called_hidden() -> None:
    def recognised(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        lines(*TWO)(canvas)
        text = canvas.beginText(72, 600)
        text.setTextRenderMode(3)
        canvas.drawText(text)

    document = reading(both(scan, recognised))
    assert paragraphs(document) == list(TWO)
    assert document.marks == ()


def form(canvas: Canvas) -> None:
    canvas.drawString(72, 700, "The therapist is")
    canvas.acroForm.textfield(
        name="therapist", value="Dr. Juno Orlo", x=165, y=694, width=200, height=18
    )
    for index, ticked in enumerate((True, False)):
        y = 660 - 30 * index
        canvas.acroForm.checkbox(name=f"box{index}", checked=ticked, x=72, y=y, size=14)
        canvas.drawString(95, y + 3, f"Parent {index + 1} shall attend every session.")


@pytest.mark.parametrize("appearances", [True, False])
def test_form_fields(appearances: bool) -> None:
    def bare(page: pypdf.PageObject) -> None:
        for annotation in page.get("/Annots", ()):
            annotation.get_object().pop("/AP", None)

    data = pdf(form)
    document = read_bytes(data if appearances else rewritten(data, bare), name="order.pdf")
    assert paragraphs(document)[0] == "The therapist is Dr. Juno Orlo"
    assert paragraphs(document)[1] == "☒ Parent 1 shall attend every session."
    assert paragraphs(document)[2] == "☐ Parent 2 shall attend every session."


def annotated(kind: str, rectangle: tuple[float, float, float, float], contents: str) -> bytes:
    def add(page: pypdf.PageObject) -> None:
        x0, y0, x1, y1 = map(FloatObject, rectangle)
        annotation = DictionaryObject({
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): ArrayObject((x0, y0, x1, y1)),
            NameObject("/QuadPoints"): ArrayObject((x0, y1, x1, y1, x0, y0, x1, y0)),
            NameObject("/Contents"): TextStringObject(contents),
        })  # fmt: skip
        page[NameObject("/Annots")] = ArrayObject((annotation,))

    return rewritten(pdf(lines("The Father shall pay all fees.")), add)


def test_struck_out_by_an_annotation() -> None:
    end = 72 + stringWidth("The Father shall pay", "Times-Roman", 12)
    document = read_bytes(annotated("/StrikeOut", (72, 597, end, 610), ""), name="order.pdf")
    (mark,) = document.marks
    assert mark.kind is MarkKind.STRUCK
    assert document.text[mark.start : mark.end] == "The Father shall pay"


def test_typed_on_the_page_as_an_annotation() -> None:
    data = annotated("/FreeText", (72, 540, 300, 556), "Amended: in equal shares.")
    assert "Amended: in equal shares." in paragraphs(read_bytes(data, name="order.pdf"))


def test_five_hundred_pages_in_order() -> None:
    document = reading(*(lines(f"{number}. {SENTENCE}") for number in range(1, 501)))
    assert document.pages == 500
    assert document.place(len(document.text) - 9, len(document.text)).page == 500
