"""The numbers of LISTNUM fields: "the therapist may (1) meet each parent; (2) …".

Word prints them and saves only the field. Its three lists of its own are counted here; a field of
a list that somebody defined is told as not computed.
"""

import re
from collections.abc import Sequence

from .numbering import as_figure

_NUMBER = "numberdefault"
_LISTS: dict[str, Sequence[tuple[str, str]]] = {
    _NUMBER: tuple(
        (kind, text)
        for text in ("{})", "({})", "{}.")
        for kind in ("decimal", "lowerLetter", "lowerRoman")
    ),
    "outlinedefault": (
        ("upperRoman", "{}."), ("upperLetter", "{}."), ("decimal", "{}."), ("lowerLetter", "{})"),
        ("decimal", "({})"), ("lowerLetter", "({})"), ("lowerRoman", "({})"),
        ("lowerLetter", "({})"), ("lowerRoman", "({})"),
    ),
}  # fmt: skip
_LEGAL = "legaldefault"  # 1. 1.1. 1.1.1.
_LEVELS = 9
_CODE = re.compile(r'\s*LISTNUM\b\s*(?:"([^"]*)"|([^\\\s]+))?(.*)', re.I | re.S)
_SWITCH = re.compile(r"\\([ls])\s*\"?(\d{1,4})", re.I)


class ListNumbers:
    """Counts the fields of one document, list by list."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}

    def next_item(self) -> None:
        """A numbered paragraph begins: what is counted inside of it starts anew."""
        for counts in self._counts.values():
            counts[1:] = [0] * (_LEVELS - 1)

    def shown(self, code: str, *, inside_item: bool) -> str | None:
        """What a field shows: "" for one of another kind, None for a list that is not known."""
        match = _CODE.fullmatch(code)
        if match is None:
            return ""
        name = (match[1] or match[2] or _NUMBER).lower()
        if name != _LEGAL and name not in _LISTS:
            return None
        switches = {key.lower(): int(value) for key, value in _SWITCH.findall(match[3])}
        level = min(max(switches.get("l", 2 if inside_item else 1), 1), _LEVELS) - 1
        counts = self._counts.setdefault(name, [0] * _LEVELS)
        counts[level] = switches.get("s", counts[level] + 1)
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        if name == _LEGAL:
            return "".join(f"{max(count, 1)}." for count in counts[: level + 1])
        kind, text = _LISTS[name][level]
        return text.format(as_figure(kind, counts[level]))
