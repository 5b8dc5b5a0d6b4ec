"""Characters in content order to words.

Content order matters: two stamps printed over each other, or text typed on a row of underscores,
come out as letter salad from any reader that sorts by position first.
"""

from collections.abc import Iterable
from math import isfinite
from typing import NamedTuple

from .record import WordRecord

_GAP = 0.14  # white space, in font sizes, that parts two words
_BACK = -0.3  # a step back, in font sizes, that starts a new word
_LIFT = 0.25  # a change of baseline that starts a new word
_ASCENT, _DESCENT = 0.78, 0.24  # of the font size; boxes in font files are wrong by up to a third
_FAR = 20_000.0  # points; damaged files hold coordinates that swamp all sums


class Char(NamedTuple):
    """A character turned upright: ``x0`` to ``x1`` on a baseline measured downwards."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    mark: str = ""


BREAK = Char("", 0.0, 0.0, 0.0, 0.0)
"""White space in the content: whatever follows is a new word."""


def build_words(chars: Iterable[Char]) -> list[WordRecord]:
    """The words, still in content order."""
    words: list[WordRecord] = []
    letters: list[str] = []
    start = end = base = size = previous = 0.0
    mark = ""

    def close() -> None:
        if letters:
            words.append(_word(letters, start, end, base, size, mark))
            letters.clear()

    for char in chars:
        if char is BREAK:
            close()
            continue
        x0, x1, line = char.x0, char.x1, char.base
        if not (isfinite(x0 + x1 + line) and abs(x0) + abs(x1) + abs(line) < _FAR):
            continue
        if letters:
            step = x0 - end
            # PDFium gives the letters of a split ligature one and the same origin.
            same_glyph = x0 == previous
            if (
                ((step > _GAP * size or step < _BACK * size) and not same_glyph)
                or abs(line - base) > _LIFT * size
                or char.mark != mark
            ):
                close()
        if not letters:
            start, base, size, mark = x0, line, char.size, char.mark
            end = x1
        letters.append(char.text)
        previous = x0
        end = max(end, x1)
    close()
    return words


def _word(
    letters: list[str], x0: float, x1: float, base: float, size: float, mark: str
) -> WordRecord:
    text = "".join(letters)
    if any("\ud800" <= letter <= "\udfff" for letter in letters):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    top, bottom = base - _ASCENT * size, base + _DESCENT * size
    return (
        text,
        round(x0, 2),
        round(x1, 2),
        round(top, 2),
        round(bottom, 2),
        round(base, 2),
        round(size, 2),
        mark,
    )
