"""The order on pleading paper, as California has it filed."""

import io

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from scripts.papers.order import FEES, ORDER, REST, Item, line_of


def pleading() -> bytes:
    """The order on pleading paper: 28 numbered lines, a ruled margin, caption in two columns."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792), invariant=1)
    lines: list[tuple[float, str]] = []  # where each line begins, and what it says
    court, _, _, opening = ORDER[:4]
    lines.append((200, court.text))
    lines += [(0, row) for row in _CAPTION]
    for item in (opening, *ORDER[4:]):
        lines += _wrapped(item)
    for row in FEES:
        lines.append((0, "\t".join(row)))
    for item in REST:
        lines += _wrapped(item)
    for first in range(0, len(lines), 28):
        _pleading_page(canvas, lines[first : first + 28], first // 28 + 1)
    canvas.save()
    return file.getvalue()


_CAPTION = (
    "IN RE THE MARRIAGE OF HELENE\t)\tCase No. FL-2026-118",
    "OSTRANDER, Petitioner, and\t)\t",
    "PIERS OSTRANDER, Respondent\t)\tORDER FOR REUNIFICATION",
    "\t)\tTHERAPY",
    "____________________________\t)\t",
)


def _wrapped(item: Item) -> list[tuple[float, str]]:
    first, rest = (36.0 * (item.level + 1), 0.0) if item.level >= 0 else (36.0, 0.0)
    found: list[tuple[float, str]] = []
    line, x = "", first
    for each in line_of(item).split():
        if stringWidth(f"{line} {each}", "Times-Roman", 12) > 450 - x:
            found.append((x, line))
            line, x = "", rest
        line = f"{line} {each}".strip()
    return [*found, (x, line)]


def _pleading_page(canvas: Canvas, lines: list[tuple[float, str]], page: int) -> None:
    canvas.setFont("Times-Roman", 12)
    for x in (96, 99, 565):
        canvas.line(x, 20, x, 780)
    for index in range(28):
        canvas.drawRightString(90, 726 - 24 * index, str(index + 1))
    for index, (x, text) in enumerate(lines):
        for tab, part in zip(
            (x, 230, 260) if "\t)" in text else (x, 250, 350), text.split("\t"), strict=False
        ):
            canvas.drawString(105 + tab, 726 - 24 * index, part)
    canvas.line(105, 48, 560, 48)
    canvas.setFont("Times-Roman", 10)
    canvas.drawCentredString(330, 36, f"- {page} -")
    canvas.drawCentredString(330, 24, "ORDER FOR REUNIFICATION THERAPY")
    canvas.showPage()
