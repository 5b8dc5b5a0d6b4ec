"""The two readers' word on one rule, joined.

The frames know who acts, with what force and reach; the learned reader knows wording that
nobody put in a vocabulary. What each says, and how surely, are signs; a small linear model
weighs them. Its weights (``join.json``) are learned by scripts/train_join.py from orders that
neither reader has learned from, so that it knows how far to trust either on new words. Where no
status is likely enough, the assessment is marked for review.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from rtlint.checks.evidence import quote_clause
from rtlint.checks.given import role_given
from rtlint.checks.requirement import missing
from rtlint.checks.signs import Words, signs, signs_of_paper
from rtlint.language.analysis import Analysis, ClauseReading
from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, GivenRole, Status
from rtlint.model.linear import Linear
from rtlint.model.rule import Rule

WEIGHTS = Path(__file__).with_name("join.json")
_MET = 0.6  # "met" is the gravest error: unless it is this likely, the next status is given
_SURE = 0.57  # a status less likely than this is for a person to look at
_HEARD = 0.4  # a passage whose best status has at least this chance speaks of the rule
_FAINTLY = 0.2  # where none does, the one surest of the status is quoted from this chance on
_ROLES = {
    Status.MET: EvidenceRole.SUPPORTS,
    Status.PARTIAL: EvidenceRole.QUALIFIES,
    Status.CONTRADICTED: EvidenceRole.CONTRADICTS,
}


@lru_cache(maxsize=1)
def shipped_weights() -> Linear:
    """The model that ships with rtlint."""
    return Linear.load(WEIGHTS)


def join(analysis: Analysis, words: Sequence[Words]) -> dict[str, Assessment]:
    """The assessment of both readers together, for every rule that both speak of.

    Args:
        words: one for each such rule of the document.
    """
    if not words:
        return {}
    model = shipped_weights()
    paper = signs_of_paper(words)
    return {w.rule.id: _joined(analysis, w, model.chances(signs(w, paper))) for w in words}


def _joined(analysis: Analysis, words: Words, chances: Mapping[str, float]) -> Assessment:
    rule, framed = words.rule, words.framed
    status, chance = likeliest(chances, rule)
    clauses = _clauses(words, status)
    review = framed.review or chance < _SURE
    if status is framed.status:
        quotes = framed.evidence or _quotes(analysis, status, clauses)
        return replace(framed, evidence=quotes, review=review)
    if status is Status.MISSING:
        return replace(missing(analysis, rule), review=review)
    quotes = _quotes(analysis, status, clauses)
    if not quotes and status in _ROLES:
        quotes = tuple(replace(e, role=_ROLES[status]) for e in framed.evidence)
    role = None
    if rule.kind == "prohibition" and status is not Status.MET:
        role = framed.role or _given_role(analysis, rule, clauses)
    return Assessment(rule.id, status, quotes, review=review, role=role)


def likeliest(chances: Mapping[str, float], rule: Rule) -> tuple[Status, float]:
    """The status to give a rule, and its chance; a prohibition is never missing."""
    given = [s for s in chances if rule.kind != "prohibition" or s != Status.MISSING]
    first, second, *_ = sorted(given, key=lambda name: -chances[name])
    if first == Status.MET and chances[first] < _MET:
        first = second
    return Status(first), chances[first]


def _clauses(words: Words, status: Status) -> tuple[ClauseReading, ...]:
    """The clauses in which the learned reader hears a status, each once."""
    if status not in _ROLES:
        return ()
    heard = [b for b in words.beliefs if b.chances[status] >= _HEARD and b.best is status]
    if not heard and status is not words.framed.status:
        surest = max(words.beliefs, key=lambda b: b.chances[status], default=None)
        heard = [surest] if surest is not None and surest.chances[status] >= _FAINTLY else []
    found = (belief.passage.clauses[belief.clause] for belief in heard)
    return tuple({clause.view.number: clause for clause in found}.values())


def _quotes(
    analysis: Analysis, status: Status, clauses: Sequence[ClauseReading]
) -> tuple[Evidence, ...]:
    found: dict[tuple[int, int], Evidence] = {}
    for clause in clauses:
        for item in quote_clause(analysis, clause, _ROLES[status]):
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
