"""Tables of word processors: some hold data, some only put words side by side.

A table of data becomes rows of cells. One that lays out a page (a caption beside a case number, a
check box beside its sentence) is read cell by cell, or its two cells as one sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rtlint.model.document import ParagraphKind
from rtlint.read.engine.flow import DELETED, BlockRecord, ParagraphRecord, TableRecord
from rtlint.read.labels import is_bare_label

_DRAWN = re.compile(r"[)(:|§*\s]+")  # what stands between the halves of a caption
_BOX = re.compile(r"[☐☒☑]|\[[ xX✓]?\]|\(\s*[xX✓]?\s*\)")


class TableRow(NamedTuple):
    """Either ``cells`` to be joined in one paragraph, or ``blocks`` to be read one by one."""

    cells: Sequence[Sequence[ParagraphRecord]] | None
    blocks: Sequence[BlockRecord] = ()
    kind: ParagraphKind = ParagraphKind.ROW


def rows_of(table: TableRecord) -> Iterator[TableRow]:
    """The rows in reading order."""
    if _is_caption(table):
        yield from _by_column(table)
        return
    rows = [[cell for cell in map(_filled, row) if cell] for row in table["rows"]]
    rows = [row for row in rows if row]
    if _lays_out(rows):
        for row in rows:
            for cell in row:
                if not _DRAWN.fullmatch(_text(cell)):
                    yield TableRow(None, cell)
        return
    for row in rows:
        yield _row(row)


def _is_caption(table: TableRecord) -> bool:
    """Whether a whole column holds nothing but the brackets that part a caption."""
    columns = zip_longest(*table["rows"], fillvalue=[])
    texts = [[text for cell in column if (text := _text(cell))] for column in columns]
    return 1 < len(texts) <= 4 and any(
        column and all(_DRAWN.fullmatch(text) for text in column) for column in texts[1:-1]
    )


def _by_column(table: TableRecord) -> Iterator[TableRow]:
    for column in zip_longest(*table["rows"], fillvalue=[]):
        for cell in map(_filled, column):
            if cell and not _DRAWN.fullmatch(_text(cell)):
                yield TableRow(None, cell)


def _row(row: list[list[BlockRecord]]) -> TableRow:
    if len(row) == 2 and (_BOX.fullmatch(_text(row[0])) or is_bare_label(_text(row[0]))):
        first, *rest = _paragraphs(row[1])
        if not rest:
            # A box or a number beside its sentence: "☐" | "Mother shall pay."
            joined: ParagraphRecord = {**first, "label": _text(row[0])}
            return TableRow(None, [joined])
    if len(row) == 1:
        return TableRow(None, row[0])
    return TableRow([_paragraphs(cell) for cell in row])


def _lays_out(rows: list[list[list[BlockRecord]]]) -> bool:
    """Whether the table puts columns of paragraphs side by side instead of figures."""
    cells = [cell for row in rows for cell in row]
    if any(block["block"] == "table" for cell in cells for block in cell):
        return True
    several = sum(len(cell) > 1 for cell in cells)
    return (len(rows) <= 2 and several > 0) or several > len(cells) / 2


def _filled(cell: list[BlockRecord]) -> list[BlockRecord]:
    """The cell without its empty paragraphs; those wholly deleted stay, to be told."""
    return [block for block in cell if block["block"] == "table" or _has_letters(block)]


def _has_letters(block: ParagraphRecord) -> bool:
    return bool(block["label"]) or any(text.strip() for text, _, _ in block["pieces"])


def _paragraphs(cell: Sequence[BlockRecord]) -> list[ParagraphRecord]:
    return [block for block in cell if block["block"] == "paragraph"]


def _text(cell: Sequence[BlockRecord]) -> str:
    return " ".join(
        block["label"] + "".join(text for text, _, change in block["pieces"] if change != DELETED)
        for block in _paragraphs(cell)
    ).strip()
