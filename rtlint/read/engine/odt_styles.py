"""Text styles of OpenDocument: which hide or strike what they are given to."""

from typing import Any

from .flow import HIDDEN, STRUCK
from .package import attribute, child, local

_DEEPEST = 32
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}


class TextStyles:
    """Paragraph and text styles by name, automatic ones first."""

    def __init__(self, content: Any, styles: Any | None) -> None:
        self._styles: dict[str, Any] = {}
        for root in (styles, content):
            for group in root if root is not None else ():
                if local(group) in ("styles", "automatic-styles"):
                    for element in group:
                        if local(element) == "style":
                            self._styles[attribute(element, "name") or ""] = element

    def look(self, name: str) -> str:
        """The mark a style gives, "" for none."""
        said: dict[str, str] = {}
        for element in self._chain(name):
            properties = child(element, "text-properties")
            for key, value in properties.attrib.items() if properties is not None else ():
                said.setdefault(key.rpartition("}")[2], value)
        white = said.get("color", "").lower() == "#ffffff"
        dark = said.get("background-color", "transparent") not in ("transparent", "#ffffff")
        tiny = said.get("font-size", "").endswith("pt") and _points(said["font-size"]) < 3
        if said.get("display") == "none" or (white and not dark) or tiny:
            return HIDDEN
        through = said.get("text-line-through-style") or said.get("text-line-through-type")
        return STRUCK if through not in (None, "none") else ""

    def indent(self, name: str) -> float:
        """Points from the margin to where the first line begins."""
        said: dict[str, str] = {}
        for element in self._chain(name):
            properties = child(element, "paragraph-properties")
            for key, value in properties.attrib.items() if properties is not None else ():
                said.setdefault(key.rpartition("}")[2], value)
        return max(_points(said.get("margin-left", "")) + _points(said.get("text-indent", "")), 0.0)

    def _chain(self, name: str) -> list[Any]:
        chain: list[Any] = []
        while name in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[name])
            name = attribute(self._styles[name], "parent-style-name") or ""
        return chain


def _points(length: str) -> float:
    try:
        return float(length[:-2]) * _POINTS[length[-2:]]
    except (ValueError, KeyError):
        return 0.0
