"""How two words meet over a line's end: with a space, with their hyphen, or joined.

Most word processors never hyphenate, so a hyphen at a line's end is often part of the word
(``court-`` / ``ordered``). The document's own words decide first, then a short list of
halves, and last what most of its broken words turned out to be.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rtlint.read.letters import SOFT_HYPHEN

_KEPT_BEFORE = frozenset(
    "twenty thirty forty fifty sixty seventy eighty ninety self cross non ex anti semi quasi "
    "well half full part long short high low make follow face one two three four five six seven "
    "eight nine ten first second third fourth step mother father parent child court pre post "
    "time day week month year in on off out up by so check drop pick sit left right "
    "mid all best good ill much ever never co".split()
)
_KEPT_AFTER = frozenset(
    "to in of up and face person hour hours day days week weeks month months year years one two "
    "three four five six seven eight nine half third thirds fourth fourths quarter quarters term "
    "time based related ordered appointed approved parent parents parenting mother father child "
    "house home law way by minute minutes session sessions old going being off free wide "
    "being making informed issued signed filed referral examination trained led supported focused "
    "out on pay".split()
)
_FRAGMENT = re.compile(
    r"(?:al|als|ally|tions?|tional|sions?|ings?|ments?|mental|ed|ers?|ly|ity|ties|ble|bly|ances?|"
    r"ences?|ants?|ents?|ently|ables?|ibles?|tives?|ative|ness|ful|less|apy|apist|apists|pist|"
    r"pists|ical|ically|cation|fication|ication|ogist|ologist|ular|ure|ures|ory|ous|ious|ize|"
    r"ized|tor|tors|sor|ling|ling|ular|tic|tal|ter|ters|ta|ti|dy|ry|cy|ny|ty)\W*"
)
_TAIL = re.compile(r"(?<![A-Za-z])[A-Za-z]+(?=-$)")  # tried once a word, however long it is
_HEAD = re.compile(r"[A-Za-z]+")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def _whole_words(lines: Sequence[str]) -> Iterator[str]:
    """The words of the lines, without the halves of broken ones."""
    broken = False
    for line in lines:
        text = _HEAD.sub("", line, count=1) if broken else line
        broken = line.endswith("-")
        for word in _WORD.findall(_TAIL.sub("", text)):
            yield word.lower()


class Joiner:
    """Decides for one document, from the words that stand unbroken in it."""

    def __init__(self, lines: Iterable[str]) -> None:
        texts = list(lines)
        self._words = frozenset(_whole_words(texts))
        breaks = [
            (tail[0].lower(), head[0].lower())
            for before, after in pairwise(texts)
            if (tail := _TAIL.search(before)) and (head := _HEAD.match(after))
        ]
        sure = [self._verdict(*halves) for halves in breaks]
        # What the clear cases show of the document decides the others.
        self._hyphenated = sure.count(True) > sure.count(False)

    def join(self, before: str, after: str) -> tuple[str, str]:
        """The first word as it is to be written, and what separates it from the second."""
        if before.endswith(SOFT_HYPHEN):
            return before[:-1], ""
        if before.endswith(("—", "–")) and len(before) > 1 and before[-2].isalnum():
            return before, ""
        tail, head = _TAIL.search(before), _HEAD.match(after)
        if tail is None or head is None:
            digits = before.endswith("-") and before[-2:-1].isalnum() and after[:1].isalnum()
            return before, "" if digits else " "
        if tail[0][-1].isupper() != head[0][0].isupper():
            return before, ""  # Moy-Finch
        verdict = self._verdict(tail[0].lower(), head[0].lower())
        one_word = self._hyphenated if verdict is None else verdict
        return (before[:-1] if one_word else before), ""

    def _verdict(self, first: str, second: str) -> bool | None:
        """Whether the halves are one word; None where nothing speaks for either."""
        if f"{first}-{second}" in self._words:
            return False
        if first + second in self._words or second in ("self", "selves"):
            return True
        if first in _KEPT_BEFORE or second in _KEPT_AFTER:
            return False
        if _FRAGMENT.fullmatch(second):
            return True
        known = (first in self._words) + (second in self._words)
        return {0: True, 1: None, 2: False}[known]
