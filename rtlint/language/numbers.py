"""Numbers in words beside the same number in figures: "thirty (30) days", "forty percent (40%)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 100, "thousand": 1000}
_ANY = "|".join(sorted({*_UNITS, *_TENS, *_SCALES}, key=len, reverse=True))
_BESIDE = re.compile(
    rf"\b(?P<words>(?:(?:{_ANY})\b[\s-]*(?:and\s+(?={_ANY}\b))?)+)"
    r"(?P<unit>(?:calendar\s+|business\s+)?(?:percent|per\s+cent|dollars|days?)\s*)?"
    r"\(\s*\$?\s*(?P<figures>\d[\d,]*(?:\.\d+)?)\s*(?:%|percent|days?|dollars)?\s*\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A number whose words and figures differ; offsets within the text that was searched."""

    start: int
    end: int
    in_words: int
    in_figures: str


def mismatches(text: str) -> Iterator[Mismatch]:
    """Every number of a text that is given twice, differently."""
    for match in _BESIDE.finditer(text):
        said = value_of(match["words"])
        figures = match["figures"].replace(",", "")
        if said is not None and float(figures) != said:
            yield Mismatch(match.start(), match.end(), said, match["figures"])


def value_of(words: str) -> int | None:
    """The number that words name ("one hundred and twenty"); None for words in no order."""
    total, current, size = 0, 0, 10_000
    for word in re.findall(r"[a-z]+", words.casefold()):
        if word == "and":
            continue
        if word in _SCALES:
            scale = _SCALES[word]
            current = max(current, 1) * scale
            if scale == 1000:
                total, current = total + current, 0
            size = scale
            continue
        value = _UNITS.get(word, _TENS.get(word, -1))
        step = 1 if word in _UNITS and value < 10 else 10
        if value < 0 or step >= size:
            return None
        current += value
        size = 1 if word in _UNITS else 10
    return total + current
