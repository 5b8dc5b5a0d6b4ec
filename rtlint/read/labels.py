"""What the beginning or end of a line says about where paragraphs begin.

These are shapes of typesetting, not of law: what a label means is for rtlint.structure to say.
"""

import re
from typing import Final

_LABEL = re.compile(
    r"""(?!vs?\.(?:\s|$))(?:
      \(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxlIVXL]{1,6}|[a-z]{2})\)   # (1) 1) (a) (iv) 1.1)
    | \d{1,3}(?:\.\d{1,3}){0,3}\.                                           # 1. 1.1.
    | \d{1,3}(?:\.\d{1,3}){1,3}                                             # 1.1
    | (?:[A-Za-z]|[ivxl]{1,6}|[IVXL]{1,6})\.                                # a. A. iv. IV.
    | §+\ ?\d[\d.\-]*                                                       # § 3
    | [•·▪◦●○■‣–—*☐☒☑-]                                                     # bullets and boxes
    | \[[ xX✓]?\]                                                           # [ ] [X]
    | (?:ARTICLE|SECTION|PART|EXHIBIT|Article|Section|Exhibit)\ (?:[IVXL]+|\d+|[A-Z])[.:]?
    )(?=\s|$)""",
    re.X,
)
_TIGHT_LABEL = re.compile(
    r"(?:[☐☒☑•]|\[[ xX✓]?\]|\([ X✓]\)|\((?:[a-z]|[ivxl]{1,4}|\d{1,2})\)(?=[A-Z]))"
)
_COUNTED = re.compile(
    r"(?P<before>\(?(?:\d{1,3}\.){0,3})(?P<value>\d{1,3}|[A-Za-z])(?P<after>[.)])(?=\s)"
)
_DASHES = "-–—*•"
_RULED = re.compile(r"[_\-=.*~]{3,}[/)|xX]?")
_VERSUS = re.compile(r"(?:vs?\.?|versus|-+ ?(?:against|and|v\.?) ?-+)", re.I)
_REFERENCE = re.compile(
    r"(?:\b(?:paragraphs?|sections?|subsections?|subparagraphs?|clauses?|items?|rules?|articles?|"
    r"exhibits?|chapters?|parts?|pages?|lines?|and|or|to|through|of|in|under|by|see|with|than|at|"
    r"on|the|no|nos)|\b(?:nos?|secs?|paras?|arts?|dept|mr|ms|mrs|dr|hon|st)\.|[¶§#$]|"
    r"[¶§]\s?\d+(?:\.\d+)*|\b\d+(?:\([a-z0-9]+\))+)$",
    re.I,
)
_LISTED = re.compile(r"[;,:.]\s*(?:and|or|and/or)(?: it is(?: further| hereby)?)?$", re.I)
_SENTENCE_END = re.compile(r"[.!?:;][\"')\]]*$")
_ABBREVIATION = re.compile(
    r"(?:^|\s|\()(?:Mr|Ms|Mrs|Dr|Hon|St|No|Nos|vs?|Jr|Sr|Esq|Inc|Sec|Art|Para|Fam|Civ|Stat|Cal|"
    r"[A-Z])\.$"
)
_OPENING = re.compile(
    r"(?:WHEREAS|NOW,? THEREFORE|ORDERED|FURTHER ORDERED|THE COURT|(?:AND )?IT IS)\b"
)
_ENTRY = re.compile(r"[A-Z][\w'’ -]{2,30}: \S")
_LINKS: Final = frozenset(
    "a an and as at by for from in into of on or re that the to under upon v. vs. with".split()
)


def starts_with_label(text: str) -> bool:
    """Whether the text begins with an item's label: ``1.``, ``(a)``, ``iv.``, ``§ 3``, a bullet."""
    return bool(_LABEL.match(text) or _TIGHT_LABEL.match(text))


def follows_label(text: str, other: str) -> bool:
    """Whether the other text begins with the label after this one's: ``b.`` after ``a.``, a dash
    after a dash."""
    if text[0] in _DASHES:
        return other[0] == text[0] and starts_with_label(text) and starts_with_label(other)
    mine, its = _COUNTED.match(text), _COUNTED.match(other)
    if not mine or not its or mine["before"] != its["before"] or mine["after"] != its["after"]:
        return False
    if mine["value"].isdecimal() and its["value"].isdecimal():
        return int(its["value"]) == int(mine["value"]) + 1
    return len(mine["value"] + its["value"]) == 2 and ord(its["value"]) == ord(mine["value"]) + 1


def is_bare_label(text: str) -> bool:
    """Whether the text is a label that belongs to what follows; EXHIBIT A stands for itself."""
    return _LABEL.fullmatch(text) is not None and " " not in text


def ends_with_reference(text: str) -> bool:
    """Whether what follows is cited (``paragraph`` / ``4.``) and so opens no item."""
    return bool(_REFERENCE.search(text)) and not _LISTED.search(text)


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a sentence's, item's or lead-in's last mark."""
    return bool(_SENTENCE_END.search(text)) and not _ABBREVIATION.search(text)


def begins_lower(text: str) -> bool:
    """Whether the first letter or digit is a lower-case letter."""
    for character in text[:4]:
        if character.isalnum():
            return character.islower()
    return False


def is_ruled(text: str) -> bool:
    """Whether the text is only a drawn line: a place to sign, or a rule of hyphens."""
    return bool(_RULED.fullmatch(text.replace(" ", "")))


def is_versus(text: str) -> bool:
    """Whether the text is only what stands between two parties' names."""
    return _VERSUS.fullmatch(text) is not None


def is_capitals(text: str) -> bool:
    """Whether the text has letters, and none in lower case."""
    return text.isupper() and sum(map(str.isalpha, text)) >= 3


def opens_formally(text: str) -> bool:
    """Whether the text begins with capitals that orders set at the head of a paragraph."""
    return _OPENING.match(text) is not None


def ends_item(text: str) -> bool:
    """Whether the text ends a sentence or an item that another follows: "…; and"."""
    return ends_sentence(text) or bool(_LISTED.search(text))


def is_entry(text: str) -> bool:
    """Whether the text begins like a form's entry: "Approved as to form: J. Doe"."""
    return _ENTRY.match(text) is not None


def ends_with_link(text: str) -> bool:
    """Whether the last word cannot be the last of anything: "present with"."""
    return text.rsplit(maxsplit=1)[-1].lower() in _LINKS


def linked(before: str, after: str) -> bool:
    """Whether two lines of a title belong together: ``ORDER FOR`` / ``CONJOINT THERAPY``."""
    if _LABEL.fullmatch(before):
        return False  # the A of EXHIBIT A is no article
    return ends_with_link(before) or after.split(maxsplit=1)[0].lower() in _LINKS
