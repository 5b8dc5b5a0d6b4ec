"""Words of a page to lines, in reading order.

Footnote calls and typed-over blanks sit off the baseline of their line, so they are attached to
a neighbour after the lines are made.
"""

import re

from rtlint.read.page import Page, PageLine, PageWord, Sheet

_SAME_LINE = 0.22  # of the font size
_CALL_SIZE = 0.9  # of the line's size; what is larger is no superscript
_CALL_LIFT = (0.12, 0.65)  # of the line's size
_TIGHT_NUMBER = re.compile(r"\d{1,3}\.(?=[A-Z][a-z]*\W?$)")
_ORDINALS = frozenset(("st", "nd", "rd", "th"))


def build_lines(sheet: Sheet) -> Page:
    """The page's lines from top to bottom, numbered from 1."""
    seen = [word for word in sheet.words if 0 <= word.base <= sheet.height + 20]
    rows = _rows([word for word in seen if not _is_blank(word)])
    _attach_blanks(rows, [word for word in seen if _is_blank(word)])
    _attach_raised(rows)
    rows.sort(key=lambda row: row[0].base)
    lines = []
    for row in rows:
        if row:
            row.sort(key=lambda word: word.x0)
            lines.append(PageLine(_part_label(_tidy(row)), sheet.number))
    # What lies off the page comes last, where it cannot break a sentence.
    off = [word for word in sheet.words if not 0 <= word.base <= sheet.height + 20]
    lines += [PageLine([word], sheet.number) for word in off]
    for number, line in enumerate(lines, start=1):
        line.number = number
    return Page(sheet.number, sheet.width, sheet.height, lines, sheet.rules, stamp=sheet.stamp)


def _rows(words: list[PageWord]) -> list[list[PageWord]]:
    rows: list[list[PageWord]] = []
    for word in sorted(words, key=lambda word: word.base):
        if rows:
            anchor = rows[-1][0]
            if word.base - anchor.base <= _SAME_LINE * max(word.size, anchor.size):
                rows[-1].append(word)
                continue
        rows.append([word])
    return rows


def _is_blank(word: PageWord) -> bool:
    return word.text.rstrip(".,;:").strip("_") == "" and "_" in word.text


def _attach_blanks(rows: list[list[PageWord]], blanks: list[PageWord]) -> None:
    """Rows of underscores join their line; one that has been typed over is no blank any more."""
    loose = []
    for blank in blanks:
        near = [row for row in rows if abs(row[0].base - blank.base) < 0.4 * blank.size]
        row = min(near, key=lambda row: abs(row[0].base - blank.base), default=None)
        if row is None:
            loose.append(blank)
        elif not _fill(row, blank):
            row.append(blank)
    rows += _rows(loose)


def _fill(row: list[PageWord], blank: PageWord) -> bool:
    """Let words typed over the blank take its place, and the full stop after it."""
    over = [index for index, word in enumerate(row) if _typed_over(word, blank)]
    if not over:
        return False
    last = max(over, key=lambda index: row[index].x1)
    stop = blank.text.rstrip("_") and blank.text[len(blank.text.rstrip(".,;:")) :]
    row[last] = row[last]._replace(text=row[last].text + stop)
    return True


def _typed_over(word: PageWord, blank: PageWord) -> bool:
    return blank.x0 - 1 <= (word.x0 + word.x1) / 2 <= blank.x1 + 1 and not _is_blank(word)


def _attach_raised(rows: list[list[PageWord]]) -> None:
    rows.sort(key=lambda row: row[0].base)
    for index, row in enumerate(rows):
        for other in rows[index + 1 : index + 3]:
            for word in [word for word in row if _rises_above(word, other)]:
                row.remove(word)
                other.append(word._replace(raised=True))
    rows[:] = [row for row in rows if row]


def _rises_above(word: PageWord, row: list[PageWord]) -> bool:
    for neighbour in row:
        size = neighbour.size
        low, high = _CALL_LIFT
        if (
            word.size < _CALL_SIZE * size
            and low * size < neighbour.base - word.base < high * size
            and (
                -0.3 * size < word.x0 - neighbour.x1 < 0.6 * size
                or -0.3 * size < neighbour.x0 - word.x1 < 0.6 * size
            )
        ):
            return True
    return False


def _part_label(row: list[PageWord]) -> list[PageWord]:
    """The row with a number parted from the word that it was set against: "10.Nothing"."""
    first = row[0]
    match = _TIGHT_NUMBER.match(first.text)
    if match is None:
        return row
    middle = first.x0 + (first.x1 - first.x0) * match.end() / len(first.text)
    number = first._replace(text=match[0], x1=middle)
    return [number, first._replace(text=first.text[match.end() :], x0=middle), *row[1:]]


def _tidy(row: list[PageWord]) -> list[PageWord]:
    """The row with superscripts known as such, and ordinals (1 + st) made whole."""
    size = max(word.size for word in row)
    base = max(word.base for word in row)
    words: list[PageWord] = []
    for word in row:
        raised = word.raised or (
            word.size < _CALL_SIZE * size and base - word.base > _CALL_LIFT[0] * size
        )
        if raised and words and word.text.lower().rstrip(".,;") in _ORDINALS:
            last = words[-1]
            words[-1] = last._replace(text=last.text + word.text, x1=word.x1)
        else:
            words.append(word._replace(raised=raised) if raised else word)
    return words
