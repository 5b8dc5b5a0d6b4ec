"""Where the caption ends: court, parties, docket number, counsel's address, and the title.

There is a caption only if the first lines name a court, a case or the parties: a paper that
begins with its first clause has none.
"""

import re

from rtlint.model.document import Paragraph, ParagraphKind
from rtlint.structure.formulas import enacts
from rtlint.structure.labels import label_at
from rtlint.structure.wording import FINITE, shouted, titled, words

_COURT = re.compile(
    r"\bcourt\s+of\b|\b(?:superior|district|circuit|family|chancery|probate|supreme|juvenile)\s+"
    r"(?:court|division)|\bin\s+the\b.{0,40}\bcourt\b|\bcounty\b|\bstate\s+of\b|\bcommonwealth\s+of\b|"
    r"\b(?:cause|case|file|docket|civil\s+action|court\s+file|index)\s*(?:no|number|#)\b|\bno\.\s*\d|"
    r"\bin\s+re\b|\bin\s+the\s+(?:matter|interest)\s+of\b|\b(?:plaintiff|defendant|petitioner|"
    r"respondent|applicant)s?\b\s*[,:.§)]|§\s*$|\bjudicial\s+(?:district|circuit)\b|^\s*vs?\.?\s*$|"
    r"\bontario\b|\bbetween\s*:|\bsbn\b|\bstate\s+bar\b|\battorneys?\s+for\b",
    re.IGNORECASE | re.MULTILINE,
)
_OPENING = re.compile(
    r"(?:this\s+(?:matter|cause|action|case|court|order|agreement)|the\s+(?:court|parties|matter|above)|"
    r"upon|whereas|and\s+now|now|on\s+\w+\s+\d|it\s+is|ordered|pursuant|having|before\s+the|after|"
    r"based\s+(?:up)?on|following|in\s+this\s+(?:order|agreement)|be\s+it|at\s+a\s+session|appearances)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"\W*(?:(?:[IVX]+|\d+|[A-Z])\.?\s+)?(?:findings?|conclusions?|recitals?|background|introduction|"
    r"appearances?|decree|orders?\s*:?$|definitions?|preamble|jurisdiction|history|parties)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:order|decree|judgment|decision|stipulation|agreement|entry|endorsement|opinion|ruling|"
    r"memorandum|parenting\s+plan|recommendation|minutes)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(r"dear\s+[A-Z]", re.IGNORECASE)
_LONG_LINE = 12  # words; a longer one with a full stop is a sentence, whatever its verb
_MOST = 60  # paragraphs: no caption is longer


def caption_length(text: str, paragraphs: list[Paragraph]) -> int:
    """How many paragraphs at the beginning make up the caption, title included."""
    length = 0
    named = False
    titles = 0
    for paragraph in paragraphs[:_MOST]:
        line = text[paragraph.start : paragraph.end].strip()
        if not named and _TITLE.search(line) and not _COURT.search(line) and length > 2:
            break
        if paragraph.kind is not ParagraphKind.ROW and _begins_body(
            line, named=named, titles=titles
        ):
            break
        named = named or _COURT.search(line) is not None
        titles += bool(named and _is_title(line))
        length += 1
    return length if named else 0


def _is_title(line: str) -> bool:
    return (
        _TITLE.search(line) is not None
        and "court of" not in line.lower()
        and (shouted(line) or titled(line))
    )


def _begins_body(line: str, *, named: bool, titles: int) -> bool:
    if named and line[-1] in ":,—–" and enacts(line):
        return True  # whatever follows "The Court orders:" is ordered, a form's bare entries too
    sentence = FINITE.search(line) is not None
    if titles and not sentence and _SECTION.match(line):
        return True
    if _SECTION.match(line) and not _is_title(line) and named:
        return True
    if line[:1] == "[" and titles:
        return True
    label = label_at(line, 0, len(line))
    if label and label.text[:1].isdigit() and not re.match(r"\d+\s*$", line):
        return sentence or titles > 0
    found = words(line)
    if _OPENING.match(line) and len(found) > 3 and (sentence or titles > 0 or line[-1] in ".:,"):
        return True
    if _GREETING.match(line) or (sentence and len(found) > 7 and not shouted(line)):
        return True
    if named and len(found) > _LONG_LINE and line[-1] == "." and not shouted(line):
        return True
    # After the title, a topical heading or any other line belongs to the body.
    return (
        titles > 0
        and not _COURT.search(line)
        and not _is_title(line)
        and not (line[:1] in "()" or len(found) <= 2 or re.search(r"\d{4}", line) is not None)
    )
