"""Words and lines as they stand on a page: what every reader hands to the layout steps.

Plain text is measured in points as well, six to the character and twelve to the line, so that
one set of layout steps serves typed text and PDF alike.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from rtlint.model.document import ParagraphKind


class PageWord(NamedTuple):
    """A run of characters without white space; ``top`` and ``bottom`` count downwards."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float  # the baseline, also counted downwards
    size: float
    mark: str = ""  # a MarkKind where the word is struck or cannot be seen
    raised: bool = False  # set above the line: the call of a footnote


class Rule(NamedTuple):
    """A thin straight line drawn on the page, horizontal or vertical."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class PageLine:
    """Words on one baseline, from left to right."""

    words: list[PageWord]
    page: int
    number: int = 0
    printed: int | None = None
    kind: ParagraphKind = ParagraphKind.BODY
    left: float = 0.0  # edges of the block of text the line stands in
    right: float = 0.0
    gap: float = 0.0  # from the baseline before it in the same column; 0 where that says nothing
    fresh: bool = False  # a paragraph must start here
    text: str = field(init=False)
    x0: float = field(init=False)
    x1: float = field(init=False)
    base: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        """Derive text and extent from the words; call it after changing them."""
        words = self.words
        self.text = " ".join([word.text for word in words])
        self.x0 = words[0].x0
        self.x1 = words[-1].x1
        widest = max(words, key=lambda word: word.x1 - word.x0)
        self.base = widest.base
        self.size = widest.size

    def part(self, words: list[PageWord]) -> "PageLine":
        """A line of some of this line's words, cited by the same number."""
        return PageLine(words, self.page, self.number, self.printed, self.kind)


@dataclass(slots=True)
class Sheet:
    """One page as an engine reads it: its words in no order, and the rules drawn on it."""

    number: int
    width: float
    height: float
    words: list[PageWord]
    rules: list[Rule]
    stamp: str = ""  # what a stamp across the text says; its words are not among the others


@dataclass(slots=True)
class Page:
    """One page: its lines from top to bottom, and the rules drawn on it."""

    number: int
    width: float
    height: float
    lines: list[PageLine]
    rules: list[Rule] = field(default_factory=list)
    typed: bool = False  # from a text file: one typeface, no places to show
    stamp: str = ""  # what a stamp across the text says; it stands in no line


@dataclass(slots=True)
class Passage:
    """The lines of one paragraph, in reading order."""

    lines: list[PageLine]
    kind: ParagraphKind
    indent: float
