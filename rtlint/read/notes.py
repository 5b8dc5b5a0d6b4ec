"""Footnotes: out of the flow of the page, so that they do not cut the sentence above them.

Most are set smaller than the body; some are not, and are known by the short rule above them and
the number they begin with.
"""

import re
from collections import Counter
from collections.abc import Sequence

from rtlint.model.document import ParagraphKind
from rtlint.read.page import Page, PageLine, PageWord, Rule

_SMALL = 0.93  # of the body's size
_CALL = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_ROMAN = re.compile(r"[ivx]{1,5}")  # of endnotes; a call only where it is raised
_RULE_WIDTH = (30.0, 260.0)


def body_size(pages: Sequence[Page]) -> float:
    """The size that most of the letters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def take_notes(pages: Sequence[Page]) -> list[PageLine]:
    """Remove the footnotes from the pages, drop their calls in the text, and return their lines."""
    usual = body_size(pages)
    found = []
    calls: set[str] = set()
    for page in pages:
        notes = _notes(page, usual)
        if not notes:
            continue
        calls |= {line.words[0].text for line in notes if line.fresh}
        kept = {id(line) for line in notes}
        page.lines = [line for line in page.lines if id(line) not in kept]
        found += notes
    for page in pages:  # all of them: endnotes stand pages after their calls
        _drop_calls(page, calls)
    return found


def _notes(page: Page, usual: float) -> list[PageLine]:
    start = _small_tail(page.lines, usual)
    ruled = _below_rule(page)
    start = min((index for index in (start, ruled) if index is not None), default=None)
    if start is None or start == 0:
        return []
    notes = page.lines[start:]
    for line in notes:
        _split_call(line)
        line.kind = ParagraphKind.NOTE
        line.fresh = _is_call(line.words[0]) and len(line.words) > 1
    notes[0].fresh = True
    return notes


def _small_tail(lines: list[PageLine], usual: float) -> int | None:
    """Where the smaller lines at the foot of the page begin, if the first of them is numbered."""
    start = len(lines)
    while start > 0 and lines[start - 1].size < _SMALL * usual:
        start -= 1
    while start < len(lines):
        if _begins_note(lines[start]):
            return start
        start += 1
    return None


def _begins_note(line: PageLine) -> bool:
    first = line.words[0]
    if _is_call(first):
        return len(line.words) > 1
    return first.raised and _CALL.match(first.text) is not None


def _is_call(word: PageWord) -> bool:
    raised = word.raised and _ROMAN.fullmatch(word.text) is not None
    return raised or _CALL.fullmatch(word.text) is not None


def _below_rule(page: Page) -> int | None:
    """Where the lines below a footnote rule begin, if the first of them is numbered."""
    left = min((line.x0 for line in page.lines), default=0.0)
    for rule in page.rules:
        if not _is_note_rule(rule, left) or rule.top < page.height * 0.3:
            continue
        below = [index for index, line in enumerate(page.lines) if line.base > rule.top]
        if below and _is_numbered(page.lines[below[0]]):
            return below[0]
    return None


def _is_note_rule(rule: Rule, left: float) -> bool:
    narrow, wide = _RULE_WIDTH
    return (
        rule.bottom - rule.top < 2.5
        and narrow < rule.x1 - rule.x0 < wide
        and abs(rule.x0 - left) < 12
    )


def _is_numbered(line: PageLine) -> bool:
    """Numbered as a note is: by a raised or smaller figure, not as an item is."""
    first = line.words[0]
    return _begins_note(line) and (
        first.raised or first.size < 0.9 * line.size or "." not in first.text
    )


def _split_call(line: PageLine) -> None:
    """Part a call from the word it was set against: "1The" to "1 The"."""
    first = line.words[0]
    match = _CALL.match(first.text)
    if first.raised and match and match.end() < len(first.text):
        middle = first.x0 + (first.x1 - first.x0) * match.end() / len(first.text)
        line.words[0:1] = [
            first._replace(text=match[0], x1=middle),
            first._replace(text=first.text[match.end() :], x0=middle, raised=False),
        ]
        line.measure()


def _drop_calls(page: Page, calls: set[str]) -> None:
    for line in page.lines:
        kept: list[PageWord] = [
            word for word in line.words if not (word.raised and word.text in calls)
        ]
        if kept and len(kept) < len(line.words):
            line.words = kept
            line.measure()
