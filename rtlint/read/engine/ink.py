"""Words that the text layer holds and a reader of the page cannot see.

White letters, letters under a box and invisible ones are told alike: draw the page and look
whether there is ink where the word should be. Pages with nothing suspect are not drawn.
"""

import ctypes
from typing import Any

import pypdfium2_raw as pdfium

from .drawings import Drawings
from .frame import Frame
from .record import BoxRecord, WordRecord

SUSPECT = "suspect"
HIDDEN = "hidden"
_SCALE = 1.5
_MOST_PIXELS = 6_000_000
_CONTRAST = 60  # of 255; below it there is nothing to see
_SCAN = 0.5  # share of the page under a picture
_ROWS = 7  # sampled through the height of a word
_INK = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def hide_invisible(
    page: Any, frame: Frame, words: list[WordRecord], drawings: Drawings
) -> list[WordRecord]:
    """The words, with the mark "hidden" on those that leave no ink and "" on all others."""
    if drawings.image > _SCAN and sum(word[7] == SUSPECT for word in words) > len(words) / 2:
        # The invisible layer of a scan; its stray letters are misreadings, not secrets.
        return [_without_mark(word) for word in words]
    doubtful = [_is_doubtful(word, drawings.fills) for word in words]
    picture = _Picture(page, frame) if any(doubtful) else None
    return [
        _marked(word, frame, picture if doubt else None)
        for word, doubt in zip(words, doubtful, strict=True)
    ]


def _is_doubtful(word: WordRecord, fills: list[BoxRecord]) -> bool:
    if word[7] == SUSPECT:
        return True
    x, y = (word[1] + word[2]) / 2, (word[3] + word[4]) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in fills)


def _without_mark(word: WordRecord) -> WordRecord:
    return (*word[:7], "")


def _marked(word: WordRecord, frame: Frame, picture: "_Picture | None") -> WordRecord:
    text, x0, x1, top, bottom, base, size, _ = word
    outside = x1 <= 0 or x0 >= frame.width or bottom <= 0 or top >= frame.height
    unseen = outside or (
        picture is not None
        and any(letter in _INK for letter in text)
        and picture.contrast(x0, base - 0.7 * size, x1, base) < _CONTRAST
    )
    return (text, x0, x1, top, bottom, base, size, HIDDEN if unseen else "")


class _Picture:
    """A grey drawing of the page, turned as its text is read."""

    def __init__(self, page: Any, frame: Frame) -> None:
        area = max(frame.width * frame.height, 1.0)
        self._scale = min(_SCALE, (_MOST_PIXELS / area) ** 0.5)
        self._width = max(int(frame.width * self._scale), 1)
        self._height = max(int(frame.height * self._scale), 1)
        bitmap = pdfium.FPDFBitmap_CreateEx(
            self._width, self._height, pdfium.FPDFBitmap_Gray, None, 0
        )
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self._width, self._height, 0xFFFFFFFF)
        turn = (frame.turn - pdfium.FPDFPage_GetRotation(page)) % 4
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, self._width, self._height, turn, flags)
        self._stride = pdfium.FPDFBitmap_GetStride(bitmap)
        buffer = pdfium.FPDFBitmap_GetBuffer(bitmap)
        self._pixels = ctypes.string_at(buffer, self._stride * self._height)
        pdfium.FPDFBitmap_Destroy(bitmap)

    def contrast(self, x0: float, top: float, x1: float, bottom: float) -> int:
        left, right = max(int(x0 * self._scale), 0), min(int(x1 * self._scale) + 1, self._width)
        high, low = max(int(top * self._scale), 0), min(int(bottom * self._scale) + 1, self._height)
        if left >= right or high >= low:
            return 0
        step = max((low - high) // _ROWS, 1)
        rows = [
            self._pixels[row * self._stride + left : row * self._stride + right]
            for row in range(high, low, step)
        ]
        return max(map(max, rows)) - min(map(min, rows))
