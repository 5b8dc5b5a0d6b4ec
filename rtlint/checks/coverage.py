"""How much of what a rule asks for the takes cover: its parts, and everyone it must bind."""

from collections.abc import Iterable, Sequence

from rtlint.language.mentions import EVERYONE, SOMEONE
from rtlint.model.rule import Rule
from rtlint.model.vocabulary import Role
from rtlint.readers.reading import Take


def binds_everyone(members: frozenset[str], role: Role) -> bool:
    """Whether the members found are known to be all there are.

    Mother and Father are; Mother and "the favored parent" may be one person.
    """
    if EVERYONE in members:
        return True
    named = members - {SOMEONE}
    if any(len(named & set(system)) >= 2 for system in role.systems):
        return True
    return len(named - {m for system in role.systems for m in system}) >= 2


def covered_parts(rule: Rule, takes: Iterable[Take]) -> set[str]:
    """The rule's parts that at least one take speaks to; a take without parts speaks to all."""
    found: set[str] = set()
    for take in takes:
        found |= set(take.parts) if take.parts else set(rule.parts)
    return found


def whole(rule: Rule, role: Role | None, takes: Sequence[Take]) -> bool:
    """Whether the takes together provide all that the rule asks for."""
    if not takes:
        return False
    if rule.parts:
        needed = rule.need or len(rule.parts)
        if len(covered_parts(rule, takes) & set(rule.parts)) < needed:
            return False
    if role is None:
        return True
    return binds_everyone(frozenset().union(*(take.members for take in takes)), role)
