"""The shares check: is a cost divided wholly, in part, or so that the shares make no whole?

Clauses that divide it bit by bit are added up ("Father shall pay 60%." … "Mother shall
pay 40%."); two that divide the whole differently contradict each other.
"""

from fractions import Fraction

from rtlint.checks.evidence import quote_takes
from rtlint.checks.requirement import check_requirement, missing
from rtlint.language.amounts import Allocation, allocation
from rtlint.language.analysis import Analysis
from rtlint.model.assessment import Assessment, Status
from rtlint.model.rule import Rule, Stance
from rtlint.readers.reading import Take


def check_shares(analysis: Analysis, rule: Rule, takes: list[Take]) -> Assessment:
    """Assess a rule on the division of a cost from the clauses that divide it."""
    dividing = [t for t in takes if t.stance is Stance.SUPPORTS]
    if not dividing or any(t.stance is Stance.CONTRADICTS for t in takes):
        return check_requirement(analysis, rule, takes)
    stated = [(take, _of(take)) for take in dividing]
    general = [(t, a) for t, a in stated if not t.parts]
    status, decisive = _status(general or stated)
    if status is None:
        return missing(analysis, rule)
    return Assessment(rule.id, status, quote_takes(analysis, decisive))


def _of(take: Take) -> Allocation:
    view = take.clause.view
    return allocation(view, 0, len(view.tokens))


def _status(stated: list[tuple[Take, Allocation]]) -> tuple[Status | None, list[Take]]:
    """The status and the clauses that decide it."""
    takes = [take for take, _ in stated]
    whole = [(t, a) for t, a in stated if a.whole or not a.stated]
    if len({_division(t, a) for t, a in whole}) > 1:
        return Status.CONTRADICTED, takes
    partial = [(t, a) for t, a in stated if a.stated and not a.whole]
    if any(len(a.shares) > 1 for _, a in partial) and not whole:
        return Status.CONTRADICTED, takes
    total = sum((a.total for _, a in partial), Fraction(0))
    if whole or total == 1:
        return Status.MET, takes
    if len(partial) > 1 and total != 1:
        return Status.CONTRADICTED, takes
    return (Status.PARTIAL, takes) if takes else (None, takes)


def _division(take: Take, stated: Allocation) -> frozenset[tuple[frozenset[str], Fraction]]:
    """Who bears how much, in a form that can be compared; equal shares are all alike."""
    if stated.formula:
        return frozenset({(frozenset({"formula"}), Fraction(1))})
    parts = [share.part for share in stated.shares]
    if stated.equal or parts == [Fraction(1, 2)] * 2:
        return frozenset({(frozenset({"equal"}), Fraction(1))})
    if stated.shares:
        return frozenset((share.members, share.part) for share in stated.shares)
    return frozenset({(take.members, Fraction(1))})
