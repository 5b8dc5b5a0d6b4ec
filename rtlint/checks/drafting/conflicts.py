"""Clauses against each other: one grants what another, elsewhere in the paper, takes away."""

import re
from collections.abc import Iterator, Sequence

from rtlint.checks.coverage import binds_everyone
from rtlint.checks.drafting.judged import acting, bearing, by_role, is_family, judged
from rtlint.checks.drafting.scene import Scene, quoted, remark
from rtlint.language.amounts import Shares, read_shares
from rtlint.language.analysis import ClauseReading
from rtlint.language.mentions import EVERYONE, SOMEONE
from rtlint.model.assessment import Assessment, EvidenceRole, Status
from rtlint.model.drafting import Remark
from rtlint.model.rule import Rule, Stance
from rtlint.model.vocabulary import Role
from rtlint.readers.learned import Belief
from rtlint.readers.reading import Take

_GRANTED = 0.3  # chances below which the learned reader doubts what the frames found
_DENIED = 0.7
_BELIEVED = 0.7  # chance at which its word is taken where the frames found nothing
_SETS_ASIDE = re.compile(r"\b(?:notwithstanding|despite|in\s+spite\s+of|regardless\s+of)\b", re.I)


def conflict(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Clauses of which one grants what another takes away."""
    seen: set[tuple[int, int]] = set()
    for asked, assessment in judged(scene):
        if assessment.status is not Status.CONTRADICTED or assessment.review:
            continue
        if asked.kind == "prohibition" or asked.requires:
            continue  # a breach conflicts with its bar; a cost left out of a division, with nothing
        pair = _opposed(scene, asked, assessment)
        if pair is None:
            continue
        one, other = pair
        key = (one.view.number, other.view.number)
        if key not in seen:
            seen.add(key)
            yield remark(
                rule,
                quoted(scene, one) + quoted(scene, other),
                facts={"title": asked.title},
            )


def _opposed(
    scene: Scene, asked: Rule, assessment: Assessment
) -> tuple[ClauseReading, ClauseReading] | None:
    """Two clauses, in different sentences, of which one denies what the other provides."""
    if asked.kind == "shares":
        return _divided_twice(scene, assessment)
    for grant in _grants(scene, asked):
        for clause in _against(scene, asked, assessment, grant):
            same = clause.view.number == grant.clause.view.number
            if not same and (asked.denied_by or not _of_others(scene, grant.clause, clause)):
                return grant.clause, clause
    for clause in by_role(scene, assessment, EvidenceRole.CONTRADICTS):
        overridden = _overridden(scene, clause)
        if overridden is not None:
            return overridden, clause
    return None


def _divided_twice(
    scene: Scene, assessment: Assessment
) -> tuple[ClauseReading, ClauseReading] | None:
    """Two clauses that divide a cost differently, of which one divides all of it."""
    payers: dict[int, frozenset[str]] = {}
    for take in scene.judgement.takes[assessment.rule]:
        if take.stance in (Stance.SUPPORTS, Stance.NARROWS):
            number = take.clause.view.number
            payers[number] = payers.get(number, frozenset()) | take.members
    clauses = {c.view.number: c for c in scene.clauses_of(bearing(assessment))}
    clauses |= {c.view.number: c for c in scene.operative() if c.view.number in payers}
    shared = [
        (clause, _shares_of(clause), payers.get(number, frozenset()) - {SOMEONE})
        for number, clause in sorted(clauses.items())
    ]
    for one, shares, by in shared:
        if not (shares.whole or (not shares.stated and len(by) == 1)):
            continue
        for other, others, of in shared:
            alone = not others.stated and len(of) == 1
            differ = (shares.amounts, shares.equal, by) != (others.amounts, others.equal, of)
            if other is not one and differ and (others.stated or alone):
                return one, other
    return None


def _shares_of(clause: ClauseReading) -> Shares:
    return read_shares(clause.view.words(0, len(clause.view.tokens)))


def _overridden(scene: Scene, clause: ClauseReading) -> ClauseReading | None:
    """The clause that another sets aside by its number: "Notwithstanding paragraph 3, …"."""
    outline = clause.view.clause
    for reference in scene.analysis.outline.references:
        inside = outline.start <= reference.start < outline.end
        if not inside or reference.block is None or reference.kind != "paragraph":
            continue
        before = scene.text[max(outline.start, reference.start - 40) : reference.start]
        if _SETS_ASIDE.search(before):
            return next(
                (c for c in scene.operative() if c.view.clause.block == reference.block), None
            )
    return None


def _of_others(scene: Scene, one: ClauseReading, other: ClauseReading) -> bool:
    """Whether two clauses speak of different professionals: what one may, another may not."""
    roles = scene.analysis.vocabulary.roles
    left, right = (
        {m.role for m in clause.view.mentions if m.named and not is_family(roles[m.role])}
        for clause in (one, other)
    )
    return bool(left) and bool(right) and not left & right


def _grants(scene: Scene, asked: Rule) -> list[Take]:
    """What provides a requirement, by the frames where the learned reader does not deny it."""
    takes = [t for t in scene.judgement.takes[asked.id] if t.stance is Stance.SUPPORTS]
    beliefs = scene.judgement.beliefs.get(asked.id, ())
    kept = [t for t in takes if _chance(beliefs, t.clause, Status.MET, default=1.0) >= _GRANTED]
    if kept:
        return kept
    if asked.denied_by:
        return takes  # the learned reader doubts a bar because of the very clause against it
    believed = [b for b in beliefs if b.chances[Status.MET] >= _BELIEVED]
    role = scene.analysis.vocabulary.roles.get(asked.everyone)
    found = []
    for belief in believed:
        clause = belief.passage.clauses[belief.clause]
        members = acting(clause, role) if role is not None else frozenset()
        members = members or frozenset({EVERYONE})
        found.append(Take(asked.id, Stance.SUPPORTS, clause, members=members))
    return found


def _chance(
    beliefs: Sequence[Belief], clause: ClauseReading, status: Status, *, default: float
) -> float:
    """How likely the learned reader holds it that a clause's passage gives a status."""
    found = [b.chances[status] for b in beliefs if clause in b.passage.clauses]
    return max(found, default=default)


def _against(
    scene: Scene, asked: Rule, assessment: Assessment, grant: Take
) -> Iterator[ClauseReading]:
    """The clauses that deny what one clause grants, to the same people and in the same part."""
    for part, other in asked.denied_by.items():
        breach = next((a for a in scene.judgement.assessments if a.rule == other), None)
        granted = not grant.parts or part in grant.parts
        if breach is not None and breach.status is Status.CONTRADICTED and granted:
            held = _appointed(scene, grant.clause)
            yield from (c for c in _denials(scene, breach) if held & _appointed(scene, c))
    if asked.denied_by:
        return
    role = scene.analysis.vocabulary.roles.get(asked.everyone)
    for clause in _denials(scene, assessment):
        if role is None or _overlap(grant.members, _members(scene, asked, clause), role):
            yield clause


def _appointed(scene: Scene, clause: ClauseReading) -> set[str]:
    """Whom a clause speaks of, by name or by pronoun, other than the parties and their children."""
    roles = scene.analysis.vocabulary.roles
    spoken = [m for frame in clause.frames for m in (*frame.agents, *frame.patients)]
    return {m.role for m in (*spoken, *clause.view.mentions) if not is_family(roles[m.role])}


def _denials(scene: Scene, assessment: Assessment) -> list[ClauseReading]:
    """The clauses that deny a requirement, without those in which one reader sees no denial."""
    beliefs = scene.judgement.beliefs.get(assessment.rule, ())
    against = by_role(scene, assessment, EvidenceRole.CONTRADICTS)
    denied = Status.CONTRADICTED
    return [c for c in against if _chance(beliefs, c, denied, default=1.0) >= _DENIED]


def _members(scene: Scene, asked: Rule, clause: ClauseReading) -> frozenset[str]:
    taken = [t.members for t in scene.judgement.takes[asked.id] if t.clause is clause]
    return frozenset().union(*taken, *_agents(clause, asked.everyone))


def _agents(clause: ClauseReading, role: str) -> list[frozenset[str]]:
    return [a.members for frame in clause.frames for a in frame.agents if a.role == role]


def _overlap(granted: frozenset[str], denied: frozenset[str], role: Role) -> bool:
    """Whether what is denied to some was granted to them."""
    if EVERYONE in granted | denied or (granted & denied) - {SOMEONE}:
        return True
    return denied <= {SOMEONE} and binds_everyone(granted, role)
