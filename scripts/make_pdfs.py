"""Make PDFs of some orders in corpus/orders, each in the look of a real court's paper.

Run ``python scripts/make_pdfs.py``; the same order.txt gives the same bytes (reportlab with
invariant=1), so the PDFs can be committed. rtlint.read tells the paragraphs; nothing is added but
what a look calls for: margin numbers, running heads and feet, and in one look a footnote.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from rtlint.model.document import Document, Paragraph
from rtlint.read import read

ROOT = Path(__file__).resolve().parents[1]
PAGE_WIDTH, PAGE_HEIGHT = 612.0, 792.0
TYPED_COLUMNS = 82  # characters across the page in a text file


@dataclass(frozen=True)
class Look:
    """How a page is set; lengths are in points."""

    font: str = "Times-Roman"
    size: float = 12.0
    leading: float = 14.4
    after: float = 8.0  # space after a paragraph
    left: float = 72.0
    right: float = 540.0
    top: float = 720.0
    bottom: float = 80.0
    indent: float = 0.0  # of first lines that were typed flush
    justified: bool = False  # and hyphenated
    numbered: bool = False  # pleading paper
    head: str = ""  # may use {page}, {pages} and {case}
    foot: str = ""
    note: str = ""  # a footnote, called at the end of the first numbered paragraph


CASE = "Case No. {case}"
OF_PAGES = "Page {page} of {pages}"
ECF = "Case {case}   Document 41   Filed 03/09/23   Page {page} of {pages}"

PLEADING = Look(
    leading=24.0, after=0.0, left=90.0, right=560.0, top=732.0, numbered=True, foot="ORDER - {page}"
)
JUSTIFIED = Look(leading=13.6, after=7.0, justified=True, foot="- {page} -")
MEMO = Look(font="Helvetica", size=10.5, leading=13.0, after=9.0, foot="{page}")
FILED = Look(head=ECF, foot=OF_PAGES)
NOTED = Look(size=11.5, leading=15.0, foot="{page}", note="Numbers are those of the transcript.")
DOUBLE = Look("Courier", 11.0, leading=22.0, after=0.0, indent=36.0, head=CASE, foot=OF_PAGES)
FORM = Look("Helvetica", 10.0, leading=12.5, after=5.0, foot="Form RT-4    Page {page} of {pages}")

LOOKS = {
    "o1-abernathy": DOUBLE,
    "o1-calloway": MEMO,
    "o1-delacourt": FILED,
    "o1-hostetter": FORM,
    "o1-wexler": JUSTIFIED,
    "o2-arrocha": PLEADING,
    "o2-brancato": PLEADING,
    "o2-castellane": FORM,
    "o2-hollifield": NOTED,
    "o2-katsaros": JUSTIFIED,
    "o2-wadley": FILED,
}

_COLUMNS = re.compile(r"\S {3,}\S")
_LABELLED = re.compile(r"\s*(?:\(?\w{1,4}[.)]|Step \w+\.|[☐☒]|\[[ X]\])\s{2,}")
_BREAK = re.compile(r"(?<=[aeiou])([bcdfgklmnprstvz])(?=[bcdfgklmnprstvz][aeiou])")


class Segment(NamedTuple):
    x: float  # from the left edge
    text: str
    word_space: float = 0.0


@dataclass
class SetLine:
    segments: list[Segment]
    leading: float
    called: bool = False  # a footnote is called at its end


def main() -> None:
    """Write order.pdf beside each order.txt of the table; name slugs to make only those."""
    for slug in sys.argv[1:] or sorted(LOOKS):
        source = ROOT / "corpus" / "orders" / slug / "order.txt"
        if source.exists():
            make_pdf(source, source.with_suffix(".pdf"), LOOKS[slug])
            print(source.with_suffix(".pdf").relative_to(ROOT))


def make_pdf(source: Path, target: Path, look: Look) -> None:
    """Set the text file in the look."""
    lines = list(set_lines(source, look))
    pages = list(paginate(lines, look))
    case = re.search(r"\b\d+[A-Z\d-]*-\d{3,}\S*|\b[A-Z]{2,}-[\d-]+", source.read_text("utf-8"))
    names = {"case": case[0] if case else "2025-DR-104", "pages": len(pages)}
    canvas = Canvas(str(target), pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1)
    canvas.setTitle("Order")
    for number, page in enumerate(pages, start=1):
        draw_page(canvas, page, look, {**names, "page": number})
        canvas.showPage()
    canvas.save()


def set_lines(source: Path, look: Look) -> Iterator[SetLine | None]:
    """The lines of the document; None is the space between two paragraphs."""
    document = read(source)
    rows = source.read_text("utf-8").splitlines()
    paragraphs = [
        (document.text[paragraph.start : paragraph.end], rows_of(document, paragraph))
        for paragraph in document.paragraphs
    ]
    typed = typed_rows(rows, [numbers for _, numbers in paragraphs])
    unit = (look.right - look.left) / TYPED_COLUMNS
    done: set[int] = set()
    waiting = bool(look.note)
    for text, numbers in paragraphs:
        if numbers[0] in typed:
            if numbers[0] not in done:
                zone = zone_of(numbers[0], typed)
                done.update(zone)
                yield from typed_lines([rows[index] for index in zone], unit, look)
                yield None
            continue
        lines = wrap(text, [rows[index] for index in numbers], unit, look)
        if waiting and re.match(r"1(?:\.01|\.) ", text):
            lines[-1].called = True
            waiting = False
        yield from lines
        yield None


def rows_of(document: Document, paragraph: Paragraph) -> list[int]:
    span = range(paragraph.start, paragraph.end)
    return [line.number - 1 for line in document.lines if line.start in span]


def typed_rows(rows: list[str], paragraphs: list[list[int]]) -> set[int]:
    """Rows in columns: those with wide gaps, and those the reader took out of their order."""
    typed = {
        index
        for index, row in enumerate(rows)
        if _COLUMNS.search(row.strip()) and not _LABELLED.match(row)
    }
    last = -1
    for numbers in paragraphs:
        if numbers[0] <= last:
            typed.update(range(numbers[0], last + 1))
        last = max(last, numbers[-1])
    return typed


def zone_of(row: int, typed: set[int]) -> range:
    start = next(index for index in count(row, -1) if index - 1 not in typed)
    return range(start, next(index for index in count(row) if index not in typed))


def typed_lines(rows: list[str], unit: float, look: Look) -> Iterator[SetLine | None]:
    leading = look.leading / 2 if look.leading > 20 else look.leading
    for row in rows:
        pieces = re.finditer(r"\S+(?: {1,2}\S+)*", row)
        yield SetLine([Segment(match.start() * unit, match[0]) for match in pieces], leading)


def wrap(text: str, rows: list[str], unit: float, look: Look) -> list[SetLine]:
    """The paragraph broken into lines, centred where it was typed in the middle."""
    width = look.right - look.left
    typed, hung = (len(row) - len(row.lstrip()) for row in (rows[0], rows[-1]))
    first, later = typed * unit, hung * unit
    if look.indent and not rows[0].startswith(" ") and len(text) > 90:
        first, later = look.indent, 0.0
    free = TYPED_COLUMNS - 4 - len(rows[0].strip())
    if typed > 11 and abs(2 * typed - free) < 12 and len(rows) == 1:
        middle = (width - stringWidth(text, look.font, look.size)) / 2
        return [SetLine([Segment(max(middle, 0.0), text)], look.leading)]
    lines: list[SetLine] = []
    words = text.split(" ")
    while words:
        indent = later if lines else first
        room = width - indent
        taken = fill(words, room, look)
        line = " ".join(taken)
        gaps = len(taken) - 1
        slack = room - stringWidth(line, look.font, look.size)
        stretch = slack / gaps if look.justified and words and gaps and slack < room / 3 else 0.0
        lines.append(SetLine([Segment(indent, line, stretch)], look.leading))
    return lines


def fill(words: list[str], room: float, look: Look) -> list[str]:
    """Take the words of one line off the front of the list."""
    taken = [words.pop(0)]
    while words:
        line = " ".join([*taken, words[0]])
        if stringWidth(line, look.font, look.size) <= room:
            taken.append(words.pop(0))
            continue
        break
    if words and look.justified and words[0].isalpha():
        for cut in reversed([match.end() for match in _BREAK.finditer(words[0])]):
            head, tail = words[0][:cut] + "-", words[0][cut:]
            line = " ".join([*taken, head])
            if cut > 2 and len(tail) > 3 and stringWidth(line, look.font, look.size) <= room:
                words[0] = tail
                return [*taken, head]
    return taken


def paginate(lines: list[SetLine | None], look: Look) -> Iterator[list[tuple[float, SetLine]]]:
    page: list[tuple[float, SetLine]] = []
    y = look.top
    for line in lines:
        if line is None:
            y -= look.after
            continue
        floor = look.bottom + (30 if look.note else 0)
        if y < floor:
            yield page
            page, y = [], look.top
        page.append((y, line))
        y -= line.leading
    if page:
        yield page


def draw_page(
    canvas: Canvas, page: list[tuple[float, SetLine]], look: Look, names: dict[str, object]
) -> None:
    if look.numbered:
        draw_paper(canvas, look)
    for y, line in page:
        for segment in line.segments:
            draw_segment(canvas, segment, y, look)
        if line.called:
            draw_call(canvas, line, y, look)
    canvas.setFont(look.font, 9)
    canvas.drawCentredString(PAGE_WIDTH / 2, 762, look.head.format(**names))
    canvas.drawCentredString(PAGE_WIDTH / 2, 40, look.foot.format(**names))


def draw_segment(canvas: Canvas, segment: Segment, y: float, look: Look) -> None:
    x = look.left + segment.x
    canvas.setFont(look.font, look.size)
    if not re.search("[☐☒]", segment.text):
        canvas.drawString(x, y, segment.text, wordSpace=segment.word_space)
        return
    for piece in re.split("([☐☒])", segment.text):
        if piece in ("☐", "☒") and piece:
            draw_box(canvas, x, y, 0.7 * look.size, ticked=piece == "☒")
            x += 0.7 * look.size
        else:
            canvas.drawString(x, y, piece)
            x += stringWidth(piece, look.font, look.size)


def draw_box(canvas: Canvas, x: float, y: float, side: float, *, ticked: bool) -> None:
    canvas.setLineWidth(0.6)
    canvas.rect(x, y, side, side)
    if ticked:
        canvas.line(x, y, x + side, y + side)
        canvas.line(x, y + side, x + side, y)


def draw_call(canvas: Canvas, line: SetLine, y: float, look: Look) -> None:
    last = line.segments[-1]
    end = look.left + last.x + stringWidth(last.text, look.font, look.size)
    canvas.setFont(look.font, look.size * 0.6)
    canvas.drawString(end, y + look.size * 0.35, "1")
    canvas.setLineWidth(0.5)
    canvas.line(look.left, look.bottom + 12, look.left + 144, look.bottom + 12)
    canvas.drawString(look.left, look.bottom + 3, "1")
    canvas.setFont(look.font, look.size * 0.8)
    canvas.drawString(look.left + 6, look.bottom, look.note)


def draw_paper(canvas: Canvas, look: Look) -> None:
    """Pleading paper: 28 numbers, two rules to the left, one to the right, a rule at the foot."""
    canvas.setFont(look.font, look.size)
    for number in range(1, 29):
        canvas.drawRightString(look.left - 24, look.top - 24 * (number - 1), str(number))
    canvas.setLineWidth(0.5)
    for x in (look.left - 12, look.left - 9, look.right + 8):
        canvas.line(x, 20, x, PAGE_HEIGHT - 12)
    canvas.line(look.left, 54, look.right, 54)


if __name__ == "__main__":
    main()
