"""A copy of a PDF with the evidence highlighted and a note on each highlight.

The original's bytes stay as they are, and the marks are written after them, as PDF allows: whatever
was in the file is in the copy. pypdf is imported only here.
"""

import io
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rtlint.errors import UsageError
from rtlint.model.assessment import EvidenceRole
from rtlint.model.document import Box
from rtlint.model.report import DocumentReport, Report
from rtlint.reporters.copies.notes import Note, notes

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import DictionaryObject

AUTHOR = "rtlint"
_COLOURS = {
    EvidenceRole.CONTRADICTS: (1.0, 0.72, 0.68),
    EvidenceRole.QUALIFIES: (1.0, 0.88, 0.45),
    EvidenceRole.DECIDES: (1.0, 0.88, 0.45),
    EvidenceRole.SUPPORTS: (0.68, 0.85, 1.0),
    EvidenceRole.NEAREST: (0.85, 0.85, 0.85),
}
_PRINTED = 4  # the annotation flag that puts a mark on paper too
_ICON = 20.0  # side of the note on the first page, in points

Quad = tuple[float, float, float, float]  # left, bottom, right, top in the page's own user space


def mark_pdf(report: Report, document: DocumentReport, data: bytes) -> bytes:
    """The bytes of the copy.

    Raises:
        UsageError: the file is protected, or pypdf cannot make a copy of it.
    """
    try:
        copy = _copy(report, document, data)
    except MemoryError:
        raise  # the child's limits, not the file's damage
    except Exception as error:  # on a damaged file pypdf may raise anything
        raise UsageError(
            f"No marked copy of {document.name} could be made ({type(error).__name__}). "
            "Print it to a new PDF, or use the report as HTML."
        ) from error
    if copy is None:
        raise UsageError(
            f"{document.name} is protected, and the marked copy would not be. "
            "Save it without a password first."
        )
    return copy


def _copy(report: Report, document: DocumentReport, data: bytes) -> bytes | None:
    """The bytes of the copy; None for a protected file."""
    from pypdf import PdfReader, PdfWriter

    if PdfReader(io.BytesIO(data)).is_encrypted:
        return None
    writer = PdfWriter(io.BytesIO(data), incremental=True)
    _mark(writer, report, document)
    copy = io.BytesIO()
    writer.write(copy)
    return copy.getvalue()


def _mark(writer: "PdfWriter", report: Report, document: DocumentReport) -> None:
    said = notes(report, document)
    turns: dict[int, int] = {}
    for number, note in enumerate(said.placed, start=1):
        for page in sorted({box.page for box in note.evidence.place.boxes}):
            sheet = writer.pages[page - 1]
            turn = turns.setdefault(page, reading_turn(sheet))
            quads = [user_space(sheet, box, turn) for box in _on(note, page)]
            _add(writer, page, _highlight(note, quads, f"rtlint-{number}-{page}"))
    lost = [note.text for note in said.placed if not note.evidence.place.boxes]
    _add(writer, 1, _summary(writer.pages[0], "\n\n".join([said.whole, *lost])))


def _on(note: Note, page: int) -> list[Box]:
    return [box for box in note.evidence.place.boxes if box.page == page]


def reading_turn(sheet: "PageObject") -> int:
    """How many quarter turns, against the clock, most of a page's text has in user space."""
    turns: Counter[int] = Counter()

    def visit(text: str, outer: Sequence[float], inner: Sequence[float], *_: object) -> None:
        across = inner[0] * outer[0] + inner[1] * outer[2]
        up = inner[0] * outer[1] + inner[1] * outer[3]
        quarter = (1 if up > 0 else 3) if abs(up) > abs(across) else (0 if across >= 0 else 2)
        turns[quarter] += len(text.strip())

    sheet.extract_text(visitor_text=visit)
    return turns.most_common(1)[0][0] if turns else 0


def user_space(sheet: "PageObject", box: Box, turn: int) -> Quad:
    """A rectangle of the page as it is read, in the page's own coordinates."""
    frame = sheet.cropbox
    left, bottom = float(frame.left), float(frame.bottom)
    wide, tall = float(frame.width), float(frame.height)
    x0, y0, x1, y1 = (
        (box.x0, tall - box.bottom, box.x1, tall - box.top),
        (box.top, box.x0, box.bottom, box.x1),
        (wide - box.x1, box.top, wide - box.x0, box.bottom),
        (wide - box.bottom, tall - box.x1, wide - box.top, tall - box.x0),
    )[turn]
    return left + x0, bottom + y0, left + x1, bottom + y1


def _highlight(note: Note, quads: Sequence[Quad], name: str) -> "DictionaryObject":
    around = (
        min(quad[0] for quad in quads),
        min(quad[1] for quad in quads),
        max(quad[2] for quad in quads),
        max(quad[3] for quad in quads),
    )
    corners = [
        edge for x0, y0, x1, y1 in quads for edge in (x0, y1, x1, y1, x0, y0, x1, y0)
    ]  # top left, top right, bottom left, bottom right, as every viewer takes them
    return _annotation(
        "/Highlight",
        around,
        note.text,
        name,
        {"/QuadPoints": corners, "/C": _COLOURS[note.role]},
    )


def _summary(sheet: "PageObject", text: str) -> "DictionaryObject":
    left, top = float(sheet.cropbox.left) + 8, float(sheet.cropbox.top) - 8
    around = (left, top - _ICON, left + _ICON, top)
    return _annotation("/Text", around, text, "rtlint-0", {"/C": (1.0, 0.88, 0.45)})


def _annotation(
    kind: str, around: Quad, text: str, name: str, more: dict[str, Sequence[float]]
) -> "DictionaryObject":
    from pypdf.generic import (
        ArrayObject,
        DictionaryObject,
        FloatObject,
        NameObject,
        NumberObject,
        TextStringObject,
    )

    def numbers(values: Sequence[float]) -> ArrayObject:
        return ArrayObject([FloatObject(round(value, 2)) for value in values])

    entries: dict[Any, Any] = {
        NameObject("/Type"): NameObject("/Annot"),
        NameObject("/Subtype"): NameObject(kind),
        NameObject("/Rect"): numbers(around),
        NameObject("/Contents"): TextStringObject(text),
        NameObject("/T"): TextStringObject(AUTHOR),
        NameObject("/NM"): TextStringObject(name),
        NameObject("/F"): NumberObject(_PRINTED),
    }
    if kind == "/Text":
        entries[NameObject("/Name")] = NameObject("/Comment")
    for key, values in more.items():
        entries[NameObject(key)] = numbers(values)
    return DictionaryObject(entries)


def _add(writer: "PdfWriter", page: int, annotation: "DictionaryObject") -> None:
    writer.add_annotation(page - 1, annotation)
