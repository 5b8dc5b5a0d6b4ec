"""Two people of one role told apart where nothing says who is which: "Bram pays half, Sora half".

A paper that calls the parents by their names alone still speaks of two of them. The first named
takes the first place of a system of members, petitioner and respondent; beside a mother who is
known, the other parent is the father.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rtlint.language.english import words
from rtlint.language.mentions import Alias
from rtlint.language.names import Names
from rtlint.language.tokens import Token
from rtlint.model.vocabulary import Role, Vocabulary

_COURTESY = frozenset({"dr.", "mr.", "ms.", "mrs.", "dr", "mr", "ms", "mrs"})
_BEFORE_GROUPS = words("determiners") | words("all") | words("none")
_PAIR = 2


def tell_sides(tokens: Sequence[Token], names: Names, vocabulary: Vocabulary) -> None:
    """Give the members of their role to names that stand for one of two people."""
    for role in vocabulary.roles.values():
        if not role.systems:
            continue
        aliases = [alias for alias in names.aliases if alias.role == role.name]
        known = {names.same.get(a.member, a.member) for a in aliases if a.member and _full(a)}
        people = _people(tokens, [alias for alias in aliases if not alias.member])
        members = _members(role, known, len(people))
        placed = {
            alias: member
            for person, member in zip(people, members, strict=False)
            for alias in person
        }
        names.aliases = [
            replace(alias, member=placed.get(alias, alias.member)) for alias in names.aliases
        ]


def _full(alias: Alias) -> bool:
    """Whether an alias is a whole name, and no surname or word for whoever speaks."""
    return len(alias.words) > 1 and _bare(alias) == alias.words


def _members(role: Role, known: set[str], unknown: int) -> Sequence[str]:
    """The members for so many people whom nothing places; none where that is a guess."""
    if unknown == _PAIR and not known:
        # Not the system that says who is mother and who is father: that would be a guess.
        return next((s for s in role.systems[1:] if len(s) == _PAIR), ())
    if unknown == 1 and len(known) == 1:
        (one,) = known
        pairs = (system for system in role.systems if one in system and len(system) == _PAIR)
        return next(([m for m in system if m != one] for system in pairs), ())
    return ()


def _people(tokens: Sequence[Token], aliases: Iterable[Alias]) -> list[list[Alias]]:
    """The aliases that stand for one person each, in the order in which they are first named."""
    met: dict[Alias, int] = {}
    for alias in aliases:
        places = list(_places(tokens, alias))
        grouped = sum(bool(i) and tokens[i - 1].lower in _BEFORE_GROUPS for i in places)
        if places and grouped <= len(places) / 2:  # "the Guardians" are a group, Luc is not
            met[alias] = places[0]
    people: list[list[Alias]] = []
    for alias in sorted(met, key=lambda alias: (-len(_bare(alias)), met[alias])):
        same = [person for person in people if _bears(person, alias)]
        if not same and _bare(alias) == alias.words:
            people.append([alias])
        elif len(same) == 1:
            same[0].append(alias)
    return sorted(people, key=lambda person: min(met[alias] for alias in person))


def _bears(person: Sequence[Alias], alias: Alias) -> bool:
    """Whether a shorter name is the given name or the surname of a person."""
    full, short = _bare(person[0]), _bare(alias)
    return len(full) > len(short) and (short == full[: len(short)] or short == full[-len(short) :])


def _bare(alias: Alias) -> tuple[str, ...]:
    return tuple(word for word in alias.words if word not in _COURTESY)


def _places(tokens: Sequence[Token], alias: Alias) -> Iterable[int]:
    width = len(alias.words)
    for i, token in enumerate(tokens):
        if (
            token.lower == alias.words[0]
            and token.text[:1].isupper()
            and tuple(t.lower for t in tokens[i : i + width]) == alias.words
        ):
            yield i
