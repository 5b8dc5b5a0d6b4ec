"""Blocks of a document without fixed pages to one Document.

The program that wrote the file knows its paragraphs, so nothing is guessed from the page here; only
a line break inside a paragraph, and a table used to lay out a page, leave something to decide.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rtlint.model.document import (
    Change,
    ChangeKind,
    Document,
    Line,
    Mark,
    MarkKind,
    Notice,
    Paragraph,
    ParagraphKind,
)
from rtlint.read.assemble import PARAGRAPH_BREAK
from rtlint.read.engine.flow import DELETED, INSERTED, BlockRecord, ParagraphRecord
from rtlint.read.flow_tables import rows_of
from rtlint.read.labels import (
    begins_lower,
    ends_item,
    ends_with_link,
    is_capitals,
    starts_with_label,
)
from rtlint.read.letters import SOFT_HYPHEN, plain_letters

_PROSE = 45  # characters; titles, names and addresses are shorter
_SPACE = re.compile(r"\s+")


class Piece(NamedTuple):
    """Letters of one kind; see PieceRecord."""

    text: str
    mark: str = ""
    change: str = ""


class Run(NamedTuple):
    """One paragraph to be written."""

    pieces: Sequence[Piece]
    indent: float
    kind: ParagraphKind


def build(
    blocks: Iterable[BlockRecord],
    *,
    name: str,
    media_type: str,
    sha256: str,
    notices: tuple[Notice, ...],
    unread_parts: bool,
) -> Document:
    """The document whose text is the blocks, one blank line between two paragraphs."""
    writer = _Writer()
    for run in _runs(blocks):
        writer.paragraph(run)
    return Document(
        name=name,
        media_type=media_type,
        sha256=sha256,
        text="".join(writer.parts),
        paragraphs=tuple(writer.paragraphs),
        lines=tuple(writer.lines),
        marks=tuple(writer.marks),
        notices=notices,
        flowing=True,
        changes=tuple(writer.changes),
        unread_parts=unread_parts,
    )


def _runs(blocks: Iterable[BlockRecord]) -> Iterator[Run]:
    for block in blocks:
        if block["block"] == "paragraph":
            kind = ParagraphKind.NOTE if block["note"] else ParagraphKind.BODY
            for pieces in _parted(_labelled(block)):
                yield Run(pieces, block["indent"], kind)
            continue
        for row in rows_of(block):
            if row.cells is None:
                yield from _runs(row.blocks)
            else:
                yield Run(list(_in_row(row.cells)), 0.0, row.kind)


def _in_row(cells: Sequence[Sequence[ParagraphRecord]]) -> Iterator[Piece]:
    for index, cell in enumerate(cells):
        if index:
            yield Piece(" | ")
        for inner in cell:
            yield from _labelled(inner)
            yield Piece(" ")


def _labelled(block: ParagraphRecord) -> list[Piece]:
    pieces = [Piece(*piece) for piece in block["pieces"]]
    return [Piece(block["label"] + " "), *pieces] if block["label"] else pieces


def _parted(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces, in parts where a line break ends what reads as a paragraph of its own."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        lines[-1].append(piece._replace(text=first))
        lines += [[piece._replace(text=text)] for text in rest]
    part = lines[0]
    for line in lines[1:]:
        before, after = _shown(part), _shown(line)
        if before and after and not _flows_on(before, after):
            yield part
            part = line
        else:
            part = [*part, Piece(" "), *line]
    yield part


def _shown(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces if piece.change != DELETED).strip()


def _flows_on(before: str, after: str) -> bool:
    """Whether a line break stands within a sentence, to look well and no more."""
    if starts_with_label(after) or ends_item(before):
        return False
    if begins_lower(after) or ends_with_link(before):
        return True
    return len(before) > _PROSE and not is_capitals(before) and not is_capitals(after)


class _Writer:
    """The text so far, and the places in it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.paragraphs: list[Paragraph] = []
        self.lines: list[Line] = []
        self.marks: list[Mark] = []
        self.changes: list[Change] = []

    def paragraph(self, run: Run) -> None:
        pieces = _tidy(run.pieces)
        if not any(piece.change != DELETED for piece in pieces):
            for piece in pieces:
                self._change(ChangeKind.DELETED, self.length, piece.text)
            return
        if self.length:
            self._put(PARAGRAPH_BREAK)
        start = self.length
        for piece in pieces:
            self._piece(piece)
        self.paragraphs.append(Paragraph(start, self.length, max(run.indent, 0.0), run.kind))
        self.lines.append(Line(start, self.length, None, len(self.lines) + 1))

    def _piece(self, piece: Piece) -> None:
        start = self.length
        if piece.change == DELETED:
            self._change(ChangeKind.DELETED, start, piece.text)
            return
        self._put(piece.text)
        if piece.change == INSERTED:
            self._change(ChangeKind.INSERTED, start, piece.text)
        if piece.mark and piece.text.strip():
            self._mark(start, MarkKind(piece.mark))

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _change(self, kind: ChangeKind, start: int, text: str) -> None:
        if not text.strip():
            return
        if self.changes and self.changes[-1].kind is kind and self.changes[-1].end == start:
            last = self.changes.pop()
            start, text = last.start, last.text + text
        end = start + len(text) if kind is ChangeKind.INSERTED else start
        self.changes.append(Change(kind, start, end, text))

    def _mark(self, start: int, kind: MarkKind) -> None:
        """Neighbouring pieces of one kind share one mark."""
        if self.marks and self.marks[-1].kind is kind and start - self.marks[-1].end <= 1:
            start = self.marks.pop().start
        self.marks.append(Mark(start, self.length, kind))


def _tidy(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces in plain letters, one space between two words, none at either end."""
    tidy: list[Piece] = []
    open_word = False  # whether the live text so far ends in a word
    waiting = False  # whether a space is due before the next live letter
    for piece in pieces:
        text = _SPACE.sub(" ", plain_letters(piece.text.replace(SOFT_HYPHEN, "")))
        if piece.change == DELETED:
            if text:
                tidy.append(piece._replace(text=text))
            continue
        stripped = text.strip()
        if not stripped:
            waiting = waiting or (bool(text) and open_word)
            continue
        if open_word and (waiting or text[0] == " "):
            if piece.mark or piece.change or (tidy and tidy[-1].mark):
                tidy.append(Piece(" "))
            else:
                stripped = " " + stripped
        tidy.append(piece._replace(text=stripped))
        open_word, waiting = True, text[-1] == " "
    return tidy
