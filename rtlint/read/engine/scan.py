"""Pages that are pictures: drawn by PDFium, recognised by Tesseract, told like any other page.

Only words with their places come out; margin numbers, columns and notes are then found by the same
steps as on printed pages. Lines are levelled first, since scans lie askew.
"""

import ctypes
import os
from collections.abc import Iterator, Sequence
from statistics import fmean, median
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from .record import EngineError, PageRecord, WordRecord, blank, empty_page

_DPI = 300
_MOST_PIXELS = 25_000_000  # Letter at 300 dpi has 8.4 million
_POOR = 60.0  # mean confidence, of 100, below which the page may lie on its side
_SAME_SIZE = 0.22  # recognised heights differ by that much within one size
_DIRT = frozenset(("", "_", "~", "'", "`", "‘", "’", ".", ",", "-", "—", "="))  # alone, no word
_LEAST = 15.0  # confidence below which a word is dirt


class _Word(NamedTuple):
    text: str
    sure: float
    x0: float
    x1: float
    base: float
    size: float


class ScannedDocument:
    """A PDF some of whose pages are read by optical character recognition."""

    attachments = 0
    scripted = False

    def __init__(self, data: bytes, password: str | None, models: str) -> None:
        os.environ["OMP_THREAD_LIMIT"] = "1"  # the processor limit counts all threads
        import tesserocr

        pdfium.FPDF_InitLibrary()
        self._data = data  # PDFium reads from it as long as the document is open
        key = password.encode() if password is not None else None
        self._document = pdfium.FPDF_LoadMemDocument64(data, len(data), key)
        if not self._document:
            raise EngineError("damaged")
        self.page_count: int = pdfium.FPDF_GetPageCount(self._document)
        self._modes = tesserocr
        # Looking for columns, Tesseract loses the numbers of paragraphs; ours are found later.
        self._reader = tesserocr.PyTessBaseAPI(
            path=models, lang="eng", psm=tesserocr.PSM.SINGLE_COLUMN
        )

    def pages(self, most_characters: int, only: Sequence[int] = ()) -> Iterator[PageRecord]:
        for number in only:
            page = pdfium.FPDF_LoadPage(self._document, number - 1)
            if not page:
                yield empty_page(number, failed=True)
                continue
            try:
                yield self._record(page, number, most_characters)
            finally:
                pdfium.FPDF_ClosePage(page)

    def close(self) -> None:
        self._reader.End()
        pdfium.FPDF_CloseDocument(self._document)

    def _record(self, page: Any, number: int, most: int) -> PageRecord:
        best: tuple[float, list[_Word], tuple[float, float]] | None = None
        for turn in (0, 1, 3, 2):
            words, size = self._recognised(page, turn)
            sure = fmean(word.sure for word in words) if words else 0.0
            if best is None or sure * len(words) > best[0] * len(best[1]):
                best = (sure, words, size)
            if best[0] >= _POOR:
                break
        sure, words, (width, height) = best or (0.0, [], (0.0, 0.0))
        told = [_told(word) for word in words][:most]
        return blank(
            number, round(width, 2), round(height, 2), words=told, image=1.0, objects=1,
            sure=round(sure, 1),
        )  # fmt: skip

    def _recognised(self, page: Any, turn: int) -> tuple[list[_Word], tuple[float, float]]:
        """The page's words when it is given this many quarter turns, and its size then."""
        wide, tall = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        if turn % 2:
            wide, tall = tall, wide
        area = max(wide * tall, 1.0)
        scale = min(_DPI / 72, (_MOST_PIXELS / area) ** 0.5)
        width, height = max(int(wide * scale), 1), max(int(tall * scale), 1)
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turn, flags)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        pdfium.FPDFBitmap_Destroy(bitmap)
        self._reader.SetImageBytes(pixels, width, height, 1, stride)
        self._reader.SetSourceResolution(int(scale * 72))
        self._reader.Recognize()
        return self._words(scale), (wide, tall)

    def _words(self, scale: float) -> list[_Word]:
        found: list[_Word] = []
        slopes: list[float] = []
        level, unit = self._modes.RIL, 1 / scale
        iterator = self._reader.GetIterator()
        if iterator is None:
            return found
        for item in self._modes.iterate_level(iterator, level.WORD):
            if item.Empty(level.WORD):
                continue
            text, sure = item.GetUTF8Text(level.WORD), float(item.Confidence(level.WORD))
            box, line = item.BoundingBox(level.WORD), item.Baseline(level.TEXTLINE)
            if text.strip() in _DIRT or sure < _LEAST or box is None or line is None:
                continue
            (left, low), (right, high) = line
            slope = (high - low) / (right - left) if right - left > 300 else 0.0
            if slope:
                slopes.append(slope)
            middle = low + slope * ((box[0] + box[2]) / 2 - left)
            row = item.RowAttributes()
            size = (row["row_height"] if row else box[3] - box[1]) * unit
            found.append(_Word(text, sure, box[0] * unit, box[2] * unit, middle * unit, size))
        return _evened(found, median(slopes) if slopes else 0.0)


def _evened(words: list[_Word], slope: float) -> list[_Word]:
    """The words on level lines, those of about one size made exactly so."""
    if not words:
        return []
    usual = median(word.size for word in words)
    return [
        word._replace(
            base=word.base - slope * (word.x0 + word.x1) / 2,
            size=usual if abs(word.size - usual) < _SAME_SIZE * usual else word.size,
        )
        for word in words
    ]


def _told(word: _Word) -> WordRecord:
    size = round(word.size, 2)
    return (
        word.text,
        round(word.x0, 2),
        round(word.x1, 2),
        round(word.base - 0.78 * size, 2),
        round(word.base + 0.24 * size, 2),
        round(word.base, 2),
        size,
        "",
    )
