"""A Word file as blocks in reading order: paragraphs with their numbers, tables, notes, boxes.

Tracked changes are read as accepted, with what was deleted told beside it, or as rejected. A
paragraph whose end was deleted runs on in the next and takes no number of its own.
"""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ..flow import DELETED, BlockRecord, PieceRecord, paragraph, table
from ..numerals import roman
from ..package import Bounds, Package, attribute, child, local
from ..record import EngineError
from .numbering import Numbering
from .runs import Inside, Runs, alternative, check_box
from .styles import Look, Numbered, Styles, indent_of, is_on, is_shaded, look_of, numbered_of

_MAIN = "/officeDocument"
_WRAPPERS = frozenset(
    ("ins", "moveTo", "del", "moveFrom", "customXml", "smartTag", "sdtContent", "body", "hyperlink")
)
_DEEPEST = 12  # tables and text boxes in each other
_PLAIN_NOTES = ("", "normal")  # other kinds are the lines that part notes from the text


class _Head(NamedTuple):
    """What a paragraph says of itself before its content."""

    properties: Any | None
    style: str | None
    look: Look


class WordDocument:
    """An open DOCX file."""

    def __init__(self, data: bytes, bounds: Bounds, *, original: bool = False) -> None:
        self._package = Package(data, bounds)
        self._original = original
        self.facts: Counter[str] = Counter()
        self._parts = self._related("")
        main = next((target for kind, target in self._parts if kind.endswith(_MAIN)), None)
        root = self._package.xml(main or "word/document.xml")
        self._body = child(root, "body") if root is not None else None
        if self._body is None:
            raise EngineError("damaged")
        self._parts = self._related(main or "word/document.xml")
        self._styles = Styles(self._part("/styles"))
        self._numbering = Numbering(self._part("/numbering"), self._styles)
        self._notes = {kind: _by_id(self._part(f"/{kind}s")) for kind in ("footnote", "endnote")}
        self._runs = Runs(self._styles, self.facts, original=original)
        self._held: list[PieceRecord] = []
        self._counted = {"footnote": 0, "endnote": 0}
        self._last_notes: list[BlockRecord] = []
        self._depth = 0

    def blocks(self) -> Iterator[BlockRecord]:
        """The blocks; what belongs to the whole document is in ``facts`` afterwards."""
        yield from self._within(self._body)
        if self._held:
            yield paragraph(self._held)
        yield from self._last_notes
        self._count_parts()

    # ---- parts of the file

    def _related(self, part: str) -> list[tuple[str, str]]:
        """Kinds and names of the parts that a part refers to; what lies outside is left there."""
        folder, name = posixpath.split(part)
        root = self._package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for element in root if root is not None else ():
            target = attribute(element, "Target") or ""
            if attribute(element, "TargetMode") == "External":
                continue
            joined = target if target.startswith("/") else posixpath.join(folder, target)
            found.append((attribute(element, "Type") or "", posixpath.normpath(joined)))
        return found

    def _part(self, kind: str) -> Any | None:
        name = next((target for type_, target in self._parts if type_.endswith(kind)), None)
        return self._package.xml(name) if name else None

    def _count_parts(self) -> None:
        comments = self._part("/comments")
        if comments is not None:
            self.facts["comments"] += sum(local(element) == "comment" for element in comments)
        names = self._package.names()
        self.facts["macros"] += sum(name.endswith("vbaproject.bin") for name in names)
        self.facts["embedded"] += sum("/embeddings/" in name for name in names)
        self.facts["damaged"] += self._package.recovered
        for kind, name in self._parts:
            if kind.endswith(("/header", "/footer")):
                root = self._package.xml(name)
                self.facts["frame_words"] += _words(root) if root is not None else 0

    # ---- blocks

    def _within(self, parent: Any) -> Iterator[BlockRecord]:
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "sdt":
                content = child(element, "sdtContent")
                if content is not None:
                    yield from self._controlled(element, content)
            elif name == "AlternateContent":
                yield from self._within(alternative(element))
            elif name in _WRAPPERS:
                yield from self._within(element)
            elif name in ("altChunk", "subDoc"):  # another file, shown as part of this one
                self.facts["unread"] += 1

    def _controlled(self, control: Any, content: Any) -> Iterator[BlockRecord]:
        ticked = check_box(control)
        if ticked is not None:
            yield paragraph([(ticked, "", "")])
        else:
            yield from self._within(content)

    def _paragraph(self, element: Any) -> Iterator[BlockRecord]:
        head = self._head(element)
        inside = self._runs.read(element, head.look, numbered=self._is_numbered(head))
        pieces = self._held + inside.pieces
        if self._runs_on(head):
            self._held = pieces
        else:
            self._held = []
            label, indent = self._label(head, pieces)
            if label or any(text.strip() for text, _, _ in pieces):
                yield paragraph(pieces, label=label, indent=indent)
        yield from self._beside(inside)

    def _beside(self, inside: Inside) -> Iterator[BlockRecord]:
        """What hangs on a paragraph: its text boxes, then its footnotes."""
        for box in inside.boxes:
            if self._depth < _DEEPEST:
                self._depth += 1
                yield from self._within(box)
                self._depth -= 1
        for key in inside.footnotes:
            yield from self._note("footnote", key)
        for key in inside.endnotes:
            self._last_notes += self._note("endnote", key)

    def _note(self, kind: str, key: str) -> Iterator[BlockRecord]:
        note = self._notes[kind].pop(key, None)
        if note is None or (attribute(note, "type") or "") not in _PLAIN_NOTES:
            return
        self._counted[kind] += 1
        count = self._counted[kind]
        label = str(count) if kind == "footnote" else roman(count)
        for element in note.iter():
            if local(element) != "p":
                continue
            inside = self._runs.read(element, self._head(element).look)
            if any(text.strip() for text, _, _ in inside.pieces):
                yield paragraph(inside.pieces, label=label, note=True)
                label = ""

    def _head(self, element: Any) -> _Head:
        properties = child(element, "pPr")
        said = child(properties, "pStyle") if properties is not None else None
        style = attribute(said, "val") if said is not None else None
        look = self._styles.look(style)
        shading = child(properties, "shd") if properties is not None else None
        if shading is not None and is_shaded(shading):
            look = look._replace(shaded=True)
        return _Head(properties, style, look)

    def _runs_on(self, head: _Head) -> bool:
        """Whether the mark at the paragraph's end is deleted, not yet there, or not shown."""
        mark = child(head.properties, "rPr") if head.properties is not None else None
        if mark is None:
            return False
        names = {local(inner) for inner in mark}
        if self._original:
            if names & {"ins", "moveTo"}:
                return True
        elif names & {"del", "moveFrom"}:
            return True
        hidden = child(mark, "specVanish")
        return hidden is not None and is_on(attribute(hidden, "val")) and bool(look_of(mark).hidden)

    def _is_numbered(self, head: _Head) -> bool:
        own, (inherited, _) = numbered_of(head.properties), self._styles.numbered(head.style)
        return (own.number if own.number is not None else inherited.number) not in (None, "0")

    def _label(self, head: _Head, pieces: list[PieceRecord]) -> tuple[str, float]:
        own = numbered_of(head.properties)
        inherited, bound = self._styles.numbered(head.style)
        list_id = own.number if own.number is not None else inherited.number
        indent = indent_of(head.properties)
        if list_id in (None, "0"):
            return "", indent.over(self._styles.indent(head.style)).points
        depth = self._list_depth(own, inherited, str(list_id), bound)
        of_level = self._numbering.indent(str(list_id), depth)
        if own.number is None:
            of_level = self._styles.indent(head.style).over(of_level)
        points = indent.over(of_level).points
        if pieces and all(change == DELETED for _, _, change in pieces):
            return "", points
        return self._numbering.label(str(list_id), depth), points

    def _list_depth(self, own: Numbered, inherited: Numbered, list_id: str, bound: str) -> int:
        if own.level is not None:
            return own.level
        if own.number is not None:
            return 0
        if inherited.level is not None:
            return inherited.level
        return self._numbering.level_of_style(list_id, bound)

    # ---- tables

    def _table(self, element: Any) -> Iterator[BlockRecord]:
        if self._depth >= _DEEPEST:
            self.facts["unread"] += 1
            return
        self._depth += 1
        rows = [self._cells(row) for row in self._rows(element)]
        self._depth -= 1
        if rows:
            yield table(rows)

    def _rows(self, parent: Any) -> Iterator[Any]:
        for element in parent:
            name = local(element)
            if name == "tr" and not self._is_gone(element):
                yield element
            elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
                yield from self._rows(element)

    def _is_gone(self, row: Any) -> bool:
        properties = child(row, "trPr")
        names = {local(inner) for inner in properties} if properties is not None else set()
        if "ins" in names:
            self.facts["insertions"] += not self._original
            return self._original
        self.facts["deletions"] += "del" in names
        return "del" in names and not self._original

    def _cells(self, parent: Any) -> list[list[BlockRecord]]:
        cells: list[list[BlockRecord]] = []
        for element in parent:
            name = local(element)
            if name == "tc":
                cells.append([] if _continues_above(element) else list(self._within(element)))
            elif name == "sdt":
                content = child(element, "sdtContent")
                cells += self._cells(content) if content is not None else []
            elif name in ("customXml", "ins", "moveTo"):
                cells += self._cells(element)
        return cells


def _continues_above(cell: Any) -> bool:
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _by_id(root: Any | None) -> dict[str, Any]:
    return {attribute(note, "id") or "": note for note in (root if root is not None else ())}


def _words(root: Any) -> int:
    """Words of a header or footer, without page and case numbers."""
    texts: Iterable[str] = (element.text or "" for element in root.iter() if local(element) == "t")
    return sum(any(map(str.isalpha, word)) for word in "".join(texts).split())
