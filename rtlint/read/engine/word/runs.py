"""What stands in a paragraph: letters, boxes, notes, in the order of the page.

Field codes are not shown, their results are. Everything that wraps runs (content controls, smart
tags, hyperlinks, tracked changes) is looked into; python-docx, for one, passes over most of it.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from ..dingbats import symbols_of
from ..flow import DELETED, HIDDEN, INSERTED, STRUCK, PieceRecord
from ..package import attribute, child, local
from .listnum import ListNumbers
from .styles import Look, Styles, is_on, look_of, number

_PLAIN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_INSERTIONS, _DELETIONS = ("ins", "moveTo"), ("del", "moveFrom")
_DRAWN = ("drawing", "pict", "object")
_BREAKS_OUT = frozenset(
    ("p", "tbl", "txbxContent", "sectPr", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText")
)


@dataclass(slots=True)
class Inside:
    """What one paragraph holds."""

    pieces: list[PieceRecord] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)  # contents of text boxes anchored here


class Runs:
    """Reads the runs of one story (body, note); fields may reach over paragraphs."""

    def __init__(self, styles: Styles, facts: Counter[str], *, original: bool) -> None:
        self._styles = styles
        self._facts = facts
        self._original = original
        self._fields: list[bool] = []  # of each open field, whether its code is being read
        self._code = ""  # what has been read of the code of the field opened last
        self._numbered = False  # whether the paragraph is an item of a list
        self._list_numbers = ListNumbers()

    def read(self, paragraph: Any, look: Look, *, numbered: bool = False) -> Inside:
        """The paragraph's content; ``look`` is that of its style."""
        inside = Inside()
        self._numbered = numbered
        if numbered:
            self._list_numbers.next_item()
        self._children(paragraph, look, "", inside)
        return inside

    def _children(self, parent: Any, look: Look, change: str, inside: Inside) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, look, change, inside)
            elif name in _INSERTIONS:
                if not self._original:
                    self._facts["insertions"] += 1
                    self._children(element, look, INSERTED, inside)
            elif name in _DELETIONS:
                self._facts["deletions"] += 1
                after = change if self._original else DELETED
                self._children(element, look, after, inside)
            elif name == "sdt":
                self._control(element, look, change, inside)
            elif name == "AlternateContent":
                self._children(alternative(element), look, change, inside)
            elif name not in _BREAKS_OUT:
                self._other(element, name, look, change, inside)

    def _other(self, element: Any, name: str, look: Look, change: str, inside: Inside) -> None:
        if change != DELETED and name == "t":  # of a formula
            inside.pieces.append((element.text or "", "", change))
        elif name != "t":
            if name == "fldSimple" and change != DELETED:
                self._show_number(attribute(element, "instr") or "", change, inside)
            self._children(element, look, change, inside)

    def _control(self, element: Any, look: Look, change: str, inside: Inside) -> None:
        ticked = check_box(element)
        if ticked is not None:
            inside.pieces.append((ticked, "", change))
            return
        content = child(element, "sdtContent")
        if content is None:
            return
        first = len(inside.pieces)
        self._children(content, look, change, inside)
        if is_placeholder(element):
            shown = "".join(text for text, _, _ in inside.pieces[first:]).strip(" []")
            inside.pieces[first:] = [(f"[{shown}]", "", change)] if shown else []

    def _run(self, run: Any, look: Look, change: str, inside: Inside) -> None:
        properties = child(run, "rPr")
        style = child(properties, "rStyle") if properties is not None else None
        own = look_of(properties)
        if style is not None:
            own = own.over(self._styles.look(attribute(style, "val"), run=True))
        own = own.over(look)
        self._content(run, own, change, inside)

    def _content(self, run: Any, look: Look, change: str, inside: Inside) -> None:
        for element in run:
            name = local(element)
            if name == "fldChar":
                self._field(element, change, inside)
            elif name == "AlternateContent":
                self._content(alternative(element), look, change, inside)
            elif name in _DRAWN:
                self._drawing(element, inside)
            elif any(self._fields):  # inside the code of a field
                self._code += (element.text or "") if name == "instrText" else ""
            elif name in ("footnoteReference", "endnoteReference"):
                if change != DELETED:
                    notes = inside.footnotes if name[0] == "f" else inside.endnotes
                    notes.append(attribute(element, "id") or "")
            elif text := _text(element, name, look):
                self._put(text, look, change, inside)

    def _put(self, text: str, look: Look, change: str, inside: Inside) -> None:
        if look.capitals:
            text = text.upper()
        mark = HIDDEN if look.unseen else STRUCK if look.struck else ""
        if mark == HIDDEN and change != DELETED:
            self._facts["hidden"] += len(text.split())
        inside.pieces.append((text, mark, change))

    def _field(self, element: Any, change: str, inside: Inside) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            data = child(element, "ffData")
            shown = _form_field(data) if data is not None and not any(self._fields) else ""
            if shown:
                inside.pieces.append((shown, "", change))
            self._fields.append(True)
            self._code = ""
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            if change != DELETED:
                self._show_number(self._code, change, inside)
            self._code = ""
            self._fields.pop()

    def _show_number(self, code: str, change: str, inside: Inside) -> None:
        shown = self._list_numbers.shown(code, inside_item=self._numbered)
        if shown is None:
            self._facts["uncounted"] += 1
        elif shown:
            inside.pieces.append((shown, "", change))

    def _drawing(self, element: Any, inside: Inside) -> None:
        for inner in _without_fallbacks(element):
            name = local(inner)
            if name == "txbxContent":
                inside.boxes.append(inner)
            elif name in ("blip", "imagedata"):
                self._facts["pictures"] += 1


def _text(element: Any, name: str, look: Look) -> str:
    if name in ("t", "delText"):
        text = element.text or ""
        symbols = symbols_of(look.font or "")
        return "".join(_symbol(letter, symbols) for letter in text) if symbols else text
    if name == "sym":
        code = attribute(element, "char") or ""
        try:
            letter = chr(int(code, 16))
        except (ValueError, OverflowError):
            return ""
        return _symbol(letter, symbols_of(attribute(element, "font") or ""))
    return _PLAIN.get(name, "")


def _symbol(letter: str, symbols: dict[str, str]) -> str:
    """A letter of a symbol font; Word adds F000 to the codes of such fonts."""
    code = chr(ord(letter) & 0xFF) if "\uf000" <= letter <= "\uf0ff" else letter
    return symbols.get(code, letter)


def _form_field(data: Any) -> str:
    """What a legacy form field shows that stands nowhere in the text: a box, a list's entry."""
    box, choices = child(data, "checkBox"), child(data, "ddList")
    if box is not None:
        said = child(box, "checked")
        said = child(box, "default") if said is None else said
        return "☒" if said is not None and is_on(attribute(said, "val")) else "☐"
    if choices is not None:
        picked = child(choices, "result")
        index = number(attribute(picked, "val"), 0) if picked is not None else 0
        entries = [attribute(e, "val") or "" for e in choices if local(e) == "listEntry"]
        return entries[index] if 0 <= index < len(entries) else ""
    return ""


def check_box(control: Any) -> str | None:
    """☒ or ☐ for a content control that is a check box, whatever glyph it was left with."""
    properties = child(control, "sdtPr")
    box = child(properties, "checkbox") if properties is not None else None
    if box is None:
        return None
    said = child(box, "checked")
    return "☒" if said is not None and is_on(attribute(said, "val")) else "☐"


def is_placeholder(control: Any) -> bool:
    """Whether the control still asks to be filled in: "Click or tap here to enter text." """
    said = child(control, "sdtPr", "showingPlcHdr")
    return said is not None and is_on(attribute(said, "val"))


def alternative(element: Any) -> Any:
    """Of content saved in several ways (a drawing, and one for old programs) the first."""
    choice = next((inner for inner in element if local(inner) == "Choice"), None)
    if choice is not None:
        return choice
    return next((inner for inner in element if local(inner) == "Fallback"), ())


def _without_fallbacks(element: Any) -> list[Any]:
    """The element's descendants down to text boxes, without what repeats them for old programs."""
    found = []
    for inner in element:
        if local(inner) == "Fallback":
            continue
        found.append(inner)
        if local(inner) != "txbxContent":
            found += _without_fallbacks(inner)
    return found
