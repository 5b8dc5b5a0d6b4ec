"""Check boxes, however they were made: as glyphs, as glyphs printed over each other, as drawings.

A drawn box has no text at all, and a drawn box with a typed X reads as a stray letter; both
change which of a form's sentences are orders.
"""

from collections.abc import Iterable

from rtlint.read.engine.record import BoxRecord
from rtlint.read.page import PageWord

EMPTY, CROSSED, TICKED = "☐", "☒", "☑"
_TICKS = {
    "X": CROSSED,
    "x": CROSSED,
    CROSSED: CROSSED,
    "✗": CROSSED,
    "■": CROSSED,
    "•": CROSSED,
    "✓": TICKED,
    TICKED: TICKED,
    "√": TICKED,
}


def tick_boxes(
    words: list[PageWord], squares: Iterable[BoxRecord], crosses: Iterable[BoxRecord]
) -> list[PageWord]:
    """The words with one box character for every check box on the page."""
    drawn = [
        PageWord(EMPTY, x0, x1, top, bottom, bottom - 1.5, bottom - top)
        for x0, top, x1, bottom in _apart(squares)
    ]
    if not drawn and not any(word.text == EMPTY for word in words):
        return words
    boxes = drawn + [word for word in words if word.text == EMPTY]
    others = [word for word in words if word.text != EMPTY]
    ticks = [word for word in others if word.text in _TICKS]
    strokes = list(crosses)
    filled = []
    for box in boxes:
        tick = next((word for word in ticks if _inside(word, box)), None)
        state = EMPTY
        if tick is not None:
            ticks.remove(tick)
            others.remove(tick)
            state = _TICKS[tick.text]
        elif any(_covers(stroke, box) for stroke in strokes):
            state = CROSSED
        filled.append(_on_line(box._replace(text=state), others))
    return others + filled


def _apart(squares: Iterable[BoxRecord]) -> list[BoxRecord]:
    """One of each, where a box was drawn twice: filled, then outlined."""
    kept: list[BoxRecord] = []
    for square in squares:
        if not any(abs(square[0] - other[0]) + abs(square[1] - other[1]) < 4 for other in kept):
            kept.append(square)
    return kept


def _inside(word: PageWord, box: PageWord) -> bool:
    x = (word.x0 + word.x1) / 2
    y = word.base - 0.35 * word.size
    return box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= y <= box.bottom + 1


def _covers(stroke: BoxRecord, box: PageWord) -> bool:
    x, y = (stroke[0] + stroke[2]) / 2, (stroke[1] + stroke[3]) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _on_line(box: PageWord, words: list[PageWord]) -> PageWord:
    """The box on the baseline of the words beside it, which no drawing keeps to."""
    near = [
        word
        for word in words
        if word.top - 2 < (box.top + box.bottom) / 2 < word.bottom + 2 and word.x0 > box.x0
    ]
    if not near:
        return box
    beside = min(near, key=lambda word: word.x0 - box.x1)
    return box._replace(base=beside.base, size=beside.size)
