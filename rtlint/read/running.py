"""Running heads and feet, page numbers and filing stamps: off the page's lines.

Only lines in the outer band of the page are looked at: an order may well say the same sentence
at the same place on two pages, but not there.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from rtlint.read.page import Page, PageLine

_BAND = 0.13  # share of the page's height at its top and bottom
_SAME_Y = 6.0
_CHAPTER = 3  # pages
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|(\[]?\s*(?:page|p\.|pg\.?)?\s*(?:\d{1,4}|[ivx]{1,5})\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—|)\]]?",
    re.I,
)
_STAMP = re.compile(
    r"case\s+\S+\s+(?:document|doc\.?|ecf|dkt\.?)\b.*|.*\b(?:document|doc\.?)\s+\d+\s+filed\s+\d.*"
    r"|(?:electronically|e-?)\s*-?(?:filed|received|served|recorded)\b.*"
    r"|(?:filed|received|entered)\s*:?\s*\d{1,2}[/-]\d{1,2}[/-]\d{2,4}.*"
    r"|filed\s+(?:in|by|with)\s+(?:the\s+)?(?:court|clerk|office).*"
    r"|(?:envelope|transaction|e-?filing|filing)\s+(?:id|no\.?|#)\s*:?\s*\S+.*",
    re.I,
)


def drop_running_lines(pages: Sequence[Page]) -> None:
    """Remove from each page the lines that belong to its frame and not to the order."""
    # A text file without form feeds is one endless page, whose band would reach into the order.
    if len(pages) == 1 and pages[0].typed:
        return
    bands = [_band(page) for page in pages]
    seen: dict[str, list[float]] = defaultdict(list)
    for band in bands:
        for line in band:
            seen[_mask(line)].append(line.base)
    for page, band in zip(pages, bands, strict=True):
        outer = {id(line) for line in (*page.lines[:2], *page.lines[-2:])}
        gone = _under_page_number(page)
        for line in band:
            repeats = sum(abs(base - line.base) < _SAME_Y for base in seen[_mask(line)])
            # The head of one chapter of many repeats less often, but is always outermost.
            enough = min(_CHAPTER, len(pages) / 2) if id(line) in outer else len(pages) / 2
            framed = _PAGE_NUMBER.fullmatch(line.text) or _STAMP.fullmatch(line.text)
            if framed or repeats >= max(2, enough):
                gone.add(id(line))
        page.lines = [line for line in page.lines if id(line) not in gone]


def _under_page_number(page: Page) -> set[int]:
    """What stands below the number at the foot of a page: the title that some courts want there."""
    foot = page.height * (1 - _BAND)
    numbers = [
        line.base for line in page.lines if line.base > foot and _PAGE_NUMBER.fullmatch(line.text)
    ]
    return {id(line) for line in page.lines if numbers and line.base > min(numbers) + 1}


def _mask(line: PageLine) -> str:
    return _DIGITS.sub("#", line.text)


def _band(page: Page) -> list[PageLine]:
    depth = _BAND * page.height
    return [line for line in page.lines if line.base < depth or line.base > page.height - depth]
