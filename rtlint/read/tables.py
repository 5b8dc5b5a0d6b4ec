"""Ruled tables: each row of the grid becomes one line of cells.

Pleading paper is ruled as well, with upright lines as tall as the page: those belong to a grid only
where level lines cross them all the way down.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rtlint.model.document import ParagraphKind
from rtlint.read.page import Page, PageLine, PageWord, Rule

_TOUCH = 4.0
_TALL = 0.75  # share of the page's height above which an upright rule may be a margin
_CROSSED = 4  # level lines on a tall one that make it part of a table
_MOST_RULES = 2000


class _Grid(NamedTuple):
    columns: list[float]
    rows: list[float]


def take_tables(page: Page) -> None:
    """Put one ROW line in the place of the lines that stand in each row of a grid."""
    if not 5 <= len(page.rules) <= _MOST_RULES:
        return
    for grid in _grids(page):
        page.lines = _with_rows(page.lines, grid)


def _grids(page: Page) -> list[_Grid]:
    level = [rule for rule in page.rules if rule.x1 - rule.x0 > max(rule.bottom - rule.top, 15)]
    upright = [
        rule
        for rule in page.rules
        if rule.bottom - rule.top > max(rule.x1 - rule.x0, 6)
        and (rule.bottom - rule.top < _TALL * page.height or _is_crossed(rule, level))
    ]
    grids = []
    for top, bottom in _merged([(rule.top, rule.bottom) for rule in upright]):
        within = [
            rule for rule in upright if rule.top >= top - _TOUCH and rule.bottom <= bottom + _TOUCH
        ]
        columns = _distinct([(rule.x0 + rule.x1) / 2 for rule in within])
        rows = _rows(level, top, bottom, columns)
        if len(columns) >= 3 and len(rows) >= 3:
            grids.append(_Grid(columns, rows))
    return grids


def _is_crossed(upright: Rule, level: Sequence[Rule]) -> bool:
    touching = [
        rule
        for rule in level
        if rule.x0 - _TOUCH < upright.x0 < rule.x1 + _TOUCH
        and upright.top - _TOUCH < rule.top < upright.bottom + _TOUCH
    ]
    return len(touching) >= _CROSSED


def _rows(level: list[Rule], top: float, bottom: float, columns: list[float]) -> list[float]:
    span = columns[-1] - columns[0]
    found: dict[float, float] = {}
    for rule in level:
        y = (rule.top + rule.bottom) / 2
        if top - _TOUCH <= y <= bottom + _TOUCH and rule.x1 > columns[0] and rule.x0 < columns[-1]:
            key = next((other for other in found if abs(other - y) < _TOUCH), y)
            found[key] = found.get(key, 0.0) + rule.x1 - rule.x0
    # A row's rule may be drawn cell by cell, so its pieces are summed.
    return sorted(y for y, length in found.items() if length > 0.5 * span)


def _merged(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for top, bottom in sorted(spans):
        if merged and top <= merged[-1][1] + _TOUCH:
            merged[-1] = (merged[-1][0], max(merged[-1][1], bottom))
        else:
            merged.append((top, bottom))
    return merged


def _distinct(values: list[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _TOUCH:
            kept.append(value)
    return kept


def _with_rows(lines: list[PageLine], grid: _Grid) -> list[PageLine]:
    result: list[PageLine] = []
    cells: dict[int, list[PageLine]] = {}
    for line in lines:
        row = _interval(grid.rows, line.base - 0.3 * line.size)
        inside = row is not None and line.x1 > grid.columns[0] and line.x0 < grid.columns[-1]
        if row is None or not inside:
            result.append(line)
            continue
        if row not in cells:
            cells[row] = []
            result.append(line)  # holds the row's place
        cells[row].append(line)
    rows = {id(group[0]): _row(group, grid) for group in cells.values()}
    return [rows.get(id(line), line) for line in result]


def _interval(edges: list[float], value: float) -> int | None:
    for index in range(len(edges) - 1):
        if edges[index] <= value < edges[index + 1]:
            return index
    return None


def _row(lines: list[PageLine], grid: _Grid) -> PageLine:
    columns: list[list[PageWord]] = [[] for _ in grid.columns[:-1]]
    for line in lines:
        for word in line.words:
            index = _interval(grid.columns, (word.x0 + word.x1) / 2)
            columns[index if index is not None else 0].append(word)
    return row_of(columns, lines[0])


def row_of(cells: Sequence[list[PageWord]], line: PageLine) -> PageLine:
    """A ROW line of the cells that hold words, cited by the number of ``line``."""
    words: list[PageWord] = []
    for cell in filter(None, cells):
        if words:
            bar = words[-1]
            words.append(bar._replace(text="|", x0=bar.x1, x1=cell[0].x0))
        words += cell
    row = line.part(words)
    row.kind = ParagraphKind.ROW
    return row
