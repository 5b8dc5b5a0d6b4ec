"""Lines of styled words, broken at a width; both text reporters are built of these.

Every character that a document could smuggle into a terminal (escape codes,
bidirectional overrides, line breaks) is dropped here, where runs are made, so
that no reporter can forget to.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

_DROPPED = frozenset({"Cf"})  # bidirectional marks, zero-width signs, soft hyphens
_UNSHOWABLE = frozenset({"Cs", "Co", "Cn"})
_WORD = re.compile(r"[^ ]+")
NO_BREAK = "\u00a0"  # a space at which no line is broken; shown as any other


class Style(StrEnum):
    """What a run of words is; a terminal shows it in colour, plain text not at all."""

    PLAIN = "plain"
    STRONG = "strong"
    ERROR = "error"
    WARNING = "warning"
    GOOD = "good"
    CUE = "cue"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style."""

    text: str
    style: Style = Style.PLAIN

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", showable(self.text))


@dataclass(frozen=True, slots=True)
class Block:
    """Runs that form one paragraph; no runs make an empty line."""

    runs: tuple[Run, ...] = ()
    indent: int = 0


Line = tuple[Run, ...]


def showable(text: str) -> str:
    """``text`` on one line, with nothing in it that a terminal would obey."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category in _DROPPED:
        return ""
    if category in _UNSHOWABLE:
        return "?"
    return " " if category[0] in "CZ" and char != NO_BREAK else char


def lines(blocks: Iterable[Block], width: int) -> Iterator[Line]:
    """The blocks, broken into lines of at most ``width`` columns where words allow."""
    for block in blocks:
        text = "".join(run.text for run in block.runs)
        if not text.strip():
            yield ()
            continue
        margin = Run(" " * block.indent)
        for start, end in _breaks(text, max(width - block.indent, 10)):
            cut = tuple(_cut(block.runs, start, end))
            yield (margin, *cut) if block.indent else cut


def plain(styled: Iterable[Line]) -> str:
    """The lines as text without any style."""
    return "".join("".join(run.text for run in line) + "\n" for line in styled)


def columns(text: str) -> int:
    """How many columns ``text`` takes up on a terminal."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = end = None
    for word_start, word_end in _pieces(text, width):
        if start is None or end is None:
            start = word_start
        elif columns(text[start:word_end]) > width:
            yield start, end
            start = word_start
        end = word_end
    if start is not None and end is not None:
        yield start, end


def _pieces(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The words of ``text``, those wider than a line in pieces."""
    step = width if text.isascii() else width // 2
    for word in _WORD.finditer(text):
        if columns(word.group()) <= width:
            yield word.span()
            continue
        for start in range(word.start(), word.end(), step):
            yield start, min(start + step, word.end())


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    offset = 0
    for run in runs:
        piece = run.text[max(start - offset, 0) : max(end - offset, 0)]
        offset += len(run.text)
        if piece:
            yield Run(piece.replace(NO_BREAK, " "), run.style)
