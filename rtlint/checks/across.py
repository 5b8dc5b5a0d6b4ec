"""Steps that look across rules once each rule has been assessed by itself."""

from collections.abc import Mapping
from dataclasses import replace

from rtlint.model.assessment import Assessment, Status
from rtlint.model.rule import Rule


def denied(rule: Rule, found: Mapping[str, Assessment], covered: frozenset[str]) -> Assessment:
    """A part that another rule's breach takes back: a bar beside a clause that gives the role.

    With no part provided at all, any breach contradicts; with some, only the breach of
    a provided part does.
    """
    own = found[rule.id]
    breached = {
        part: found[other]
        for part, other in rule.denied_by.items()
        if other in found and found[other].status is Status.CONTRADICTED
    }
    relevant = {p: a for p, a in breached.items() if p in covered} if covered else breached
    if not relevant or own.status is Status.CONTRADICTED:
        return own
    evidence = {(e.start, e.end): e for a in relevant.values() for e in a.evidence}
    if own.status is not Status.MISSING:
        evidence |= {(e.start, e.end): e for e in own.evidence}
    return replace(own, status=Status.CONTRADICTED, evidence=tuple(evidence.values()))


def depends(rule: Rule, found: Mapping[str, Assessment]) -> Assessment:
    """A rule about the reach of another is missing where the other is."""
    own = found[rule.id]
    absent = any(
        other in found and found[other].status is Status.MISSING for other in rule.requires
    )
    if absent and own.status is not Status.MISSING:
        return replace(own, status=Status.MISSING, evidence=())
    return own


def capped(rule: Rule, found: Mapping[str, Assessment]) -> Assessment:
    """A rule that is met no better than in part while another is breached."""
    own = found[rule.id]
    breached = [found[other] for other in rule.capped_by if other in found]
    against = [a for a in breached if a.status is Status.CONTRADICTED]
    if own.status is not Status.MET or not against:
        return own
    evidence = {(e.start, e.end): e for a in (own, *against) for e in a.evidence}
    return replace(own, status=Status.PARTIAL, evidence=tuple(evidence.values()))
