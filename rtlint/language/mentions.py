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
BENCH = "court"  # the role, in any vocabulary, of whoever makes the order
SOMEONE = "?"  # one of them, it cannot be told which

_ALL = words("all")
_NONE = words("none")
_HOLDING = words("holding")
_HELD = words("held")
_INDEFINITE = words("indefinite")
_LINKED_OWNERS = frozenset({"for", "of", "representing"})
_JOINED_OWNERS = frozenset({"and", "or", "for", ","})
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
    named: bool = False  # by a name or term learned from the document

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
            capital = token.text[:1].isupper() or alias.words == ("me",)
            if capital and tuple(t.lower for t in tokens[i:last]) == alias.words:
                member = frozenset({same.get(alias.member, alias.member) or EVERYONE})
                found.append(
                    Mention(
                        alias.role,
                        member,
                        i,
                        last,
                        possessive=_possessive(tokens, last),
                        named=True,
                    )
                )
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
    """Give owned roles their owner's side, and tell an owner's own therapist from the therapist."""
    result: list[Mention] = []
    absorbed: set[int] = set()
    for i, mention in enumerate(mentions):
        if i in absorbed:
            continue
        role = vocabulary.roles[mention.role]
        owned = mention
        if role.owned:
            owners = _owners(tokens, mentions, i)
            if owners:
                members = frozenset().union(*(mentions[o].members for o in owners))
                last = max([mention.last, *(mentions[o].last for o in owners if o > i)])
                owned = replace(mention, members=members, last=last)
                absorbed.update(o for o in owners if o > i)
        elif (
            role.indefinite_as and _is_bare(tokens, mention, role) and _indefinite(tokens, mention)
        ):
            owned = replace(mention, role=role.indefinite_as)
        elif role.owned_as and _is_bare(tokens, mention, role) and _has_owner(tokens, mentions, i):
            owned = replace(mention, role=role.owned_as)
        result.append(_holder(tokens, owned))
    return result


def _is_bare(tokens: Sequence[Token], mention: Mention, role: Role) -> bool:
    """Whether a mention is one of the role's unspecific words, not a name or a full title."""
    named = [t.lower for t in tokens[mention.first : mention.last] if t.lower not in _BEFORE]
    return " ".join(named) in role.bare


def _has_owner(tokens: Sequence[Token], mentions: Sequence[Mention], i: int) -> bool:
    """ "Mother's therapist", "her own counselor", "the child's individual therapist"."""
    mention = mentions[i]
    before = [token.lower for token in tokens[max(mention.first - 2, 0) : mention.last - 1]]
    if {"own", "individual", "personal"} & set(before):
        return True
    if {"his", "her"} & set(before):
        return True
    return bool(i) and mentions[i - 1].possessive and mention.first - mentions[i - 1].last <= 2


def _indefinite(tokens: Sequence[Token], mention: Mention) -> bool:
    """ "Any therapist who has treated": nobody appointed is called so."""
    near = tokens[max(mention.last - 4, 0) : mention.last - 1]
    return bool(_INDEFINITE & {token.lower for token in near})


def _holder(tokens: Sequence[Token], mention: Mention) -> Mention:
    """ "The party in whose care the child is" is whichever of them that happens to be."""
    if mention.members != {SOMEONE}:
        return mention
    after = [token.lower for token in tokens[mention.last : mention.last + 9]]
    if after[:1] and after[0] in _HOLDING and set(after) & _HELD:
        return replace(mention, members=frozenset({EVERYONE}))
    return mention


def _owners(tokens: Sequence[Token], mentions: Sequence[Mention], i: int) -> list[int]:
    """Indices of the mentions that own mention ``i``: "Mother's counsel", "counsel for H and W"."""
    mention = mentions[i]
    if i and mentions[i - 1].possessive and mention.first - mentions[i - 1].last <= 4:
        return [i - 1]
    found: list[int] = []
    edge = mention.last
    for following in range(i + 1, len(mentions)):
        gap = {token.lower for token in tokens[edge : mentions[following].first]}
        linked = gap & (_JOINED_OWNERS if found else _LINKED_OWNERS)
        if mentions[following].first - edge > 4 or not linked:
            break
        found.append(following)
        edge = mentions[following].last
    return found
