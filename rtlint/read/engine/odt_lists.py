"""The numbers that OpenDocument's lists show."""

import re
from typing import Any

from .numerals import counted_letter, letter, roman
from .package import attribute, local

_PLACE = re.compile(r"%(\d{1,2})%")
_LEVELS = 10


class ListStyles:
    """List styles by name, and the one that numbers headings."""

    def __init__(self, content: Any, styles: Any | None) -> None:
        self._styles: dict[str, dict[int, Any]] = {}
        self.outline: dict[int, Any] = {}
        for root in (styles, content):
            for element in root.iter() if root is not None else ():
                if local(element) == "list-style":
                    self._styles[attribute(element, "name") or ""] = _levels(element)
                elif local(element) == "outline-style":
                    self.outline = _levels(element)

    def level(self, style: str, level: int) -> Any | None:
        return self._styles.get(style, {}).get(level)

    def all(self, style: str) -> dict[int, Any]:
        return self._styles.get(style, {})


class Numbers:
    """Counts list items as they come."""

    def __init__(self, styles: ListStyles) -> None:
        self._styles = styles
        self._counts: list[int | None] = [None] * _LEVELS
        self._by_id: dict[str, list[int | None]] = {}
        self._by_style: dict[str, list[int | None]] = {}
        self._outline: list[int | None] = [None] * _LEVELS

    def open(self, element: Any, style: str) -> None:
        """Begin a list, or go on with one that it continues."""
        named = attribute(element, "continue-list")
        goes_on = attribute(element, "continue-numbering") == "true"
        fresh: list[int | None] = [None] * _LEVELS
        if named is not None:
            self._counts = self._by_id.get(named, fresh)
        elif goes_on:
            self._counts = self._by_style.get(style, fresh)
        else:
            self._counts = fresh
        self._by_style[style] = self._counts
        key = attribute(element, "id")
        if key:
            self._by_id[key] = self._counts

    def label(self, style: str, level: int, item: Any) -> str:
        """Count an item, and say what stands before it."""
        start = _whole(attribute(item, "start-value"))
        return _counted(self._styles.all(style), self._counts, level, start)

    def heading(self, level: str) -> str:
        depth = (_whole(level) or 1) - 1
        if depth not in self._styles.outline:
            return ""
        return _counted(self._styles.outline, self._outline, depth, None)


def _counted(
    levels: dict[int, Any], counts: list[int | None], level: int, start: int | None
) -> str:
    if not 0 <= level < _LEVELS:
        return ""
    for above in range(level):
        if counts[above] is None:
            counts[above] = _start(levels.get(above))
    last = counts[level]
    counts[level] = (
        start if start is not None else _start(levels.get(level)) if last is None else last + 1
    )
    counts[level + 1 :] = [None] * (_LEVELS - level - 1)
    return _shown(levels, counts, level)


def _shown(levels: dict[int, Any], counts: list[int | None], level: int) -> str:
    element = levels.get(level)
    if element is None:
        return ""
    if "bullet" in local(element):
        return _bullet(attribute(element, "bullet-char") or "")
    if not attribute(element, "num-format"):
        return ""
    pattern = attribute(element, "num-list-format")
    if pattern is not None:
        return _PLACE.sub(lambda match: _figure(levels, counts, int(match[1]) - 1), pattern).strip()
    shown = min(_whole(attribute(element, "display-levels")) or 1, level + 1)
    figures = [_figure(levels, counts, place) for place in range(level - shown + 1, level + 1)]
    prefix, suffix = attribute(element, "num-prefix") or "", attribute(element, "num-suffix") or ""
    return (prefix + ".".join(filter(None, figures)) + suffix).strip()


def _figure(levels: dict[int, Any], counts: list[int | None], place: int) -> str:
    element = levels.get(place)
    count = counts[place] if 0 <= place < _LEVELS else None
    if element is None or count is None:
        return ""
    kind = attribute(element, "num-format") or ""
    if kind.lower() == "a":
        doubled = attribute(element, "num-letter-sync") == "true"
        figures = letter(count) if doubled else counted_letter(count)
    elif kind.lower() == "i":
        figures = roman(count)
    else:
        figures = str(count) if kind else ""
    return figures.upper() if kind.isupper() else figures


def _bullet(sign: str) -> str:
    if sign[:1] in "☐☒☑❏❑❒□" and sign:
        return sign[0]
    return sign if sign in ("-", "–", "—") else "•" if sign else ""


def _levels(element: Any) -> dict[int, Any]:
    found = {}
    for inner in element:
        level = _whole(attribute(inner, "level"))
        if level:
            found[level - 1] = inner
    return found


def _start(element: Any | None) -> int:
    said = _whole(attribute(element, "start-value")) if element is not None else None
    return 1 if said is None else said


def _whole(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else None
