"""Clause frames: who does what, with what force, on which terms.

A clause with two modal verbs gives two frames; the second inherits the first's
subject when it names none. Frames are what rules are matched against.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rtlint.language.adjuncts import (
    Adjunct,
    AdjunctKind,
    Decider,
    find_adjuncts,
    find_deciders,
    insertion_end,
    opening_end,
    opens_adjunct,
)
from rtlint.language.anchors import Anchor, find_anchors, is_main
from rtlint.language.chain import BE, NEGATIONS, harmless, is_filler
from rtlint.language.english import words
from rtlint.language.forces import Operator, compose
from rtlint.language.lexicon import Hit
from rtlint.language.mentions import Mention
from rtlint.language.pronouns import Memory, personal_pronouns, resolve
from rtlint.language.subjects import (
    agents_after_operator,
    agents_by,
    agents_in_noun,
    frame_start,
    is_passive,
    joined,
    subject_before,
    subject_left_out,
    subject_with_insertion,
)
from rtlint.language.view import View
from rtlint.model.rule import Force

_ANAPHORS = words("anaphors")
_ECHOING = words("echoing")
_PRONOUNS = words("pronouns")
_SPEAKING = frozenset({"she", "he", "they", "each", "both", "neither", "either"})
_AFTER_IMPERATIVE = words("after_imperative")
_EXCEPTING = frozenset({"except", "provided", "however", "but", "notwithstanding"})
_STATES = BE | {"has", "have", "decides", "determines", "pays", "attends"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One act of one clause. Positions are those of ``view``."""

    view: View
    force: Force
    agents: tuple[Mention, ...]  # who does it; empty in a passive that does not say
    patients: tuple[Mention, ...]  # who else is spoken of
    first: int
    act: int  # where the words after the modal chain begin
    last: int
    hits: tuple[Hit, ...]  # concepts outside exceptions
    subject_last: int  # hits before this position stand in the subject
    adjuncts: tuple[Adjunct, ...]
    deciders: tuple[Decider, ...]
    passive: bool = False
    excepted: bool = False  # introduced by "except that", "provided that"
    cue: str = ""

    def exceptions(self) -> list[Adjunct]:
        """Adjuncts that take something back."""
        return [adjunct for adjunct in self.adjuncts if adjunct.kind is AdjunctKind.EXCEPTION]

    def excepted_hits(self) -> list[Hit]:
        """Concepts that stand under an exception."""
        shut = self.exceptions()
        return [
            hit
            for hit in self.view.hits
            if hit.kind == "concept" and any(a.first <= hit.first < a.last for a in shut)
        ]

    def act_hits(self) -> list[Hit]:
        """Concepts whose words are the verb of the act, or a verb coordinated with it."""
        starts = set(range(self.act - 1, self.act + 3))
        end = min([a.first for a in self.adjuncts if a.first > self.act] + [self.last])
        for i in range(self.act, end):
            if self.view.tokens[i].lower in ("and", "or", ",", "then"):
                starts |= {i + 1, i + 2}
        return [hit for hit in self.hits if hit.first in starts and hit.first < end]

    def mentions_in(self, adjunct: Adjunct) -> list[Mention]:
        """Who is named within an adjunct."""
        return [
            m for m in self.view.mentions if adjunct.first <= m.first and m.last <= adjunct.last
        ]


def frames_of(view: View, memory: Memory, deciding: frozenset[str]) -> list[Frame]:
    """All frames of a clause, in order.

    Args:
        memory: what earlier clauses spoke of; it is carried on to the next.
        deciding: concepts whose subject is a decider.
    """
    settled = _main_anchors(view)
    if not settled:
        return [_echoed(_statement(view, memory, deciding, len(view.tokens)), memory)]
    opening = frame_start(view, 0, *settled[0])
    stated = _states_before(view, opening)
    starts = [opening if stated else 0] + [
        frame_start(view, before.last, anchor, subject)
        for (before, _), (anchor, subject) in pairwise(settled)
    ]
    ends = [*starts[1:], len(view.tokens)]
    made = [_statement(view, memory, deciding, opening)] if stated else []
    for (anchor, subject), first, last in zip(settled, starts, ends, strict=True):
        frame = _frame(view, anchor, subject, range(first, last), memory, deciding)
        made.append(_echoed(frame, memory))
    return made


def _states_before(view: View, end: int) -> bool:
    """Whether a statement of its own stands before a modal: "She has no say, but may …"."""
    if (
        end < 4
        or opens_adjunct(view, view.own)
        or view.words(end, end + 1) not in (["but"], ["and"], [","], [";"])
    ):
        return False
    subject = [m for m in view.mentions if m.first <= 2]
    return bool(subject) and bool(_STATES & set(view.words(subject[0].last, subject[0].last + 3)))


def _echoed(frame: Frame, memory: Memory) -> Frame:
    """ "The same holds for Father": the frame before it, said of somebody else."""
    before, memory.frame = memory.frame, frame
    said = frame.view.words(frame.first, frame.last)
    echoes = len(said) <= 12 and _ECHOING & {*said[:3], *said[-3:]}
    if before is None or not echoes or not (frame.agents or frame.patients):
        return frame
    force = before.force if frame.force in (Force.IS, Force.MUST) else frame.force
    echo = replace(
        frame,
        force=force,
        agents=frame.agents or frame.patients,
        patients=before.patients,
        hits=(*before.hits, *frame.hits),
        deciders=(*before.deciders, *frame.deciders),
    )
    memory.frame = echo
    return echo


def _main_anchors(view: View) -> list[tuple[Anchor, tuple[Mention, ...]]]:
    """The anchors that govern a clause, each with the mentions that stand as its subject."""
    settled: list[tuple[Anchor, tuple[Mention, ...]]] = []
    floor = 0
    for anchor in find_anchors(view):
        subject = (
            anchor.subject
            or subject_before(view, floor, anchor.first)
            or subject_with_insertion(view, floor, anchor.first)
        )
        start = min([anchor.first, *(m.first for m in subject)])
        if anchor.subject or is_main(view, start, anchor):
            settled.append((anchor, subject))
            floor = anchor.last
    return settled


def _frame(
    view: View,
    anchor: Anchor,
    subject: tuple[Mention, ...],
    span: range,
    memory: Memory,
    deciding: frozenset[str],
) -> Frame:
    first, last = span.start, span.stop
    opened = opening_end(view, first, min([anchor.first, *(m.first for m in subject)]))
    inserted = insertion_end(view, anchor.last, last)
    act = _act(view, inserted, last)
    force = _force(view, anchor, subject, range(opened, last), act)
    stops = {opened, inserted} - {first, anchor.last}
    adjuncts = tuple(find_adjuncts(view, first, last, stops))
    passive = is_passive(view, anchor, act)
    named = (
        agents_after_operator(view, anchor)
        or resolve(view, subject, anchor.first, memory)
        or agents_in_noun(view, first, anchor.first)
    )
    borne = agents_by(view, act, last)
    if view.words(anchor.first - 1, anchor.first) in (["there"], ["it"]):
        named = ()  # "there may be sessions": nobody acts
    agents = borne if passive or (borne and not named) else named
    if not named and not passive and subject_left_out(view, first, anchor.first):
        agents = memory.subject
    others = [m for m in view.mentions if m.first in span and m.last <= last and m not in agents]
    pronouns = personal_pronouns(view, range(min(act, anchor.last), last), agents, memory)
    patients = (*others, *(named if passive else ()), *pronouns)
    memory.remember(named, others)
    excepted = bool(_EXCEPTING & set(view.words(opened, min(opened + 4, anchor.first))))
    hits = _hits(view, span, () if excepted else adjuncts)
    if _points_back(view, act, last, force):
        hits += memory.spoken
    memory.spoken = hits
    chain = range(anchor.first, anchor.last)
    return Frame(
        view=view,
        force=force,
        agents=agents,
        patients=patients,
        first=first,
        act=act,
        last=last,
        hits=hits,
        subject_last=anchor.first,
        adjuncts=adjuncts,
        deciders=_deciders(view, span, agents, chain, inserted, act, deciding, pronouns),
        passive=passive,
        excepted=excepted,
        cue=view.text(anchor.first, max(act, anchor.first + 1)),
    )


def _act(view: View, at: int, last: int) -> int:
    """Past the small words between the modal chain and the act."""
    while at < last and is_filler(view.tokens[at].lower):
        at += 1
    return at


def _force(
    view: View, anchor: Anchor, subject: tuple[Mention, ...], span: range, act: int
) -> Force:
    """The chain's force, with negations that stand in the subject or the object."""
    negated = not anchor.settled and _negated_subject(view, span.start, anchor, subject)
    force = anchor.force(negated=negated)
    if _negated_object(view, act, span.stop):
        force = compose(force, Operator.NOT)
    return force


def _negated_subject(view: View, first: int, anchor: Anchor, subject: tuple[Mention, ...]) -> bool:
    """ "No release shall", "Nothing herein shall", "Under no circumstances shall"."""
    if any(mention.negative for mention in subject):
        return True
    if first < view.own < anchor.first:
        first = view.own  # a lead-in before it negates nothing
    before = view.words(first, min([anchor.first, *(m.first for m in subject)]))
    for n, word in enumerate(before):
        if word in NEGATIONS and word not in ("not", "n't") and not harmless(view, first + n):
            far = word in ("nothing", "nor") or bool({"circumstances", "event"} & set(before))
            return n < 4 or far
    return bool(anchor.subject) and "not" in before[-4:]


def _negated_object(view: View, act: int, last: int) -> bool:
    """ "Render no opinion", "play no part": a negated object negates the act."""
    for j in range(act, min(act + 3, last)):
        word = view.tokens[j].lower
        if word in ("no", "neither", "nothing") and not harmless(view, j):
            return True
        if word in (",", ";"):
            return False
    return False


def _points_back(view: View, act: int, last: int, force: Force) -> bool:
    """Whether a frame that frees or forbids names its act only by a word for what came before."""
    if force not in (Force.NEED_NOT, Force.MUST_NOT, Force.IS_NOT):
        # Only an act whose object is a pronoun: "She can pull them.", "The therapist will do it."
        return bool(_PRONOUNS & set(view.words(act + 1, act + 3))) and last - act <= 9
    return bool(_ANAPHORS & set(view.words(act - 2, min(act + 5, last)))) or act >= last - 1


def _hits(view: View, span: range, adjuncts: Sequence[Adjunct]) -> tuple[Hit, ...]:
    """The concepts of a frame; those under an exception are no part of it."""
    shut = [a for a in adjuncts if a.kind is AdjunctKind.EXCEPTION]
    return tuple(
        hit
        for hit in view.hits
        if hit.kind == "concept"
        and hit.first in span
        and hit.last <= span.stop
        and not any(a.first <= hit.first < a.last for a in shut)
    )


def _deciders(
    view: View,
    span: range,
    agents: tuple[Mention, ...],
    chain: range,
    inserted: int,
    act: int,
    deciding: frozenset[str],
    pronouns: Sequence[Mention],
) -> tuple[Decider, ...]:
    """Deciders named in the frame, and its agents where deciding is what they do."""
    found = find_deciders(view, span, deciding, chain=chain, pronouns=pronouns)
    for hit in view.hits:
        own_act = inserted <= hit.first <= act + 2 and hit.last <= span.stop
        if hit.kind == "concept" and hit.name in deciding and own_act:
            found += [
                Decider(a.role, a.members, hit.name, hit.first, hit.last, by_agent=True)
                for a in agents
            ]
    return tuple(found)


def _first_list(view: View) -> tuple[Mention, ...]:
    """The list of mentions that a statement begins with."""
    found: list[Mention] = []
    for mention in view.mentions:
        if mention.possessive and not found:
            continue
        if found and not joined(view, found[-1], mention):
            break
        found.append(mention)
    return tuple(found)


def _is_imperative(view: View) -> bool:
    """ "Follow her advice.": a plain verb at the head of a sentence that no lead-in governs."""
    first = next((hit for hit in view.hits if hit.kind == "concept" and hit.first == 0), None)
    if first is None or view.own or first.last >= len(view.tokens):
        return False
    word = view.tokens[0].lower
    plain = not word.endswith(("s", "ed", "ing", "ion", "ance", "ment"))
    return plain and view.tokens[first.last].lower in _AFTER_IMPERATIVE


def _statement_force(*, negative: bool, imperative: bool) -> Force:
    if imperative:
        return Force.MUST_NOT if negative else Force.MUST
    return Force.IS_NOT if negative else Force.IS


def _statement(view: View, memory: Memory, deciding: frozenset[str], last: int) -> Frame:
    """A clause without a modal: it states something, or is a fragment under a heading."""
    verb = next((i for i, word in enumerate(view.words(0, last)) if word in _STATES), 0)
    negative = any(
        word in NEGATIONS and not harmless(view, i)
        for i, word in enumerate(view.words(0, min(verb + 4, last)))
    )
    leading = 1 if view.tokens[0].lower in _SPEAKING else verb
    subject = resolve(view, () if leading == 1 else _first_list(view), leading, memory)
    imperative = _is_imperative(view)
    if imperative and memory.group is not None:
        subject = (memory.group,)
    adjuncts = tuple(find_adjuncts(view, 0, last))
    agents = agents_by(view, verb, last) or subject
    patients = tuple(m for m in view.mentions if m.last <= last and m not in agents)
    pronouns = personal_pronouns(view, range(verb, last), agents, memory)
    memory.remember(subject, patients)
    hits = _hits(view, range(last), adjuncts)
    memory.spoken = hits
    return Frame(
        view=view,
        force=_statement_force(negative=negative, imperative=imperative),
        agents=agents,
        patients=patients,
        first=0,
        act=verb,
        last=last,
        hits=hits,
        subject_last=verb,
        adjuncts=adjuncts,
        deciders=tuple(find_deciders(view, range(last), deciding, pronouns=pronouns)),
        cue=view.text(verb, verb + 1),
    )
