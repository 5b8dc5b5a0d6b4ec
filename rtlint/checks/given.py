"""Does a clause that gives somebody a role ask for advice, or hand over the decision?

Patterns say that a role is given; which one is a matter of grammar. Whoever "shall tell the
Court whether weekends should grow" advises, though the sentence speaks of weekends that grow.
Where weekends "shall grow when she says so", her word decides, though she but speaks.
"""

from collections.abc import Iterable

from rtlint.language.analysis import Analysis, ClauseReading
from rtlint.language.frames import Frame
from rtlint.language.mentions import BENCH, Mention
from rtlint.model.assessment import GivenRole
from rtlint.model.rule import Force, RoleWords, Rule
from rtlint.model.vocabulary import Role
from rtlint.readers.reading import Take

_DENIED = frozenset({Force.MUST_NOT, Force.IS_NOT, Force.NEED_NOT})
_WORD = 1  # of the groups of words that make waiting: the first says when, the second whose word
_REACH = 8  # tokens from "when" to the word that is waited for
_HEAD = 2  # how far behind the modal words the verb of an act may stand


def role_given(
    analysis: Analysis, rule: Rule, clause: ClauseReading, takes: Iterable[Take] = ()
) -> GivenRole | None:
    """The role that a clause gives: the graver, where its acts give both.

    Args:
        takes: what the rule's patterns took from the clause; their role stands where the grammar
            does not tell.

    Returns:
        None where neither the grammar nor a pattern tells.
    """
    words = rule.given
    patterned = {take.role for take in takes} - {None}
    if words is not None:
        told = {_act(analysis, words, frame) for frame in clause.frames} - {None}
        if GivenRole.DECISION in told:
            return GivenRole.DECISION
        if GivenRole.ADVISORY in told:
            return GivenRole.ADVISORY
        if _awaited(words, clause):
            return GivenRole.DECISION
        if _asks_what_ought_to_be(words, clause):
            return GivenRole.ADVISORY
    if patterned:
        decides = GivenRole.DECISION in patterned
        return GivenRole.DECISION if decides else GivenRole.ADVISORY
    return None


def _act(analysis: Analysis, words: RoleWords, frame: Frame) -> GivenRole | None:
    """What the verb of a frame does, or what it waits for."""
    roles = analysis.vocabulary.roles
    parties = any(roles[agent.role].systems for agent in frame.agents)
    holders = [agent for agent in frame.agents if _may_hold(roles[agent.role])]
    spoken = (*frame.agents, *frame.patients, *frame.view.mentions)
    somebody = any(_may_hold(roles[mention.role]) for mention in spoken)
    denied = frame.force in _DENIED
    if _advises(words, frame) and not parties and not denied:
        return GivenRole.ADVISORY
    firm = frame.force is not Force.WEAK
    if firm and somebody and _waits(words, frame) and not _leads(words, frame, holders):
        return GivenRole.DECISION
    court = any(agent.role == BENCH for agent in frame.agents)
    sets = _first(frame, words.decides) is not None
    if sets and firm and not (denied or parties or court):
        return GivenRole.DECISION
    return None


def _may_hold(role: Role) -> bool:
    return not role.systems and not role.bare_names and role.name != BENCH


def _advises(words: RoleWords, frame: Frame) -> bool:
    """Whether the act is to speak, or to hand over words ("give her opinion")."""
    speaks, sets = _first(frame, words.advises), _first(frame, words.decides)
    if speaks is not None and speaks <= frame.act + _HEAD and (sets is None or speaks <= sets + 1):
        return True
    hands = _first(frame, words.hands_over)
    over = any(hit.name in words.advises and hit.first >= frame.act for hit in frame.hits)
    return over and hands is not None and (hands <= frame.act or hands == sets)


def _waits(words: RoleWords, frame: Frame) -> bool:
    """Whether something happens only upon somebody's word."""
    said = {hit.name for hit in frame.hits}
    return all(said & group for group in words.waits) and not said & words.told


def _awaited(words: RoleWords, clause: ClauseReading) -> bool:
    """ "That goes to overnights when she says so": no act is known, but a word is waited for."""
    said = {hit.name for hit in clause.view.hits}
    if len(words.waits) < _WORD + 1 or said & words.told:
        return False
    gates, spoken = (
        [hit.first for hit in clause.view.hits if hit.name in group]
        for group in words.waits[: _WORD + 1]
    )
    return any(0 < word - gate <= _REACH for gate in gates for word in spoken)


def _leads(words: RoleWords, frame: Frame, holders: Iterable[Mention]) -> bool:
    """Whether a holder is who acts, and not only whose word is waited for ("when she says so")."""
    gates = [hit.first for hit in frame.hits if words.waits and hit.name in words.waits[0]]
    return any(holder.first < min(gates, default=0) for holder in holders)


def _first(frame: Frame, names: frozenset[str]) -> int | None:
    return min((hit.first for hit in frame.act_hits() if hit.name in names), default=None)


def _asks_what_ought_to_be(words: RoleWords, clause: ClauseReading) -> bool:
    """ "Her letter to the Court should cover which home is better": no act tells, the words do."""
    said = {hit.name for hit in clause.view.hits}
    return bool(said & words.advises and said & (words.ought | words.told))
