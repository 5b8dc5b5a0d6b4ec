"""How two words meet over a line's end: with a space, with their hyphen, or joined.

Most word processors never hyphenate, so a hyphen at a line's end is often part of the word
(``court-`` / ``ordered``). The document's own words decide first, then a short list of
halves, and last whether the document seems to be hyphenated at all.
"""

import re
from collections.abc import Iterable

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
    "issued signed filed referral examination trained led supported focused out on pay".split()
)
_FRAGMENT = re.compile(
    r"(?:al|als|ally|tions?|tional|sions?|ings?|ments?|mental|ed|ers?|ly|ity|ties|ble|bly|ances?|"
    r"ences?|ants?|ents?|ently|ables?|ibles?|tives?|ative|ness|ful|less|apy|apist|apists|pist|"
    r"pists|ical|ically|cation|fication|ication|ogist|ologist|ular|ure|ures|ory|ous|ious|ize|"
    r"ized|tor|tors|sor|ling|ling|ular|tic|tal|ter|ters|ta|ti|dy|ry|cy|ny|ty)\W*"
)
_TAIL = re.compile(r"[A-Za-z]+(?=-$)")
_HEAD = re.compile(r"[A-Za-z]+")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_FEW = 3  # broken words from which on a document counts as hyphenated
_RATE = 0.025  # of its lines


class Joiner:
    """Decides for one document, from the words that stand unbroken in it."""

    def __init__(self, lines: Iterable[str]) -> None:
        texts = list(lines)
        whole = [match.lower() for text in texts for match in _WORD.findall(text)]
        self._words = frozenset(whole)
        broken = sum(text.endswith("-") and len(text) > 3 and text[-2].isalpha() for text in texts)
        self._hyphenated = broken >= max(_FEW, _RATE * len(texts))

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
        return (before[:-1] if self._one_word(tail[0], head[0]) else before), ""

    def _one_word(self, tail: str, head: str) -> bool:
        if tail[-1].isupper() != head[0].isupper():
            return False  # Moy-Finch
        first, second = tail.lower(), head.lower()
        if f"{first}-{second}" in self._words:
            return False
        if first + second in self._words:
            return True
        if first in _KEPT_BEFORE or second in _KEPT_AFTER:
            return False
        if _FRAGMENT.fullmatch(second):
            return True
        if first in self._words and second in self._words:
            return False
        return self._hyphenated
