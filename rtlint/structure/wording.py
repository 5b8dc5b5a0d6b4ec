"""Small word lists that several modules of this package ask about.

They say what kind of word something is, never what an order means by it.
"""

import re

_NOTHING = re.compile(r"\bnothing\b[^.;,]{0,60}", re.IGNORECASE)
MODAL = r"(?:shall|must|may(?!,?\s+\d)|will|should|can(?:not)?)"
FINITE = re.compile(
    rf"\b(?:{MODAL}|is|are|was|were|has|have|had|does|do|did|came|appears?|appeared|agrees?|finds?|"
    r"orders|acknowledges?|understands?|remains?|bears?|pays?|requests?|testified|called|makes?|"
    r"stipulates?|heard|having|being)\b",
    re.IGNORECASE,
)
IMPERATIVE = re.compile(
    r"(?:attend|sign|pay|bring|cooperate|follow|participate|complete|contact|execute|provide|"
    r"refrain|meet|engage|transport|schedule|enroll|make|take|keep|give|do|ensure|deliver|begin|"
    r"share|submit|comply|authorize|permit|allow|not|never)\b"
)
PARTY = re.compile(
    r"(?:the\s+|both\s+|each\s+|all\s+)*(?:mother|father|wife|husband|plaintiff|defendant|"
    r"petitioner|respondent|applicant|appellant|part(?:y|ies)|parents?|conservators?|child|children|"
    r"therapist|counselor|counsel|guardian\s+ad\s+litem|gal)\b",
    re.IGNORECASE,
)
BLANK = re.compile(r"_{3,}|\.{5,}|…{2,}")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_SMALL = frozenset(
    "a an the and or of for in on to by with from at as per vs v nor but re into upon over "
    "between during".split()
)


def words(text: str) -> list[str]:
    """The words made of letters."""
    return _WORD.findall(text)


def shouted(text: str) -> bool:
    """All letters are capitals."""
    return sum(char.isalpha() for char in text) > 1 and text.upper() == text


def titled(text: str) -> bool:
    """Every word but the small ones begins with a capital."""
    found = words(text)
    return bool(found) and all(word[0].isupper() or word in _SMALL for word in found)


def without_nothing(words: str) -> str:
    """The words without "nothing in it is vacated": what such a phrase denies holds."""
    return _NOTHING.sub("", words)
