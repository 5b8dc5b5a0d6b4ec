"""Shares of a cost as words state them: "60% by Father and the balance by Mother".

Fractions are exact, so that three thirds make a whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from rtlint.language.english import phrases, words

_UNITS = {word: n for n, (word,) in enumerate(phrases("units"))}
_TENS = {word: 10 * n for n, (word,) in enumerate(phrases("tens"), 2)}
_PARTS = {
    name + ending: size
    for name, size in (
        ("half", 2), ("halve", 2), ("third", 3), ("quarter", 4), ("fourth", 4), ("fifth", 5),
        ("sixth", 6), ("seventh", 7), ("eighth", 8), ("tenth", 10), ("moiety", 2),
    )
    for ending in ("", "s")
}  # fmt: skip
_EQUAL = tuple(" ".join(phrase) for phrase in phrases("equal_shares"))
_FULL = tuple(" ".join(phrase) for phrase in phrases("full_shares"))
_REST = tuple(" ".join(phrase) for phrase in phrases("rest_shares"))
_COUNTED = words("counted")
_NEAR_ONE = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares that a stretch of words states.

    ``amounts`` are the numbers in order; ``equal``, ``full`` and ``rest`` say that words for equal
    shares, for the whole, or for what is left stand beside them.
    """

    amounts: tuple[Fraction, ...] = ()
    equal: bool = False
    full: bool = False
    rest: bool = False

    @property
    def stated(self) -> bool:
        """Whether any share is stated at all."""
        return bool(self.amounts) or self.equal or self.full

    @property
    def total(self) -> Fraction:
        """The sum of the numbers."""
        return sum(self.amounts, Fraction(0))

    @property
    def whole(self) -> bool:
        """Whether the words by themselves divide the entire cost."""
        if not self.amounts:
            return self.equal or self.full
        if makes_whole(self.total) or (self.rest and self.total < 1):
            return True
        if self.equal:
            return len(set(self.amounts)) == 1
        pairs = ((a, b) for n, a in enumerate(self.amounts) for b in self.amounts[n + 1 :])
        return len(self.amounts) > 2 and any(makes_whole(a + b) for a, b in pairs)

    @property
    def wrong(self) -> bool:
        """Whether several shares, or one above the whole, do not make a whole."""
        return not self.whole and (len(self.amounts) > 1 or self.total > 1)


def makes_whole(total: Fraction) -> bool:
    """Whether shares add up to one, within the rounding of "33% each"."""
    return abs(total - 1) <= _NEAR_ONE


def read_shares(found: Sequence[str]) -> Shares:
    """The shares named in lower-case words."""
    plain = _plain(found)
    text = f" {' '.join(plain)} "
    amounts: list[Fraction] = []
    i = 0
    while i < len(plain):
        size, here = _amounts_at(plain, i)
        amounts += here
        i += size
    named = tuple(amount for amount in amounts if amount > 0)
    each_half = " each " in text and Fraction(1, 2) in named
    return Shares(
        named,
        equal=each_half or any(f" {phrase} " in text for phrase in _EQUAL),
        full=any(f" {phrase} " in text for phrase in _FULL),
        rest=any(f" {phrase} " in text for phrase in _REST),
    )


def _plain(found: Sequence[str]) -> list[str]:
    """Compound numbers joined, and an amount in words and figures ("sixty percent (60%)") once."""
    text = " ".join(found).casefold()
    text = re.sub(r"[–—−]", "-", text)
    text = re.sub(r"\bper cent(?:um)?\b", "percent", text)
    text = re.sub(r"(\d)\s*%", r"\1 percent", text)
    text = re.sub(r"\$\s*[\d,.]+", " $ ", text)
    text = re.sub(r"([a-z]+)\s*-\s*(?=[a-z])", r"\1-", text)
    text = re.sub(
        r"(percent|half|thirds?|quarters?|fourths?|fifths?)\s*\(\s*[\d./]+\s*(?:percent)?\s*\)",
        r"\1",
        text,
    )
    text = re.sub(r"\b([a-z-]+)\s*\(\s*\d+\s*\)\s*percent", r"\1 percent", text)
    return re.findall(r"[a-z]+(?:-[a-z]+)*|\d+(?:\.\d+)?|[/$%:-]", text)


def _amounts_at(plain: Sequence[str], i: int) -> tuple[int, list[Fraction]]:
    """How many words an amount at ``i`` takes, and what it is worth; a ratio is two amounts."""
    for reader in (_ratio, _fraction, _percentage):
        size, amounts = reader(plain, i)
        if amounts:
            return size, amounts
    return 1, []


def _ratio(plain: Sequence[str], i: int) -> tuple[int, list[Fraction]]:
    """``60/40``, ``60-40``, ``sixty-forty``; ``2/3`` is a fraction."""
    pair = plain[i].split("-")
    if len(pair) == 2 and pair[0] in _TENS and _TENS.get(pair[1], 0) + _TENS[pair[0]] == 100:
        return 1, [Fraction(_TENS[word], 100) for word in pair]
    after = plain[i + 1 : i + 3]
    if len(after) < 2 or after[0] not in ("/", "-", ":"):
        return 1, []
    a, b = _number(plain[i]), _number(after[1])
    if a is None or b is None:
        return 1, []
    if a + b == 100:
        return 3, [a / 100, b / 100]
    return (3, [a / b]) if after[0] == "/" and 0 < a < b <= 12 else (1, [])


def _fraction(plain: Sequence[str], i: int) -> tuple[int, list[Fraction]]:
    """``three-fifths``, ``one half``, ``a third``, ``three parts in five``."""
    word, after = plain[i], plain[i + 1 : i + 4]
    pair = word.split("-")
    if len(pair) == 2 and pair[0] in _UNITS and pair[1] in _PARTS:
        return 1, [Fraction(_UNITS[pair[0]], _PARTS[pair[1]])]
    if (word in _UNITS or word == "a") and after:
        top = _UNITS.get(word, 1)
        if after[0] in _PARTS:
            return 2, [Fraction(top, _PARTS[after[0]])]
        if after[0] in ("part", "parts") and len(after) == 3 and after[1] in ("in", "of"):
            below = _number(after[2])
            return (4, [Fraction(top) / below]) if below else (1, [])
    if word in ("half", "moiety"):
        return 1, [Fraction(1, 2)]
    timed = after[:1] in (["hour"], ["hours"])  # "billed by the quarter hour"
    if word in ("third", "quarter") and i and plain[i - 1] in ("the", "by") and not timed:
        return 1, [Fraction(1, _PARTS[word])]
    return 1, []


def _percentage(plain: Sequence[str], i: int) -> tuple[int, list[Fraction]]:
    """``60 percent``, ``sixty cents of each dollar``, and a bare number beside percentages."""
    number = _number(plain[i])
    if number is None:
        return 1, []
    after = plain[i + 1 : i + 3]
    if after[:1] in (["percent"], ["pct"]) or after in (["cents", "of"], ["cents", "on"]):
        return 2, [number / 100]
    counted = bool(after) and after[0] in _COUNTED
    if 5 <= number <= 100 and "percent" in plain and plain[i - 1 : i] != ["$"] and not counted:
        return 1, [number / 100]
    return 1, []


def _number(word: str) -> Fraction | None:
    if re.fullmatch(r"\d+(?:\.\d+)?", word):
        return Fraction(word)
    if word in _UNITS:
        return Fraction(_UNITS[word])
    ten, _, unit = word.partition("-")
    if ten in _TENS and (not unit or unit in _UNITS):
        return Fraction(_TENS[ten] + _UNITS.get(unit, 0))
    return Fraction(100) if word == "hundred" else None
