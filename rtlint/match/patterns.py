"""A rule's pattern against a clause frame: does it apply, and what does the frame then say?"""

from rtlint.language.frames import Frame
from rtlint.language.mentions import BENCH, Mention
from rtlint.model.rule import Force, Pattern, Stance

_JOINING = frozenset({",", "and", "or", "with", "for", "of", "both", "each"})
_NEAR = 6  # words that may stand between two things that are near each other
_F, _S = Force, Stance
# What each force of the act means for a rule, by how the pattern reads.
STANCES: dict[str, dict[Force, Stance]] = {
    "duty": {
        _F.MUST: _S.SUPPORTS,
        _F.IS: _S.SUPPORTS,
        _F.WEAK: _S.WEAKENS,
        _F.MAY: _S.WEAKENS,
        _F.MUST_NOT: _S.CONTRADICTS,
        _F.NEED_NOT: _S.CONTRADICTS,
        _F.IS_NOT: _S.CONTRADICTS,
    },
    "permission": {
        _F.MUST: _S.SUPPORTS,
        _F.IS: _S.SUPPORTS,
        _F.WEAK: _S.SUPPORTS,
        _F.MAY: _S.SUPPORTS,
        _F.MUST_NOT: _S.CONTRADICTS,
        _F.IS_NOT: _S.CONTRADICTS,
    },
    "statement": {
        _F.MUST: _S.SUPPORTS,
        _F.IS: _S.SUPPORTS,
        _F.WEAK: _S.SUPPORTS,
        _F.MAY: _S.SUPPORTS,
    },
    "ban": {_F.MUST_NOT: _S.SUPPORTS, _F.IS_NOT: _S.SUPPORTS},
    "role": {
        _F.MUST: _S.CONTRADICTS,
        _F.IS: _S.CONTRADICTS,
        _F.WEAK: _S.CONTRADICTS,
        _F.MAY: _S.CONTRADICTS,
    },
}


def stance_of(
    pattern: Pattern, frame: Frame, said: frozenset[str], topic: str, *, main: bool, wants: str
) -> Stance | None:
    """What the frame says under the pattern; None where the pattern does not apply.

    Args:
        said: the concepts of the frame, which are the same for every pattern.
        topic: the topic of the frame's clause; ``main`` says whether it is a main topic.
        wants: "main" to apply to main topics only, "open" to those and passages of no
            topic, "any" to every passage.
    """
    wants = pattern.topic or wants
    if wants == "main" and not main:
        return None
    if wants == "open" and topic and not main:
        return None
    if pattern.force and frame.force not in pattern.force:
        return None
    if not _says(pattern, frame, said) or not _who(pattern, frame):
        return None
    if pattern.stance is not None:
        return pattern.stance
    return STANCES[pattern.reads_as].get(frame.force)


def _says(pattern: Pattern, frame: Frame, said: frozenset[str]) -> bool:
    if not all(said & group for group in pattern.says) or said & pattern.lacks:
        return False
    if pattern.excepts:
        under = {hit.name for hit in frame.excepted_hits()}
        if not all(under & group for group in pattern.excepts):
            return False
    if pattern.acts and not pattern.acts & {hit.name for hit in frame.act_hits()}:
        return False
    under_exception = bool(pattern.excepts)
    if not all(are_near(frame, a, b, excepted=under_exception) for a, b in pattern.near):
        return False
    if pattern.subject:
        in_subject = {hit.name for hit in frame.hits if hit.first < frame.subject_last}
        return bool(in_subject & pattern.subject)
    return True


def _who(pattern: Pattern, frame: Frame) -> bool:
    if pattern.agent:
        roles = {mention.role for mention in frame.agents}
        if not roles & pattern.agent and not ("none" in pattern.agent and not roles):
            return False
    if pattern.patient and not {mention.role for mention in frame.patients} & pattern.patient:
        return False
    deciders = {decider.role for decider in frame.deciders if not decider.negative}
    if pattern.decided_by and not deciders & pattern.decided_by:
        return False
    if pattern.no_mention & {mention.role for mention in (*frame.agents, *frame.patients)}:
        return False
    if pattern.excepted is not None and pattern.excepted is not _is_excepted(frame):
        return False
    return not deciders & pattern.not_decided_by


def _is_excepted(frame: Frame) -> bool:
    """Whether something is taken back by an exception that is not the court's to make."""
    return any(
        BENCH not in {mention.role for mention in frame.mentions_in(adjunct)}
        for adjunct in frame.exceptions()
    )


def are_near(frame: Frame, left: frozenset[str], right: frozenset[str], *, excepted: bool) -> bool:
    """Whether one of each side stand within a few words of each other, in either order.

    Args:
        excepted: whether words under an exception count too.
    """
    for a, b in _spots(frame, left, excepted=excepted):
        for c, d in _spots(frame, right, excepted=excepted):
            gap = _between(frame, min(b, d), max(a, c))
            if len(gap) <= _NEAR and not {";", "."} & set(gap):
                return True
    return False


def _between(frame: Frame, first: int, last: int) -> list[str]:
    """The words between two places, without the names of a list and the words that join them."""
    named = {i for m in frame.view.mentions for i in range(m.first, m.last)}
    places = [i for i in range(first, last) if i not in named]
    return [w for i in places if (w := frame.view.tokens[i].lower) not in _JOINING]


def _spots(frame: Frame, names: frozenset[str], *, excepted: bool) -> list[tuple[int, int]]:
    """Where concepts, and roles marked with ``@``, stand within the frame."""
    own = set(frame.view.hits)
    hits = [hit for hit in frame.hits if hit in own] + (frame.excepted_hits() if excepted else [])
    found = [(hit.first, hit.last) for hit in hits if hit.name in names]
    found += [
        (mention.first, mention.last)
        for mention in frame.view.mentions
        if f"@{mention.role}" in names and frame.first <= mention.first < frame.last
    ]
    return found


def bound_members(pattern: Pattern, frame: Frame, role: str) -> frozenset[str]:
    """The members of ``role`` that the frame covers, by the side the pattern binds."""
    # "his or her share" binds nobody: pronouns only show who is spoken of.
    named = tuple(mention for mention in frame.patients if not mention.pronoun)
    pool: tuple[Mention, ...] = {"agent": frame.agents, "patient": frame.patients}.get(
        pattern.bind, frame.agents + named
    )
    return frozenset().union(*(m.members for m in pool if m.role == role))
