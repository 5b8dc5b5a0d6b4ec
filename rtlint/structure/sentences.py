"""Sentences of legal English, as spans.

A full stop after a title, an initial or a degree ends a sentence only before a word that
commonly begins one, and text inside quotation marks or brackets is never cut.
"""

import re
from bisect import bisect_right

from rtlint.model.outline import Span

_STOP = re.compile(r"[.?!][\"”’')\]]*(?=\s)|[;,](?=\s)")
_TITLES = frozenset(
    "dr mr mrs ms mx prof hon rev st messrs fr sgt lt col gen capt e.g i.e cf vs v viz".split()
)
_BEFORE_NUMBER = frozenset(
    "no nos art sec para par ch p pp vol ex exh fig ¶ § dept div jan feb mar apr jun jul aug "
    "sept sep oct nov dec".split()
)
_SHORT = frozenset(
    "esq inc llc ltd co corp jr sr ph.d phd etc al id supp stat ann app cir dist ct rev approx "
    "psy.d m.ed ed.d".split()
)
_STARTERS = frozenset(
    "the this that these those each both either neither any all no none if in it he she they "
    "his her their its we i you your our mother father mother's father's plaintiff defendant "
    "petitioner respondent applicant wife husband parties parents upon within until unless "
    "when where while every such said costs sessions therapy counsel nothing should after "
    "before for at on by to as but and or nor not notwithstanding failure absent pending "
    "provided payment one only dr mr mrs ms whoever whichever what who how once fees there "
    "thereafter following during reunification step phase".split()
)
_NAMES_A_LETTER = re.compile(
    r"(?:exhibit|schedule|attachment|appendix|annex|section|part|option|plan)\s$", re.IGNORECASE
)
_NEXT_ORDER = re.compile(
    r"\s+(?:and,?\s+)?(?:(?:be\s+it|it\s+is)\s+(?:hereby\s+)?further\s+\w|it\s+is\s+(?:hereby\s+)?"
    r"ORDERED\b|IT\s+IS\b|(?:FURTHER\s+)?ORDERED\b|WHEREAS\b|NOW,?\s+THEREFORE\b)"
)
_FURTHER = re.compile(r"\s+and\s+it\s+is\s+(?:hereby\s+)?further\s+\w", re.IGNORECASE)
_BARE_LABEL = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]")
_FIRST_WORD = re.compile(r"[\"“‘'(\[]*([A-Za-z'’]+)")
_CLOSERS = {"(": ")", "[": "]", "“": "”", '"': '"'}


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences between two offsets, without the white space around them."""
    shielded = _shielded(text, start, end)
    spans: list[Span] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        if _within(shielded, match.end()) or not _ends(text, match, end):
            continue
        begin = _add(spans, text, begin, match.end())
    _add(spans, text, begin, end)
    return spans


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _add(spans: list[Span], text: str, begin: int, end: int) -> int:
    """Add a sentence, and return where the next begins: a bare label waits for its words."""
    span = trimmed(text, begin, end)
    if _BARE_LABEL.fullmatch(text, *span):
        return begin
    if span[0] < span[1]:
        spans.append(span)
    return end


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    stop = match[0][0]
    if stop == ";":
        return _NEXT_ORDER.match(text, match.end(), end) is not None
    if stop == ",":
        return _FURTHER.match(text, match.end(), end) is not None
    following = text[match.end() : match.end() + 40].lstrip()
    if following[:1].islower():
        return False
    return stop != "." or _full_stop(text, match.start(), following)


def _full_stop(text: str, dot: int, following: str) -> bool:
    left = text[max(0, dot - 40) : dot]
    if left.endswith((".", ". ")) or following[:1] == ".":  # an ellipsis
        return False
    token = re.split(r"[\s(\[“\"—–]", left)[-1].lower()
    if token in _TITLES:
        return False
    if token in _BEFORE_NUMBER:
        return not following[:1].isdigit() and (token in ("no", "p") or _starts(following))
    initials = (len(token) == 1 and token.isalpha()) or ("." in token and token[-1:].isalpha())
    if initials and len(token) == 1 and _NAMES_A_LETTER.search(left[:-1]):
        return True
    if initials or token in _SHORT:
        return following[:1] not in "([" and _starts(following)
    return True


def _starts(following: str) -> bool:
    word = _FIRST_WORD.match(following)
    return word is not None and word[1].lower().replace("’", "'") in _STARTERS


def _shielded(text: str, start: int, end: int) -> list[Span]:
    """The outermost stretches in closed quotation marks or brackets: no sentence ends there."""
    pairs: list[Span] = []
    waiting: list[tuple[str, int]] = []
    for index in range(start, end):
        char = text[index]
        if waiting and char == waiting[-1][0]:
            pairs.append((waiting.pop()[1], index))
        elif char in _CLOSERS:
            waiting.append((_CLOSERS[char], index))
    outermost: list[Span] = []
    for pair in sorted(pairs):
        if not outermost or pair[0] > outermost[-1][1]:
            outermost.append(pair)
    return outermost


def _within(stretches: list[Span], offset: int) -> bool:
    index = bisect_right(stretches, offset, key=lambda stretch: stretch[0]) - 1
    return index >= 0 and offset <= stretches[index][1]
