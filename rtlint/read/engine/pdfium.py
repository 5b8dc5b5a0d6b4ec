"""The first engine: characters with their places, through PDFium's C interface.

The four calls made for every character go through function pointers without argument types,
which ctypes calls three times as fast; all others keep pypdfium2's checked signatures.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from .dingbats import symbols_of
from .drawings import read_drawings
from .forms import FormReader
from .frame import Frame
from .ink import SUSPECT, hide_invisible
from .record import EngineError, PageRecord, blank, empty_page
from .words import BREAK, Char, build_words

_SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0))
_INVISIBLE = 3  # text render mode of OCR layers, and of text meant for machines
_TINY = 3.0  # points
_PALE = 225  # of 255 in each colour
_FAINT = 40  # of 255, opacity
_LAYER = "OC\0".encode("utf-16-le")  # the mark of content that a layer holds
_ERRORS = {3: "damaged", 4: "password", 5: "security", 6: "damaged"}


class _Style(NamedTuple):
    """What the characters of one text object share."""

    size: float
    turn: int  # -1 where the text stands at an angle
    symbols: dict[str, str]
    mark: str


class _Raw(NamedTuple):
    code: int
    x: float
    y: float
    left: float
    bottom: float
    right: float
    top: float
    style: _Style


_BREAK = _Raw(0x20, 0, 0, 0, 0, 0, 0, _Style(0, 0, {}, ""))


def _pointer(function: Any, result: Any) -> Any:
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result)(address)


_get_code = _pointer(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
_get_origin = _pointer(pdfium.FPDFText_GetCharOrigin, ctypes.c_int)
_get_box = _pointer(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)
_get_object = _pointer(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)


class PdfiumDocument:
    """An open PDF; ``pages()`` reads and closes one page after the other."""

    def __init__(self, data: bytes, password: str | None) -> None:
        pdfium.FPDF_InitLibrary()
        self._data = data  # PDFium reads from it as long as the document is open
        key = password.encode() if password is not None else None
        self._document = pdfium.FPDF_LoadMemDocument64(data, len(data), key)
        if not self._document:
            raise EngineError(_ERRORS.get(pdfium.FPDF_GetLastError(), "damaged"))
        self.page_count: int = pdfium.FPDF_GetPageCount(self._document)
        if self.page_count < 1:
            raise EngineError("damaged")
        self.attachments: int = pdfium.FPDFDoc_GetAttachmentCount(self._document)
        self.scripted: bool = pdfium.FPDFDoc_GetJavaScriptActionCount(self._document) > 0
        self._forms = FormReader(self._document)

    def pages(self, most_characters: int, only: Sequence[int] = ()) -> Iterator[PageRecord]:
        for number in only or range(1, self.page_count + 1):
            yield self._page(number - 1, most_characters)

    def close(self) -> None:
        self._forms.close()
        pdfium.FPDF_CloseDocument(self._document)

    def _page(self, index: int, most: int) -> PageRecord:
        page = pdfium.FPDF_LoadPage(self._document, index)
        if not page:
            return empty_page(index + 1, failed=True)
        text_page = pdfium.FPDFText_LoadPage(page)
        try:
            return self._record(page, text_page, index + 1, most)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
            pdfium.FPDF_ClosePage(page)

    def _record(self, page: Any, text_page: Any, number: int, most: int) -> PageRecord:
        count = pdfium.FPDFText_CountChars(text_page)
        raw = _characters(text_page, min(count, most))
        turns = Counter(char.style.turn for char in raw if char is not _BREAK)
        angled = turns.pop(-1, 0)
        turn = turns.most_common(1)[0][0] if turns else 0
        frame = _frame(page, turn)
        upright = [char for char in raw if char is _BREAK or char.style.turn == turn]
        words = build_words(_upright(upright, frame))
        drawings = read_drawings(page, frame)
        return blank(
            number,
            round(frame.width, 2),
            round(frame.height, 2),
            words=hide_invisible(page, frame, words, drawings),
            rules=drawings.rules + self._forms.strikes(page, frame),
            squares=drawings.squares,
            crosses=drawings.crosses,
            fields=self._forms.fields(page, frame),
            image=round(drawings.image, 3),
            objects=drawings.objects,
            slashes=drawings.slashes,
            angled=angled + sum(turns.values()) - turns[turn],
            cut=count > most,
        )


def _frame(page: Any, turn: int) -> Frame:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        return Frame(turn, 0, 0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
    return Frame(turn, box.left, box.bottom, box.right, box.top)


def _characters(text_page: Any, count: int) -> list[_Raw]:
    handle = ctypes.cast(text_page, ctypes.c_void_p)
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    at_x, at_y, at_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    styles: dict[int | None, _Style] = {}
    found: list[_Raw] = []
    for index in range(count):
        code = _get_code(handle, index)
        if code in _SPACES:
            found.append(_BREAK)
            continue
        if code == 0:
            continue
        _get_origin(handle, index, at_x, at_y)
        _get_box(handle, index, at_box)
        pointer = _get_object(handle, index)
        style = styles.get(pointer)
        if style is None:
            style = styles[pointer] = _style(text_page, index, pointer)
        found.append(_Raw(code, x.value, y.value, box.left, box.bottom, box.right, box.top, style))
    return found


def _style(text_page: Any, index: int, pointer: int | None) -> _Style:
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(text_page, index)
    turn, symbols, mark = 0, {}, ""
    if pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix)):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
        quarter = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        turn = round(quarter) % 4 if abs(quarter - round(quarter)) < 0.03 else -1
    if pointer:
        text_object = ctypes.cast(pointer, pdfium.FPDF_PAGEOBJECT)
        symbols = symbols_of(_font_name(text_object))
        if size < _TINY or _is_pale(text_object) or _is_layered(text_object):
            mark = SUSPECT
    return _Style(abs(size) or 1.0, turn, symbols, mark)


def _is_pale(text_object: Any) -> bool:
    """Whether the text may leave no ink: render mode, opacity or colour make it doubtful."""
    if pdfium.FPDFTextObj_GetTextRenderMode(text_object) == _INVISIBLE:
        return True
    colour = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(text_object, *map(ctypes.byref, colour)):
        return False
    red, green, blue, opacity = (part.value for part in colour)
    return opacity < _FAINT or min(red, green, blue) > _PALE


def _is_layered(text_object: Any) -> bool:
    """Whether the text belongs to a layer, which may be switched off."""
    name = (ctypes.c_ushort * 8)()
    length = ctypes.c_ulong()
    for index in range(min(pdfium.FPDFPageObj_CountMarks(text_object), 16)):
        mark = pdfium.FPDFPageObj_GetMark(text_object, index)
        if (
            pdfium.FPDFPageObjMark_GetName(mark, name, 16, ctypes.byref(length))
            and bytes(name)[: length.value] == _LAYER
        ):
            return True
    return False


def _font_name(text_object: Any) -> str:
    font = pdfium.FPDFTextObj_GetFont(text_object)
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    return name.value.decode("latin-1")


def _upright(raw: list[_Raw], frame: Frame) -> Iterator[Char]:
    turn, left, bottom, right, top = frame
    for char in raw:
        if char is _BREAK:
            yield BREAK
            continue
        code, x, y, x0, y0, x1, y1, style = char
        text = chr(code) if code < 0x110000 else "\ufffd"
        if style.symbols:
            text = style.symbols.get(text, text)
        if turn == 0:
            yield Char(text, x0 - left, x1 - left, top - y, style.size, style.mark)
        elif turn == 1:
            yield Char(text, y0 - bottom, y1 - bottom, x - left, style.size, style.mark)
        elif turn == 2:
            yield Char(text, right - x1, right - x0, y - bottom, style.size, style.mark)
        else:
            yield Char(text, top - y1, top - y0, right - x, style.size, style.mark)
