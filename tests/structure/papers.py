"""Documents and views of their outline for the tests of the structure floor."""

import re

from rtlint.model.document import Document, Mark, MarkKind, Paragraph, ParagraphKind
from rtlint.model.outline import Block, Clause, Outline, Zone
from rtlint.structure import outline


def paper(text: str, *, struck: str = "") -> Document:
    """A document of the runs between blank lines; " | " makes a row, ``struck`` is struck out."""
    runs = [run for run in re.split(r"\n[ \t]*\n", text.strip("\n")) if run.strip()]
    paragraphs: list[Paragraph] = []
    parts: list[str] = []
    position = 0
    for run in runs:
        words = " ".join(run.split())
        indent = (len(run) - len(run.lstrip(" "))) * 6.0
        kind = ParagraphKind.ROW if " | " in words else ParagraphKind.BODY
        paragraphs.append(Paragraph(position, position + len(words), indent, kind))
        parts.append(words)
        position += len(words) + 2
    joined = "\n\n".join(parts)
    marks = []
    if struck:
        start = joined.index(struck)
        marks.append(Mark(start, start + len(struck), MarkKind.STRUCK))
    return Document(
        "order.txt", "text/plain", "0" * 64, joined, tuple(paragraphs), (), marks=tuple(marks)
    )


class Read:
    """An outline with its words at hand."""

    def __init__(self, text: str, *, struck: str = "") -> None:
        self.document = paper(text, struck=struck)
        self.text = self.document.text
        self.outline: Outline = outline(self.document)

    def words(self, span: tuple[int, int]) -> str:
        return self.text[span[0] : span[1]]

    def block(self, path: str) -> Block:
        """The labelled block with this path."""
        found = [b for b in self.outline.blocks if b.path == path and b.label]
        assert found, f"no block {path}: {self.paths()}"
        return found[0]

    def paths(self) -> list[str]:
        return [block.path for block in self.outline.blocks if block.label]

    def clause(self, beginning: str) -> Clause:
        """The clause whose words begin so."""
        for clause in self.outline.clauses:
            if self.text.startswith(beginning, clause.start):
                return clause
        raise AssertionError(f"no clause begins {beginning!r}: {self.clauses()}")

    def clauses(self) -> list[str]:
        return [self.words((clause.start, clause.end)) for clause in self.outline.clauses]

    def zone(self, beginning: str) -> Zone:
        return self.clause(beginning).zone

    def lead_in(self, beginning: str) -> list[str]:
        return [self.words(span) for span in self.clause(beginning).lead_in]

    def headings(self, beginning: str) -> list[str]:
        return [self.words(span) for span in self.clause(beginning).headings]

    def live(self) -> list[str]:
        """Every operative clause read with its lead-in and tail, as one sentence."""
        found = []
        for clause in self.outline.clauses:
            if clause.operative:
                spans = [*clause.lead_in, (clause.start, clause.end)]
                spans += [clause.tail] if clause.tail else []
                found.append(" ".join(self.words(span) for span in spans))
        return found
