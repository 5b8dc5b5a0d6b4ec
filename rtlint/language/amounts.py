"""Shares of a cost as a clause states them: "60% by Father and the balance by Mother".

Fractions are exact, so that three thirds make a whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from rtlint.language.mentions import EVERYONE
from rtlint.language.view import View

_UNITS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: n * 10
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}
_PERCENT = frozenset({"%", "percent", "per", "pct"})
_EQUAL = frozenset({"equally", "equal", "evenly", "50/50", "50-50", "fifty-fifty", "alike"})
_FORMULA = frozenset(
    {
        "pro",
        "rata",
        "proportion",
        "proportionate",
        "proportionately",
        "proportional",
        "proportionally",
    }
)
_REST = frozenset({"balance", "remainder", "rest", "remaining", "other"})
_EACH = frozenset({"each", "apiece", "respectively"})


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the whole and who bears it; ``members`` is empty where nobody is named by it."""

    part: Fraction
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Allocation:
    """How one stretch of words divides a cost."""

    shares: tuple[Share, ...]
    equal: bool = False
    formula: bool = False
    rest: bool = False

    @property
    def total(self) -> Fraction:
        """The sum of the shares that are stated as numbers."""
        return sum((share.part for share in self.shares), Fraction(0))

    @property
    def whole(self) -> bool:
        """Whether the words by themselves divide the entire cost."""
        return self.equal or self.formula or self.total == 1 or (self.rest and 0 < self.total < 1)

    @property
    def stated(self) -> bool:
        """Whether any share is stated at all."""
        return bool(self.shares) or self.equal or self.formula


def allocation(view: View, first: int, last: int) -> Allocation:
    """The shares stated between two positions of a clause."""
    words = view.words(first, last)
    known = set(words)
    text = " ".join(words)
    shares = tuple(_shares(view, first, last))
    equal = bool(known & _EQUAL) or bool(re.search(r"\b50 ?[-/] ?50\b|\bfifty ?- ?fifty\b", text))
    return Allocation(shares, equal, bool(known & _FORMULA), bool(known & _REST))


def _shares(view: View, first: int, last: int) -> Iterator[Share]:
    at = first
    previous: tuple[int, Fraction] | None = None
    while at < last:
        size, part = _fraction(view.words(at, min(at + 8, last)))
        if part is None or not 0 <= part <= 1:
            at += max(size, 1)
            continue
        # "sixty percent (60%)" says one thing twice.
        if previous is not None and previous[1] == part and at - previous[0] <= 2:
            previous = (at + size, part)
            at += size
            continue
        members = _bearer(view, at, at + size, first, last)
        around = set(view.words(max(at - 3, first), min(at + size + 3, last)))
        if (around & _EACH and part == Fraction(1, 2)) or (
            EVERYONE in members and part == Fraction(1, 2)
        ):
            yield Share(Fraction(1, 2), members)
        yield Share(part, members)
        previous = (at + size, part)
        at += size


def _fraction(words: list[str]) -> tuple[int, Fraction | None]:
    """The number of words a fraction takes at the head of ``words``, and its value."""
    if not words:
        return 1, None
    head = words[0]
    if match := re.fullmatch(r"(\d{1,3}(?:\.\d+)?)%?", head):
        percent = head.endswith("%") or (len(words) > 1 and words[1] in _PERCENT)
        size = 1 if head.endswith("%") or not percent else 3 if words[1] == "per" else 2
        return (size, Fraction(match[1]) / 100) if percent else (1, None)
    if match := re.fullmatch(r"(\d)/(\d)", head):
        return 1, Fraction(int(match[1]), int(match[2])) if match[2] != "0" else None
    if head == "half" and words[1:2] != ["-"] and words[1:2] != ["hour"]:
        return 1, Fraction(1, 2)
    size, number = _number(words)
    if number is None:
        return 1, None
    rest = words[size:]
    if rest[:1] == ["-"]:
        size, rest = size + 1, rest[1:]
    if rest and rest[0] in _PARTS:
        return size + 1, Fraction(number, _PARTS[rest[0]])
    if rest[:1] == ["("] and len(rest) > 2 and rest[2] == ")":
        size, rest = size + 3, rest[3:]
    if rest and rest[0] in _PERCENT:
        return size + (2 if rest[0] == "per" else 1), Fraction(number, 100)
    return size, None


def _number(words: list[str]) -> tuple[int, int | None]:
    """A number in words: "sixty", "sixty - five", "one hundred"."""
    head = words[0]
    if head in _TENS:
        rest = words[1:]
        size = 1
        if rest[:1] == ["-"]:
            rest, size = rest[1:], 2
        if rest and rest[0] in _UNITS and 0 < _UNITS[rest[0]] < 10:
            return size + 1, _TENS[head] + _UNITS[rest[0]]
        return 1, _TENS[head]
    if head in ("one", "a") and words[1:2] == ["hundred"]:
        return 2, 100
    if head in _UNITS:
        return 1, _UNITS[head]
    return 1, None


def _bearer(view: View, start: int, end: int, first: int, last: int) -> frozenset[str]:
    """Who bears the share at ``start`` ≤ i < ``end``: "by Father" after it, or the nearest name before it."""
    named = [m for m in view.mentions if m.members and first <= m.first and m.last <= last]
    after = [m for m in named if m.first >= end and m.first - end <= 8]
    if after and set(view.words(end, after[0].first)) & {"by", "to", "for", "from"}:
        return after[0].members
    before = [m for m in named if m.last <= start]
    return before[-1].members if before else after[0].members if after else frozenset()
