"""Steps that look across rules and pages once each rule has been assessed by itself."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rtlint.checks.applies import names_topic
from rtlint.checks.evidence import quote_clause, quote_takes
from rtlint.language.analysis import Analysis, ClauseReading
from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, Status
from rtlint.model.outline import CrossReference
from rtlint.model.rule import Rule
from rtlint.readers.reading import Take

_ELSEWHERE = re.compile(
    r"\b(?:separately|under seal|not attached"
    r"|to be (?:provided|supplied|attached|filed|submitted))\b",
    re.IGNORECASE,
)


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


def out_of_reach(
    analysis: Analysis, assessment: Assessment, undecided: Sequence[Take]
) -> Assessment:
    """Missing becomes undetermined where words that could decide it cannot be read.

    Args:
        undecided: takes from options of which none is ticked.
    """
    if undecided and assessment.status in (Status.MISSING, Status.PARTIAL):
        evidence = quote_takes(analysis, undecided)
        return replace(assessment, status=Status.UNDETERMINED, evidence=evidence)
    if assessment.status is not Status.MISSING:
        return assessment
    absent = _absent_papers(analysis)
    if absent or analysis.document.unread_pages or analysis.document.unread_parts:
        return replace(assessment, status=Status.UNDETERMINED, evidence=tuple(absent))
    return assessment


def _absent_papers(analysis: Analysis) -> list[Evidence]:
    """Clauses on the subject that make a paper part of this order which is not in the file."""
    found = []
    for reference in analysis.outline.references:
        if not reference.incorporates or reference.kind == "paragraph":
            continue
        for reading in analysis.clauses:
            clause = reading.view.clause
            here = clause.start <= reference.start < clause.end and clause.operative
            if here and _is_absent(analysis, reference, reading):
                found += quote_clause(analysis, reading, EvidenceRole.DECIDES)
    return found


def _is_absent(analysis: Analysis, reference: CrossReference, reading: ClauseReading) -> bool:
    """Whether the paper is out of reach and speaks of the main topic.

    An earlier order commonly governs custody or support: only a clause that itself names
    the main topic says that this one governs more.
    """
    if reference.kind == "order":
        return reference.block is None and names_topic(analysis, reading)
    topic = analysis.vocabulary.topics.get(reading.topic)
    if topic is not None and not topic.main:
        return False
    words = analysis.document.text[reading.view.clause.start : reading.view.clause.end]
    return reference.block is None or _ELSEWHERE.search(words) is not None
