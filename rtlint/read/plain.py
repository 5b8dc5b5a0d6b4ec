"""Plain text to pages of lines, as if it had been typed on a machine.

A file may hold hard-wrapped lines, one paragraph per line, or both: a typed caption above pasted
paragraphs. So each line is judged by its own length.
"""

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate, pairwise

from rtlint.model.document import MarkKind, ParagraphKind
from rtlint.read.labels import begins_lower, ends_sentence, linked
from rtlint.read.letters import plain_letters
from rtlint.read.page import Page, PageLine, PageWord

PITCH = 6.0  # points to a character, as on a typewriter of ten characters to the inch … nearly
FEED = 12.0  # points to a line
_WRAPPED = 120  # no one wraps lines by hand at more characters than this
_WORD = re.compile(r"\S+")
_BREAKS = re.compile(r"\r\n|\r|\n|\x0b|\x85|\u2028|\u2029")
_STRUCK = re.compile(  # how a typed copy shows what is struck on the original: "[struck: 60%]"
    r"\[\s*(?:struck|stricken|deleted|lined\s+out|crossed\s+out|x['’]d\s+out)(?:\s+(?:out|through))?"
    r"(?:,?\s+(?:and\s+)?initial\w*[^\[\]:]{0,60})?\s*:[^\[\]]{1,2000}\]"
    r"|~~(?=\S)[^~]{2,2000}~~"
    r"|(?<![\w-])--(?=[A-Z])[^-\n]{8,600}\.--(?![\w-])",
    re.IGNORECASE,
)
_RULER = re.compile(r"[-+|:=\s]+")


def pages(text: str) -> list[Page]:
    """The pages that form feeds mark, or a single one."""
    sheets = text.split("\f")
    # A form feed at the very end closes the last page and opens none.
    if len(sheets) > 1 and not sheets[-1].strip():
        sheets.pop()
    return [_page(sheet, number) for number, sheet in enumerate(sheets, start=1)]


def _page(sheet: str, number: int) -> Page:
    rows = [plain_letters(row).expandtabs(8) for row in _BREAKS.split(sheet)]
    struck = _struck(rows)
    lines = []
    for index, row in enumerate(rows):
        spans = struck.get(index, [])
        words = [
            _word(match, index, struck=any(a < match.end() and match.start() < b for a, b in spans))
            for match in _WORD.finditer(row)
        ]
        if words:
            lines.append(PageLine(words, number, index + 1))
    _mark_rows(lines)
    _mark_gaps(lines)
    width = max((line.x1 for line in lines), default=0.0)
    return Page(number, width, FEED * len(rows), lines, typed=True)


def _struck(rows: list[str]) -> dict[int, list[tuple[int, int]]]:
    """Which stretches of each row a typed copy shows as struck on the original."""
    found: dict[int, list[tuple[int, int]]] = {}
    starts = list(accumulate((len(row) + 1 for row in rows), initial=0))
    for match in _STRUCK.finditer("\n".join(rows)):
        for index in range(bisect_right(starts, match.start()) - 1, len(rows)):
            if starts[index] >= match.end():
                break
            stretch = (match.start() - starts[index], match.end() - starts[index])
            found.setdefault(index, []).append(stretch)
    return found


def _word(match: re.Match[str], row: int, *, struck: bool) -> PageWord:
    base = FEED * (row + 1)
    start, end = PITCH * match.start(), PITCH * match.end()
    mark = MarkKind.STRUCK.value if struck else ""
    return PageWord(match[0], start, end, base - FEED, base, base, FEED, mark)


def _mark_rows(lines: list[PageLine]) -> None:
    """Rows of a table drawn with upright bars become rows; its rulers go."""
    for line in list(lines):
        bars = line.text.count("|")
        if bars < 2:
            continue
        if _RULER.fullmatch(line.text):
            lines.remove(line)
            continue
        line.kind = ParagraphKind.ROW
        while line.words[0].text == "|" and len(line.words) > 1:
            del line.words[0]
        while line.words[-1].text == "|" and len(line.words) > 1:
            del line.words[-1]
        line.measure()


def _mark_gaps(lines: list[PageLine]) -> None:
    step = 2 if _is_double_spaced(lines) else 1
    unwrapped = sum(len(line.text) > _WRAPPED for line in lines) >= max(3, len(lines) // 10)
    for before, after in pairwise(lines):
        wide = after.number - before.number > step
        # A line that no one wrapped by hand is a whole paragraph.
        whole = len(before.text) > _WRAPPED or len(after.text) > _WRAPPED
        after.fresh = wide or whole or (unwrapped and not _runs_on(before, after))


def _runs_on(before: PageLine, after: PageLine) -> bool:
    """Whether two short lines belong together where paragraphs are not wrapped."""
    if ends_sentence(before.text):
        return False
    return begins_lower(after.text) or linked(before.text, after.text)


def _is_double_spaced(lines: list[PageLine]) -> bool:
    """Whether the blank lines stand between the lines of sentences, not between paragraphs."""
    short = [pair for pair in pairwise(lines) if len(pair[0].text) <= _WRAPPED]
    steps = Counter(after.number - before.number for before, after in short)
    if len(short) < 4 or steps.most_common(1)[0][0] != 2:
        return False
    flowing = sum(
        after.text[0].islower() and before.text[-1].isalnum()
        for before, after in short
        if after.number - before.number == 2
    )
    return flowing > 0.25 * steps[2]
