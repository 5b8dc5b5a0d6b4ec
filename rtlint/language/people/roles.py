"""The roles of named people settled: what the paper defines, weighed with all that it says.

Captions, definitions and the words beside a name are learned first (``naming``); here every
person is looked at once more with the signs around all of their names, and whoever was called
something else than they are, or was overlooked, is given their role.
"""

from collections import Counter
from collections.abc import Sequence

from rtlint.language.lexicon import Hit, lexicon_for
from rtlint.language.names import COURTESY, Names
from rtlint.language.people.persons import Person, persons
from rtlint.language.people.signs import Surroundings
from rtlint.language.people.spotting import Name, names_in
from rtlint.language.people.telling import NOBODY, shipped_teller
from rtlint.language.tokens import TokenizedText
from rtlint.model.outline import Outline
from rtlint.model.vocabulary import Vocabulary

_SURE = 0.6  # a role that differs from the one learned before needs this chance
_FEWEST = 150  # tokens of a paper; a sentence or two shows too little of anybody
_OWNER = 12  # words between a lawyer and the side named beside them


class People:
    """Everybody named in a paper."""

    def __init__(
        self,
        source: str,
        text: TokenizedText,
        hits: Sequence[Hit],
        outline: Outline,
        vocabulary: Vocabulary,
        names: Names,
    ) -> None:
        self.source = source
        self.tokens = text.tokens
        self.vocabulary = vocabulary
        self.role_hits = [hit for hit in hits if hit.kind == "role"]
        taken = {i for hit in self.role_hits for i in range(hit.first, hit.last)}
        found = names_in(source, text.tokens, taken, lexicon_for(vocabulary).phrases)
        self.persons = persons(text.tokens, found)
        self.known = {person.key: self._known(person, names) for person in self.persons}
        roles = {name: self.known[person.key] for person in self.persons for name in person.names}
        self._around = Surroundings(source, text.tokens, hits, outline, vocabulary, roles)

    def signs(self, person: Person) -> set[str]:
        """Every sign of a person."""
        kin = {
            self.known[other.key]
            for other in self.persons
            if other is not person and other.key[-1] == person.key[-1] and not other.organisation
        }
        return self._around.signs(person, self.known[person.key], kin)

    def forms(self, person: Person) -> list[str]:
        """Every way in which a person is named, with titles and without, in order."""
        found = [
            " ".join(self.source[self.tokens[first].start : self.tokens[name.last - 1].end].split())
            for name in person.names
            for first in (name.first, name.bare)
        ]
        return list(dict.fromkeys(found))

    def _known(self, person: Person, names: Names) -> str:
        """The role that was learned for most of a person's names; "" where none was."""
        roles = Counter(
            alias.role for form in self.forms(person) if (alias := names.find(form)) is not None
        )
        return roles.most_common(1)[0][0] if roles else ""

    def side(self, person: Person, role: str) -> str:
        """The member of a role: by courtesy title for the parties, by the side beside a lawyer."""
        if self.vocabulary.roles[role].owned:
            return next((m for name in person.names if (m := self._owner(name))), "")
        if self.vocabulary.roles[role].titles:
            return next((COURTESY[n.title] for n in person.names if n.title in COURTESY), "")
        return ""

    def _owner(self, name: Name) -> str:
        """ "Ann Roe, attorney for Mother", "Mother's counsel Ann Roe"."""
        near: list[tuple[int, str]] = []
        for hit in self.role_hits:
            role = self.vocabulary.roles[hit.name]
            gap = hit.first - name.last if hit.first >= name.last else name.first - hit.last
            if hit.detail in role.members and 0 <= gap <= _OWNER:
                near.append((gap, hit.detail))
        return min(near)[1] if near else ""


def settle_roles(
    source: str,
    text: TokenizedText,
    hits: Sequence[Hit],
    outline: Outline,
    vocabulary: Vocabulary,
    names: Names,
) -> None:
    """Give every person the likeliest role, where that is surer than what was learned before."""
    if len(text.tokens) < _FEWEST:
        return
    teller = shipped_teller()
    if not teller.serves(vocabulary.roles):
        return
    people = People(source, text, hits, outline, vocabulary, names)
    for person in people.persons:
        known = people.known[person.key]
        chances = teller.chances(people.signs(person))
        role = max(chances, key=lambda role: chances[role])
        if role == (known or NOBODY) or chances[role] < _SURE:
            continue
        forms = people.forms(person)
        if known:
            names.forget(forms)
        if role != NOBODY:
            member = people.side(person, role)
            for form in sorted(forms, key=len, reverse=True):
                names.add(form, role, member)
