"""The second engine: characters through pdfplumber, for files that PDFium cannot open.

It is an order of magnitude slower and reads no form fields; its characters go through the same
word builder, so the layout steps see no difference.
"""

import io
import logging
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from .dingbats import symbols_of
from .frame import Frame
from .record import BoxRecord, EngineError, PageRecord, blank, empty_page
from .words import BREAK, Char, build_words

_THIN = 2.5
_SPACES = frozenset(" \t\r\n\xa0")
_UNMAPPED = "(cid:"


class PlumberDocument:
    """An open PDF; ``pages()`` reads and closes one page after the other."""

    attachments = 0
    scripted = False

    def __init__(self, data: bytes, password: str | None) -> None:
        logging.disable(logging.CRITICAL)
        try:
            self._pdf = pdfplumber.open(io.BytesIO(data), password=password or "")
            self.page_count = len(self._pdf.pages)
        except PdfminerException as error:
            locked = error.args and isinstance(error.args[0], PDFPasswordIncorrect)
            raise EngineError("password" if locked else "damaged") from error
        except Exception as error:
            # pdfminer lets any exception through that a damaged file can provoke
            raise EngineError("damaged") from error

    def pages(self, most_characters: int, only: Sequence[int] = ()) -> Iterator[PageRecord]:
        for number in only or range(1, self.page_count + 1):
            page = self._pdf.pages[number - 1]
            try:
                yield _record(page, number, most_characters)
            except Exception:  # noqa: BLE001 - as above; the other pages may be sound
                yield empty_page(number, failed=True)
            finally:
                page.close()

    def close(self) -> None:
        self._pdf.close()


def _record(page: Any, number: int, most: int) -> PageRecord:
    chars = page.chars
    turns = Counter(_turn(char) for char in chars)
    angled = turns.pop(-1, 0)
    turn = turns.most_common(1)[0][0] if turns else 0
    wide, tall = float(page.width), float(page.height)
    frame = Frame(turn, 0.0, 0.0, wide, tall)
    upright = [char for char in chars if _turn(char) == turn][:most]
    area = max(wide * tall, 1.0)
    return blank(
        number,
        frame.width,
        frame.height,
        words=build_words(_upright(upright, frame, page.bbox)),
        rules=[box for box in map(_box, (*page.lines, *page.rects)) if _is_thin(box)],
        image=min(sum(_area(_box(image)) for image in page.images) / area, 1.0),
        objects=sum(map(len, page.objects.values())),
        angled=angled + sum(turns.values()) - turns[turn],
        cut=len(chars) > most,
    )


def _turn(char: dict[str, Any]) -> int:
    quarter = math.atan2(char["matrix"][1], char["matrix"][0]) / (math.pi / 2)
    return round(quarter) % 4 if abs(quarter - round(quarter)) < 0.03 else -1


def _upright(
    chars: list[dict[str, Any]], frame: Frame, bbox: tuple[float, float, float, float]
) -> Iterator[Char]:
    left, _, _, page_bottom = bbox
    for char in chars:
        text = char["text"]
        if text in _SPACES:
            yield BREAK
            continue
        if text.startswith(_UNMAPPED):
            text = _unmapped(text)
        text = symbols_of(char["fontname"]).get(text, text)
        x0, _, x1, bottom = frame.box(
            float(char["x0"]) - left,
            page_bottom - float(char["bottom"]),
            float(char["x1"]) - left,
            page_bottom - float(char["top"]),
        )
        size = float(char["size"])
        yield Char(text, x0, x1, bottom - _descent(char, size, frame.turn), size)


def _descent(char: dict[str, Any], size: float, turn: int) -> float:
    """How far the box hangs below the baseline, which only upright text tells exactly."""
    if turn:
        return 0.21 * size
    return float(char["matrix"][5]) - float(char["y0"])


def _unmapped(text: str) -> str:
    """``(cid:28)`` is one character of a font without a Unicode map; keep it as one."""
    digits = text[len(_UNMAPPED) : -1]
    code = int(digits) if digits.isdigit() else 0xFFFD
    return chr(code) if 0 < code < 0x20 else "\ufffd"


def _box(item: dict[str, Any]) -> BoxRecord:
    return (
        round(float(item["x0"]), 2),
        round(float(item["top"]), 2),
        round(float(item["x1"]), 2),
        round(float(item["bottom"]), 2),
    )


def _area(box: BoxRecord) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _is_thin(box: BoxRecord) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= _THIN
