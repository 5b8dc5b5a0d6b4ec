"""Rows of tables: the header row says what the cells of the others mean.

Most tables of an order are fee tables, "Service | Mother | Father"; a table of fields,
"Name | A.B.", has no header.
"""

import re

from rtlint.structure.nodes import Node

_FIGURE = re.compile(r"[\d%$½☐☑☒]")
_HEADER_WORD = re.compile(
    r"\b(?:service|services|type|payer|paid|cost|costs|share|mother|father|petitioner|respondent|"
    r"plaintiff|defendant|party|who|session|sessions|item|description|responsible|percentage|phase|"
    r"name|child|age|step|day|days|time|weeks?|expense|fee|fees|duty|provider|term)\b",
    re.IGNORECASE,
)


def link_rows(text: str, nodes: list[Node]) -> None:
    """Tell every row of a table which node holds its header."""
    first = 0
    while first < len(nodes):
        after = first
        while after < len(nodes) and nodes[after].row and nodes[after].zone is nodes[first].zone:
            after += 1
        if after - first > 1 and _is_header(text, nodes[first:after]):
            for node in nodes[first + 1 : after]:
                node.header = first
        first = max(after, first + 1)


def _is_header(text: str, rows: list[Node]) -> bool:
    cells = text[rows[0].start : rows[0].end].split(" | ")
    if len(cells) < 2 or _FIGURE.search(text, rows[0].start, rows[0].end):
        return False
    if any(len(cell.split()) > 6 for cell in cells):
        return False
    # A word of the first row that comes back below it is a value, not the name of a column.
    if any(cell in text[row.start : row.end].split(" | ") for row in rows[1:] for cell in cells):
        return False
    figures = any(_FIGURE.search(text, row.start, row.end) for row in rows[1:])
    named = sum(_HEADER_WORD.search(cell) is not None for cell in cells)
    return named > 1 or (figures and len(cells) > 2)
