"""Pages of lines to passages: the steps that turn a page into text, in their order.

The order matters: margin numbers come off before running heads are compared, and notes leave
before columns and paragraphs are looked for, because each would hide the next.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rtlint.model.document import ParagraphKind
from rtlint.read.columns import split_columns
from rtlint.read.labels import begins_lower, ends_sentence
from rtlint.read.margin import take_margin_numbers
from rtlint.read.notes import take_notes
from rtlint.read.page import Page, PageLine, Passage
from rtlint.read.paragraphs import paragraphs
from rtlint.read.running import drop_running_lines
from rtlint.read.tables import take_tables

_UNWRAPPED = 720.0  # points; longer lines were never broken by anyone
_ENOUGH = 4
_WIDEST = 2.6  # font sizes from line to line; double spacing takes two and a bit
_LOOSE = 1.35  # times the usual step from line to line


def lay_out(pages: Sequence[Page]) -> list[Passage]:
    """The passages in reading order; a footnote follows the passage it stands under."""
    take_margin_numbers(pages)
    drop_running_lines(pages)
    notes = take_notes(pages) if not pages[0].typed else []
    for page in pages:
        take_tables(page)
    lines = [line for page in pages for line in page.lines]
    _set_edges(lines)
    _set_edges(notes)
    if not pages[0].typed:
        _set_gaps(lines)
        _set_gaps(notes)
    _narrow_blocks(lines)
    ordered = [line for page in pages for line in split_columns(page.lines, page.rules)]
    return _with_notes(paragraphs(ordered), paragraphs(notes))


def _set_edges(lines: Sequence[PageLine]) -> None:
    """Left and right edge of the text; the few lines that stick out do not move them."""
    wrapped = [line for line in lines if line.x1 - line.x0 <= _UNWRAPPED]
    if not wrapped:
        wrapped = list(lines)
    if not wrapped:
        return
    starts = Counter(round(line.x0 / 4) for line in wrapped)
    usual = [edge for edge, count in starts.items() if count >= min(3, len(wrapped) * 0.05 + 1)]
    left = min((line.x0 for line in wrapped if round(line.x0 / 4) in usual), default=0.0)
    ends = sorted(_full_lines(wrapped) or [line.x1 for line in wrapped])
    right = ends[int(len(ends) * 0.95)]
    for line in lines:
        line.left = min(left, line.x0) if line.kind is ParagraphKind.BODY else left
        line.right = max(right, line.x1)


def _full_lines(lines: Sequence[PageLine]) -> list[float]:
    """Where lines end whose sentence goes on in the next; too few of them say nothing."""
    ends = [
        before.x1
        for before, after in pairwise(lines)
        if begins_lower(after.text) and not ends_sentence(before.text) and not after.fresh
    ]
    return ends if len(ends) >= _ENOUGH else []


def _narrow_blocks(lines: Sequence[PageLine]) -> None:
    """Give blocks that are set narrower than the rest, such as quotations, their own right edge."""
    block: list[PageLine] = []
    for line in [*lines, None]:
        if line is None or (block and (line.fresh or line.page != block[-1].page)):
            _narrow(block)
            block = []
        if line is not None:
            block.append(line)


def _narrow(block: list[PageLine]) -> None:
    edge = max((line.x1 for line in block), default=0.0)
    full = sum(line.x1 > 0.88 * edge for line in block[:-1])
    flowing = sum(not ends_sentence(line.text) for line in block[:-1]) > len(block) / 2
    prose = flowing and any(begins_lower(line.text) for line in block[1:])
    if len(block) >= 3 and prose and full >= 0.75 * len(block[:-1]):
        for line in block:
            line.right = min(line.right, edge)


def _set_gaps(lines: Sequence[PageLine]) -> None:
    """The step from line to line, and fresh starts where it is wider than usual."""
    last: PageLine | None = None
    for line in lines:
        if last is not None and last.page == line.page:
            line.gap = line.base - last.base
        last = line
    usual = _usual_step(lines)
    if usual is None:
        return
    for line in lines:
        line.fresh = line.fresh or line.gap > min(_LOOSE * usual, _WIDEST * line.size)


def _usual_step(lines: Sequence[PageLine]) -> int | None:
    """The step from line to line within paragraphs.

    It is not the most frequent of all where paragraphs are short or the caption is long, so
    lines are asked whose sentence goes on in the next.
    """
    flowing = Counter(
        round(after.gap)
        for before, after in pairwise(lines)
        if after.gap > 0.5 * after.size
        and begins_lower(after.text)
        and not ends_sentence(before.text)
    )
    steps = Counter(round(line.gap) for line in lines if line.gap > 0.5 * line.size)
    if flowing.total() >= _ENOUGH:
        steps = flowing
    return steps.most_common(1)[0][0] if steps else None


def _with_notes(body: list[Passage], notes: list[Passage]) -> list[Passage]:
    """A sentence may run on over the page its note stands on, so notes wait for its end."""
    result: list[Passage] = []
    waiting = list(notes)
    for passage in body:
        while waiting and waiting[0].lines[0].page < passage.lines[0].page:
            result.append(waiting.pop(0))
        result.append(passage)
    return result + waiting
