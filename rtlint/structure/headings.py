"""What is a heading: a line by itself, or the first words of a paragraph ("4. Costs. The …").

A heading orders nothing, so when in doubt words are left in the clause: only short
phrases without a finite verb are taken for headings, or questions of the kind
"What the therapist does not do."
"""

import re

from rtlint.model.outline import Span
from rtlint.structure.boxes import boxes_in
from rtlint.structure.formulas import enacts
from rtlint.structure.sentences import sentences
from rtlint.structure.wording import (
    BLANK,
    FINITE,
    IMPERATIVE,
    MODAL,
    PARTY,
    shouted,
    titled,
    words,
)

_ENACTING = re.compile(
    r"\b(?:IT\s+IS|ORDERED|ADJUDGED|DECREED|ORDERS\s*:|THEREFORE|WHEREAS|NOW)\b", re.IGNORECASE
)
EXHIBIT = re.compile(
    r"(?P<kind>exhibit|schedule|attachment|appendix|annex|addendum|rider)(?:\s+(?:no\.?\s*)?[\"“']?"
    r"(?P<name>[A-Z]|\d{1,2}|[IVX]{1,4})[\"”']?)?(?=\s*(?:$|[-–—:.,(\"“]|to\b|TO\b)|\s+[A-Z])",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:what|who|whom|how|when|where|why|which|if)\b", re.IGNORECASE)
_TELEGRAPHIC = re.compile(r"\bto\s+(?!be\s+\w+ed\b)[a-z]")
_TELLS = re.compile(r"\s\w+ed\b|\b(?:he|she|they|it|his|her|their|him|them)\b", re.IGNORECASE)
_RUN_IN_COLON = re.compile(r"[^.:;?!_|\"“]{1,70}:(?=\s)")
_RUN_IN_DASH = re.compile(r"[^.:;?!_|—–\"“]{1,70}?\.?\s*[—–](?=\s*[A-Z])")
_SHARES = re.compile(r"(?:half|equal|split|shared|nobody|none)\b", re.IGNORECASE)  # "Half each."
_RESULT = re.compile(r"(?:ed|ly|only|paid|split|off|again)$")  # "Sessions weekly." says something
_LONGEST = 14  # words in a heading


def heading_style(text: str, start: int, end: int) -> str:
    """How a paragraph's own words are set as a heading, or "" where they are none."""
    line = text[start:end].strip()
    if exhibit_title(line):
        return "exhibit"
    # "Therapist: Dr. Roe" is a field of a form.
    if not line or len(line) > 160 or BLANK.search(line) or "|" in line or ": " in line:
        return ""
    if line[0] == "[" and line[-1] == "]" and "[" not in line[1:] and not FINITE.search(line):
        return "bracket"
    if line[-1] in ";,.?!-–—" and not _ends_like_title(line):
        return ""
    found = words(line)
    if not found or len(found) > _LONGEST or _ENACTING.search(line) or enacts(line):
        return ""
    if "%" in line or len(boxes_in(line, 0, len(line))) > 1:
        return ""  # a line of a form that says something
    if line[-1] == ":" and (re.search(rf"\b{MODAL}\b", line) or len(found) > 6):
        return ""
    if shouted(line):
        return "caps" if len(line) > 2 else ""
    if titled(line) and not re.search(r"\b(?:shall|must|will)\b", line):
        return "title"
    plain = len(found) <= 6 and line[0].isupper() and line[-1].isalpha() and not FINITE.search(line)
    return "plain" if plain and not PARTY.fullmatch(line) else ""


def _ends_like_title(line: str) -> bool:
    """A line of one title with a full stop, "Costs." or "FINDINGS OF FACT."."""
    return (
        line[-1] == "."
        and len(words(line)) <= 6
        and (shouted(line) or titled(line))
        and (not FINITE.search(line))
    )


def exhibit_title(line: str) -> re.Match[str] | None:
    """A line that begins an attachment: "EXHIBIT A", "Schedule 1 - Fees"."""
    match = EXHIBIT.match(line.strip("[]*_ "))
    if not match or len(words(line)) > 12 or FINITE.search(line):
        return None
    if match["name"] is None and not shouted(line):
        return None
    if match["kind"][0].islower() or line[-1] in ";,":
        return None
    return match


# "Parents sign releases.", "The TI treats.": somebody does something, in the present tense.
_ACTOR = re.compile(
    r"(?:(?:the|both|each|either|neither|no)\s+)?"
    r"(?:parents?|parties|party|mother|father|mom|dad|she|he|they|it|ti|rt|therapist|counselor|"
    r"child|children|kids|petitioner|respondent|plaintiff|defendant|you|we|i|everyone|nobody)"
    r"\s+(?!of\b|and\b|or\b|to\b|for\b)[a-z]+\b",
    re.IGNORECASE,
)

_VERB = (
    r"(?:asks?|attends?|begins?|bills?|calls?|charges\s+(?:no|the|for)|comes?|continues?|controls|covers|decides|determines|"
    r"directs|ends?|expects|fixes|gets|goes|governs|heals?|keeps?|lasts?|leads|lies|lives?|moves?|participates?|"
    r"picks|runs?|sees?|sends?|sets?|sits?|stands?|starts?|stays?|stops?|takes?|treats|wants|works?\s+for)"
)
# "Keough alone composes the sessions.", "The trouble lies with Father.", "Ann and Bo attend."
_SOMEBODY_DOES = re.compile(
    r"(?:(?i:the|a|nobody|no\s+one|everybody)\s+|[A-Z][\w.]*['’]s\s+)*(?:\w+\s+(?:of\s+the\s+\w+,?\s+)?){0,2}"
    rf"(?:\w+,?|\w+['’]s\s+\w+)\s+(?:alone\s+|otherwise\s+|also\s+)?{_VERB}\b"
    r"|(?:[A-Z][\w.’'-]*\s+){1,4}(?:alone\s+|otherwise\s+)?[a-z]{2,}(?<!s)(?<!['’])s\s+(?!and\b|or\b|of\b|for\b)\w+"
    r"|(?i:every|one|it['’]s|no\s+(?:one|session|contact))\s+[a-z]"
    r"|[A-Z]\w+\s+and\s+(?:[A-Z][\w.]*\s+){1,2}[a-z]+(?:\s|$)",
)
# "Who sits in is Dr. Roe's decision.", "What it costs is reserved."
_ANSWERS = re.compile(
    r"\b(?:is|are)\s+(?:reserved|decided|left|settled|determined|up\s+to|for\s+[A-Z]|an?\b|[\w.]+(?:\s+[A-Z]\w+)?['’]s\b)"
    r"|\bwill\s+vary\b",
)


def run_in(text: str, start: int, end: int, *, labelled: bool) -> Span | None:
    """The heading that opens a paragraph with more words after it."""
    if start >= end or not (text[start].isupper() or text[start] in '["“'):
        return None
    colon = _RUN_IN_COLON.match(text, start, min(end, start + 80))
    if (
        colon
        and _names_a_topic(colon[0][:-1], labelled=labelled)
        and not PARTY.fullmatch(colon[0][:-1])
        and not colon[0].endswith(" Re:")  # part of the title of a paper that is spoken of
    ):
        # "Therapist: Dr. Roe" is a field of a form and says something only as a whole.
        return (start, colon.end()) if FINITE.search(text, colon.end(), end) else None
    dash = _RUN_IN_DASH.match(text, start, min(end, start + 80))
    if dash and titled(dash[0]) and _names_a_topic(dash[0].rstrip("—–. "), labelled=labelled):
        return start, dash.end()
    first = sentences(text, start, min(end, start + 160))[:1]
    if not first or first[0][1] - start > 80 or text[first[0][1] - 1] not in ".?":
        return None
    phrase = text[start : first[0][1]]
    follows = text[first[0][1] : end].strip()
    if not follows or not _names_a_topic(phrase.rstrip(".?"), labelled=labelled):
        return None
    return first[0]


def _names_a_topic(phrase: str, *, labelled: bool) -> bool:
    found = words(phrase)
    if not 1 <= len(found) <= 9 or any(char.isdigit() for char in phrase) or BLANK.search(phrase):
        return False
    if _ENACTING.search(phrase):
        return False
    if _QUESTION.match(phrase) or re.match(r"how\b", phrase, re.IGNORECASE):
        return not (re.search(r"\b(?:shall|must)\b|,", phrase) or _ANSWERS.search(phrase))
    if FINITE.search(phrase):
        return False
    if shouted(phrase) or titled(phrase):
        return True
    if IMPERATIVE.match(phrase.lower()) or _TELEGRAPHIC.search(phrase) or _SHARES.match(phrase):
        return False
    if _ACTOR.match(phrase) or (len(found) > 2 and _SOMEBODY_DOES.match(phrase)):
        return False
    if len(found) > 3 and _TELLS.search(phrase) and "to be" not in phrase:
        return False
    return labelled or (len(found) <= 3 and not _RESULT.search(phrase))
