"""The words that mention a paragraph, an exhibit or another order.

A section of a statute and a paragraph of another paper are no mentions of this document, and
an exhibit of the trial ("Plaintiff's Exhibit 5 was admitted") is none of its attachments.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rtlint.model.outline import Span

_TARGET = (
    r"(?:\d{1,3}(?:\.\d{1,3})*(?:\s?\([A-Za-z0-9]{1,4}\))*|[IVX]{1,5}\b(?:\.\d{1,2})?"
    r"(?:\s?\([A-Za-z0-9]{1,4}\))*|[A-Z]\b|(?:\([a-z0-9]{1,4}\))+)"
)
# "the Decree, paragraph 11", "Local Rule 17, Schedule C", "the order of Aug. 30, at para. 4"
_OTHER_BEFORE = re.compile(
    r"(?:\b(?:decree|judgment|plan|agreement|statute|order\s+of\s+[\w.]+\s+\d{1,2},?(?:\s+\d{4})?)|"
    r"\brules?\s+\d[\w.()-]*)\s*,?\s*(?:at\s+)?$",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(
    r"(?<![\w§¶])(?:(?:[Ss]ub)?(?:[Pp]aragraph|[Ss]ection|[Cc]lause|[Aa]rticle|[Pp]art|[Ii]tem|"
    r"[Ss]ubdivision)s?|SECTIONS?|PARAGRAPHS?|ARTICLES?|[Pp]ara\.|[Ss]ec\.|§§?|¶¶?)\s*"
    rf"(?P<targets>{_TARGET}(?:\s*(?:,|,?\s(?:and|or|through|to)|[-–])\s*{_TARGET}){{0,6}})(?![\w-])(?!\.\d)"
)
_STATUTE_NUMBER = re.compile(r"\d+[-–]\d+[-–]\d")  # "14-10-129", which is no range
_STATUTE_SIGN = re.compile(
    r"(?<![§¶])(?:§|[Ss]ection)\s*\d+[-–]\d"
)  # "§ 20-103": a range is "§§ 3-5"
_ONE = re.compile(_TARGET)
_NEIGHBOUR = re.compile(
    r"\bthe\s+(?P<which>preceding|foregoing|previous|next|following)\s+(?:paragraph|section)\b(?!s)",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?"
    r"|\d{1,2}/\d{1,2}/\d{2,4})"
)
_PAPER = r"(?:order|decree|judgment|agreement|plan|stipulation|entry|decision|ruling)"
_TITLE = r"[A-Z][\w-]{0,30}\s+"
_DATED_ORDER = re.compile(
    rf"(?<![Tt]his )\b(?:{_TITLE}){{0,4}}(?i:{_PAPER})s?\s*,?\s+(?:[\w.'’,():-]+\s+){{0,12}}?"
    rf"(?:of|dated|entered|filed|issued|signed|made|on)\s+(?:on\s+|herein\s+on\s+)?(?P<date>{_DATE})"
    rf"|(?P<date2>{_DATE}),?\s+(?:{_TITLE}){{0,3}}(?i:{_PAPER})\b"
)
_NAMED_ORDER = re.compile(
    rf"\b(?:the|their|said|prior|existing|earlier)\s+(?P<name>(?:{_MONTH}|\d{{4}}|prior|earlier|existing|"
    r"previous|former|final|divorce|custody|temporary|parenting|original|underlying|marital|settlement|"
    r"separation)\s+(?:\w+\s+){0,2}?(?:order|decree|judgment|plan|agreement)s?)(?![\w-])",
    re.IGNORECASE,
)
# What an amendment leaves as it was: "Except as so amended the Judgment remains in full force."
_AMENDED_ORDER = re.compile(
    r"\b(?:except|save|other\s+than|but)\s+(?:only\s+)?(?:as|to\s+the\s+extent)\s+(?:\w+\s+){0,3}?"
    r"(?:amended|modified|changed|varied|altered|stated|provided)\b[^.;]{0,60}?\b(?P<name>(?:the|said|that|our)\s+"
    r"(?:judgment|decree|order|plan|agreement|stipulation|parenting\s+plan)s?)\b"
    r"|\b(?P<name2>(?:the|said|that|our)\s+(?:judgment|decree|order|plan|agreement|stipulation)s?),?\s+as\s+"
    r"(?:\w+\s+)?(?:amended|modified|changed|varied)\b",
    re.IGNORECASE,
)
_OF_OTHER = re.compile(
    r"\s*,?\s*(?:of|in|to|under)\s+(?!(?:this|the\s+present|the\s+instant)\b)(?:(?:the|that|our|their|"
    r"said|its|his|her|a|an|any)\s+)?(?:[\w.'’-]+\s+){0,5}?"
    r"(?:order|decree|judgment|plan|agreement|stipulation|motion|petition|complaint|report|opinion|"
    r"code|act|statutes?|rules?|laws?|chapter|title|constitution)\b(?!\s+(?:and|or)\s+this\b)",
    re.IGNORECASE,
)
_STATUTE_BEFORE = re.compile(
    r"(?:\b(?:code|statutes?|act|rules?|law|regulations?|rcw|mcl|stat\.?|ann\.?|dom\.?\s+rel\.?)|"
    r"[A-Z]\.\s?[A-Z]\.(?:\s?[A-Z]\.)*)\s*,?\s*$",
    re.IGNORECASE,
)
_OF_EXHIBIT = re.compile(
    r"\s*,?\s*(?:of|in|to)\s+(?:Exhibit|Schedule|Attachment|Appendix|Annex|Addendum)\s+[\"“']?"
    r"(?P<name>[A-Z]|\d{1,2}|[IVX]{1,4})\b",
    re.IGNORECASE,
)
_EXHIBIT = re.compile(
    r"\b(?:Exhibit|EXHIBIT|Schedule|SCHEDULE|Attachment|ATTACHMENT|Appendix|APPENDIX|Annex|ANNEX|"
    r"Addendum|ADDENDUM|Rider|RIDER)\s+(?:No\.?\s*)?[\"“']?(?P<name>[A-Z]|\d{1,2}|[IVX]{1,4})\b"
)
_TRIAL_EXHIBIT = re.compile(
    r"(?:plaintiff|defendant|petitioner|respondent|mother|father|joint|court|state|trial|party|wife|"
    r"husband)(?:['’]s)?\s+$",
    re.IGNORECASE,
)
_ANNEXED = re.compile(r"\b(?:annexed|attached|incorporated|made\s+(?:a\s+)?part)\b", re.IGNORECASE)
_ADMITTED = re.compile(r"\b(?:admitted|received|offered|introduced)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that point elsewhere; ``exhibit`` names the attachment a paragraph is said to be in."""

    start: int
    end: int
    kind: str  # "paragraph", "neighbour", "exhibit" or "order"
    target: str
    exhibit: str | None = None


def mentions(text: str, span: Span) -> Iterator[Mention]:
    """All that a sentence mentions, kind by kind."""
    for match in _EXHIBIT.finditer(text, *span):
        if not _not_attached(text, match, span):
            yield Mention(*match.span(), "exhibit", match["name"])
    for match in _PARAGRAPH.finditer(text, *span):
        if not _elsewhere(text, match, span):
            yield from _paragraphs(text, match, span)
    for match in _NEIGHBOUR.finditer(text, *span):
        yield Mention(*match.span(), "neighbour", match["which"].lower())
    yield from _orders(text, span)


def _paragraphs(text: str, match: re.Match[str], span: Span) -> Iterator[Mention]:
    exhibit = _OF_EXHIBIT.match(text, match.end(), span[1])
    for target in _ONE.finditer(text, *match.span("targets")):
        first = target.start() == match.start("targets")
        start = match.start() if first else target.start()
        name = "".join(target[0].split())
        yield Mention(start, target.end(), "paragraph", name, exhibit["name"] if exhibit else None)


def _orders(text: str, span: Span) -> Iterator[Mention]:
    end = span[0]
    for match in _DATED_ORDER.finditer(text, *span):
        yield Mention(*match.span(), "order", match["date"] or match["date2"])
        yield from _named_orders(text, end, match.start())
        end = match.end()
    yield from _named_orders(text, end, span[1])


def _named_orders(text: str, start: int, end: int) -> Iterator[Mention]:
    for match in _NAMED_ORDER.finditer(text, start, end):
        yield Mention(*match.span("name"), "order", match["name"])
    for match in _AMENDED_ORDER.finditer(text, start, end):
        name = "name" if match["name"] else "name2"
        yield Mention(*match.span(name), "order", match[name])


def _not_attached(text: str, match: re.Match[str], span: Span) -> bool:
    before = text[max(span[0], match.start() - 20) : match.start()]
    around = text[max(span[0], match.start() - 60) : min(span[1], match.end() + 60)]
    if _OTHER_BEFORE.search(text[max(span[0], match.start() - 40) : match.start()]):
        return True
    at_trial = _TRIAL_EXHIBIT.search(before) is not None or _ADMITTED.search(around) is not None
    return at_trial and _ANNEXED.search(around) is None


def _elsewhere(text: str, match: re.Match[str], span: Span) -> bool:
    before = text[max(span[0], match.start() - 16) : match.start()]
    if _OTHER_BEFORE.search(text[max(span[0], match.start() - 40) : match.start()]):
        return True
    if _STATUTE_BEFORE.search(before) or _STATUTE_NUMBER.match(match["targets"]):
        return True
    if _STATUTE_SIGN.match(text, match.start()):
        return True
    if _OF_EXHIBIT.match(text, match.end(), span[1]):
        return False
    return _OF_OTHER.match(text, match.end(), min(span[1], match.end() + 120)) is not None
