"""The words before a list: whether they govern its items, and whether they say something alone.

"The parties shall:" is no clause by itself; "The parties shall attend therapy on these
terms:" is one, and governs its items too.
"""

import re

from rtlint.model.outline import Span
from rtlint.structure.sentences import sentences
from rtlint.structure.wording import MODAL, shouted, words

_ANNOUNCES = re.compile(r"\b(?:as\s+follows|the\s+following|these\s+terms)\b", re.IGNORECASE)
_ASKS = re.compile(r"(?:WHO|WHOM|WHAT|WHEN|HOW|WHERE)\b")  # "2. WHO SHALL ATTEND." in a form
_OPEN = re.compile(r"[:—–-]\s*$")
_CLOSED = re.compile(r"[.?!;][\"”’')\]]*\s*$")
_ENACTING_ONLY = re.compile(
    r".*\b(?:ordered|orders|ordering|adjudged|decreed|decrees|directed|entered)\b"
    r"(?:\W|\b(?:and|adjudged|decreed|considered|by|the|court|hereby|further|that|as|follows|following|"
    r"is|are|are\s+entered)\b)*",
    re.IGNORECASE | re.DOTALL,
)
_INTRODUCES = re.compile(
    r"\b(?:including(?:\s+but\s+not\s+limited\s+to)?|such\s+as|namely|to\s+wit|"
    r"(?:on|under|in|with|at)\s+(?:the\s+following|these)\b[^:.;]{0,40}|as\s+follows|"
    r"the\s+following\b[^:.;]{0,40}|and\s+that)$",
    re.IGNORECASE,
)
_POINTS = " ,:—–-"
_PREDICATE = re.compile(
    rf"\b(?:{MODAL}|(?:is|are)\s+(?:hereby\s+)?(?:ordered|directed|required)\s+to)\s+(?:not\s+|each\s+|"
    r"both\s+|also\s+|have\s+|hereby\s+|promptly\s+|jointly\s+)*(?P<verb>[a-z]+)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_STATES = re.compile(
    r"\b(?:is|are)\s+(?:hereby\s+)?(?!ordered|directed|required|to\b)[a-z]+ed\b|"
    r"\b(?:remains?|continues?|retains?)\s+\w",
    re.IGNORECASE,
)
_FORMULA = 400  # characters at the end of a lead-in in which its formula is looked for
_EMPTY_VERBS = frozenset("do include be consist comprise contain".split())
_HANGING = frozenset(
    "to from with by for of on in at that the a an and or any all each either both not about "
    "between regarding concerning do is are include be".split()
)


def lead_in(text: str, start: int, end: int) -> Span | None:
    """The last sentence of a paragraph where it leads into the list after it."""
    spans = sentences(text, start, end)
    if not spans:
        return None
    span = spans[-1]
    words_ = text[slice(*span)]
    if _ASKS.match(words_) and shouted(words_):
        return span
    if _CLOSED.search(words_) and not (
        words_.endswith((".", ".”", '."')) and _ANNOUNCES.search(words_)
    ):
        return None
    return span


def announces(text: str, start: int, end: int) -> bool:
    """The words end in a colon or dash: what comes next stands under them."""
    return _OPEN.search(text, max(start, end - 8), end) is not None


def only_enacts(words_: str) -> bool:
    """Nothing but a formula, "IT IS HEREBY ORDERED as follows:", which needs no quoting."""
    return _ENACTING_ONLY.fullmatch(words_[-_FORMULA:]) is not None


def says_something(words_: str) -> bool:
    """The lead-in has a predicate of its own beside the list."""
    said = _INTRODUCES.sub("", words_.rstrip(_POINTS), count=1).rstrip(_POINTS)
    found = words(said)
    if not found or found[-1].lower() in _HANGING:
        return False
    if _STATES.search(said):
        return True
    predicate = _PREDICATE.search(said)
    if predicate is None or predicate["verb"].lower() in _EMPTY_VERBS:
        return (
            predicate is not None and predicate["verb"].lower() == "be" and bool(predicate["rest"])
        )
    return bool(words(predicate["rest"]))
