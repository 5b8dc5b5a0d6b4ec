"""The prohibition check: met unless an operative clause gives the forbidden role."""

from rtlint.checks.evidence import quote_takes
from rtlint.checks.given import role_given
from rtlint.language.analysis import Analysis
from rtlint.model.assessment import Assessment, GivenRole, Status
from rtlint.model.rule import Rule, Stance
from rtlint.readers.reading import Take


def check_prohibition(analysis: Analysis, rule: Rule, takes: list[Take]) -> Assessment:
    """Assess one prohibition; the gravest role given is the one reported."""
    given = [t for t in takes if t.stance is Stance.CONTRADICTS]
    limited = [t for t in takes if t.stance in (Stance.NARROWS, Stance.WEAKENS)]
    decisive = given or limited
    if not decisive:
        bars = [t for t in takes if t.stance is Stance.SUPPORTS]
        return Assessment(rule.id, Status.MET, quote_takes(analysis, bars))
    status = Status.CONTRADICTED if given else Status.PARTIAL
    clauses = {take.clause.view.number: take.clause for take in decisive}
    roles = {
        role_given(analysis, rule, clause, [t for t in decisive if t.clause is clause])
        for clause in clauses.values()
    }
    role = GivenRole.DECISION if GivenRole.DECISION in roles else GivenRole.ADVISORY
    return Assessment(rule.id, status, quote_takes(analysis, decisive), role=role)
