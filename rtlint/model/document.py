"""What a reader makes of a file: one canonical text whose every offset has a place.

Offsets are code points in ``Document.text``. Paragraphs are separated there by
one blank line and hold no line break of their own: what the page broke
is joined again. The cells of a table row are joined by `` | ``.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class ParagraphKind(StrEnum):
    """What a paragraph is on the page."""

    BODY = "body"
    ROW = "row"  # a row of a table
    NOTE = "note"  # a footnote


class MarkKind(StrEnum):
    """Why a stretch of text is on the page but not to be judged as live text."""

    STRUCK = "struck"
    HIDDEN = "hidden"
    DELETED = "deleted"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item, heading, caption line or table row of the page."""

    start: int
    end: int
    indent: float = 0.0  # points from the left edge of the text block; characters × 6 in plain text
    kind: ParagraphKind = ParagraphKind.BODY


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on the page; ``number`` counts from 1 on each page.

    In a document without lines each paragraph is one, and ``number`` counts them all. ``printed``
    is the number in the margin of pleading paper, which lawyers cite.
    """

    start: int
    end: int
    page: int | None
    number: int
    printed: int | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points, measured from its top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """Where a run of characters without white space stands on its page."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that a reader of the page would not take as live text."""

    start: int
    end: int
    kind: MarkKind


class ChangeKind(StrEnum):
    """What a tracked change did."""

    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change, in a document read as if all of them were accepted.

    What was inserted is ``text`` from ``start`` to ``end``; what was deleted stands no more in the
    document's text: it stood at ``start``, which is then also ``end``.
    """

    kind: ChangeKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page whose text was recognised in a picture, and may differ from it in any letter."""

    page: int
    confidence: float  # mean over its words, from 0 to 100


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know about how the document was read or judged.

    ``code`` is stable, in lower case with hyphens: ``page-without-text``,
    ``decoded-as-cp1252``, ``therapist-not-found``.
    """

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span is, in the words a lawyer cites it by."""

    page: int | None
    line: int | None  # the number printed in the margin where there is one
    boxes: tuple[Box, ...] = ()
    paragraph: int | None = None  # counted from 1, where a format has neither pages nor lines


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: its text, and where on the page each part of it stands."""

    name: str
    media_type: str
    sha256: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    pages: int | None = None  # None where the format has no fixed pages
    words: tuple[Word, ...] = ()
    marks: tuple[Mark, ...] = ()
    notices: tuple[Notice, ...] = ()
    unread_pages: tuple[int, ...] = ()
    flowing: bool = False  # whether the format breaks no lines, so that paragraphs are cited
    changes: tuple[Change, ...] = ()  # tracked, in text order
    original: "Document | None" = None  # the same with all tracked changes rejected, if any
    recognised: tuple[Recognised, ...] = ()  # pages read by character recognition
    unread_parts: bool = False  # whether something else than whole pages could not be read
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())
    _word_starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_line_starts", tuple(line.start for line in self.lines))
        object.__setattr__(self, "_word_starts", tuple(word.start for word in self.words))

    def place(self, start: int, end: int) -> Place:
        """Page and line where the span begins, and one box for each line it covers."""
        index = bisect_right(self._line_starts, start) - 1
        if index < 0:
            return Place(None, None)
        line = self.lines[index]
        if self.flowing:
            return Place(None, None, (), line.number)
        number = line.printed if line.printed is not None else line.number
        page = None if self.pages is None else line.page
        return Place(page, number, tuple(self._boxes(index, start, end)))

    def page_starts(self) -> tuple[tuple[int, int], ...]:
        """Each page with text, and the offset where its text begins; nothing without pages."""
        if self.pages is None:
            return ()
        starts: dict[int, int] = {}
        for line in self.lines:
            if line.page is not None:
                starts.setdefault(line.page, line.start)
        return tuple(sorted(starts.items(), key=lambda item: item[1]))

    def _boxes(self, index: int, start: int, end: int) -> Iterator[Box]:
        for line in self.lines[index:]:
            if line.start >= end:
                return
            words = self._words_between(max(start, line.start), min(end, line.end))
            if words:
                yield Box(
                    words[0].box.page,
                    min(word.box.x0 for word in words),
                    min(word.box.top for word in words),
                    max(word.box.x1 for word in words),
                    max(word.box.bottom for word in words),
                )

    def _words_between(self, start: int, end: int) -> list[Word]:
        first = max(bisect_right(self._word_starts, start) - 1, 0)
        found = []
        for word in self.words[first:]:
            if word.start >= end:
                break
            if word.end > start:
                found.append(word)
        return found
