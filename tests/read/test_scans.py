"""Pages that are pictures: never judged as if empty, and read where that is possible."""

import io

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from rtlint.errors import UnreadableDocument
from rtlint.model.document import Document
from rtlint.read import read_bytes, scans
from rtlint.read.engine.record import PageRecord, blank
from tests.read.papers import SENTENCE, lines, pdf
from tests.read.word import codes

needs_extra = pytest.mark.skipif(scans.models() is None, reason="rtlint[ocr] is not installed")


def picture_of(*texts: str, turn: int = 0) -> bytes:
    """A page drawn as a picture at 200 dpi."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf(lines(*texts))) as document:
        drawn = document[0].render(scale=200 / 72, grayscale=True).to_pil()
    if turn:
        drawn = drawn.rotate(90 * turn, expand=True)

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(drawn), 0, 0, 612, 792)

    return pdf(lines(SENTENCE), draw)


def reading(data: bytes) -> Document:
    return read_bytes(data, name="order.pdf")


def test_without_the_extra_a_picture_is_told_and_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "models", lambda: None)
    document = reading(picture_of("The child shall attend."))
    assert document.unread_pages == (2,)
    assert codes(document) == ["page-without-text"]
    assert document.recognised == ()


@needs_extra
def test_with_the_extra_it_is_read_and_known_to_be_recognised() -> None:
    document = reading(picture_of("The child shall attend every session.", "Each party pays half."))
    assert document.text == (
        f"{SENTENCE}\n\nThe child shall attend every session.\n\nEach party pays half."
    )
    assert document.unread_pages == ()
    assert codes(document) == ["page-recognised"]
    page = document.recognised[0]
    assert (page.page, page.confidence > 80) == (2, True)
    word = next(word for word in document.words if document.text[word.start : word.end] == "child")
    assert word.box.page == 2
    assert word.box.x0 == pytest.approx(95, abs=6)
    assert word.box.top == pytest.approx(183, abs=6)


@needs_extra
def test_a_page_of_dirt_stays_unread() -> None:
    noise = Image.effect_noise((600, 800), 90)
    ImageDraw.Draw(noise).rectangle((100, 100, 500, 300), fill=0)

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(noise), 0, 0, 612, 792)

    document = reading(pdf(lines(SENTENCE), draw))
    assert document.unread_pages == (2,)


def test_a_file_of_pictures_only_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "models", lambda: None)
    file = io.BytesIO()
    Image.new("L", (600, 800), 200).save(file, "PDF")
    with pytest.raises(UnreadableDocument, match=r"rtlint\[ocr\]"):
        reading(file.getvalue())


def test_signs_are_mended_at_the_beginning_of_a_line_only() -> None:
    words = [("within", 0, 9, 0, 9, 9, 9, ""), ("30,", 12, 20, 0, 9, 9, 9, "")]
    record = blank(1, 612, 792, words=words, sure=90.0)
    assert [word[0] for word in scans.corrected(record)["words"]] == ["within", "30,"]


def recognised(*texts: str) -> PageRecord:
    return blank(1, 612, 792, words=[(text, 0, 9, 0, 9, 9, 9, "") for text in texts], sure=90.0)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("sha11", "shall"),
        ("rnother", "mother"),
        ("SHA11", "SHALL"),
        ("therapist", "therapist"),
        ("pay", "pay"),
        ("rnay", "may"),
        ("2011", "2011"),
        ("other", "other"),
        ("shail", "shall"),
        ("{c)", "(c)"),
        ("4,", "4."),
        ("3:", "3."),
        ("40%,", "40%,"),
    ],
)
def test_only_shapes_that_look_alike_are_taken_for_each_other(seen: str, meant: str) -> None:
    assert scans.corrected(recognised(seen))["words"][0][0] == meant


def test_lines_that_begin_at_about_one_place_begin_there_exactly() -> None:
    starts = (72.0, 73.4, 71.2, 108.0, 109.5)
    rows = enumerate(starts)
    words = [("word", x, x + 20, 0, 9, 20.0 * row, 9.0, "") for row, x in rows]
    words.append(("after", 110.0, 130.0, 0, 9, 0.0, 9.0, ""))
    pages = scans.aligned([blank(1, 612, 792, words=words, sure=90.0)])
    assert [word[1] for word in pages[0]["words"]] == [72.0, 72.0, 72.0, 109.5, 109.5, 110.0]


def test_an_empty_box_is_told_as_it_is_typed() -> None:
    assert [word[0] for word in scans.corrected(recognised("[]"))["words"]] == ["[", "]"]
    assert [word[0] for word in scans.corrected(recognised("[x]"))["words"]] == ["[X]"]
