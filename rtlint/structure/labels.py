"""Labels before a paragraph: ``1.`` ``(a)`` ``iv)`` ``§ 4`` ``Section 5.`` ``ARTICLE II`` ``•``.

A label can have several readings, ``(i)`` is a letter and a roman numeral, and only the
labels around it decide; so a ``Label`` carries all its readings and ``tree`` chooses.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

_ROMAN = r"(?=[ivxl])(?:xl|x{0,3})(?:ix|iv|v?i{0,3})"
_VALUE = rf"(?:\d{{1,3}}|{_ROMAN}|[a-z])"
_CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
_NAMED = re.compile(
    rf"(?P<word>section|sec\.|article|paragraph|para\.|part|term|step|phase|count)\s+"
    rf"(?P<value>(?:{'|'.join(_CARDINALS)})\b|{_VALUE})(?P<more>(?:\.\d{{1,3}})*)(?:\s*(?P<close>[.:)—–-]+)(?=\s|$)|(?=\s|$))",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?P<word>[§¶])\s*(?P<value>\d{1,3})(?P<more>(?:\.\d{1,3})*)[.:)]?(?=\s+[^a-z\s]|\s*$)"
)
_DECIMAL = re.compile(r"(?P<value>\d{1,3}(?:\.\d{1,3})+)[.):]?(?=\s+[^a-z\s\d]|\s*$)")
_DASHED = re.compile(
    r"(?P<value>(?:\d{1,3}|[A-Z])-(?:\d{1,3}|[A-Z])|[A-Z]\.\d{1,3})[.):]?(?=\s+[^a-z\s\d]|\s*$)"
)
_COMPOUND = re.compile(
    r"(?P<value>\d{1,3})\.?(?P<more>(?:\((?:[a-z]{1,4}|\d{1,2})\))+)[.:]?(?=\s|$)", re.IGNORECASE
)
_PLAIN = re.compile(
    rf"(?P<open>\(?)(?P<value>\d{{1,3}}|{_ROMAN}|([a-z])\3?)(?P<close>\.\)|[.)])(?=\s|$|(?<=\d\.)[A-Z])",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[(?P<value>\d{1,3})\](?=\s)")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_IN_WORDS = {word: ("First", n) for n, word in enumerate(_ORDINALS, 1)} | {
    word: ("One", n) for n, word in enumerate(_CARDINALS, 1)
}
_ORDINAL = re.compile(rf"(?P<value>{'|'.join(_IN_WORDS)})(?:ly)?[:.](?=\s)", re.IGNORECASE)
_BULLET = re.compile(r"(?P<value>[-–—•*◦▪‣·●○\uf0b7\uf0a7])(?=\s+\S)")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a label: its style (``"(a)"``, ``"1."``) and its place in the sequence."""

    style: str
    ordinal: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, without its punctuation, and the ways to take it."""

    text: str
    readings: tuple[Reading, ...]
    end: int  # offset of the first word after it
    parents: tuple[str, ...] = ()  # "4" for the one-piece label "4(b)"

    @property
    def style(self) -> str:
        return self.readings[0].style

    @property
    def bullet(self) -> bool:
        return self.style.startswith("•")

    def taken_as(self, reading: Reading) -> "Label":
        """The same label with the reading that its neighbours settled."""
        return replace(self, readings=(reading,))


def roman(numeral: str) -> int:
    """The value of a lower-case roman numeral."""
    total = 0
    for digit, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = _ROMAN_DIGITS[digit]
        total += -value if _ROMAN_DIGITS.get(following, 0) > value else value
    return total


def readings(value: str, before: str, after: str) -> tuple[Reading, ...]:
    """The ways to take a value with the punctuation around it."""
    if value.isdigit():
        return (Reading(f"{before}1{after}", int(value)),)
    low = value.lower()
    if low in _CARDINALS:
        return (Reading(f"{before}One{after}", _CARDINALS.index(low) + 1),)
    upper = value[0].isupper()
    found = []
    if re.fullmatch(_ROMAN, low):
        found.append(Reading(f"{before}{'I' if upper else 'i'}{after}", roman(low)))
    if len(low) == 1 or low == low[0] * 2:
        ordinal = ord(low[0]) - ord("a") + 1 + (26 if len(low) == 2 else 0)
        found.append(Reading(f"{before}{'A' if upper else 'a'}{after}", ordinal))
    return tuple(found)


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label that begins at ``start``, if there is one."""
    for form, taken in _FORMS:
        match = form.match(text, start, end)
        if match:
            return taken(text, match, end)
    return None


def plausible(labels: Iterable[Label]) -> frozenset[Reading]:
    """The readings that have a neighbour in sequence, which tells a label from an initial.

    "J. Alvarez shall …" begins with no label unless a paragraph begins with "I." or "K.".
    """
    seen = {reading for label in labels for reading in label.readings}
    return frozenset(
        reading
        for reading in seen
        if Reading(reading.style, reading.ordinal - 1) in seen
        or Reading(reading.style, reading.ordinal + 1) in seen
    )


def trusted(label: Label, sequence: frozenset[Reading]) -> Label | None:
    """The label with the readings that can be believed, or None where it is an initial."""
    if label.parents or label.style[-1] not in ".)" or label.style in ("1.", "1)", "(1)"):
        return label
    kept = tuple(reading for reading in label.readings if reading in sequence)
    if not kept and label.style.startswith("("):
        # A lone "(a)" is a label all the same; a lone "(x)" is more likely a ticked box.
        kept = tuple(reading for reading in label.readings if reading.ordinal == 1)
    return replace(label, readings=kept) if kept else None


def _named(text: str, match: re.Match[str], end: int) -> Label | None:
    """Section 5. / ARTICLE II: with no stop after it, only what looks like a heading counts."""
    rest = text[match.end() : end].strip()
    if not match["close"] and rest and not (rest.isupper() and match["word"].isupper()):
        return None
    return _numbered(text, match, match["word"].lower().rstrip("."), end)


def _numbered(text: str, match: re.Match[str], word: str, end: int) -> Label:
    words = _words(text, match.end(), end)
    if match["more"]:
        numbers = match["more"].split(".")
        style = f"{word} 1" + ".1" * (len(numbers) - 1)
        return Label(match["value"] + match["more"], (Reading(style, int(numbers[-1])),), words)
    return Label(match["value"], readings(match["value"], word + " ", ""), words)


def _words(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _signed(text: str, match: re.Match[str], end: int) -> Label:
    return _numbered(text, match, match["word"], end)


def _compound(text: str, match: re.Match[str], end: int) -> Label:
    parts = [match["value"], *re.findall(r"\w+", match["more"])]
    found = readings(parts[-1], "(", ")")
    return Label(parts[-1], found, _words(text, match.end(), end), tuple(parts[:-1]))


def _decimal(text: str, match: re.Match[str], end: int) -> Label:
    numbers = match["value"].split(".")
    reading = Reading("1" + ".1" * (len(numbers) - 1), int(numbers[-1]))
    return Label(match["value"], (reading,), _words(text, match.end(), end))


def _dashed(text: str, match: re.Match[str], end: int) -> Label:
    """1-A. / B-2: believed, like a letter, only where a neighbour follows it."""
    first, last = re.split("[.-]", match["value"])
    found = readings(last, "1-" if first.isdigit() else "A-", ".")
    return Label(match["value"], found, _words(text, match.end(), end))


def _plain(text: str, match: re.Match[str], end: int) -> Label | None:
    close = "." if match["close"] == "." else match["close"].strip(".")
    found = readings(match["value"], match["open"], close)
    return Label(match["value"], found, _words(text, match.end(), end)) if found else None


def _bracketed(text: str, match: re.Match[str], end: int) -> Label:
    reading = Reading("[1]", int(match["value"]))
    return Label(match["value"], (reading,), _words(text, match.end(), end))


def _ordinal(text: str, match: re.Match[str], end: int) -> Label:
    reading = Reading(*_IN_WORDS[match["value"].lower()])
    return Label(match["value"], (reading,), _words(text, match.end(), end))


def _bullet(text: str, match: re.Match[str], end: int) -> Label:
    return Label("", (Reading("•" + match["value"], 0),), _words(text, match.end(), end))


# In the order in which they are tried: "4(b)" before "4", "1.2" before "1."
_FORMS: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str], int], Label | None]], ...] = (
    (_NAMED, _named),
    (_SIGN, _signed),
    (_COMPOUND, _compound),
    (_DECIMAL, _decimal),
    (_DASHED, _dashed),
    (_PLAIN, _plain),
    (_BRACKETED, _bracketed),
    (_ORDINAL, _ordinal),
    (_BULLET, _bullet),
)
