"""Names for roles: every way a name is shortened, and which role and member it stands for."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rtlint.language.english import words
from rtlint.language.mentions import Alias
from rtlint.language.tokens import tokenized
from rtlint.model.vocabulary import Vocabulary

_TITLE = r"(?:Dr|Mr|Mrs|Ms|Mx|Miss|Prof)\.?"
_CREDENTIALS = "|".join(
    letters.replace(".", r"\.? ?")
    for letters in (
        "Ph.D. Psy.D. M.D. Ed.D. L.M.F.T. L.C.S.W. L.P.C.C. L.P.C. L.I.S.W. L.M.H.C. L.C.M.H.C. "
        "L.I.C.S.W. "
        "L.C.P.C. L.C.M.F.T. L.S.C.S.W. L.M.H.P. L.I.M.H.P. L.A.M.F.T. A.M.F.T. A.P.C.C. L.P.A. "
        "L.S.W. "
        "L.C.A.D.C. C.M.H.C. L.M.L.P. A.P.R.N. A.C.S.W. D.S.W. B.C.D. N.C.C. Ed.S. M.Ed. R.P. "
        "M.S.W. M.F.T. R.S.W. C.Psych. L.A.C. L.M.S.W. M.S. M.A. J.D. Esq."
    ).split()
)  # fmt: skip
_UP, _LOW = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
WORD = (
    rf"[{_UP}][{_LOW}]*(?:['’](?!s\b)[{_UP}]?[{_LOW}]+)*[{_LOW}]+(?:-[{_UP}]?[{_LOW}]+)*"
    rf"|[{_UP}]{{2,}}(?:[-'’][{_UP}]+)*|[{_UP}][{_LOW}]+[{_UP}][{_LOW}]+"
)
NAME = re.compile(
    rf"(?:(?P<title>{_TITLE})\s+)?"
    rf"(?P<name>(?:{WORD}|[A-Z]\.(?:[A-Z]\.)*)(?:\s+(?:{WORD}|[A-Z]\.|(?:de|van|von|la|del|der)\b)){{0,3}})"
    rf"(?P<credentials>(?:,?\s*(?:{_CREDENTIALS})(?:-[A-Z]+)?(?![a-z]))*)"
)
_NOT_NAMES = words("not_names")
COURTESY = {"mr": "father", "ms": "mother", "mrs": "mother", "miss": "mother"}
_TITLES = ("dr.", "mr.", "ms.", "mrs.")


@dataclass
class Names:
    """What has been learned of names: aliases for roles, and members that are the same person."""

    aliases: list[Alias] = field(default_factory=list)
    same: dict[str, str] = field(default_factory=dict)
    shown: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def add(self, text: str, role: str, member: str) -> None:
        """Remember that ``text`` names a role, whole and by its parts that can stand alone."""
        for variant in _variants(text):
            if variant and not any(alias.words == variant for alias in self.aliases):
                self.aliases.append(Alias(variant, role, member))
        shown = self.shown.setdefault((role, member), [])
        if text not in shown:
            shown.append(text)

    def override(self, text: str, role: str, member: str) -> None:
        """The same for a name that the user gave: it wins over what was learned."""
        given = set(_variants(text))
        self.aliases = [alias for alias in self.aliases if alias.words not in given]
        self.shown.setdefault((role, member), []).insert(0, text)
        self.add(text, role, member)

    def forget(self, texts: Collection[str]) -> None:
        """Take back what was learned of these very names and of their short forms."""
        dropped = {variant for text in texts for variant in _variants(text)}
        self.aliases = [alias for alias in self.aliases if alias.words not in dropped]
        self.shown = {
            who: kept
            for who, shown in self.shown.items()
            if (kept := [name for name in shown if tokenized(name) not in dropped])
        }

    def find(self, text: str) -> Alias | None:
        """The alias that this very text is, if it was learned."""
        key = tokenized(text)
        return next((alias for alias in self.aliases if alias.words == key), None)

    def link(self, one: str, other: str) -> None:
        """Two members are one person; the later name wins: "mother" stands for "petitioner"."""
        one, other = self.same.get(one, one), self.same.get(other, other)
        if one != other:
            self.same = {k: other if v == one else v for k, v in self.same.items()}
            self.same[one] = other

    def knows(self, role: str) -> bool:
        """Whether any name was learned for a role."""
        return any(alias.role == role for alias in self.aliases)


def override_names(
    names: Names, given: Mapping[str, Sequence[str]], vocabulary: Vocabulary
) -> None:
    """Take in the names the user gave; a key is a role or a member of one."""
    for key, values in given.items():
        for role in vocabulary.roles.values():
            if key == role.name or key in role.members:
                for value in values:
                    names.override(value, role.name, "" if key == role.name else key)


def is_name(text: str) -> bool:
    """Whether capitalised words can be a name at all."""
    found = re.findall(r"[A-Za-z]+", text)
    return bool(found) and not any(word.lower() in _NOT_NAMES for word in found)


def proper(name: str) -> str:
    """``JANE DOE`` as ``Jane Doe``."""
    return " ".join(
        part.capitalize() if part.isupper() and len(part) > 2 else part for part in name.split()
    )


def _variants(text: str) -> Iterator[tuple[str, ...]]:
    """A full name, and the ways it is shortened: "Dr. Lena Ortiz" → "dr. ortiz", "ortiz"."""
    yield tokenized(text)
    match = NAME.match(text)
    if match is None:
        return
    parts = match["name"].split()
    if len(parts) > 1:
        yield tokenized(match["name"])
    surname = parts[-1]
    if surname.lower() in _NOT_NAMES or (len(parts) == 1 and not match["title"]):
        return
    if len(surname) > 2:  # "Wu" alone may be any word
        yield tokenized(surname)
    for title in _TITLES:
        yield (title, *tokenized(surname))
