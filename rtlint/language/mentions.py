"""Mentions of people and bodies, each with the members of its role that it covers.

"each party" covers everyone, "the other parent" one of two that cannot be told,
"Mother's counsel" counsel on one side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rtlint.language.english import words
from rtlint.language.lexicon import Hit
from rtlint.language.tokens import Token
from rtlint.model.vocabulary import Role, Vocabulary

EVERYONE = "*"
SOMEONE = "?"  # one of them, it cannot be told which

_ALL = words("all")
_NONE = words("none")
_ONE = words("one")
_BEFORE = (words("determiners") | _ALL | _NONE | _ONE) - {"that"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A role at tokens ``first`` ≤ i < ``last`` of the document."""

    role: str
    members: frozenset[str]
    first: int
    last: int
    negative: bool = False  # "neither parent", "no party"
    possessive: bool = False  # "Mother's"
    pronoun: bool = False

    @property
    def everyone(self) -> bool:
        return EVERYONE in self.members


@dataclass(frozen=True, slots=True)
class Alias:
    """A name or defined term learned from the document."""

    words: tuple[str, ...]  # lower-case tokens
    role: str
    member: str  # "" when the role has no members


def find_mentions(
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    aliases: Sequence[Alias],
    vocabulary: Vocabulary,
    same: Mapping[str, str],
) -> list[Mention]:
    """All mentions in order. ``same`` maps a member to the member it was found to be."""
    found = [
        _from_hit(tokens, hit, vocabulary.roles[hit.name], same)
        for hit in hits
        if hit.kind == "role"
    ]
    found += _from_aliases(tokens, aliases, same)
    settled = _settle(found)
    return _with_owners(tokens, settled, vocabulary)


def _from_hit(tokens: Sequence[Token], hit: Hit, role: Role, same: Mapping[str, str]) -> Mention:
    before = [token.lower for token in tokens[max(hit.first - 3, 0) : hit.first]]
    possessive = _possessive(tokens, hit.last)
    if hit.detail in role.members:
        members = frozenset({same.get(hit.detail, hit.detail)})
    elif not role.members and not role.owned:
        members = frozenset({EVERYONE})
    else:
        members = _quantified(before, plural=hit.detail in ("plural", "everyone"))
    negative = bool(_NONE & set(before[-2:])) and hit.detail not in role.members
    first = hit.first
    while first > 0 and tokens[first - 1].lower in _BEFORE:
        first -= 1
    return Mention(role.name, members, first, hit.last, negative, possessive)


def _quantified(before: Sequence[str], *, plural: bool) -> frozenset[str]:
    near = set(before[-2:])
    if near & {"other", "one", "opposing", "requesting"} and not near & {"each", "both", "either"}:
        return frozenset({SOMEONE})
    if plural or near & (_ALL | _NONE):
        return frozenset({EVERYONE})
    return frozenset({SOMEONE})


def _possessive(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in ("'s", "'", "’s", "’")


def _from_aliases(
    tokens: Sequence[Token], aliases: Sequence[Alias], same: Mapping[str, str]
) -> list[Mention]:
    by_first: dict[str, list[Alias]] = {}
    for alias in aliases:
        by_first.setdefault(alias.words[0], []).append(alias)
    found = []
    for i, token in enumerate(tokens):
        for alias in by_first.get(token.lower, ()):
            last = i + len(alias.words)
            if tuple(t.lower for t in tokens[i:last]) == alias.words and token.text[:1].isupper():
                member = frozenset({same.get(alias.member, alias.member) or EVERYONE})
                found.append(Mention(alias.role, member, i, last, False, _possessive(tokens, last)))
    return found


def _settle(found: list[Mention]) -> list[Mention]:
    """The longest mention wins its place; two roles may share exactly one place ("the family")."""
    ordered = sorted(found, key=lambda m: (m.first, -m.last))
    kept: list[Mention] = []
    for mention in sorted(ordered, key=lambda m: (m.first - m.last, m.first)):
        clash = [m for m in kept if m.first < mention.last and mention.first < m.last]
        same_place = all(
            (m.last, m.role != mention.role) == (mention.last, True) and m.first == mention.first
            for m in clash
        )
        if same_place:
            kept.append(mention)
    return sorted(kept, key=lambda m: (m.first, m.last, m.role))


def _with_owners(
    tokens: Sequence[Token], mentions: list[Mention], vocabulary: Vocabulary
) -> list[Mention]:
    """Give owned roles the side they belong to, and keep an owner's therapist apart from the therapist."""
    result: list[Mention] = []
    skip: set[int] = set()
    for i, mention in enumerate(mentions):
        if i in skip:
            continue
        role = vocabulary.roles[mention.role]
        if role.owned:
            owner = _owner(tokens, mentions, i)
            if owner is not None:
                mention = replace(mention, members=mentions[owner].members)
                if owner > i:
                    skip.add(owner)
        result.append(mention)
    return result


def _owner(tokens: Sequence[Token], mentions: Sequence[Mention], i: int) -> int | None:
    """The index of the mention that owns mention ``i``: "Mother's counsel", "counsel for Mother"."""
    mention = mentions[i]
    if i and mentions[i - 1].possessive and mention.first - mentions[i - 1].last <= 4:
        return i - 1
    following = i + 1
    if following < len(mentions):
        gap = tokens[mention.last : mentions[following].first]
        between = {token.lower for token in gap}
        if len(gap) <= 3 and between & {"for", "of", "representing"}:
            return following
    return None
