"""Clause frames: who does what, with what force, on which terms.

A clause with two modal verbs gives two frames; the second inherits the first's
subject when it names none. Frames are what rules are matched against.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rtlint.language.adjuncts import Adjunct, AdjunctKind, Decider, find_adjuncts, find_deciders
from rtlint.language.anchors import Anchor, find_anchors, harmless, is_main
from rtlint.language.forces import ANAPHORS, BE, FILLERS, NEGATIONS, Operator, compose
from rtlint.language.lexicon import Hit
from rtlint.language.mentions import EVERYONE, Mention
from rtlint.language.pronouns import Memory, resolve
from rtlint.language.view import View
from rtlint.model.rule import Force

_LIST_GLUE = frozenset(
    ", and or the & both each minor as well along together with either all their two other a also parties' jointly severally "
    "party parent alike equally themselves together respectively personally then namely including who ( ) himself herself hereby in addition to mr. ms. mrs.".split()
)
_PREPOSITIONS = frozenset(
    "with of for by to between from against about regarding concerning under at in on".split()
)


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

    def mentions_in(self, adjunct: Adjunct) -> list[Mention]:
        """Who is named within an adjunct."""
        return [
            m for m in self.view.mentions if adjunct.first <= m.first and m.last <= adjunct.last
        ]


def frames_of(view: View, memory: Memory, deciding: frozenset[str]) -> list[Frame]:
    """All frames of a clause, in order."""
    settled = _settle_anchors(view)
    if not settled:
        return [_statement(view, memory, deciding)]
    made = []
    for n, (anchor, subject) in enumerate(settled):
        first = 0 if n == 0 else _split(view, settled[n - 1][0].last, anchor, subject)
        last = len(view.tokens)
        if n + 1 < len(settled):
            last = _split(view, anchor.last, *settled[n + 1])
        made.append(_frame(view, anchor, subject, (first, last), memory, deciding))
    return made


def _settle_anchors(view: View) -> list[tuple[Anchor, tuple[Mention, ...]]]:
    """The main anchors, each with the mentions that stand as its subject."""
    settled: list[tuple[Anchor, tuple[Mention, ...]]] = []
    floor = 0
    for anchor in find_anchors(view):
        subject = anchor.subject or _subject(view, floor, anchor.first)
        start = min([anchor.first, *(m.first for m in subject)])
        if anchor.subject or is_main(view, start, anchor):
            settled.append((anchor, subject))
            floor = anchor.last
    return settled


def _subject(view: View, floor: int, at: int) -> tuple[Mention, ...]:
    """The list of mentions that ends just before ``at``, unless a preposition governs it."""
    chain: list[Mention] = []
    edge = at
    for mention in sorted(view.mentions, key=lambda m: (-m.last, -m.first)):
        if mention.last > edge or mention.first < floor or mention.possessive:
            if not (chain and mention.first == chain[-1].first):
                continue
        gap = view.words(mention.last, edge)
        if len(gap) > (5 if chain else 3) or not all(
            w in _LIST_GLUE or w.endswith("ly") or w[:1] in "(" for w in gap
        ):
            if mention.last <= edge and not (chain and mention.first == chain[-1].first):
                break
        chain.append(mention)
        edge = min(edge, mention.first)
    if not chain:
        return ()
    before = view.tokens[edge - 1].lower if edge else ""
    if before in _PREPOSITIONS and edge - 1 > floor:
        return ()
    return tuple(reversed(chain))


def _split(view: View, floor: int, anchor: Anchor, subject: tuple[Mention, ...]) -> int:
    """Where the frame of ``anchor`` begins, not before ``floor``."""
    start = min([anchor.first, *(m.first for m in subject)])
    if subject:
        back = start
        while back > floor and view.tokens[back - 1].lower in (
            "and",
            "but",
            "that",
            "except",
            "provided",
            "however",
            ",",
            "or",
            "nor",
        ):
            back -= 1
        return back
    for i in range(start - 1, floor, -1):
        word = view.tokens[i].lower
        if word in (";", ":", ".", "—") or (
            word in ("and", "but", "or", "nor", ",") and view.tokens[i - 1].lower in (",", ";")
        ):
            return i
        if word in ("and", "but") and i == start - 1:
            return i
    for i in range(start - 1, floor, -1):
        if view.tokens[i].lower in (",", "and", "but", "or", "that", "which", "who"):
            return i
    return max(floor, start)


def _frame(
    view: View,
    anchor: Anchor,
    subject: tuple[Mention, ...],
    span: tuple[int, int],
    memory: Memory,
    deciding: frozenset[str],
) -> Frame:
    first, last = span
    force = anchor.force
    if not anchor.settled and _negated_subject(view, first, anchor, subject):
        force = _negate_from_subject(view, anchor, force)
    act = _act_position(view, anchor.last, last)
    if _negated_object(view, act, last):
        force = compose(force, Operator.NOT)
    adjuncts = tuple(find_adjuncts(view, first, last))
    passive = _passive(view, anchor, act)
    resolved = resolve(view, subject, anchor.first, memory)
    by = _by_agents(view, act, last) if passive else ()
    named = _nominal_agents(view, first, anchor.first) if not resolved else resolved
    agents = by or (() if passive else named)
    if not subject and not named and not passive and _elided(view, first, anchor.first):
        agents = memory.subject
    outside = [m for m in view.mentions if first <= m.first and m.last <= last and m not in agents]
    patients = tuple(resolve(view, tuple(outside), last, memory)) + (named if passive else ())
    memory.remember(view, named, outside)
    excepted = bool(
        {"except", "provided", "however", "but", "notwithstanding"}
        & set(view.words(first, min(first + 4, anchor.first)))
    )
    hits = _hits(view, first, last, adjuncts, excepted)
    if _points_back(view, act, last, force):
        hits += memory.spoken
    memory.spoken = hits
    return Frame(
        view,
        force,
        tuple(agents),
        patients,
        first,
        act,
        last,
        hits,
        anchor.first,
        adjuncts,
        _deciders(
            view, first, last, tuple(agents), range(anchor.first, anchor.last), act, deciding
        ),
        passive,
        excepted,
        view.text(anchor.first, max(act, anchor.first + 1)),
    )


def _points_back(view: View, act: int, last: int, force: Force) -> bool:
    """Whether a frame that frees or forbids names its act only by a word for what came before."""
    if force not in (Force.NEED_NOT, Force.MUST_NOT, Force.IS_NOT):
        return False
    return bool(ANAPHORS & set(view.words(act - 2, min(act + 5, last)))) or act >= last - 1


def _negated_subject(view: View, first: int, anchor: Anchor, subject: tuple[Mention, ...]) -> bool:
    """ "No release shall", "Nothing herein shall", "Under no circumstances shall"."""
    if any(mention.negative for mention in subject):
        return True
    start = min([anchor.first, *(m.first for m in subject)])
    words = view.words(first, start)
    for n, word in enumerate(words):
        if word in ("no", "nothing", "neither", "none", "never", "nor") and not harmless(
            view, first + n
        ):
            return (
                n < 4 or word in ("nothing", "nor") or "circumstances" in words or "event" in words
            )
    return bool(words[-4:].count("not") and anchor.subject)


def _negate_from_subject(view: View, anchor: Anchor, force: Force) -> Force:
    """A negative subject negates before the chain's operators do: "no party shall be required to"."""
    chain = set(view.words(anchor.first, anchor.last))
    if force in (Force.MAY, Force.MUST) and chain & {
        "required",
        "obligated",
        "compelled",
        "obliged",
    }:
        return Force.NEED_NOT
    if force is Force.MAY and chain & {"may", "can", "permitted", "allowed", "authorized"}:
        return Force.MUST_NOT
    return compose(force, Operator.NOT)


def _act_position(view: View, at: int, last: int) -> int:
    """Past the small words between the modal chain and the act."""
    while at < last and (view.tokens[at].lower in FILLERS or view.tokens[at].lower.endswith("ly")):
        at += 1
    return at


def _negated_object(view: View, act: int, last: int) -> bool:
    """ "render no opinion", "play no part": a negated object negates the act."""
    for j in range(act, min(act + 3, last)):
        if view.tokens[j].lower in ("no", "neither", "nothing") and not harmless(view, j):
            return j > act or True
        if view.tokens[j].lower in (",", ";"):
            return False
    return False


def _passive(view: View, anchor: Anchor, act: int) -> bool:
    """A form of "be" in the chain and a participle after it."""
    chain = set(view.words(anchor.first, act))
    if act >= len(view.tokens):
        return False
    word = view.tokens[act].lower
    participle = word.endswith(
        (
            "ed",
            "en",
            "orne",
            "aid",
            "ought",
            "ade",
            "ut",
            "et",
            "one",
            "iven",
            "een",
            "eld",
            "ept",
            "own",
        )
    )
    return (
        bool(chain & BE)
        and participle
        and word
        not in (
            "between",
            "when",
            "then",
            "often",
            "seen",
            "children",
            "even",
            "involved",
            "done",
            "about",
        )
    )


def _by_agents(view: View, act: int, last: int) -> tuple[Mention, ...]:
    """Who a passive act is done by."""
    for i in range(act, last):
        if (
            view.tokens[i].lower in ("by", "between", "among", "upon", "to")
            and view.tokens[i].lower != "to"
        ):
            found: list[Mention] = []
            edge = i + 1
            for mention in view.mentions:
                if mention.first >= edge and mention.first < last:
                    gap = view.words(edge, mention.first)
                    if len(gap) > 4 or not all(
                        w in _LIST_GLUE or w.isdigit() or w in "%" for w in gap
                    ):
                        break
                    found.append(mention)
                    edge = mention.last
            if found:
                return tuple(found)
    return ()


def _nominal_agents(view: View, first: int, at: int) -> tuple[Mention, ...]:
    """Who acts in a nominal subject: "participation by both parents", "Mother's attendance"."""
    return tuple(
        mention
        for mention in view.mentions
        if first <= mention.first
        and mention.last <= at
        and (
            mention.possessive
            or (mention.first and view.tokens[mention.first - 1].lower in ("by", "of"))
        )
    )


def _elided(view: View, first: int, at: int) -> bool:
    """Whether nothing but joining words stands where a subject would: "… and shall pay"."""
    return all(
        w in (",", "and", "or", "but", ";", "also", "then", "further", "nor", "that")
        or w.endswith("ly")
        for w in view.words(first, at)
    )


def _hits(
    view: View, first: int, last: int, adjuncts: Sequence[Adjunct], excepted: bool
) -> tuple[Hit, ...]:
    shut = [] if excepted else [a for a in adjuncts if a.kind is AdjunctKind.EXCEPTION]
    return tuple(
        hit
        for hit in view.hits
        if hit.kind == "concept"
        and first <= hit.first
        and hit.last <= last
        and not any(a.first <= hit.first < a.last for a in shut)
    )


def _deciders(
    view: View,
    first: int,
    last: int,
    agents: tuple[Mention, ...],
    chain: range,
    act: int,
    deciding: frozenset[str],
) -> tuple[Decider, ...]:
    found = find_deciders(view, first, last, deciding, chain)
    for hit in view.hits:
        if (
            hit.kind == "concept"
            and hit.name in deciding
            and chain.stop <= hit.first <= act + 2
            and hit.last <= last
        ):
            found += [
                Decider(a.role, a.members, hit.name, hit.first, hit.last, by_agent=True)
                for a in agents
            ]
    return tuple(found)


def _statement(view: View, memory: Memory, deciding: frozenset[str]) -> Frame:
    """A clause without a modal: it states something, or is a fragment under a heading."""
    last = len(view.tokens)
    verb = next(
        (
            i
            for i, t in enumerate(view.tokens)
            if t.lower in BE
            or t.lower in ("has", "have", "decides", "determines", "pays", "attends")
        ),
        0,
    )
    negative = any(
        t.lower in NEGATIONS and not harmless(view, i)
        for i, t in enumerate(view.tokens[: verb + 4])
    )
    subject = tuple(m for m in view.mentions if m.last <= max(verb, 1)) or tuple(view.mentions[:1])
    subject = resolve(view, subject, verb, memory)
    adjuncts = tuple(find_adjuncts(view, 0, last))
    agents = _by_agents(view, verb, last) or subject
    patients = tuple(m for m in view.mentions if m not in agents)
    memory.remember(view, subject, patients)
    return Frame(
        view,
        Force.IS_NOT if negative else Force.IS,
        agents,
        patients,
        0,
        verb,
        last,
        _hits(view, 0, last, adjuncts, False),
        verb,
        adjuncts,
        tuple(find_deciders(view, 0, last, deciding)),
        False,
        False,
        view.text(verb, verb + 1),
    )


__all__ = ["EVERYONE", "Frame", "frames_of"]
