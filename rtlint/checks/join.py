"""The two readers' word on one rule, joined by a small table.

The frames know who acts, with what force and reach; the learned reader knows wording that
nobody put in a vocabulary. Where they agree the status stands. Where they differ, the
learned reader overrules only when it is sure, by thresholds chosen on the tune split
(docs/accuracy.md), and the assessment is marked for review.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rtlint.checks.evidence import quote_clause
from rtlint.checks.given import role_given
from rtlint.checks.temper import tempered
from rtlint.language.analysis import Analysis, ClauseReading
from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, GivenRole, Status
from rtlint.model.rule import Rule
from rtlint.readers.learned import Belief

_HEARD = 0.4  # a passage whose best status has at least this chance speaks of the rule
# How sure the learned reader must be to overrule the frames' status (first) by its own (second).
# A pair that is not here is never overruled.
_MET, _PARTIAL, _MISSING, _AGAINST = (
    Status.MET, Status.PARTIAL, Status.MISSING, Status.CONTRADICTED,
)  # fmt: skip
OVERRULES: dict[tuple[Status, Status], float] = {
    (_MISSING, _MET): 0.7,
    (_MISSING, _PARTIAL): 0.7,
    (_MISSING, _AGAINST): 0.5,
    (_PARTIAL, _MET): 0.9,
    (_PARTIAL, _MISSING): 0.9,
    (_PARTIAL, _AGAINST): 0.8,
    (_AGAINST, _MET): 0.7,
    (_MET, _AGAINST): 0.85,
    (_MET, _PARTIAL): 0.6,
    (_MET, _MISSING): 0.5,
}
# What the chance of a status must be for the learned reader to give it, the gravest first.
_SPEAKS = {_AGAINST: 0.6, _MET: 0.5, _PARTIAL: 0.5}
_DOUBT = 0.7  # a difference on which the learned reader is surer than this, and loses, is shown
_SURE = 0.9  # a difference that it wins with less than this is shown too
_ROLES = {
    Status.MET: EvidenceRole.SUPPORTS,
    Status.PARTIAL: EvidenceRole.QUALIFIES,
    Status.CONTRADICTED: EvidenceRole.CONTRADICTS,
}


@dataclass(frozen=True, slots=True)
class Learned:
    """The learned reader's word on one rule for a whole document."""

    status: Status
    chance: float
    clauses: tuple[ClauseReading, ...]


def conclude(rule: Rule, beliefs: Sequence[Belief]) -> Learned:
    """One status from all passages: a contradiction beats a grant, a grant beats a part of one.

    The chance of a status is that of the passage surest of it, averaged over the looks.
    """
    chances = {status: _chance(status, beliefs) for status in _ROLES}
    for heard, needed in _SPEAKS.items():
        if chances[heard] >= needed:
            speaking = [b for b in beliefs if b.chances[heard] >= _HEARD and _best(b) is heard]
            clauses = tuple(belief.passage.clauses[belief.clause] for belief in speaking)
            status = tempered(rule, clauses) if heard is _MET else heard
            return Learned(status, chances[heard], clauses)
    silent = Status.MET if rule.kind == "prohibition" else Status.MISSING
    return Learned(silent, 1.0 - max(chances.values()), ())


def _chance(status: Status, beliefs: Sequence[Belief]) -> float:
    surest: dict[int, float] = {}
    for belief in beliefs:
        look = belief.passage.look
        surest[look] = max(surest.get(look, 0.0), belief.chances[status])
    return sum(surest.values()) / len(surest) if surest else 0.0


def _best(belief: Belief) -> Status:
    return max(belief.chances, key=lambda status: belief.chances[status])


def join(
    analysis: Analysis, rule: Rule, framed: Assessment, beliefs: Sequence[Belief]
) -> Assessment:
    """The assessment of both readers together."""
    learned = conclude(rule, beliefs)
    if learned.status is framed.status:
        return _with_quotes(analysis, framed, learned)
    silent = rule.kind == "prohibition" and framed.status is _MET  # met by silence alone
    needed = OVERRULES.get((_MISSING if silent else framed.status, learned.status))
    if needed is None or learned.chance < needed:
        doubted = bool(learned.clauses) and learned.chance >= _DOUBT
        return replace(framed, review=framed.review or doubted)
    role = None
    if rule.kind == "prohibition" and learned.status is not Status.MET:
        role = framed.role or _given_role(analysis, rule, learned.clauses)
    return Assessment(
        rule.id,
        learned.status,
        _quotes(analysis, learned),
        review=learned.chance < _SURE,
        role=role,
    )


def _with_quotes(analysis: Analysis, framed: Assessment, learned: Learned) -> Assessment:
    """What the frames concluded, quoted by the learned reader where they quote nothing."""
    if framed.evidence or not learned.clauses:
        return framed
    return replace(framed, evidence=_quotes(analysis, learned))


def _quotes(analysis: Analysis, learned: Learned) -> tuple[Evidence, ...]:
    found: dict[tuple[int, int], Evidence] = {}
    for clause in learned.clauses:
        for item in quote_clause(analysis, clause, _ROLES[learned.status]):
            found.setdefault((item.start, item.end), item)
    return tuple(found.values())


def _given_role(analysis: Analysis, rule: Rule, clauses: Sequence[ClauseReading]) -> GivenRole:
    """The gravest role that any clause gives.

    Where grammar does not tell, a clause that says what an advisory pattern of the rule asks for
    gives advice.
    """
    told = {role_given(analysis, rule, clause) for clause in clauses}
    if GivenRole.DECISION in told or GivenRole.ADVISORY in told:
        return GivenRole.DECISION if GivenRole.DECISION in told else GivenRole.ADVISORY
    said = {hit.name for clause in clauses for hit in clause.view.hits}
    advisory = [p for p in rule.patterns if p.role is GivenRole.ADVISORY and p.says]
    if any(all(said & group for group in pattern.says) for pattern in advisory):
        return GivenRole.ADVISORY
    return GivenRole.DECISION
