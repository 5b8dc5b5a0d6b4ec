"""Paragraphs of placed words to one Document.

The text is built word by word, so that every offset has its line and box by construction;
nothing searches for a word on the page afterwards.
"""

from collections.abc import Sequence

from rtlint.model.document import (
    Box,
    Document,
    Line,
    Mark,
    MarkKind,
    Notice,
    Paragraph,
    Recognised,
    Word,
)
from rtlint.read.hyphens import Joiner
from rtlint.read.letters import SOFT_HYPHEN
from rtlint.read.page import PageLine, PageWord, Passage

PARAGRAPH_BREAK = "\n\n"


class _Writer:
    """The text so far, and the places in it."""

    def __init__(self, joiner: Joiner, *, boxes: bool) -> None:
        self.joiner = joiner
        self.boxes = boxes
        self.parts: list[str] = []
        self.length = 0
        self.lines: list[Line] = []
        self.words: list[Word] = []
        self.marks: list[Mark] = []
        self.paragraphs: list[Paragraph] = []

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def passage(self, passage: Passage) -> None:
        if self.length:
            self.put(PARAGRAPH_BREAK)
        start = self.length
        held = ""  # last word of the line before, whose hyphen awaits the next line
        for index, line in enumerate(passage.lines):
            following = passage.lines[index + 1] if index + 1 < len(passage.lines) else None
            held, separator = self._ending(line, following)
            self._line(line, held)
            self.put(separator)
        self.paragraphs.append(Paragraph(start, self.length, passage.indent, passage.kind))

    def _ending(self, line: PageLine, following: PageLine | None) -> tuple[str, str]:
        last = line.words[-1].text
        if following is None:
            return last.rstrip(SOFT_HYPHEN), ""
        return self.joiner.join(last, following.words[0].text)

    def _line(self, line: PageLine, last: str) -> None:
        start = self.length
        final = len(line.words) - 1
        for index, word in enumerate(line.words):
            self._word(word, line.page, last if index == final else word.text)
            if index < final:
                self.put(" ")
        self.lines.append(Line(start, self.length, line.page or None, line.number, line.printed))

    def _word(self, word: PageWord, page: int, text: str) -> None:
        start = self.length
        self.put(text)
        if self.boxes:
            box = Box(page, word.x0, word.top, word.x1, word.bottom)
            self.words.append(Word(start, self.length, box))
        if word.mark:
            self._mark(start, MarkKind(word.mark))

    def _mark(self, start: int, kind: MarkKind) -> None:
        """Neighbouring words of one kind share one mark."""
        if self.marks and self.marks[-1].kind is kind and start - self.marks[-1].end <= 1:
            start = self.marks.pop().start
        self.marks.append(Mark(start, self.length, kind))


def assemble(
    passages: Sequence[Passage],
    *,
    name: str,
    media_type: str,
    sha256: str,
    boxes: bool,
    pages: int | None = None,
    notices: tuple[Notice, ...] = (),
    unread_pages: tuple[int, ...] = (),
    recognised: tuple[Recognised, ...] = (),
) -> Document:
    """The document whose text is the passages, one blank line between two of them."""
    joiner = Joiner(line.text for passage in passages for line in passage.lines)
    writer = _Writer(joiner, boxes=boxes)
    for passage in passages:
        writer.passage(passage)
    return Document(
        name=name,
        media_type=media_type,
        sha256=sha256,
        text="".join(writer.parts),
        paragraphs=tuple(writer.paragraphs),
        lines=tuple(writer.lines),
        pages=pages,
        words=tuple(writer.words),
        marks=tuple(writer.marks),
        notices=notices,
        unread_pages=unread_pages,
        recognised=recognised,
    )
