"""Lines that run across several columns, split so that each column reads as a whole.

The caption of a court paper is a table without rules: party names to the left, title to the
right, and a column of ``)`` between them. Signature blocks are built alike; a table of figures
is not, and is read row by row.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rtlint.model.document import ParagraphKind
from rtlint.read.gutters import Band, aligned_band, caption_band, is_spread
from rtlint.read.labels import begins_lower, starts_with_label
from rtlint.read.page import PageLine, PageWord, Rule
from rtlint.read.tables import row_of

_FENCES = frozenset(")§:|*}")
_SAME_X = 8.0
_FIRST_LINES = 4  # may be long: "At an I.A.S. Term, Part 19 of the Supreme Court of …"
_CAPTION_LINES = 90  # no caption fills more; a text file may be one page of any length
_LONG = 120  # characters; a longer line is a paragraph that nobody wrapped
_FENCE_LINES = 4  # fewer could be a coincidence
_REACH = 3  # lines without a fence that may stand between two with one
_DRAWN_LINE = re.compile(r"[_\-=.*~]{3,}[)§:|*}/]?")
_CAPTION_RULE = (40.0, 400.0)  # points: height of a drawn line that parts a caption


def split_columns(lines: Sequence[PageLine], rules: Sequence[Rule]) -> list[PageLine]:
    """The lines of a page in reading order, with captions and side-by-side blocks unfolded."""
    opening = _opening(lines)
    result: list[PageLine] = []
    index = 0
    while index < len(lines):
        band = (
            _fenced(lines, index)
            or _ruled(lines, index, rules)
            or caption_band(lines, index, opening)
            or aligned_band(lines, index)
        )
        if band is None:
            line = lines[index]
            if is_spread(line) or (index and is_spread(lines[index - 1])):
                line.fresh = line.fresh or not begins_lower(line.text)
            result.append(line)
            index += 1
            continue
        unfold = _rows if band.table else _columns
        result += unfold(lines[index : band.end], band)
        index = band.end
        if index < len(lines):
            lines[index].fresh = True
    return result


def _opening(lines: Sequence[PageLine]) -> int:
    """Where the caption of a first page ends: at the first item or the first running paragraph."""
    if not lines or lines[0].page != 1:
        return 0
    for index, (line, following) in enumerate(pairwise(lines[: _CAPTION_LINES + 1])):
        if index < _FIRST_LINES:
            continue
        wide = 0.8 * (line.right - line.left)
        runs_on = line.x1 - line.x0 > wide and following.text[0].islower()
        labelled = starts_with_label(line.text) and len(line.text) > 40
        if runs_on or labelled or len(line.text) > _LONG:
            return index
    return min(len(lines), _CAPTION_LINES)


def _rows(lines: Sequence[PageLine], band: Band) -> Iterator[PageLine]:
    for line in lines:
        row = row_of(_cells(line.words, band.edges), line)
        row.left, row.right = line.left, line.right
        yield row


def _columns(lines: Sequence[PageLine], band: Band) -> Iterator[PageLine]:
    columns: list[list[PageLine]] = [[] for _ in range(len(band.edges) + 1)]
    for line in lines:
        words = [
            word for word in line.words if not (band.fenced and _is_fence(word, band.edges[0]))
        ]
        borders = [line.left, *band.edges, line.right]
        for index, cell in enumerate(_cells(words, band.edges)):
            if cell:
                part = line.part(cell)
                part.left, part.right = borders[index], borders[index + 1]
                columns[index].append(part)
    for column in filter(None, columns):
        _set_column(column)
        yield from column


def _cells(words: Sequence[PageWord], edges: Sequence[float]) -> list[list[PageWord]]:
    cells: list[list[PageWord]] = [[] for _ in range(len(edges) + 1)]
    for word in words:
        cells[sum(word.x0 >= edge - _SAME_X for edge in edges)].append(word)
    return cells


def _set_column(lines: list[PageLine]) -> None:
    """Edges and steps within the column; what was a step to the other column is none."""
    edge = min(line.x0 for line in lines)
    steps = [after.base - before.base for before, after in pairwise(lines)]
    tight = min((step for step in steps if step > 1), default=0.0)
    for index, line in enumerate(lines):
        line.left = edge
        line.gap = steps[index - 1] if index else 0.0
        line.fresh = index == 0 or line.gap > 1.4 * tight


def _is_fence(word: PageWord, x: float) -> bool:
    drawn = _DRAWN_LINE.fullmatch(word.text) is not None
    return drawn or (word.text in _FENCES and abs(word.x0 - x) < _SAME_X)


def _fence_of(line: PageLine) -> float | None:
    if line.kind is ParagraphKind.ROW:
        return None  # its bars part cells
    for word in line.words:
        if word.text in _FENCES and word.x0 > line.left + 60:
            return word.x0
        if _DRAWN_LINE.fullmatch(word.text) and word.text[-1] in _FENCES:
            return word.x1 - word.size * 0.5
    return None


def _fenced(lines: Sequence[PageLine], start: int) -> Band | None:
    x = _fence_of(lines[start])
    if x is None:
        return None
    count, end = 1, start + 1
    for index in range(start + 1, len(lines)):
        if index - end >= _REACH:
            break
        other = _fence_of(lines[index])
        if other is not None and abs(other - x) < _SAME_X:
            count, end = count + 1, index + 1
    if count < _FENCE_LINES:
        return None
    while end < len(lines) and _goes_on(lines[end], x):
        end += 1  # more names than brackets
    return Band(end, (x,), fenced=True)


def _goes_on(line: PageLine, x: float) -> bool:
    """Whether the line below the last bracket is the next of the left column."""
    return (
        line.x1 < x
        and not line.fresh
        and line.gap > 0
        and not starts_with_label(line.text)
        and not _DRAWN_LINE.fullmatch(line.text)
    )


def _ruled(lines: Sequence[PageLine], start: int, rules: Sequence[Rule]) -> Band | None:
    """A caption whose columns are parted by a drawn upright line."""
    line = lines[start]
    if line.kind is ParagraphKind.ROW:
        return None
    low, high = _CAPTION_RULE
    width = line.right - line.left
    for rule in rules:
        if not (rule.x1 - rule.x0 < 3 and low < rule.bottom - rule.top < high):
            continue
        central = 0.3 * width < rule.x0 - line.left < 0.7 * width
        if not central or not rule.top - 2 < line.base <= rule.bottom + line.size:
            continue
        end = start
        while end < len(lines) and lines[end].base - lines[end].size / 2 < rule.bottom:
            end += 1
        if end - start >= _REACH and not _crossed(lines[start:end], rule.x0):
            return Band(end, (rule.x0,), fenced=True)
    return None


def _crossed(lines: Sequence[PageLine], x: float) -> bool:
    return any(word.x0 < x - 2 and word.x1 > x + 2 for line in lines for word in line.words)
