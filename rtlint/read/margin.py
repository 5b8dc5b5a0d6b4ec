"""Line numbers printed in the margin: out of the text, onto the lines they count.

They are the way lawyers cite ("p. 3, l. 14"). A list whose items begin with bare digits looks
the same at first, so the numbers must step by one at an even pitch, or stand before lines that
go on in lower case, as no item does. Some programs print every fifth number only.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from rtlint.read.labels import begins_lower
from rtlint.read.page import Page, PageLine

_ZONE = 0.2  # share of the page's width in which margin numbers stand
_SAME_EDGE = 5.0
_ENOUGH = 8  # numbers that show a page to be numbered
_STEPS = (1, 5, 10, 2)  # which lines are numbered: each, every fifth
_SPARSE = 3  # numbers of every fifth line that show it
_ITEMS = 3  # rising numbers that make a list
_SURE = 20  # evenly pitched numbers that no list has
_MOST_DIGITS = 4


class _Number:
    """A line's first word that may be a margin number."""

    def __init__(self, line: PageLine) -> None:
        self.line = line
        self.value = int(line.words[0].text)
        self.edge = line.words[0].x1
        self.base = line.words[0].base


def take_margin_numbers(pages: Sequence[Page]) -> None:
    """Remove margin numbers from the pages' lines and keep them as the lines' printed numbers."""
    columns = {page.number: _column(page) for page in pages}
    proven = [numbers for numbers in columns.values() if _is_margin(numbers)]
    if not proven:
        for numbers in columns.values():
            _begin_items(numbers)
        return
    edges = [median(number.edge for number in numbers) for numbers in proven]
    for page in pages:
        numbers = columns[page.number]
        # A last page of few lines has too few numbers to prove anything by itself.
        if _is_margin(numbers) or _agrees(numbers, edges):
            _apply(page, numbers)


def _column(page: Page) -> list[_Number]:
    """The longest column in the left margin of numbers that rise by one, set flush on a side."""
    width = min(page.width, 650.0)
    found = [
        _Number(line)
        for line in page.lines
        if line.words[0].text.isdecimal()
        and line.words[0].text.isascii()
        and len(line.words[0].text) <= _MOST_DIGITS
        and line.words[0].x1 < _ZONE * width
    ]
    best: list[_Number] = []
    for side in (_right, _left):
        for edge in {round(side(number)) for number in found}:
            flush = [number for number in found if abs(side(number) - edge) <= _SAME_EDGE]
            for step in _STEPS:
                run = _rising(flush, step)
                if len(run) > len(best):
                    best = run
    return best


def _right(number: _Number) -> float:
    return number.edge


def _left(number: _Number) -> float:
    return number.line.words[0].x0


def _rising(numbers: list[_Number], step: int) -> list[_Number]:
    runs: list[list[_Number]] = []
    for number in sorted(numbers, key=lambda number: number.base):
        if number.value % step:
            continue
        if runs and number.value == runs[-1][-1].value + step:
            runs[-1].append(number)
        else:
            runs.append([number])
    return max(runs, key=len, default=[])


def _begin_items(numbers: list[_Number]) -> None:
    """Start a paragraph at each of the bare digits that turn out to number a list."""
    if len(numbers) >= _ITEMS:
        for number in numbers:
            number.line.fresh = True


def _is_margin(numbers: list[_Number]) -> bool:
    if _step(numbers) > 1:
        return len(numbers) >= _SPARSE and _begin_in_mid_sentence(numbers)
    if len(numbers) < _ENOUGH:
        return False
    if len(numbers) >= _SURE and _is_even(numbers):
        return True
    alone = all(len(number.line.words) == 1 for number in numbers)
    return alone or _begin_in_mid_sentence(numbers)


def _step(numbers: list[_Number]) -> int:
    return numbers[1].value - numbers[0].value if len(numbers) > 1 else 1


def _begin_in_mid_sentence(numbers: list[_Number]) -> bool:
    followers = [number.line.words[1].text for number in numbers if len(number.line.words) > 1]
    return any(begins_lower(text) for text in followers)


def _is_even(numbers: list[_Number]) -> bool:
    steps = [after.base - before.base for before, after in pairwise(numbers)]
    usual = median(steps)
    return sum(abs(step - usual) < 2 for step in steps) >= 0.9 * len(steps)


def _agrees(numbers: list[_Number], edges: list[float]) -> bool:
    return bool(numbers) and any(abs(numbers[0].edge - edge) <= _SAME_EDGE for edge in edges)


def _apply(page: Page, numbers: list[_Number]) -> None:
    if _step(numbers) > 1:
        _apply_sparse(page, numbers)
        return
    printed = [(number.base, number.value) for number in numbers]
    for number in numbers:
        del number.line.words[0]
    page.lines = [line for line in page.lines if line.words]
    pitch = (printed[-1][0] - printed[0][0]) / max(len(printed) - 1, 1) or 24.0
    for count, line in enumerate(page.lines, start=1):
        line.measure()
        if not page.typed:
            line.number = count
        base, value = min(printed, key=lambda pair: abs(pair[0] - line.base))
        if abs(base - line.base) <= 0.7 * pitch:
            line.printed = value


def _apply_sparse(page: Page, numbers: list[_Number]) -> None:
    """Count the lines between the numbered ones, as the reader of the page does."""
    bases = {number.base: number.value for number in numbers}
    for number in numbers:
        del number.line.words[0]
    page.lines = [line for line in page.lines if line.words]
    value: int | None = None
    for count, line in enumerate(page.lines, start=1):
        line.measure()
        line.number = count
        nearest = min(bases, key=lambda base: abs(base - line.base))
        if abs(nearest - line.base) < line.size / 2:
            value = bases[nearest]
        elif value is not None:
            value += 1
        line.printed = value
