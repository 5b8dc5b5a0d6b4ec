"""Names gathered into those who bear them: "Dr. Lena Ortiz", "Dr. Ortiz" and "Ortiz" are one.

A surname that several share is nobody's short form; "Mr. Ortiz" is then a person of its own.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rtlint.language.english import words
from rtlint.language.people.spotting import Name
from rtlint.language.tokens import Token

_ORGANISATIONS = words("organisations") | words("organisation_words")
_MIDDLE = re.compile(r"[A-Z]\.?")

Key = tuple[str, ...]


@dataclass(slots=True)
class Person:
    """Somebody or some practice, by the fullest name, and every place that names it."""

    key: Key
    names: list[Name] = field(default_factory=list)

    @property
    def organisation(self) -> bool:
        return any(word.lower() in _ORGANISATIONS for word in self.key)


def persons(tokens: Sequence[Token], names: Sequence[Name]) -> list[Person]:
    """Everybody named, in the order of their first name."""
    keys = {name: _key(tokens, name) for name in names}
    by_last: dict[str, set[Key]] = defaultdict(set)
    by_first: dict[str, set[Key]] = defaultdict(set)
    for key in keys.values():
        if len(key) > 1:
            full = _without_initials(key)
            by_first[full[0]].add(full)
            if not any(word.lower() in _ORGANISATIONS for word in full):
                by_last[full[-1]].add(full)
    found: dict[Key, Person] = {}
    for name in names:
        key = _bearer(name, keys[name], by_first, by_last)
        found.setdefault(key, Person(key)).names.append(name)
    return list(found.values())


def _key(tokens: Sequence[Token], name: Name) -> Key:
    return tuple(_plain(token.text) for token in tokens[name.bare : name.last])


def _plain(word: str) -> str:
    return word.capitalize() if word.isupper() and len(word) > 2 and "." not in word else word


def _without_initials(key: Key) -> Key:
    inner = range(1, len(key) - 1)
    return tuple(
        word for n, word in enumerate(key) if n not in inner or not _MIDDLE.fullmatch(word)
    )


def _bearer(
    name: Name, key: Key, by_first: dict[str, set[Key]], by_last: dict[str, set[Key]]
) -> Key:
    if len(key) > 1:
        return _without_initials(key)
    last, first = by_last.get(key[0], set()), by_first.get(key[0], set())
    if name.title:
        return next(iter(last)) if len(last) == 1 else (name.title, key[0])
    if len(first) == 1 and not last:
        return next(iter(first))
    return next(iter(last)) if len(last) == 1 and not first else key
