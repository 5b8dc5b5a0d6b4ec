"""Check boxes as they come out of forms: glyphs, brackets, Wingdings and typed blanks.

A glyph that cannot be read (U+FFFD) counts as a box that is not ticked. A blank,
"___ Mother", is a box only beside another box or blank: alone it is a gap to be filled in.
"""

import re
from dataclasses import dataclass

_EMPTY = r"[☐□◻▢❏❑⬜\ufffd\uf0a8\uf06f\uf071\uf0a3]|\[\s{0,3}\]|\[_{1,3}\]|\(\s{1,3}\)|\(_{1,3}\)"
_TICKED = (
    r"[☑☒■✓✔✗✘⬛\uf0fe\uf0fd\uf078\uf0fc\uf052]|\[\s?[xX✓✔]\s?\]|\(\s?[xX✓✔]\s?\)|_{1,4}[xX✓]_{1,4}"
)
_BOX = re.compile(rf"(?:(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY}))[ \t\u00a0]*")
_BLANK = re.compile(r"_{2,8}[ \t\u00a0]+(?=[A-Za-z])(?!(?:shall|must|may|will|is|are|has)\b)")

_FINITE = re.compile(r"\b(?:shall|must|will|may|should|is|are|agrees?|has|have|pays?)\b", re.I)
_VERB = re.compile(r"[.;]\s|\b(?:shall|must|will|may|is|are|agrees?|has|have)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Box:
    """A check box: ``end`` is where the words of its option begin."""

    start: int
    end: int
    ticked: bool


def box_at(text: str, start: int, end: int) -> Box | None:
    """The box that begins at ``start``."""
    match = _BOX.match(text, start, end)
    return _box(match) if match else None


def opening_box(text: str, start: int, end: int) -> Box | None:
    """The box of a whole paragraph; in "☒ Mother ☐ Father shall pay" each box has but its words."""
    box = box_at(text, start, end)
    if box is None:
        return None
    following = _BOX.search(text, box.end, end)
    if following and not _VERB.search(text, box.end, following.start()):
        return None
    if following and not box.ticked and _alternatives(text, following, end):
        return None
    return box


def _alternatives(text: str, following: re.Match[str], end: int) -> bool:
    """Whether a ticked box of the line is a choice of its own: "[ ] she pays [X] he pays"."""
    options = [following, *_BOX.finditer(text, following.end(), end)]
    ends = [*(option.start() for option in options[1:]), end]
    return all(
        _FINITE.search(text, option.end(), stop) for option, stop in zip(options, ends, strict=True)
    ) and any(option["ticked"] for option in options)


def blank_at(text: str, start: int, end: int) -> Box | None:
    """A blank that may stand for an empty box."""
    match = _BLANK.match(text, start, end)
    return Box(match.start(), match.end(), ticked=False) if match else None


def boxes_in(text: str, start: int, end: int) -> list[Box]:
    """All boxes of a stretch of text."""
    return [_box(match) for match in _BOX.finditer(text, start, end)]


def _box(match: re.Match[str]) -> Box:
    return Box(match.start(), match.end(), match["ticked"] is not None)
