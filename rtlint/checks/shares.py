"""The shares check: is a cost divided wholly, in part, or so that the shares make no whole?

Clauses that divide it bit by bit are added up ("Father shall pay 60%." … "Mother shall
pay 40%."); two that divide the whole differently contradict each other.
"""

from dataclasses import replace
from fractions import Fraction

from rtlint.checks.evidence import quote_takes
from rtlint.checks.requirement import check_requirement
from rtlint.language.amounts import Shares, makes_whole, read_shares
from rtlint.language.analysis import Analysis
from rtlint.language.mentions import EVERYONE
from rtlint.model.assessment import Assessment, Status
from rtlint.model.rule import Rule, Stance
from rtlint.readers.reading import Take

Stated = tuple[Take, Shares]


def check_shares(analysis: Analysis, rule: Rule, takes: list[Take]) -> Assessment:
    """Assess a rule on the division of a cost; takes with parts speak of some sessions only."""
    dividing = [t for t in takes if t.stance is Stance.SUPPORTS]
    if not dividing or any(t.stance is Stance.CONTRADICTS for t in takes):
        return check_requirement(analysis, rule, takes)
    general = _one_per_clause([take for take in dividing if not take.parts] or dividing)
    status = _status([(take, _shares(take)) for take in general])
    caps = [t for t in takes if t.stance is Stance.CAPS]
    if status is Status.MET and caps:
        status = Status.PARTIAL
    return Assessment(rule.id, status, quote_takes(analysis, [*general, *caps]))


def _one_per_clause(takes: list[Take]) -> list[Take]:
    """A clause taken by two patterns divides the cost once, among the payers of all its takes."""
    found: dict[int, Take] = {}
    for take in takes:
        known = found.get(take.clause.view.number)
        members = take.members | known.members if known else take.members
        found[take.clause.view.number] = replace(take, members=members)
    return list(found.values())


def _shares(take: Take) -> Shares:
    view = take.clause.view
    return read_shares(view.words(0, len(view.tokens)))


def _status(stated: list[Stated]) -> Status:
    rests = [take for take, shares in stated if shares.rest and not shares.stated]
    stated = [(take, shares) for take, shares in stated if take not in rests]
    silent = [take for take, shares in stated if not shares.stated and EVERYONE in take.members]
    whole = [(t, s) for t, s in stated if s.whole or (not s.stated and _one_payer(t))]
    bits = [(t, s) for t, s in stated if s.stated and not s.whole]
    if len({_division(take, shares) for take, shares in whole}) > 1:
        return Status.CONTRADICTED
    if any(not w.stated and b.members != t.members for t, w in whole for b, _ in bits):
        return Status.CONTRADICTED
    if whole or (bits and rests) or any(len(take.members) > 1 for take in rests):
        return Status.MET
    if not bits:
        return Status.PARTIAL if silent else Status.MISSING
    if any(shares.wrong for _, shares in bits):
        return Status.CONTRADICTED
    total = sum((shares.total for _, shares in bits), Fraction(0))
    if makes_whole(total):
        return Status.MET
    payers = {take.members for take, _ in bits}
    return Status.CONTRADICTED if len(payers) > 1 or total > 1 else Status.PARTIAL


def _one_payer(take: Take) -> bool:
    """Whether a clause without shares names a single payer, who then bears the whole."""
    return len(take.members) == 1 and EVERYONE not in take.members


def _division(take: Take, shares: Shares) -> tuple[frozenset[str], tuple[Fraction, ...]]:
    """Who bears how much, in a form that can be compared; equal shares are all alike."""
    halves = shares.amounts and set(shares.amounts) == {Fraction(1, 2)}
    if shares.equal or halves:
        return frozenset({"equal"}), ()
    if shares.amounts:
        return frozenset({"numbers"}), tuple(sorted(shares.amounts))
    return take.members, ()
