"""OpenDocument text (ODT): blocks in reading order, with the numbers its lists show.

What tracked changes deleted is kept apart in the file, so the text in place is the accepted one.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from .flow import DELETED, HIDDEN, INSERTED, BlockRecord, PieceRecord, paragraph, table
from .odt_lists import ListStyles, Numbers
from .odt_styles import TextStyles
from .package import Bounds, Package, attribute, child, local
from .record import EngineError

_COUNTED = {"annotation": "comments", "hidden-text": "hidden", "hidden-paragraph": "hidden"}
_SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}
_SILENT = frozenset(
    ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms",
     "annotation-end", "bookmark", "bookmark-start", "bookmark-end", "reference-mark",
     "note-citation",
     "soft-page-break", "index-title-template", "table-of-content-source", "title", "desc",
     "dde-connection-decls", "event-listeners")
)  # fmt: skip
_HOLDING = frozenset(
    ("section", "index-body", "index-title", "table-of-content", "alphabetical-index", "text",
     "user-index", "illustration-index", "bibliography", "numbered-paragraph", "g", "page")
)  # fmt: skip
_DEEPEST = 12


class OpenText:
    """An open ODT file."""

    def __init__(self, data: bytes, bounds: Bounds, *, original: bool = False) -> None:
        package = Package(data, bounds)
        content, styles = package.xml("content.xml"), package.xml("styles.xml")
        body = child(content, "body", "text") if content is not None else None
        if body is None:
            locked = package.part("META-INF/manifest.xml") or b""
            raise EngineError("password" if b"encryption-data" in locked else "damaged")
        self.facts: Counter[str] = Counter()
        self.facts["damaged"] += package.recovered
        names = package.names()
        self.facts["macros"] += any(n.startswith("basic/") and "script-lb" not in n for n in names)
        self.facts["embedded"] += sum(n.startswith("object ") and "/" not in n for n in names)
        self._body = body
        self._original = original
        self._styles = TextStyles(content, styles)
        self._numbers = Numbers(ListStyles(content, styles))
        self._frame_words(styles)
        self._boxes = _form_boxes(body)
        self._deleted, self._inserted = _changes(body)
        self.facts["insertions"] += len(self._inserted)
        self.facts["deletions"] += len(self._deleted)
        self._open: set[str] = set()  # insertions that the text is in
        self._after: list[BlockRecord] = []
        self._endnotes: list[BlockRecord] = []
        self._depth = 0

    def blocks(self) -> Iterator[BlockRecord]:
        yield from self._within(self._body)
        yield from self._endnotes

    def _frame_words(self, styles: Any | None) -> None:
        for element in styles.iter() if styles is not None else ():
            if local(element) in ("header", "footer", "header-first", "footer-first"):
                words = "".join(element.itertext()).split()
                self.facts["frame_words"] += sum(any(map(str.isalpha, word)) for word in words)

    # ---- blocks

    def _within(self, parent: Any) -> Iterator[BlockRecord]:
        for element in parent:
            name = local(element)
            if name in ("p", "h"):
                yield from self._paragraph(element, "")
            elif name == "list":
                yield from self._list(element, 0, "")
            elif name == "table":
                yield from self._table(element)
            elif name in ("change", "change-start", "change-end"):
                pieces: list[PieceRecord] = []
                self._change(element, name, pieces)
                if pieces:
                    yield paragraph(pieces)
            elif name in _HOLDING:
                if attribute(element, "display") != "none":
                    yield from self._within(element)
                else:
                    self.facts["hidden"] += len("".join(element.itertext()).split())
            elif name == "frame":
                yield from self._frame(element)

    def _paragraph(self, element: Any, label: str) -> Iterator[BlockRecord]:
        style = attribute(element, "style-name") or ""
        if local(element) == "h" and not label:
            level = attribute(element, "outline-level") or "1"
            if attribute(element, "is-list-header") != "true":
                label = self._numbers.heading(level)
        pieces: list[PieceRecord] = []
        self._inline(element, self._styles.look(style), pieces)
        if label or any(text.strip() for text, _, _ in pieces):
            yield paragraph(pieces, label=label, indent=self._styles.indent(style))
        waiting, self._after = self._after, []
        yield from waiting

    def _list(self, element: Any, level: int, style: str) -> Iterator[BlockRecord]:
        style = attribute(element, "style-name") or style
        if level == 0:
            self._numbers.open(element, style)
        for item in element:
            name = local(item)
            if name not in ("list-item", "list-header"):
                continue
            # An item that only holds a deeper list has no number of its own.
            counted = name == "list-item" and len(item) > 0 and local(item[0]) != "list"
            label = self._numbers.label(style, level, item) if counted else ""
            for inner in item:
                if local(inner) in ("p", "h"):
                    yield from self._paragraph(inner, label)
                    label = ""
                elif local(inner) == "list" and level < 9:
                    yield from self._list(inner, level + 1, style)
                elif local(inner) in ("change", "change-start", "change-end"):
                    self._change(inner, local(inner), [])

    def _table(self, element: Any) -> Iterator[BlockRecord]:
        if self._depth >= _DEEPEST:
            self.facts["unread"] += 1
            return
        self._depth += 1
        rows = [
            [list(self._within(cell)) for cell in row if local(cell) == "table-cell"]
            for row in _rows(element)
        ]
        self._depth -= 1
        if rows:
            yield table(rows)

    def _frame(self, element: Any) -> Iterator[BlockRecord]:
        for inner in element:
            name = local(inner)
            if name == "text-box" and self._depth < _DEEPEST:
                self._depth += 1
                yield from self._within(inner)
                self._depth -= 1
            elif name == "image":
                self.facts["pictures"] += 1
                break

    # ---- what stands in a paragraph

    def _inline(self, element: Any, mark: str, pieces: list[PieceRecord]) -> None:
        self._put(element.text, mark, pieces)
        for inner in element:
            self._one(inner, local(inner), mark, pieces)
            self._put(inner.tail, mark, pieces)

    def _one(self, element: Any, name: str, mark: str, pieces: list[PieceRecord]) -> None:
        if name in _SPACES:
            self._put(_SPACES[name], mark, pieces)
        elif name == "span":
            own = self._styles.look(attribute(element, "style-name") or "")
            self._inline(element, own or mark, pieces)
        elif name == "note":
            self._note(element)
        elif name in _COUNTED:
            self.facts[_COUNTED[name]] += 1
        elif name in ("change", "change-start", "change-end"):
            self._change(element, name, pieces)
        elif name == "placeholder":
            shown = "".join(element.itertext()).strip(" <>[]")
            self._put(f"[{shown}]", mark, pieces)
        elif name in ("frame", "custom-shape", "rect"):
            self._beside(element, name)
        elif name == "control":
            shown = self._boxes.get(attribute(element, "control") or "", "")
            self._put(shown, mark, pieces)
        elif name not in _SILENT:
            self._inline(element, mark, pieces)

    def _beside(self, element: Any, name: str) -> None:
        """A text box or shape, which follows the paragraph it hangs on."""
        held, self._after = self._after, []  # the box's own notes stay with the box
        inside = self._frame(element) if name == "frame" else self._within(element)
        self._after = held + list(inside)

    def _put(self, text: str | None, mark: str, pieces: list[PieceRecord]) -> None:
        if not text:
            return
        change = INSERTED if self._open else ""
        if change and self._original:
            return
        if mark == HIDDEN:
            self.facts["hidden"] += len(text.split())
        pieces.append((" ".join(text.split("\r")), mark, change))

    def _change(self, element: Any, name: str, pieces: list[PieceRecord]) -> None:
        key = attribute(element, "change-id") or ""
        if name == "change-start" and key in self._inserted:
            self._open.add(key)
        elif name == "change-end":
            self._open.discard(key)
        elif name == "change" and key in self._deleted:
            pieces.append((self._deleted[key], "", "" if self._original else DELETED))

    def _note(self, element: Any) -> None:
        cited, body = child(element, "note-citation"), child(element, "note-body")
        label = "".join(cited.itertext()).strip() if cited is not None else ""
        ended = attribute(element, "note-class") == "endnote"
        for inner in body.iter() if body is not None else ():
            if local(inner) != "p":
                continue
            pieces: list[PieceRecord] = []
            self._inline(inner, "", pieces)
            block = paragraph(pieces, label=label, note=True)
            (self._endnotes if ended else self._after).append(block)
            label = ""


def _rows(element: Any) -> Iterator[Any]:
    for inner in element:
        name = local(inner)
        if name == "table-row":
            yield inner
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(inner)


def _changes(body: Any) -> tuple[dict[str, str], set[str]]:
    """The words of each deletion by its id, and the ids of insertions."""
    deleted: dict[str, str] = {}
    inserted: set[str] = set()
    tracked = child(body, "tracked-changes")
    for region in tracked if tracked is not None else ():
        key = attribute(region, "id") or ""
        gone = child(region, "deletion")
        if gone is not None:
            texts = [_text(inner) for inner in gone if local(inner) in ("p", "h")]
            deleted[key] = "\n".join(texts)
        elif child(region, "insertion") is not None:
            inserted.add(key)
    return deleted, inserted


def _text(element: Any) -> str:
    parts = [element.text or ""]
    for inner in element:
        parts += [" " if local(inner) in ("s", "tab") else _text(inner), inner.tail or ""]
    return "".join(parts)


def _form_boxes(body: Any) -> dict[str, str]:
    """What form controls show, by their ids."""
    shown = {}
    forms = child(body, "forms")
    for element in forms.iter() if forms is not None else ():
        key = attribute(element, "id")
        if not key:
            continue
        if local(element) in ("checkbox", "radio"):
            said = attribute(element, "current-state") or attribute(element, "current-selected")
            said = said or attribute(element, "state") or attribute(element, "selected")
            shown[key] = "☒ " if said in ("checked", "true") else "☐ "
        elif local(element) in ("text", "textarea", "formatted-text", "combobox"):
            shown[key] = (
                attribute(element, "current-value") or attribute(element, "value") or "____"
            )
    return shown
