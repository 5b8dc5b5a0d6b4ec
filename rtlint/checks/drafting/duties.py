"""Duties in words that do not bind, and duties on one parent where both must be bound."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from rtlint.checks.coverage import binds_everyone
from rtlint.checks.drafting.judged import acting, bearing, is_duty, is_family, judged
from rtlint.checks.drafting.scene import Scene, quoted, remark
from rtlint.language.analysis import ClauseReading
from rtlint.language.frames import Frame
from rtlint.language.mentions import EVERYONE, SOMEONE
from rtlint.model.assessment import Status
from rtlint.model.drafting import Remark
from rtlint.model.rule import Force, Rule, Stance
from rtlint.model.vocabulary import Role
from rtlint.readers.frames import read_frames

_SETTLED = (Status.MET, Status.UNDETERMINED)


def weak(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Duties in words that do not bind, where a requirement needs binding ones."""
    found: dict[int, tuple[ClauseReading, str]] = {}
    soft = {t.clause.view.number: t.cue for t in read_frames(scene.analysis, rule)}
    for asked, assessment in judged(scene):
        if assessment.status in _SETTLED or not is_duty(asked):
            continue
        takes = [t for t in scene.judgement.takes[asked.id] if t.stance is Stance.WEAKENS]
        for take in takes:
            cue = _weak_cue(scene, take.clause, asked, soft, taken=True)
            if cue:
                found.setdefault(take.clause.view.number, (take.clause, cue))
        if assessment.status is not Status.PARTIAL:
            continue
        for clause in scene.clauses_of(bearing(assessment)):
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
        theirs = any(is_family(role) for role in bound) or (taken and not bound)
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


def one_sided(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Duties on one of those whom a requirement must bind all."""
    found: dict[int, tuple[ClauseReading, list[str]]] = {}
    for asked, assessment in judged(scene):
        role = scene.analysis.vocabulary.roles.get(asked.everyone)
        if assessment.status is not Status.PARTIAL or role is None or not is_duty(asked):
            continue
        bound = [
            (clause, _bound(scene, asked, clause, role))
            for clause in scene.clauses_of(bearing(assessment))
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
    if members and members != {EVERYONE}:
        # "and so shall Father": bound too, in a frame that no pattern takes
        return members | acting(clause, role, echoes=True)
    # A clause without a finite verb, "Plaintiff to bring the child", binds whom it begins with.
    return (not takes and acting(clause, role)) or _foremost(clause, role) or members


def _foremost(clause: ClauseReading, role: Role) -> frozenset[str]:
    """Whom a clause names first, with those joined to them; everyone where it speaks of all."""
    named = [
        m
        for m in clause.view.mentions
        if m.role == role.name and not m.possessive and m.first >= clause.view.own
    ]
    if not named or any(m.everyone for m in named):
        return frozenset({EVERYONE}) if named else frozenset()
    members = named[0].members
    for one, other in pairwise(named):
        if clause.view.words(one.last, other.first) not in ([","], ["and"], [",", "and"]):
            break
        members |= other.members
    return members


def _twin(scene: Scene, clause: ClauseReading, members: frozenset[str], role: Role) -> bool:
    """Whether a sentence of the same paragraph orders the same of the others."""
    verbs = _verbs(clause)
    for other in scene.operative():
        beside = other.view.clause.block == clause.view.clause.block and other is not clause
        joined = members | acting(other, role)
        if beside and verbs & _verbs(other) and binds_everyone(joined, role):
            return True
    return False


def _verbs(clause: ClauseReading) -> set[str]:
    firm = (f for f in clause.frames if f.force in (Force.MUST, Force.IS))
    return {word for frame in firm for word in frame.view.words(frame.act, frame.act + 1)}


def _only_asks(clause: ClauseReading) -> bool:
    """Whether nothing in a clause binds anybody."""
    return all(frame.force in (Force.WEAK, Force.MAY) for frame in clause.frames)


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
