"""PDFs drawn for one test each, with reportlab and always the same bytes."""

import io
from collections.abc import Callable, Iterable

from reportlab.pdfgen.canvas import Canvas

from rtlint.model.document import Document
from rtlint.read import Limits, read_bytes

Draw = Callable[[Canvas], None]

SENTENCE = "Each party shall attend every session that the therapist sets for that party."


def pdf(*pages: Draw, **options: object) -> bytes:
    """A PDF in which each function has drawn one page of US Letter, in Times 12."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792), invariant=1, **options)
    for draw in pages:
        canvas.setFont("Times-Roman", 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(*texts: str, x: float = 72, y: float = 600, step: float = 14) -> Draw:
    """A page of these lines, one below the other."""

    def draw(canvas: Canvas) -> None:
        for index, text in enumerate(texts):
            canvas.drawString(x, y - step * index, text)

    return draw


def both(*draws: Draw) -> Draw:
    """One page on which all of these are drawn."""

    def draw(canvas: Canvas) -> None:
        for each in draws:
            each(canvas)

    return draw


def reading(*pages: Draw, limits: Limits | None = None, **options: object) -> Document:
    """The PDF of these pages, as rtlint reads it."""
    return read_bytes(pdf(*pages, **options), name="order.pdf", limits=limits or Limits())


def paragraphs(document: Document) -> list[str]:
    return [document.text[each.start : each.end] for each in document.paragraphs]


def paragraphs_of(text: str, **options: object) -> list[str]:
    return paragraphs(read_bytes(text.encode(), name="order.txt", **options))


def words_of(document: Document, texts: Iterable[str]) -> list[tuple[int, int]]:
    """The offsets of the first of each of the texts in the document."""
    found = []
    for text in texts:
        start = document.text.index(text)
        found.append((start, start + len(text)))
    return found
