"""The frame reader: every operative clause's frames against every pattern of every rule."""

from collections.abc import Iterator, Sequence

from rtlint.language.adjuncts import AdjunctKind, Decider
from rtlint.language.analysis import Analysis, ClauseReading
from rtlint.language.choice import choosers
from rtlint.language.frames import Frame
from rtlint.match.patterns import bound_members, stance_of
from rtlint.model.outline import Force as ClauseForce
from rtlint.model.rule import Force, Pattern, Rule, Stance
from rtlint.readers.reading import Take

_WEIGHT = tuple(Stance)


def read_frames(
    analysis: Analysis, rule: Rule, force: ClauseForce = ClauseForce.LIVE
) -> list[Take]:
    """All takes of a rule over the operative clauses of a document, in order.

    Args:
        force: which clauses are read: the live ones, or options nobody has decided.
    """
    takes: list[Take] = []
    for clause in analysis.clauses:
        outline = clause.view.clause
        if outline.zone.operative and outline.force is force:
            for frame in clause.frames:
                takes += _takes(analysis, rule, clause, frame)
    return takes


def _takes(analysis: Analysis, rule: Rule, clause: ClauseReading, frame: Frame) -> Sequence[Take]:
    """The takes of one frame: a contradiction stands alone, other readings stand together."""
    topic = analysis.vocabulary.topics.get(clause.topic)
    main = topic is not None and topic.main
    said = frozenset(hit.name for hit in frame.hits)
    found = [
        take
        for pattern in rule.patterns
        for take in _apply(rule, pattern, clause, frame, said, main=main)
    ]
    against = [take for take in found if take.stance is Stance.CONTRADICTS]
    return against or sorted(found, key=lambda take: _WEIGHT.index(take.stance))


def _apply(
    rule: Rule,
    pattern: Pattern,
    clause: ClauseReading,
    frame: Frame,
    said: frozenset[str],
    *,
    main: bool,
) -> Iterator[Take]:
    stance = stance_of(pattern, frame, said, clause.topic, main=main, wants=rule.topic)
    if stance is None:
        return
    cue = frame.cue
    if stance in (Stance.SUPPORTS, Stance.WEAKENS):
        veto = _veto(rule, frame)
        if veto is not None:
            stance, cue = veto
    members = bound_members(pattern, frame, rule.everyone) if rule.everyone else frozenset()
    yield Take(rule.id, stance, clause, pattern.parts, members, pattern.role, cue)


def _veto(rule: Rule, frame: Frame) -> tuple[Stance, str] | None:
    """The effect of leaving the matter to somebody who may refuse, or of exempting somebody."""
    for decider in choosers(frame):
        if decider.role in rule.undone_by:
            return Stance.CONTRADICTS, frame.view.text(decider.first, decider.last)
    for decider in frame.deciders:
        effect = rule.vetoes.get(decider.role)
        if effect is not None and decider.concept == "choose" and _in_adjunct(frame, decider):
            return effect, frame.view.text(decider.first, decider.last)
    if frame.force is not Force.MUST:
        return None
    trusted = {d.role for d in frame.deciders if d.role not in rule.vetoes}
    for adjunct in frame.exceptions():
        mentions = frame.mentions_in(adjunct)
        if (
            mentions
            and mentions[0].role in rule.vetoes
            and not trusted & {m.role for m in mentions}
        ):
            return rule.vetoes[mentions[0].role], frame.view.text(adjunct.first, adjunct.last)
    return None


def _in_adjunct(frame: Frame, decider: Decider) -> bool:
    return not decider.by_agent and (
        any(
            a.first <= decider.first < a.last
            for a in frame.adjuncts
            if a.kind is not AdjunctKind.DURATION
        )
        or (decider.last - decider.first <= 6 and decider.first >= frame.act)
    )
