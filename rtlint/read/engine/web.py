"""Web pages (HTML), and Markdown by way of them: blocks as a browser shows them.

Scripts do not run and nothing is fetched. Of style sheets only what hides or strikes is looked at,
and only in simple rules: a class, an id, an element's name.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from .flow import HIDDEN, STRUCK, BlockRecord, PieceRecord, paragraph, table
from .numerals import counted_letter, roman
from .package import local
from .record import EngineError

_SKIPPED = frozenset("head script style template noscript title datalist".split())
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary "
    "table ul".split()
)
_STRIKES = frozenset(("del", "s", "strike"))
_NOTE_LINK = re.compile(r"#.*(?:ftn|footnote|endnote|fn)", re.I)
_NOTE_NUMBER = re.compile(r"\[?(?:\d{1,3}|[ivxl]{1,6}|[*†‡])\]?")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"[a-z0-9]*[.#]?[\w-]*", re.I)
_STYLED = (
    (HIDDEN, re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.I)),
    (HIDDEN, re.compile(r"font-size\s*:\s*0(?!\.?[1-9])|opacity\s*:\s*0(?!\.?[1-9])", re.I)),
    (HIDDEN, re.compile(r"(?<![-\w])color\s*:\s*(?:#f{3,6}\b|white)(?!.*background)", re.I | re.S)),
    (STRUCK, re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.I)),
)
_UNDONE = re.compile(r"display\s*:\s*(?!none)|visibility\s*:\s*visible", re.I)
_TYPES = {"lower-alpha": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.I)
_TICKED = re.compile(r"\s*(?:[☐☒☑]|\[[ xX]\])")
_SPACES = re.compile(r"[ \t\r\n\f]+")


class WebPage:
    """A page that has been parsed."""

    def __init__(self, data: bytes | str) -> None:
        self.facts: Counter[str] = Counter()
        text = data if isinstance(data, str) else _decoded(data)
        parser = html.HTMLParser(
            no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
        )
        try:
            self._root = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
            raise EngineError("damaged") from error
        self._marks = _sheet_marks(self._root)
        self._pieces: list[PieceRecord] = []
        self._label, self._indent = "", 0.0

    def blocks(self) -> Iterator[BlockRecord]:
        self.facts["scripts"] = sum(1 for _ in self._root.iter("script"))
        yield from self._inside(self._root, "", 0.0, exact=False)
        yield from self._ended()

    def _inside(
        self, element: Any, mark: str, indent: float, *, exact: bool
    ) -> Iterator[BlockRecord]:
        """The blocks of an element; loose text gathers until a block begins or ends."""
        self._text(element.text, mark, exact=exact)
        counted = 0
        for inner in element:
            name = local(inner).lower()
            if name == "li":
                counted = self._counted(element, inner, counted)
                yield from self._item(element, inner, counted, mark, indent)
            elif name in _SKIPPED:
                pass
            elif name == "table":
                yield from self._ended()
                rows = [self._cells(row, mark) for row in _rows(inner)]
                yield table(rows)
            elif name in _BLOCKS:
                yield from self._ended()
                deeper = indent + 18 if name in ("blockquote", "dd", "ul", "ol") else indent
                self._indent = deeper
                own = self._mark(inner, mark)
                yield from self._inside(inner, own, deeper, exact=exact or name == "pre")
                yield from self._ended()
                self._indent = indent
            else:
                yield from self._inline(inner, name, mark, indent, exact=exact)
            self._text(inner.tail, mark, exact=exact)

    def _inline(
        self, element: Any, name: str, mark: str, indent: float, *, exact: bool
    ) -> Iterator[BlockRecord]:
        if _calls_note(element, name):
            return
        if name == "br":
            self._pieces.append(("\n", "", ""))
        elif name == "input":
            self._put(_typed(element), mark)
        elif name == "select":
            options = list(element.iter("option"))
            chosen = [option for option in options if "selected" in option.attrib] or options[:1]
            self._put("".join(option.text_content() for option in chosen[:1]), mark)
        elif name in ("img", "svg", "canvas"):
            self.facts["pictures"] += 1
        elif name in ("iframe", "object", "embed"):
            self.facts["embedded"] += 1
        else:
            own = self._mark(element, mark)
            yield from self._inside(element, own, indent, exact=exact)

    def _item(
        self, parent: Any, item: Any, counted: int, mark: str, indent: float
    ) -> Iterator[BlockRecord]:
        yield from self._ended()
        self._label, self._indent = _label(parent, item, counted), indent
        if _TICKED.match(item.text or "") and self._label == "•":
            self._label = ""
        yield from self._inside(item, self._mark(item, mark), indent, exact=False)
        yield from self._ended()

    @staticmethod
    def _counted(parent: Any, item: Any, last: int) -> int:
        start = _figure(parent.get("start"), 1) if last == 0 else last + 1
        return _figure(item.get("value"), start)

    def _cells(self, row: Any, mark: str) -> list[list[BlockRecord]]:
        cells = []
        for cell in row:
            if local(cell).lower() in ("td", "th"):
                own = self._mark(cell, self._mark(row, mark))
                cells.append([*self._inside(cell, own, 0.0, exact=False), *self._ended()])
        return cells

    def _ended(self) -> Iterator[BlockRecord]:
        """The paragraph that the loose text makes, if it says anything."""
        pieces, self._pieces = self._pieces, []
        if any(text.strip() for text, _, _ in pieces):
            label, self._label = self._label, ""
            yield paragraph(pieces, label=label, indent=self._indent)

    def _text(self, text: str | None, mark: str, *, exact: bool) -> None:
        if text:
            self._put(text if exact else _SPACES.sub(" ", text), mark)

    def _put(self, text: str, mark: str) -> None:
        if mark == HIDDEN:
            self.facts["hidden"] += len(text.split())
        self._pieces.append((text, mark, ""))

    def _mark(self, element: Any, mark: str) -> str:
        """The mark that an element's own style gives its text, else that of what it stands in."""
        if "hidden" in element.attrib or local(element).lower() in _STRIKES:
            return HIDDEN if "hidden" in element.attrib or mark == HIDDEN else STRUCK
        style = element.get("style") or ""
        found = _styled(style)
        if not found and not _UNDONE.search(style):
            names = [f".{name}" for name in (element.get("class") or "").split()]
            tag = local(element).lower()
            keys = [tag, *names, *(tag + name for name in names), f"#{element.get('id')}"]
            found = next((self._marks[key] for key in keys if key in self._marks), "")
        return HIDDEN if HIDDEN in (mark, found) else found or mark


class MarkdownPage(WebPage):
    """Markdown: made HTML first, line breaks kept, since an order's lines seldom run on."""

    def __init__(self, data: bytes) -> None:
        from markdown_it import MarkdownIt

        parser = MarkdownIt("commonmark", {"breaks": True}).enable(["table", "strikethrough"])
        # Indented text is no program here, and a typed rule below a line makes it no heading.
        parser.disable(["code", "lheading"])
        tokens = parser.parse(_decoded(data))
        for token in tokens:
            if token.type == "ordered_list_open" and token.markup == ")":
                token.attrSet("data-end", ")")
        super().__init__(parser.renderer.render(tokens, parser.options, {}) or "<p></p>")


def _calls_note(element: Any, name: str) -> bool:
    """Whether the link is the raised number of a note, at its call or before the note itself."""
    target = element.get("href") or ""
    if name != "a" or not _NOTE_LINK.search(target):
        return False
    return _NOTE_NUMBER.fullmatch(element.text_content().strip()) is not None


def _decoded(data: bytes) -> str:
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
                       (codecs.BOM_UTF16_BE, "utf-16")):  # fmt: skip
        if data.startswith(mark):
            return data.decode(name, "replace")
    said = _META.search(data[:4096])
    if said:
        try:
            return data.decode(said[1].decode("ascii"), "replace")
        except LookupError:
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _sheet_marks(root: Any) -> dict[str, str]:
    """What simple rules of the page's own style sheets hide or strike, by selector."""
    marks = {}
    for sheet in root.iter("style"):
        for selectors, style in _RULE.findall((sheet.text or "")[:200_000]):
            mark = _styled(style)
            for selector in selectors.split(","):
                if mark and _SELECTOR.fullmatch(selector.strip()):
                    marks[selector.strip()] = mark
    return marks


def _styled(style: str) -> str:
    return next((mark for mark, pattern in _STYLED if pattern.search(style)), "")


def _rows(element: Any) -> Iterator[Any]:
    for inner in element:
        name = local(inner).lower()
        if name == "tr":
            yield inner
        elif name in ("thead", "tbody", "tfoot"):
            yield from _rows(inner)


def _typed(element: Any) -> str:
    kind = (element.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "☒ " if "checked" in element.attrib else "☐ "
    if kind in ("hidden", "submit", "button", "reset", "image", "file", "password"):
        return ""
    return f" {element.get('value') or '____'} "


def _label(parent: Any, item: Any, count: int) -> str:
    said = _LIST_STYLE.search(f"{parent.get('style') or ''};{item.get('style') or ''}")
    style = said[1].lower() if said else ""
    if style == "none":
        return ""
    if local(parent).lower() != "ol" and style not in (*_TYPES, "decimal"):
        return "•"
    kind = _TYPES.get(style) or item.get("type") or parent.get("type") or "1"
    figures = {"a": counted_letter, "i": roman}.get(kind.lower(), str)(count)
    return (figures.upper() if kind in "AI" else figures) + (parent.get("data-end") or ".")


def _figure(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else otherwise
