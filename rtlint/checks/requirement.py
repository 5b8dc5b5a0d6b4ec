"""The requirement check: takes of a rule → met, partial, missing or contradicted.

A clause that denies a requirement beats any number that grant it (rule 6 of the
guide): a reader who finds both must be shown both.
"""

from rtlint.checks.coverage import covered_parts, whole
from rtlint.checks.evidence import quote_clause, quote_takes
from rtlint.language.analysis import Analysis
from rtlint.match.nearest import nearest
from rtlint.model.assessment import Assessment, EvidenceRole, Status
from rtlint.model.rule import Rule, Stance
from rtlint.readers.reading import Take


def check_requirement(analysis: Analysis, rule: Rule, takes: list[Take]) -> Assessment:
    """Assess one requirement by itself, before other rules have their say."""
    role = analysis.vocabulary.roles.get(rule.everyone) if rule.everyone else None
    against = [t for t in takes if t.stance is Stance.CONTRADICTS]
    firm = [t for t in takes if t.stance is Stance.SUPPORTS]
    soft = [t for t in takes if t.stance in (Stance.WEAKENS, Stance.NARROWS)]
    caps = [t for t in takes if t.stance is Stance.CAPS]
    mentions = caps + [t for t in takes if t.stance is Stance.MENTIONS]
    if not firm:
        against += [t for t in takes if t.stance is Stance.EXCLUDES]
    if against:
        return _assessment(analysis, rule, Status.CONTRADICTED, [*against, *firm])
    if whole(rule, role, firm) and not caps:
        return _assessment(analysis, rule, Status.MET, _needed(rule, firm))
    if firm or soft:
        return _assessment(analysis, rule, Status.PARTIAL, [*firm, *soft, *caps])
    if mentions:
        return _assessment(analysis, rule, Status.MISSING, mentions)
    return missing(analysis, rule)


def missing(analysis: Analysis, rule: Rule) -> Assessment:
    """A requirement of which nothing is said, with the nearest words that are."""
    operative = [c for c in analysis.clauses if c.view.clause.operative]
    found = nearest(rule, operative)
    evidence = quote_clause(analysis, found, EvidenceRole.NEAREST) if found else []
    return Assessment(rule.id, Status.MISSING, tuple(evidence))


def _needed(rule: Rule, takes: list[Take]) -> list[Take]:
    """Without takes that add no part; all that bind somebody stay."""
    if not rule.parts:
        return takes
    kept: list[Take] = []
    for take in takes:
        if not covered_parts(rule, [take]) <= covered_parts(rule, kept) or not kept:
            kept.append(take)
    return kept


def _assessment(analysis: Analysis, rule: Rule, status: Status, takes: list[Take]) -> Assessment:
    return Assessment(rule.id, status, quote_takes(analysis, takes))
