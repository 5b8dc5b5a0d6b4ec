"""Lists inside a paragraph: "shall: (a) attend; (b) pay; and (c) sign."

A letter in brackets is an item only as part of a sequence that starts at its beginning;
"paragraph 4(b)", "two (2) hours" and "either (1) … or (2) …" stay in their sentence.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice

from rtlint.model.outline import Span
from rtlint.structure.labels import Label, Reading, readings
from rtlint.structure.sentences import sentences

_MARK = re.compile(
    r"(?<![\w)(])(?:\((?P<inner>[a-z]{1,2}|[ivx]{1,5}|\d{1,2}|[A-Z])\)"
    r"|(?P<outer>\d{1,2}|[a-z])(?P<close>[.)]))(?=\s*[^\s\d,;.)])"
)
_CITED = re.compile(
    r"(?:paragraphs?|subparagraphs?|sections?|subsections?|clauses?|items?|parts?|rules?|exhibits?|"
    r"options?|subdivisions?|nos?\.|§+|¶+|[a-z]*teen|ten|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|hundred|one|two|three|four|five|six|seven|eight|nine|eleven|twelve|[a-z]+-(?:one|"
    r"two|three|four|five|six|seven|eight|nine|day|week|month|hour))[\s(]*$",
    re.IGNORECASE,
)
_GOVERNING = re.compile(
    r"(?:\b(?:shall|must|may|will|to|that|not|each|by|include|including|are|is|agrees?)\b|[:—–])\s*$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[:;,.—–]\s*(?:and/or\s+|and\s+|or\s+)?$|\b(?:and|or|and/or)\s+$")
_CLOSING = re.compile(
    r"(?:;|,|\s[—–])\s*(?=(?:in\s+each\s+(?:case|instance)|all\s+(?:as|of\s+which|at|in|without)\b|"
    r"each\s+of\s+which)\b)"
)
_STRONGER = re.compile(
    r"(?:;|\s?[—–])\s*(?=(?:provided|unless|except|all|subject|as|until|so\s+long|for\s+as|in\s+each)\b)"
)


_TRIES = 12  # beginnings of a list that are looked at before a paragraph is taken as it stands


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an inline list."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class InlineList:
    """A list with the place of its sentence: ``start`` to ``end``, where more may follow."""

    start: int
    end: int
    items: tuple[Item, ...]
    tail: Span | None


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    value: str
    readings: tuple[Reading, ...]


def inline_list(text: str, start: int, end: int) -> InlineList | None:
    """The first list in a stretch of text, items of inner lists left inside its items."""
    marks = [mark for match in _MARK.finditer(text, start, end) if (mark := _mark(text, match))]
    seen = {reading for mark in marks for reading in mark.readings}
    beginnings = (
        (position, reading)
        for position, mark in enumerate(marks)
        for reading in mark.readings
        if reading.ordinal == 1 and Reading(reading.style, 2) in seen
    )
    for position, reading in islice(beginnings, _TRIES):
        run = _run(marks[position:], reading)
        if len(run) > 1 and (found := _list(text, start, end, run)):
            return found
    return None


def _mark(text: str, match: re.Match[str]) -> _Mark | None:
    before = text[max(0, match.start() - 30) : match.start()]
    if _CITED.search(before):
        return None
    if match["inner"]:
        value, found = match["inner"], readings(match["inner"], "(", ")")
    else:
        if not re.search(r"(?:[:;.]|[:;.]\s+and)\s+$", before):
            return None
        value, found = match["outer"], readings(match["outer"], "", match["close"])
    return _Mark(match.start(), match.end(), value, found)


def _run(marks: list[_Mark], first: Reading) -> list[_Mark]:
    run: list[_Mark] = []
    for mark in marks:
        if Reading(first.style, len(run) + 1) in mark.readings:
            run.append(mark)
    return run


def _list(text: str, start: int, end: int, run: list[_Mark]) -> InlineList | None:
    spans = sentences(text, start, end)
    starts = [span[0] for span in spans]
    first = spans[bisect_right(starts, run[0].start) - 1]
    last = spans[bisect_right(starts, run[-1].start) - 1]
    gaps = [text[max(start, mark.start - 12) : mark.start] for mark in run[1:]]
    if not all(_JOINT.search(gap) for gap in gaps):
        return None
    one_sentence = first == last
    semicolons = any(";" in gap for gap in gaps)
    lead = text[first[0] : run[0].start].rstrip()
    if one_sentence and not semicolons and not _GOVERNING.search(lead):
        return None
    stop = last[1] if one_sentence else end
    closing = (_CLOSING if semicolons else _STRONGER).search(text, run[-1].end, stop)
    tail = (closing.end(), stop) if closing and one_sentence else None
    edges = [mark.start for mark in run[1:]] + [closing.start() if closing and tail else stop]
    style = next(r for r in run[0].readings if r.ordinal == 1).style
    items = tuple(
        Item(mark.start, edge, _label(text, mark, Reading(style, ordinal), edge))
        for ordinal, (mark, edge) in enumerate(zip(run, edges, strict=True), 1)
    )
    return InlineList(first[0], stop, items, tail)


def _label(text: str, mark: _Mark, reading: Reading, end: int) -> Label:
    words = mark.end
    while words < end and text[words].isspace():
        words += 1
    return Label(mark.value, (reading,), words)
