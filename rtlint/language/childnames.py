"""Names of the role that is called by first names or initials: the children.

``role`` is that role, "" where a vocabulary has none; ``things`` are words that mean something
else and are never a name.
"""

import re
from collections.abc import Collection

from rtlint.language.english import words
from rtlint.language.names import Names, is_name, proper

_FIRST_NAME = re.compile(r"\b[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?|\b[A-Z]{3,}\b")
_ONE_NAME = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}"
_NAMES = rf"(?P<names>{_ONE_NAME}(?:(?:,| and|, and) {_ONE_NAME}){{0,5}})"
_CHILDREN = re.compile(
    rf"\b(?:child|children|sons?|daughters?|boys?|girls?)(?: of the (?:parties|marriage))?"
    rf"(?:,? namely,?| is| are|:)? {_NAMES}"
)
_CHILD_IN_COMMAS = re.compile(
    rf"\b(?:child|children|sons?|daughters?|boys?|girls?), {_NAMES}"
    r"(?=[,.;)]| who| shall\b.{0,40}\battend)"
)
_AGED = re.compile(
    r"(?P<names>\b[A-Z][a-z]+)(?: \((?:age )?\d{1,2}\)"
    r"|(?: [A-Z][a-z]+)?,? (?:age|aged|born|d\.?o\.?b\.?|who is \w+ years)\b)"
)
_INTEREST = re.compile(
    r"IN THE (?:INTEREST|MATTER) OF:?\s+(?P<names>[A-Z][A-Z. ,&]+?),?\s*"
    r"(?i:a child|children|minors?)"
)
_BARE = re.compile(
    r"(?<![A-Za-z])(?P<before>[A-Za-z]+) (?P<name>[A-Z][a-z]{2,})(?:'s)? (?P<after>[a-z]+)"
)
_BRINGING = words("bringing")
_ORGANISATIONS = words("organisations")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday christmas easter thanksgiving".split()
)
_ACTING = words("acting")
# Initials of a person are followed by what a person does or has; those of a statute by a section.
_INITIALS = re.compile(
    r"(?<![\w.])(?<!\d )(?:[A-Z]\.){2,3}(?!\w)(?!\s*(?:§|\d|\n|\Z))(?=['’]s|[ ,)]+(?:\w|\())"
)
_OFFICES = frozenset("J.S.C. J.F.C. I.A.S. A.M. P.M. P.C. P.A. F.C.A. U.S. C.P.A.".split())


def child_words(source: str, names: Names, role: str) -> None:
    """Names of the role that is called by first names: "their son Wesley", "Paloma (14)"."""
    if not role:
        return
    found: set[str] = set()
    for pattern in (_CHILDREN, _CHILD_IN_COMMAS, _AGED, _INTEREST):
        for match in pattern.finditer(source):
            found |= set(_FIRST_NAME.findall(match["names"]))
    for name in sorted(found):
        if is_name(name) and names.find(name) is None:
            names.add(proper(name), role, "")


def bare_names(source: str, names: Names, role: str, things: Collection[str]) -> None:
    """Single names that somebody brings or that act by themselves, and nobody else has."""
    for match in _BARE.finditer(source) if role else ():
        name, acts = match["name"], match["after"] in _ACTING
        before = match["before"]
        if before.istitle() and before.lower() not in _BRINGING and is_name(before):
            continue  # the last of several names
        if not is_name(name) or not (acts or match["before"].lower() in _BRINGING):
            continue
        if name.lower().rstrip("s") in _CALENDAR or match["after"] in _ORGANISATIONS:
            continue
        if re.search(rf"\b{name} (?i:{'|'.join(_ORGANISATIONS)})\b", source):
            continue
        if names.find(name) is None and name.lower() not in things:
            names.add(name, role, "")


def initials(source: str, names: Names, role: str, things: Collection[str]) -> None:
    """Initials alone ("A.R."): courts hide children's names so."""
    for letters in sorted(set(_INITIALS.findall(source))) if role else ():
        known = names.find(letters) is not None or letters in _OFFICES
        if not known and letters.lower() not in things:
            names.add(letters, role, "")
