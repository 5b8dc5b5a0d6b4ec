"""Checks that follow from how the requirements were read.

A duty in weak words, a duty on one parent, clauses against each other, a decision given to
the therapist: the requirements' readings know them already; here they become remarks of
their own, so that each is mended where it stands.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from rtlint.checks.coverage import binds_everyone
from rtlint.checks.drafting.scene import Scene, quoted, remark
from rtlint.checks.given import role_given
from rtlint.language.amounts import Shares, read_shares
from rtlint.language.analysis import ClauseReading
from rtlint.language.frames import Frame
from rtlint.language.mentions import EVERYONE, SOMEONE
from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, GivenRole, Status
from rtlint.model.drafting import Remark
from rtlint.model.report import Severity
from rtlint.model.rule import Force, Rule, Stance
from rtlint.model.vocabulary import Role
from rtlint.readers.frames import read_frames
from rtlint.readers.learned import Belief
from rtlint.readers.reading import Take

_DOUBTED = 0.15  # chance below which the learned reader denies what the frames found
_BELIEVED = 0.7  # chance at which its word is taken where the frames found nothing
_ECHO = 5  # words that an echo may have ("and so shall Father")
_SETTLED = (Status.MET, Status.UNDETERMINED)
_SETS_ASIDE = re.compile(r"\b(?:notwithstanding|despite|in\s+spite\s+of|regardless\s+of)\b", re.I)


def check_readings(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """The remarks of the reading that the rule watches for."""
    yield from _WATCHES[rule.watch](scene, rule)


def _weak(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Duties in words that do not bind, where a requirement needs binding ones."""
    found: dict[int, tuple[ClauseReading, str]] = {}
    soft = {t.clause.view.number: t.cue for t in read_frames(scene.analysis, rule)}
    for asked, assessment in _judged(scene):
        if assessment.status in _SETTLED or not _is_duty(asked):
            continue
        takes = [t for t in scene.judgement.takes[asked.id] if t.stance is Stance.WEAKENS]
        for take in takes:
            cue = _weak_cue(scene, take.clause, asked, soft, taken=True)
            if cue:
                found.setdefault(take.clause.view.number, (take.clause, cue))
        if assessment.status is not Status.PARTIAL:
            continue
        for clause in scene.clauses_of(_bearing(assessment)):
            cue = _weak_cue(scene, clause, asked, soft, taken=False)
            if cue:
                found.setdefault(clause.view.number, (clause, cue))
    for _, (clause, cue) in sorted(found.items()):
        yield remark(rule, quoted(scene, clause, cue), facts={"words": cue})


def _weak_cue(
    scene: Scene, clause: ClauseReading, asked: Rule, soft: Mapping[int, str], *, taken: bool
) -> str:
    """The words by which a clause asks a party or a child for something without binding them.

    Args:
        soft: clauses that order no more than an effort, with the words for it.
        taken: whether a pattern of the requirement took the clause, so that a frame that names
            nobody is about them too.
    """
    roles = scene.analysis.vocabulary.roles
    for frame in clause.frames:
        bound = [roles[a.role] for a in frame.agents]
        theirs = any(_is_family(role) for role in bound) or (taken and not bound)
        if frame.force is Force.WEAK and theirs:
            return frame.cue
        if frame.force is Force.MAY and taken and _binds_all(scene, frame, asked.everyone):
            return frame.cue
    return soft.get(clause.view.number, "")


def _binds_all(scene: Scene, frame: Frame, everyone: str) -> bool:
    """Whether a frame is about all of them: leave for both is a duty put too mildly."""
    role = scene.analysis.vocabulary.roles.get(everyone)
    members = frozenset().union(*(a.members for a in frame.agents if a.role == everyone))
    return role is not None and bool(members) and binds_everyone(members, role)


def _one_sided(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Duties on one of those whom a requirement must bind all."""
    found: dict[int, tuple[ClauseReading, list[str]]] = {}
    for asked, assessment in _judged(scene):
        role = scene.analysis.vocabulary.roles.get(asked.everyone)
        if assessment.status is not Status.PARTIAL or role is None or not _is_duty(asked):
            continue
        bound = [
            (clause, _bound(scene, asked, clause, role))
            for clause in scene.clauses_of(_bearing(assessment))
        ]
        firm = frozenset().union(*(m for clause, m in bound if not _only_asks(clause)))
        if any(binds_everyone(members, role) for members in (firm, *(m for _, m in bound))):
            continue  # it is partial for another reason
        for clause, members in bound:
            alone = members - {SOMEONE} and not _accompanied(clause, role.name)
            if alone and not _twin(scene, clause, members, role):
                known = found.setdefault(clause.view.number, (clause, []))
                known[1].append(asked.title)
    for _, (clause, titles) in sorted(found.items()):
        yield remark(rule, quoted(scene, clause), facts={"title": "; ".join(titles)})


def _bound(scene: Scene, asked: Rule, clause: ClauseReading, role: Role) -> frozenset[str]:
    """Whom a clause binds, by the patterns that took it; else by its acts.

    The learned reader may find a duty in words that no pattern takes. A clause that orders one
    and leaves it to the other binds one.
    """
    takes = [t for t in scene.judgement.takes[asked.id] if t.clause is clause]
    firm = [t for t in takes if t.stance in (Stance.SUPPORTS, Stance.NARROWS)]
    soft = [t for t in takes if t.stance is Stance.WEAKENS]
    members = frozenset().union(*(t.members for t in firm or soft))
    if members:  # "and so shall Father": bound too, in a frame that no pattern takes
        return members | _acting(clause, role, echoes=True)
    return _acting(clause, role) if not takes else frozenset()


def _twin(scene: Scene, clause: ClauseReading, members: frozenset[str], role: Role) -> bool:
    """Whether a sentence of the same paragraph orders the same of the others."""
    verbs = _verbs(clause)
    for other in scene.operative():
        beside = other.view.clause.block == clause.view.clause.block and other is not clause
        joined = members | _acting(other, role)
        if beside and verbs & _verbs(other) and binds_everyone(joined, role):
            return True
    return False


def _verbs(clause: ClauseReading) -> set[str]:
    firm = (f for f in clause.frames if f.force in (Force.MUST, Force.IS))
    return {word for frame in firm for word in frame.view.words(frame.act, frame.act + 1)}


def _only_asks(clause: ClauseReading) -> bool:
    """Whether nothing in a clause binds anybody."""
    return all(frame.force in (Force.WEAK, Force.MAY) for frame in clause.frames)


def _acting(clause: ClauseReading, role: Role, *, echoes: bool = False) -> frozenset[str]:
    """Who of a role must act in a clause, or is asked to where nobody must."""
    frames = [f for f in clause.frames if not echoes or f.last - f.first <= _ECHO]
    firm = [f for f in frames if f.force in (Force.MUST, Force.IS)]
    soft = [f for f in frames if f.force is Force.WEAK]
    for kind in (firm, soft):
        found = frozenset().union(
            *(a.members for frame in kind for a in frame.agents if a.role == role.name)
        )
        if found:
            return found
    return frozenset()


def _accompanied(clause: ClauseReading, role: str) -> bool:
    """Whether one of them is named together with somebody whom the paper does not place."""
    tokens = clause.view.tokens
    known = {i for m in clause.view.mentions for i in range(m.first, m.last)}
    for mention in clause.view.mentions:
        if mention.role != role:
            continue
        for joint, beside in (
            (mention.last, mention.last + 1),
            (mention.first - 1, mention.first - 2),
        ):
            if 0 <= beside < len(tokens) and tokens[joint].lower == "and" and beside not in known:
                return tokens[beside].text[:1].isupper()
    return False


def _agents(clause: ClauseReading, role: str) -> list[frozenset[str]]:
    return [a.members for frame in clause.frames for a in frame.agents if a.role == role]


def _conflict(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Clauses of which one grants what another takes away."""
    seen: set[tuple[int, int]] = set()
    for asked, assessment in _judged(scene):
        if assessment.status is not Status.CONTRADICTED or asked.kind == "prohibition":
            continue  # its breach conflicts with the bar that another rule asks for
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
                review=assessment.review,
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
    for clause in _by_role(scene, assessment, EvidenceRole.CONTRADICTS):
        overridden = _overridden(scene, clause)
        if overridden is not None:
            return overridden, clause
    return None


def _of_others(scene: Scene, one: ClauseReading, other: ClauseReading) -> bool:
    """Whether two clauses speak of different professionals: what one may, another may not."""
    roles = scene.analysis.vocabulary.roles
    left, right = (
        {m.role for m in clause.view.mentions if m.named and not _is_family(roles[m.role])}
        for clause in (one, other)
    )
    return bool(left) and bool(right) and not left & right


def _grants(scene: Scene, asked: Rule) -> list[Take]:
    """What provides a requirement, by the frames where the learned reader does not deny it."""
    takes = [t for t in scene.judgement.takes[asked.id] if t.stance is Stance.SUPPORTS]
    beliefs = scene.judgement.beliefs.get(asked.id, ())
    kept = [t for t in takes if _chance(beliefs, t.clause, Status.MET, default=1.0) >= _DOUBTED]
    if kept:
        return kept
    if asked.denied_by:
        return takes  # the learned reader doubts a bar because of the very clause against it
    believed = [b for b in beliefs if b.chances[Status.MET] >= _BELIEVED]
    role = scene.analysis.vocabulary.roles.get(asked.everyone)
    found = []
    for belief in believed:
        clause = belief.passage.clauses[belief.clause]
        members = _acting(clause, role) if role is not None else frozenset()
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
    return {m.role for m in (*spoken, *clause.view.mentions) if not _is_family(roles[m.role])}


def _is_family(role: Role) -> bool:
    return bool(role.systems) or role.bare_names


def _denials(scene: Scene, assessment: Assessment) -> list[ClauseReading]:
    """The clauses that deny a requirement, without those in which one reader sees no denial."""
    beliefs = scene.judgement.beliefs.get(assessment.rule, ())
    against = _by_role(scene, assessment, EvidenceRole.CONTRADICTS)
    denied = Status.CONTRADICTED
    return [c for c in against if _chance(beliefs, c, denied, default=1.0) >= _DOUBTED]


def _members(scene: Scene, asked: Rule, clause: ClauseReading) -> frozenset[str]:
    taken = [t.members for t in scene.judgement.takes[asked.id] if t.clause is clause]
    return frozenset().union(*taken, *_agents(clause, asked.everyone))


def _overlap(granted: frozenset[str], denied: frozenset[str], role: Role) -> bool:
    """Whether what is denied to some was granted to them."""
    if EVERYONE in granted | denied or (granted & denied) - {SOMEONE}:
        return True
    return denied <= {SOMEONE} and binds_everyone(granted, role)


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


def _divided_twice(
    scene: Scene, assessment: Assessment
) -> tuple[ClauseReading, ClauseReading] | None:
    """Two clauses that divide a cost differently, of which one divides all of it."""
    payers: dict[int, frozenset[str]] = {}
    for take in scene.judgement.takes[assessment.rule]:
        if take.stance in (Stance.SUPPORTS, Stance.NARROWS):
            number = take.clause.view.number
            payers[number] = payers.get(number, frozenset()) | take.members
    clauses = {c.view.number: c for c in scene.clauses_of(_bearing(assessment))}
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


def _by_role(scene: Scene, assessment: Assessment, role: EvidenceRole) -> list[ClauseReading]:
    return scene.clauses_of(tuple(e for e in assessment.evidence if e.role is role))


def _decision(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Decisions of the court that are given to somebody else.

    A prohibition that is breached tells where; the rule's own patterns add what no prohibition
    speaks of.
    """
    found: dict[int, tuple[ClauseReading, bool]] = {}
    for asked, assessment in _judged(scene):
        if assessment.status is not Status.CONTRADICTED or asked.kind != "prohibition":
            continue
        against = _by_role(scene, assessment, EvidenceRole.CONTRADICTS)
        for clause in against:
            breaches = [
                take
                for take in scene.judgement.takes[asked.id]
                if take.clause is clause and take.stance is Stance.CONTRADICTS
            ]
            role = role_given(scene.analysis, asked, clause, breaches)
            alone = role is None and len(against) == 1
            if role is GivenRole.DECISION or (alone and assessment.role is GivenRole.DECISION):
                found.setdefault(clause.view.number, (clause, assessment.review))
    bars = [asked for asked, _ in _judged(scene) if asked.kind == "prohibition"]
    for take in read_frames(scene.analysis, rule):
        if take.stance is not Stance.CONTRADICTS:
            continue
        told = {role_given(scene.analysis, asked, take.clause) for asked in bars}
        if GivenRole.ADVISORY not in told:
            found.setdefault(take.clause.view.number, (take.clause, False))
    for _, (clause, review) in sorted(found.items(), key=lambda item: item[0]):
        yield remark(rule, quoted(scene, clause), review=review)


def _judged(scene: Scene) -> Iterator[tuple[Rule, Assessment]]:
    for assessment in scene.judgement.assessments:
        rule = scene.rulebook.rule(assessment.rule)
        if rule is not None:
            yield rule, assessment


def _is_duty(rule: Rule) -> bool:
    """Whether a requirement asks for a duty, so that weak words or one name fall short of it."""
    grave = rule.severity.get(Status.PARTIAL, Severity.WARNING) is not Severity.INFO
    duties = any(pattern.reads_as == "duty" for pattern in rule.patterns)
    return rule.kind == "requirement" and duties and grave


def _bearing(assessment: Assessment) -> tuple[Evidence, ...]:
    return tuple(e for e in assessment.evidence if e.role is not EvidenceRole.NEAREST)


_WATCHES: Mapping[str, Callable[[Scene, Rule], Iterator[Remark]]] = {
    "weak": _weak,
    "one-sided": _one_sided,
    "conflict": _conflict,
    "decision": _decision,
}
