"""Two reports → what got better, worse or other words: drafts, or a draft and the order entered."""

import re
from collections import Counter
from collections.abc import Iterable

from rtlint.model.assessment import Assessment, EvidenceRole, Status
from rtlint.model.comparison import Change, Comparison, Direction
from rtlint.model.report import DocumentReport, Finding, Report

# A provision that is taken back is worse than none, which is worse than half of one.
_RANK = {Status.CONTRADICTED: 0, Status.MISSING: 1, Status.PARTIAL: 2, Status.MET: 3}
_ORDER = tuple(Direction)


def compare(old: Report, new: Report) -> Comparison:
    """Compare two reports that hold one document each."""
    (before,), (after,) = old.documents, new.documents
    rules = {rule.id: rule for rule in (*new.rules, *old.rules)}
    changes = sorted(
        _changes(before, after), key=lambda change: (_ORDER.index(change.direction), change.rule)
    )
    return Comparison(
        old=before,
        new=after,
        rules=tuple(rules[ident] for ident in sorted(rules)),
        changes=tuple(changes),
        raised=_only_in(_drafting(after), _drafting(before)),
        resolved=_only_in(_drafting(before), _drafting(after)),
        same_rules=(old.rulebook_digest, old.model) == (new.rulebook_digest, new.model),
        tool_version=new.tool_version,
        date=new.date,
    )


def _changes(before: DocumentReport, after: DocumentReport) -> Iterable[Change]:
    then, now = _assessments(before), _assessments(after)
    findings = {finding.rule: finding for finding in after.findings}
    for rule in dict.fromkeys((*then, *now)):
        old, new = then.get(rule), now.get(rule)
        yield Change(rule, _direction(old, new), old, new, findings.get(rule))


def _assessments(document: DocumentReport) -> dict[str, Assessment]:
    judged = document.assessments if document.applicable else ()
    return {assessment.rule: assessment for assessment in judged}


def _direction(old: Assessment | None, new: Assessment | None) -> Direction:
    if old is None or new is None:
        return Direction.UNCLEAR
    if old.status is new.status:
        return Direction.SAME if _words(old) == _words(new) else Direction.REWORDED
    if Status.UNDETERMINED in (old.status, new.status):
        return Direction.UNCLEAR
    better = _RANK[new.status] > _RANK[old.status]
    return Direction.BETTER if better else Direction.WORSE


def _words(assessment: Assessment) -> list[str]:
    """The words a status rests on; the nearest words to something missing decide nothing."""
    quotes = (e.quote for e in assessment.evidence if e.role is not EvidenceRole.NEAREST)
    return sorted({re.sub(r"\W+", " ", quote.casefold()).strip() for quote in quotes})


def _drafting(document: DocumentReport) -> list[Finding]:
    return [finding for finding in document.findings if finding.status is None]


def _only_in(here: list[Finding], there: list[Finding]) -> tuple[Finding, ...]:
    known = Counter((finding.rule, finding.fingerprint) for finding in there)
    found = []
    for finding in here:
        key = finding.rule, finding.fingerprint
        if known[key]:
            known[key] -= 1
        else:
            found.append(finding)
    return tuple(found)
