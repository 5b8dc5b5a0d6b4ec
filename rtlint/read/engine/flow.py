"""What the child tells about a document without fixed pages, in types that JSON has.

Word, OpenDocument, RTF, HTML and Markdown all end in these records, so that the steps which make
a Document of them are written once.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, Literal, Protocol, TypedDict

PieceRecord = tuple[str, str, str]
"""Text ("\\n" for a line break), mark ("struck", "hidden" or ""), change ("inserted",
"deleted" or "")."""


class ParagraphRecord(TypedDict):
    block: Literal["paragraph"]
    label: str  # the number or bullet that the program computes: "1.", "(a)", "•"
    pieces: list[PieceRecord]
    indent: float  # points
    note: bool


class TableRecord(TypedDict):
    block: Literal["table"]
    rows: list[list[list["BlockRecord"]]]  # rows of cells of blocks


BlockRecord = ParagraphRecord | TableRecord


class FlowEnd(TypedDict):
    """The last line of a whole answer: how often what was met with, by the names of FACTS."""

    facts: dict[str, int]


INSERTED, DELETED = "inserted", "deleted"
STRUCK, HIDDEN = "struck", "hidden"

FACTS: Final = (
    "comments",
    "damaged",
    "deletions",
    "embedded",
    "frame_words",
    "hidden",
    "insertions",
    "macros",
    "pictures",
    "scripts",
    "uncounted",
    "unread",
)


class FlowDocument(Protocol):
    """An open document; ``facts`` is whole when ``blocks`` has come to its end."""

    facts: Counter[str]

    def blocks(self) -> Iterator[BlockRecord]: ...


def paragraph(
    pieces: list[PieceRecord], *, label: str = "", indent: float = 0.0, note: bool = False
) -> ParagraphRecord:
    return {
        "block": "paragraph",
        "label": label,
        "pieces": merged(pieces),
        "indent": round(indent, 1),
        "note": note,
    }


def table(rows: list[list[list[BlockRecord]]]) -> TableRecord:
    return {"block": "table", "rows": rows}


def merged(pieces: list[PieceRecord]) -> list[PieceRecord]:
    """Neighbours of one kind as one piece."""
    found: list[PieceRecord] = []
    for text, mark, change in pieces:
        if not text:
            continue
        if found and found[-1][1:] == (mark, change):
            found[-1] = (found[-1][0] + text, mark, change)
        else:
            found.append((text, mark, change))
    return found


def letters(block: BlockRecord) -> int:
    """How many characters the block holds, for the limit on the whole."""
    if block["block"] == "paragraph":
        return len(block["label"]) + sum(len(piece[0]) for piece in block["pieces"])
    return sum(letters(inner) for row in block["rows"] for cell in row for inner in cell)
