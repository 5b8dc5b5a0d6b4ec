"""Columns that only white space parts: captions, signature blocks and tables without rules.

Typed columns cannot be told from a typed table by their shape alone; where they stand and what
they hold decides: a caption and places to sign are columns, aligned lines elsewhere are rows.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rtlint.model.document import ParagraphKind
from rtlint.read.labels import starts_with_label
from rtlint.read.page import PageLine

_WIDE = 1.6  # white space, in font sizes, that words of one sentence never leave
_SAME_X = 8.0
_REACH = 6  # lines of one column only that may stand between two lines of both
_CAPTION_REACH = 12
_TABLE_ROWS = 3
_BOXES = ("☐", "☒", "☑", "[")


class Band(NamedTuple):
    """Lines up to ``end``, in columns that meet at ``edges``."""

    end: int
    edges: tuple[float, ...]
    fenced: bool = False
    table: bool = False


def caption_band(lines: Sequence[PageLine], start: int, stop: int) -> Band | None:
    """The columns of a caption, which need only meet on one line before ``stop``."""
    for index in range(start, stop):
        for edge in _gaps(lines[index], boxes=False):
            band = _around(lines, start, stop, edge)
            if band is not None and index < band.end:
                return band
    return None


def _around(lines: Sequence[PageLine], start: int, stop: int, edge: float) -> Band | None:
    edges = (edge,)
    paired = right = 0
    pairs: list[PageLine] = []
    end = last = start
    for index in range(start, stop):
        line = lines[index]
        if not _fits(line, edges) or index - last > _CAPTION_REACH:
            break
        end = index + 1
        if _meets(line, edges):
            paired, last = paired + 1, index
            pairs.append(line)
        elif abs(line.x0 - edge) < _SAME_X:
            right, last = right + 1, index
        elif index == start:
            return None  # what stands only to the left needs no unfolding
    if paired == 0 or paired + right < 2 or all(_names_value(line, edge) for line in pairs):
        return None
    return Band(end, edges)


def is_spread(line: PageLine) -> bool:
    """Whether the line is set in pieces, as a form is: "Hearing date:     May 7"."""
    return bool(_gaps(line, boxes=True))


def _names_value(line: PageLine, edge: float) -> bool:
    before = [word for word in line.words if word.x0 < edge - _SAME_X]
    return bool(before) and before[-1].text.endswith(":")


def aligned_band(lines: Sequence[PageLine], start: int) -> Band | None:
    """The columns or rows that begin with the line at ``start``, if any do."""
    first = lines[start]
    if first.kind is ParagraphKind.ROW:
        return None
    edges = tuple(_gaps(first, boxes=False))
    if not edges:
        return None
    paired, last, end = 1, start, start + 1
    for index in range(start + 1, len(lines)):
        line = lines[index]
        meets = _meets(line, edges)
        if index - last > _REACH or not _fits(line, edges) or (line.fresh and not meets):
            break
        if meets:
            paired, last = paired + 1, index
        end = index + 1
    if any(_is_signature(line) for line in lines[start:end]):
        return Band(end, edges)
    if paired == last - start + 1 and paired >= _TABLE_ROWS:
        return Band(last + 1, edges, table=True)
    entries = all(_names_value(line, edges[0]) for line in lines[start : last + 1])
    return Band(end, edges) if paired == 2 and len(edges) == 1 and not entries else None


def _gaps(line: PageLine, *, boxes: bool) -> list[float]:
    """Where words start again after white space too wide for a sentence."""
    return [
        after.x0
        for before, after in pairwise(line.words)
        if after.x0 - before.x1 > _WIDE * line.size
        and not (before is line.words[0] and starts_with_label(before.text))
        and (boxes or not after.text.startswith(_BOXES))
    ]


def _meets(line: PageLine, edges: Sequence[float]) -> bool:
    """Whether the line has words on both sides of an edge, and a gap there."""
    return any(abs(gap - edge) < _SAME_X for gap in _gaps(line, boxes=True) for edge in edges)


def _fits(line: PageLine, edges: Sequence[float]) -> bool:
    """Whether no words of the line cross an edge."""
    if line.kind is ParagraphKind.ROW:
        return False
    if line.x1 < edges[0]:
        return not starts_with_label(line.text)
    if line.x0 >= edges[0] - _SAME_X:
        return line.x0 - edges[-1] < 60
    gaps = _gaps(line, boxes=True)
    return bool(gaps) and all(any(abs(gap - edge) < _SAME_X for edge in edges) for gap in gaps)


def _is_signature(line: PageLine) -> bool:
    """Whether the line has two places to sign, or one beside words."""
    drawn = sum(
        (len(word.text) > 9 and not word.text.strip("_")) or word.text in ("s/", "/s/")
        for word in line.words
    )
    return drawn > 1 or (drawn == 1 and bool(_gaps(line, boxes=False)))
