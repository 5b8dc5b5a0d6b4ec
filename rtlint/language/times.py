"""Dates and deadlines as orders write them, and dates that cannot be.

A deadline is a day ("by March 3, 2026", "within ten days"), or a word that leaves no time
("forthwith"); "promptly" is none.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = (
    "|".join(name.capitalize() for name in _MONTHS)
    + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_DATE = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(day.capitalize() for day in _WEEKDAYS)}),?\s+)?"
    rf"(?:\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}})\b)?"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?P<month2>{_MONTH}),?\s+(?P<year2>\d{{4}})\b"
    r"|(?<![\d/-])(?P<month3>\d{1,2})(?P<mark>[/-])(?P<day3>\d{1,2})(?P=mark)(?P<year3>\d{4}|\d{2})(?![\d/-]|\.\d)"
    r"|(?<![\d-])(?P<year4>\d{4})-(?P<month4>\d{2})-(?P<day4>\d{2})(?![\d-]))"
)
_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|"
    r"fifteen|twenty|twenty-one|twenty-eight|thirty|forty-five|sixty|ninety|the\s+(?:first|same)|"
    r"next|several|(?:\w+\s*\(\d{1,3}\)))"
)
_UNIT = (
    r"(?:(?:calendar|business|working|court|judicial|juridical|clear|school|full)\s+)?"
    r"(?:hours?|days?|weeks?|fortnight|months?)"
)
_PERIOD = re.compile(
    rf"\b(?:within|in|no\s+(?:later|more)\s+than|not\s+(?:later|more)\s+than|inside(?:\s+of)?|before\s+the\s+(?:end|expiration|passing)\s+of)\s+"
    rf"(?:the\s+)?(?:next\s+|first\s+)?{_COUNT}\s*(?:\(\d{{1,3}}\)\s*)?(?:of\s+)?{_UNIT}\b"
    rf"|\b{_COUNT}\s*(?:\(\d{{1,3}}\)\s*)?{_UNIT}\s+(?:from|after|following|in\s+which)\b",
    re.IGNORECASE,
)
_NO_DEADLINE = re.compile(  # a date that only tells which paper or hearing is meant
    r"\b(?:dated|entered|signed|filed|issued|made|rendered|(?:order|decree|judgment|plan|agreement|stipulation|"
    r"hearing|schedule|trial)\s+of)\s+(?:on\s+|herein\s+on\s+)?$",
    re.IGNORECASE,
)
_NAMED = "|".join(_WEEKDAYS)
_SOON = re.compile(
    r"\b(?:forthwith|immediately|at\s+once|without\s+delay|today|tomorrow|this\s+(?:week|month|afternoon|morning)|"
    r"(?:the\s+)?same\s+(?:day|week)|straight\s?away|right\s+away|within\s+the\s+(?:week|month|fortnight|day|hour)|next\s+week)\b"
    rf"|\b(?:by|before|on|than|until|starting|beginning|of)\s+(?:(?:the|this|next|noon|close|end|of|on|first|second|third|last|coming|following|business|week)\s+)*(?:{_NAMED}|week|month|tomorrow|year)\b"
    r"|\b(?:by|before|on|until)\s+(?:the\s+)?(?:[A-Z][\w']+\s+){0,2}(?:Day|Thanksgiving|Christmas|Easter|Halloween|Eve|break|Gras|moon)\b"
    r"|\bbefore\s+the\s+(?:new|full)\s+moon\b"
    rf"|\b(?:NLT|by|before|on|than|week\s+of)\s+(?:the\s+)?(?:\d{{1,2}}\s+)?(?:{'|'.join(_MONTHS)})\b"
    r"|\b(?:NLT|by|before|than)\s+\d{1,2}\s+(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
    r"|\b(?:by|than|before)\s+the\s+day\s+(?:after|following)\b"
    r"|\bthe\s+\d{1,2}(?:st|nd|rd|th)\b|\b\w+(?:th|st|nd|rd)\s+(?:calendar\s+|business\s+)?day\s+(?:after|following|from|of)\b"
    rf"|\b(?:by|before|in|than|of|until)\s+(?:(?:the|mid|mid-|early|late|end|beginning|middle|start|of|first|last|{_NAMED})\s+)*(?:{'|'.join(_MONTHS)})\b"
    r"|\bbefore\s+(?:the\s+)?(?:\w+\s+)?(?:month|week|year|hearing|summer|school)\b|(?<![\d/])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])(?![\d/])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date of a text; ``day`` is None where the calendar has no such day, or no year is given."""

    start: int
    end: int
    day: date | None
    wrong: str = ""  # why it cannot be: "February has no 30th day"


def dates(text: str) -> Iterator[DateFound]:
    """Every date that a text writes out, in order."""
    for match in _DATE.finditer(text):
        year, month, day = (_group(match, name) for name in ("year", "month", "day"))
        number = _month(month)
        if number is None or not 1 <= int(day) <= 31:
            numeric = match["month3"] or match["month4"]
            plausible = numeric is None or (int(day) <= 12 < int(month) <= 31)
            if plausible and numeric is not None:
                continue  # written day first
            yield DateFound(*match.span(), None, f"there is no {match[0].strip()}")
            continue
        yield _checked(match, int(year) if year else None, number, int(day))


def _checked(match: re.Match[str], year: int | None, month: int, day: int) -> DateFound:
    if year is not None and year < 100:
        year += 2000
    longest = monthrange(year or 2024, month)[1]
    if day > longest:
        name = _MONTHS[month - 1].capitalize()
        where = f"{name} {year}" if year and month == 2 else name
        return DateFound(*match.span(), None, f"{where} has {longest} days")
    if year is None:
        return DateFound(*match.span(), None)
    found = date(year, month, day)
    said = match["weekday"]
    real = _WEEKDAYS[found.weekday()].capitalize()
    wrong = f"that day is a {real}" if said and said != real else ""
    return DateFound(*match.span(), found, wrong)


def _group(match: re.Match[str], name: str) -> str:
    return next((match[f"{name}{n}"] for n in ("", 2, 3, 4) if _has(match, f"{name}{n}")), "")


def _has(match: re.Match[str], name: str) -> bool:
    return name in match.re.groupindex and match[name] is not None


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    short = text.casefold().rstrip(".")[:3]
    return next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(short)), None)


def has_deadline(text: str) -> bool:
    """Whether words set a day or a period by which something must be done."""
    if _PERIOD.search(text) or _SOON.search(text):
        return True
    return any(not _NO_DEADLINE.search(text[: found.start]) for found in dates(text))
