"""Names that do not match: people misspelled, terms mixed up, one person in two parts."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from rtlint.checks.drafting.persons import check_left_out, check_two_roles
from rtlint.checks.drafting.scene import Scene, around, caption_text, quoted_span, remark
from rtlint.checks.drafting.slips import check_slips
from rtlint.checks.drafting.terms import check_designations, check_terms
from rtlint.language.english import words
from rtlint.language.lexicon import lexicon_for
from rtlint.language.names import NAME, is_name
from rtlint.match.spelling import almost
from rtlint.model.drafting import Remark
from rtlint.model.outline import Span
from rtlint.model.rule import Rule

_RENAMED = re.compile(
    r"\b(?:[fna]/?k/?a|formerly|former\s+(?:sur)?name|n[ée]e|(?:also|now|previously) known as"
    r"|maiden|resum\w+ (?:her|his) )\b",
    re.IGNORECASE,
)
_OFFICES = frozenset({"judge", "justice", "hon", "honorable", "magistrate", "commissioner"})
_ORGANISATIONS = words("organisations") | words("organisation_words")
_PARTICLES = frozenset({"de", "van", "von", "la", "del", "der"})


def check_names(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Remarks on spelling, then on terms, then on who is who."""
    yield from _misspelled(scene, rule)
    yield from check_slips(scene, rule)
    yield from check_terms(scene, rule)
    yield from check_designations(scene, rule)
    yield from check_two_roles(scene, rule)
    yield from check_left_out(scene, rule)


def _misspelled(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """A name that is almost that of somebody else, or half that of a party."""
    terms = lexicon_for(scene.analysis.vocabulary).phrases
    written = [m for m in NAME.finditer(scene.text) if _is_person(m, terms)]
    known = _Known(scene, written)
    found: dict[tuple[str, str], list[Span]] = {}
    for match in written:
        person = known.meant_by(match)
        if person:
            name = " ".join(match["name"].split())
            found.setdefault((name, person), []).append(match.span())
    for (name, person), spans in found.items():
        at = re.search(rf"\b{re.escape(person.split()[-1])}\b", scene.text, re.IGNORECASE)
        quotes = [quoted_span(scene, around(scene, s), cue=scene.text[slice(*s)]) for s in spans]
        if at:
            quotes.append(quoted_span(scene, around(scene, at.span())))
        yield remark(rule, tuple(quotes), case="spelling", facts={"name": name, "known": person})


def _is_person(match: re.Match[str], terms: Collection[str]) -> bool:
    """Whether capitalised words can be a person's name: on one line, and no term of the rules."""
    words = match["name"].casefold().split()
    begun = [" ".join(words[:n]) for n in range(1, len(words) + 1)]
    if words[0] in _OFFICES or any(phrase in terms for phrase in begun):
        return False
    whole = " ".join(word for word in words if len(word.rstrip(".")) > 1)  # no initials
    return is_name(whole) and "\n" not in match[0]


class _Known:
    """The people whom a paper names, and how often it writes each word of a name."""

    def __init__(self, scene: Scene, written: Sequence[re.Match[str]]) -> None:
        roles = scene.analysis.vocabulary.roles
        parties = {r.name for r in roles.values() if r.systems}
        members = {m for r in roles.values() if r.systems for m in r.members}
        learned = [(line.role, name) for line in scene.analysis.roles for name in line.names]
        self._parties = [name for role, name in learned if role in parties | members]
        full = [" ".join(m["name"].split()) for m in written if " " in m["name"].strip()]
        self._people = list(dict.fromkeys([*_titled(learned), *full]))
        self._counts = Counter(word.casefold() for m in written for word in m["name"].split())
        self._caption = frozenset(re.findall(r"\w+", caption_text(scene).casefold()))
        self._renamed = _RENAMED.search(scene.text) is not None

    def meant_by(self, match: re.Match[str]) -> str:
        """The full name that a name is a slip for; "" where it is none."""
        given, surname = _parts(match["name"])
        for person in self._people:
            known_given, known_surname = _parts(person)
            if not almost(surname, known_surname):
                continue
            if not self._is_rarer(surname, known_surname, short=not given and bool(known_given)):
                continue
            if _same_given(given, known_given) if given and known_given else match["title"]:
                return person
        return "" if self._renamed else self._half(" ".join(match["name"].split()))

    def _is_rarer(self, surname: str, known: str, *, short: bool) -> bool:
        """Of two spellings the one that the caption has, or that is written more often, is right.

        Args:
            short: whether the other spelling stands with a given name and this one without.
        """
        one, other = surname.casefold(), known.casefold()
        if (one in self._caption) is not (other in self._caption):
            return other in self._caption
        if self._counts[one] == self._counts[other]:
            return short
        return self._counts[one] < self._counts[other]

    def _half(self, name: str) -> str:
        """A party's given name with a surname that is nobody's."""
        given, surname = _parts(name)
        names = {word.casefold() for person in self._parties for word in person.split()}
        if len(given) < 3 or surname.casefold() in names or len(surname) < 3:
            return ""
        if len(name.split()) > 3 or not _ORGANISATIONS.isdisjoint(name.casefold().split()):
            return ""
        if len(name.split()) > 2 and names & {word.casefold() for word in name.split()[1:]}:
            return ""  # a whole name, and a word of the line after it
        for person in self._parties:
            known_given, known_surname = _parts(person)
            if known_given and known_surname and _same_given(given, known_given):
                return person
        return ""


def _titled(learned: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The learned names that are a person's: with a title, or of more than one word."""
    for _, name in learned:
        match = NAME.match(name)
        if match and (" " in match["name"] or match["title"]) and _parts(match["name"])[1]:
            yield " ".join(match["name"].split())


def _parts(name: str) -> tuple[str, str]:
    """Given name and surname; the given name is "" where there is only one word."""
    words = [word for word in name.split() if word.casefold() not in _PARTICLES]
    return (words[0] if len(words) > 1 else "", words[-1] if words else "")


def _same_given(one: str, other: str) -> bool:
    """ "Kim" and "Kimberly" too."""
    left, right = one.casefold().rstrip("."), other.casefold().rstrip(".")
    return left == right or (
        min(len(left), len(right)) >= 3 and (left.startswith(right) or right.startswith(left))
    )
