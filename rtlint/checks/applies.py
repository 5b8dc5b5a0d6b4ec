"""Whether a document orders anything on the main topic at all.

A paper may speak of the therapy without ordering it: a request denied, a professional who is
to look into it. So a clause counts only if somebody the rules bind is to act by it.
"""

import re
from collections.abc import Iterable

from rtlint.language.analysis import Analysis, ClauseReading
from rtlint.language.frames import Frame
from rtlint.language.mentions import BENCH
from rtlint.model.assessment import Assessment, Status
from rtlint.model.rule import Force
from rtlint.structure.wording import without_nothing

# Requirements with something found, from which a paper orders the therapy: where no operative
# clause names it, and whatever is denied beside it.
_SOME, _MUCH = 5, 9
_PASSING = 2  # clauses for each denial that may mention what is denied in passing
_UNDONE = re.compile(
    r"\b(?:is|are|was|be|stands?)\s+(?:hereby\s+|in\s+all\s+respects\s+)*(?:denied|vacated|set\s+aside|dismissed"
    r"|withdrawn|discontinued)\b"
    r"|\b(?:request|motion|petition|application|prayer)s?\W+(?:denied|refused|dismissed|withdrawn)\b"
    r"|\bno\s+(?:\w+\s+){0,4}(?:is|are)\s+(?:hereby\s+)?(?:ordered|directed|granted|required)\b"
    r"|\b(?:court|judge|hearing)\b[^.;]{0,40}\b(?:take\s+up|consider|decide|determine|hear)\b[^.;]{0,60}"
    r"\bwhether\b"
    r"|\A\W*no\s+(?:one|party|parent)\s+is\s+required\b",
    re.IGNORECASE,
)
_ORDERING = frozenset({Force.MUST, Force.WEAK, Force.MAY, Force.IS, Force.NEED_NOT})


def applies(analysis: Analysis, assessments: Iterable[Assessment], *, learned: bool = True) -> bool:
    """Whether any operative clause orders something of a main topic.

    Where no operative clause names the topic, its clauses may speak of "the sessions" or "the
    work": then what the rules found decides. An earlier order that stays in force counts too.

    Args:
        learned: whether the learned reader read too. It tells the clauses of other services
            apart, so where it finds much, the paper is on the topic whatever is denied in it.
    """
    if not any(topic.main for topic in analysis.vocabulary.topics.values()):
        return True
    assessments = tuple(assessments)
    found = [a for a in assessments if a.status not in (Status.MISSING, Status.UNDETERMINED)]
    said = sum(bool(a.evidence) for a in found)
    elsewhere = any(a.status is Status.UNDETERMINED and a.evidence for a in assessments)
    naming = [c for c in analysis.clauses if c.view.clause.operative and names_topic(analysis, c)]
    if not naming:
        return elsewhere or said >= _SOME
    denials = sum(_denied(analysis, clause) for clause in naming)
    orders = sum(
        any(_orders(analysis, f) for f in clause.frames) and not _denied(analysis, clause)
        for clause in naming
    )
    if not found and not elsewhere:
        return False
    much = learned and said >= _MUCH
    return orders > _PASSING * denials or much or (elsewhere and not orders and not denials)


def names_topic(analysis: Analysis, clause: ClauseReading, *, weakly: bool = False) -> bool:
    """Whether a clause's own words name a main topic outright, or ``weakly``: "the therapy"."""
    topics = analysis.vocabulary.topics
    return any(
        hit.kind == "topic" and (weakly or hit.detail != "weak") and topics[hit.name].main
        for hit in clause.view.hits
        if hit.first >= clause.view.own
    )


def _denied(analysis: Analysis, clause: ClauseReading) -> bool:
    """Whether a clause says no to the therapy, ends it, or puts off whether to order it."""
    words = analysis.document.text[clause.view.clause.start : clause.view.clause.end]
    undone = _UNDONE.search(without_nothing(words)) is not None
    return undone or any(_denies(frame) for frame in clause.frames)


def _denies(frame: Frame) -> bool:
    """ "The request is denied", "the Court will not order": the court says no to it."""
    if frame.force not in (Force.MUST_NOT, Force.IS_NOT):
        return False
    agents = {mention.role for mention in frame.agents}
    return agents == {BENCH} or "denied" in frame.view.words(frame.first, frame.last)


def _orders(analysis: Analysis, frame: Frame) -> bool:
    """Whether a frame orders, allows or states something of people on the main topic."""
    if frame.force not in _ORDERING:
        return False
    topics = analysis.vocabulary.topics.values()
    strangers = {role for topic in topics if not topic.main for role in topic.roles}
    agents = {mention.role for mention in frame.agents}
    return not agents or not agents <= strangers
