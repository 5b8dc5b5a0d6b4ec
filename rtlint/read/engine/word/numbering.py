"""The numbers that Word puts before paragraphs, which stand nowhere in its files.

Word counts by list definition (abstractNum), not by list: two lists of one definition count on,
unless the second says where it starts.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from ..dingbats import symbols_of
from ..numerals import in_words, letter, ordinal, ordinal_in_words, roman, symbol
from ..package import attribute, child, local
from .styles import Indent, Styles, indent_of, is_on, number

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": letter,
    "upperLetter": lambda n: letter(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "ordinal": ordinal,
    "cardinalText": lambda n: in_words(n).capitalize(),
    "ordinalText": lambda n: ordinal_in_words(n).capitalize(),
    "chicago": symbol,
    "numberInDash": lambda n: f"- {n} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def as_figure(kind: str, count: int) -> str:
    """The count in one of Word's number formats; unknown ones are figures."""
    return _FORMATS.get(kind, str)(count)


class Level(NamedTuple):
    """How one level of a list is numbered."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None  # the level, counted from 1, that starts this one anew; 0 for none
    legal: bool = False  # all figures Arabic, as in "Section 2.01" under "Article II"
    style: str = ""  # the paragraph style bound to it
    indent: Indent = Indent()


class _List(NamedTuple):
    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]  # where this list starts, whatever its definition has counted to


class Numbering:
    """Counts the paragraphs of a document's lists as they come."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        definitions: dict[str, Any] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        elements = list(root) if root is not None else []
        for element in elements:
            if local(element) == "abstractNum":
                definitions[attribute(element, "abstractNumId") or ""] = element
        numbers = {
            attribute(element, "numId") or "": element
            for element in elements
            if local(element) == "num"
        }
        for key, element in numbers.items():
            self._lists[key] = _list(element, numbers, definitions, styles)

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level a style is bound to in the list; the first where it is bound to none."""
        levels = self._lists[list_id].levels if list_id in self._lists else {}
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def indent(self, list_id: str, depth: int) -> Indent:
        found = self._lists.get(list_id)
        return found.levels.get(depth, Level()).indent if found else Indent()

    def label(self, list_id: str, depth: int) -> str:
        """Count one more paragraph, and say what stands before it; "" for an unknown list."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= depth < _LEVELS:
            return ""
        counts = self._counts.setdefault(found.definition, [None] * _LEVELS)
        self._count(list_id, found, depth, counts)
        return _shown(found, depth, counts)

    def _count(self, list_id: str, found: _List, depth: int, counts: list[int | None]) -> None:
        for above in range(depth):
            if counts[above] is None:
                counts[above] = self._start(found, above)
        if depth in found.starts and (list_id, depth) not in self._begun:
            counts[depth] = None
        self._begun.add((list_id, depth))
        last = counts[depth]
        counts[depth] = self._start(found, depth) if last is None else last + 1
        for below in range(depth + 1, _LEVELS):
            restart = found.levels.get(below, Level()).restart
            if restart is None or depth < restart:
                counts[below] = None

    @staticmethod
    def _start(found: _List, depth: int) -> int:
        return found.starts.get(depth, found.levels.get(depth, Level()).start)


def _shown(found: _List, depth: int, counts: list[int | None]) -> str:
    level = found.levels.get(depth, Level())
    if level.kind == "bullet":
        return level.text

    def figure(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        count = counts[place]
        if count is None:
            return ""
        kind = found.levels.get(place, Level()).kind
        return as_figure("decimal" if level.legal and kind != "none" else kind, count)

    return _PLACE.sub(figure, level.text)


def _list(
    element: Any, numbers: dict[str, Any], definitions: dict[str, Any], styles: Styles
) -> _List:
    reference = child(element, "abstractNumId")
    key = (attribute(reference, "val") or "") if reference is not None else ""
    levels, starts = _levels(definitions.get(key)), {}
    linked = child(definitions[key], "numStyleLink") if key in definitions else None
    if linked is not None and not levels:
        other = numbers.get(styles.list_number(attribute(linked, "val") or "") or "")
        reference = child(other, "abstractNumId") if other is not None else None
        key = (attribute(reference, "val") or key) if reference is not None else key
        levels = _levels(definitions.get(key))
    for override in element:
        if local(override) != "lvlOverride":
            continue
        depth = number(attribute(override, "ilvl"), 0)
        own, start = child(override, "lvl"), child(override, "startOverride")
        if own is not None:
            levels[depth] = _level(own)
        if start is not None:
            starts[depth] = number(attribute(start, "val"), 1)
    return _List(key, levels, starts)


def _levels(definition: Any | None) -> dict[int, Level]:
    return {
        number(attribute(element, "ilvl"), 0): _level(element)
        for element in (definition if definition is not None else ())
        if local(element) == "lvl"
    }


def _level(element: Any) -> Level:
    said = {local(inner): inner for inner in reversed(list(element.iter()))}

    def value(name: str) -> str | None:
        return attribute(said[name], "val") if name in said else None

    kind = value("numFmt") or "decimal"
    text = value("lvlText") or ""
    if kind == "bullet":
        text = _bullet(text, said.get("rFonts"))
    return Level(
        kind,
        text[:80],
        number(value("start"), 0 if "start" not in said else 1),
        number(value("lvlRestart"), None),
        is_on(value("isLgl"), absent="isLgl" in said),
        value("pStyle") or "",
        indent_of(child(element, "pPr")),
    )


def _bullet(text: str, fonts: Any | None) -> str:
    font = (attribute(fonts, "ascii") or "") if fonts is not None else ""
    symbols = symbols_of(font)
    # Symbol fonts stand in the private use area, their code in its last byte.
    code = chr(ord(text[0]) & 0xFF) if text and "\uf000" <= text[0] <= "\uf0ff" else text[:1]
    shown = symbols.get(code, text[:1])
    return shown if shown in ("☐", "☒", "☑", "-", "–", "—") else "•" if text.strip() else ""
