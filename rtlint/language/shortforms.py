"""Short forms of learned names: first names, and "Lakeshore" for Lakeshore Clinic.

A short form counts only where the paper uses it by itself, and where one bearer alone fits.
"""

import re
from collections.abc import Collection

from rtlint.language.english import words
from rtlint.language.mentions import Alias
from rtlint.language.names import NAME, Names, is_name
from rtlint.language.tokens import tokenized

_ORGANISATIONS = words("organisations")
_WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")


def add_short_forms(source: str, names: Names, things: Collection[str]) -> None:
    """Let every bearer of a longer name also be called by its first word.

    Args:
        things: words that mean something else, never a name.
    """
    bearers: dict[str, set[tuple[str, str]]] = {}
    for (role, member), shown in names.shown.items():
        for name in shown:
            short = _short_form(name)
            if short and short.lower() not in things:
                bearers.setdefault(short, set()).add((role, member))
    firsts = {short: who for short, who in bearers.items() if " " not in short}
    for word in sorted(set(_WORD.findall(source))):
        full = [first for first in firsts if first.startswith(word) and first != word]
        if len(full) == 1 and is_name(word) and word.lower() not in things:
            bearers.setdefault(word, firsts[full[0]])  # a pet name: Kim for Kimberly
    for short, who in bearers.items():
        if len(who) == 1 and names.find(short) is None and _stands_alone(source, short):
            names.aliases.append(Alias(tokenized(short), *next(iter(who))))


def _short_form(name: str) -> str:
    """The first name of a person, the words before "Clinic" or "Family Services"; else ""."""
    parts = name.removeprefix("The ").removeprefix("the ").split()
    kinds = [n for n, part in enumerate(parts) if part.lower().strip(",.") in _ORGANISATIONS]
    if kinds:
        short = " ".join(parts[: kinds[0]])
        return short if short and is_name(parts[0]) else ""
    match = NAME.match(name)
    bare = match["name"].split() if match else []
    first = bare[0] if len(bare) > 1 else ""
    return first if len(first) > 2 and is_name(first) else ""


def _stands_alone(source: str, short: str) -> bool:
    return re.search(rf"\b{re.escape(short)}\b(?! [A-Z]\.?[a-z]*\b)(?! & )", source) is not None
