"""Where quoted words stand in a Word document, and runs cut so that a comment covers just them.

The text that rtlint reads differs from the file's: numbers are computed, spaces and quotation marks
made plain. So words are looked for with such differences folded away.
"""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_FOLDED = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-",
     "\u2011": "-", "\u00ad": None, "\u200b": None}
)  # fmt: skip
# What was deleted or moved away is not read; nor is the second copy of a text box.
_LEFT_OUT = (
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
_SPACES = (qn("w:tab"), qn("w:br"), qn("w:cr"))


@dataclass(slots=True)
class _Char:
    text: str
    paragraph: "_Element"
    run: "_Element"
    part: "_Element"  # the child of the run that holds it
    offset: int  # in that child's text


class Words:
    """The visible characters of a document's body, each with its place in the file."""

    def __init__(self, body: "_Element") -> None:
        self._chars = list(_characters(body))
        folded: list[str] = []
        self._at: list[int] = []  # for each folded character the one it comes from
        before: _Char | None = None
        for index, char in enumerate(self._chars):
            if before is not None and before.paragraph is not char.paragraph:
                _put(" ", index - 1, folded, self._at)
            for plain in fold(char.text) or "":
                _put(plain, index, folded, self._at)
            before = char
        self.text = "".join(folded)

    def find(self, quote: str, before: str) -> tuple[int, int] | None:
        """The first and last character of a quotation; ``before`` is all that stands before it."""
        wanted = " ".join(fold(quote).split())
        if not wanted:
            return None
        skip = " ".join(fold(before).split()).count(wanted)
        at = found = self.text.find(wanted)
        while found >= 0 and skip:
            found = self.text.find(wanted, found + 1)
            at, skip = (found, skip - 1) if found >= 0 else (at, 0)
        return None if at < 0 else (self._at[at], self._at[at + len(wanted) - 1])

    @property
    def first(self) -> int | None:
        """The first character that is no space."""
        return next((n for n, char in enumerate(self._chars) if char.text.strip()), None)

    def run(self, index: int) -> "_Element":
        """The run that holds this character."""
        return self._chars[index].run

    def paragraph(self, index: int) -> "_Element":
        """The paragraph that holds this character."""
        return self._chars[index].paragraph

    def cut(self, places: set[int]) -> None:
        """Make a run begin at each of these characters; nothing else changes."""
        for place in sorted(places, reverse=True):
            inside = 0 < place < len(self._chars)
            if inside and self._chars[place - 1].run is self._chars[place].run:
                self._split(place)

    def _split(self, place: int) -> None:
        char = self._chars[place]
        run, part, offset = char.run, char.part, char.offset
        second = copy.copy(run)
        for child in list(second):
            second.remove(child)
        style = run.find(qn("w:rPr"))
        if style is not None:
            second.append(copy.deepcopy(style))
        moved = list(part.itersiblings())
        if offset:
            rest = copy.deepcopy(part)
            rest.text, part.text = (part.text or "")[offset:], (part.text or "")[:offset]
            for text in (rest, part):
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            second.append(rest)
        else:
            rest = part
            second.append(part)
        second.extend(moved)
        run.addnext(second)
        for following in self._chars[place:]:
            if following.run is not run:
                break
            if following.part is part:
                following.part, following.offset = rest, following.offset - offset
            following.run = second


def fold(text: str) -> str:
    """``text`` with typographic signs made plain."""
    return text.translate(_FOLDED)


def _put(char: str, index: int, folded: list[str], at: list[int]) -> None:
    if char.isspace():
        if not folded or folded[-1] == " ":
            return
        char = " "
    folded.append(char)
    at.append(index)


def _characters(body: "_Element") -> Iterator[_Char]:
    for paragraph in body.iter(qn("w:p")):
        for run in paragraph.iter(qn("w:r")):
            above = list(run.iterancestors())
            owner = next(node for node in above if node.tag == qn("w:p"))
            if owner is not paragraph or any(node.tag in _LEFT_OUT for node in above):
                continue
            for part in run:
                if part.tag == qn("w:t"):
                    for offset, text in enumerate(part.text or ""):
                        yield _Char(text, paragraph, run, part, offset)
                elif part.tag in _SPACES:
                    yield _Char(" ", paragraph, run, part, 0)
                elif part.tag == qn("w:noBreakHyphen"):
                    yield _Char("-", paragraph, run, part, 0)
