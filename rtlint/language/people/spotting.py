"""Names in running text: runs of capitalised words, with a title or without.

A word with a capital at the head of a sentence may be any word; it counts as a name only where
it stands with a title, in a run, or with a capital inside some other sentence.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rtlint.language.english import words
from rtlint.language.tokens import Token

_NOT_NAMES = words("not_names")
_BOTH = frozenset({"june", "april", "may", "august"})  # months that are also first names
_ORGANISATIONS = words("organisations") | words("organisation_words")
_CALENDAR = words("calendar")
_TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "mx", "miss", "prof", "hon", "judge", "attorney", "justice"}
)
_CREDENTIALS = frozenset(words("credentials"))
_LINKS = frozenset({"&", "of", "and", "for", "de", "van", "von", "la", "del", "der", "-", "the"})
_IN_ORGANISATIONS = frozenset({"of", "and", "for", "the"})
_WORD = re.compile(r"[A-ZÀ-Þ][\w'’-]+")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?){1,3}")
_LONGEST = 6
_BREAKS = frozenset('.;:)"“”')


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens ``first`` ≤ i < ``last``; its title, if any, stands before ``bare``."""

    first: int
    bare: int
    last: int
    title: str = ""


def credential(word: str) -> bool:
    """Whether a word is a degree or a licence: "Ph.D.", "LCSW"."""
    return word.replace(".", "").lower() in _CREDENTIALS and not word.islower()


def names_in(
    source: str, tokens: Sequence[Token], taken: Collection[int], things: Collection[str]
) -> list[Name]:
    """All names in order.

    Args:
        taken: indices of tokens that are words for a role ("Mother", "the Court").
        things: words that mean something else and are no name by themselves.
    """
    return list(_Spotter(source, tokens, taken, things).names())


class _Spotter:
    def __init__(
        self, source: str, tokens: Sequence[Token], taken: Collection[int], things: Collection[str]
    ) -> None:
        self.source = source
        self.tokens = tokens
        self.taken = taken
        self.things = things

    def names(self) -> list[Name]:
        found: list[Name] = []
        at = 0
        while at < len(self.tokens):
            name = self._name_at(at)
            if name is None:
                at += 1
                continue
            if self._stands(name):
                found.append(name)
            at = name.last
        return found

    def _name_at(self, first: int) -> Name | None:
        token = self.tokens[first]
        title = token.lower.rstrip(".")
        titled = title in _TITLES and token.text[0].isupper()
        bare = first + 1 if titled else first
        last = bare
        while last < min(len(self.tokens), bare + _LONGEST) and self._continues(bare, last):
            last += 1
        run = self.tokens[bare:last]
        if not run or not (titled or any(len(word.text) > 1 for word in run)):
            return None
        return Name(first, bare, last, title if titled else "")

    def _continues(self, bare: int, at: int) -> bool:
        token = self.tokens[at]
        if at > bare and "\n" in self.source[self.tokens[at - 1].end : token.start]:
            return False
        if self._may_name(at):
            return True
        organisation = token.text[0].isupper() and token.lower in _ORGANISATIONS
        following = at + 1 < len(self.tokens) and self._may_name(at + 1)
        if at == bare:
            spaced = following and self.source[token.end : self.tokens[at + 1].start] == " "
            return organisation and not token.text.isupper() and spaced
        if organisation:
            return True
        if token.lower not in _LINKS or not following:
            return False
        return token.lower not in _IN_ORGANISATIONS or any(
            word.lower in _ORGANISATIONS for word in self.tokens[at + 1 : at + 4]
        )

    def _may_name(self, at: int) -> bool:
        token = self.tokens[at]
        word = token.lower
        if (word in _NOT_NAMES and word not in _BOTH) or credential(token.text):
            return False
        if at in self.taken and word in self.things:
            return False
        return bool(_INITIALS.fullmatch(token.text) or _WORD.fullmatch(token.text))

    def _stands(self, name: Name) -> bool:
        """Whether a single word is a name and not merely a word with a capital."""
        if name.title or name.last - name.bare > 1:
            return True
        token = self.tokens[name.bare]
        word = token.text
        if token.lower in self.things or (token.lower in _CALENDAR and not self._within(word)):
            return False
        initials = _INITIALS.fullmatch(word) is not None
        if word.isupper() and not initials and len(word) > 3:
            return re.search(rf"\b{re.escape(word.capitalize())}\b", self.source) is not None
        return initials or not self._begins(name.bare) or self._within(word)

    def _begins(self, at: int) -> bool:
        if at == 0:
            return True
        before = self.tokens[at - 1]
        broken = "\n" in self.source[before.end : self.tokens[at].start]
        return broken or before.text in _BREAKS

    def _within(self, word: str) -> bool:
        return re.search(rf"[a-z,] {re.escape(word)}\b(?! \d)", self.source) is not None
