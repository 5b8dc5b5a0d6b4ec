"""Parts of a clause that qualify its main act: exceptions, conditions, durations; and who decides.

An adjunct reaches from its cue to the next cue or the end of its frame; one that stands in
front of the subject, or is put between commas behind the modal verb, ends at its comma.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rtlint.language.english import groups, words
from rtlint.language.lexicon import Hit
from rtlint.language.mentions import Mention
from rtlint.language.view import View


class AdjunctKind(StrEnum):
    EXCEPTION = "exception"
    CONDITION = "condition"
    DURATION = "duration"
    SUBORDINATE = "subordinate"  # "as the therapist directs", "that the therapist schedules"


_CUES = {
    phrase: AdjunctKind(name) for name, found in groups("adjuncts").items() for phrase in found
}
_LINKS = words("decider_links")
_GLUE = words("decider_glue")
_COORDINATING = frozenset({"and", "but", "or", "nor"})
_SUBJECT = 8  # how many words a subject may have in which nobody is named


@dataclass(frozen=True, slots=True)
class Adjunct:
    """An adjunct at view positions ``first`` ≤ i < ``last``."""

    kind: AdjunctKind
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Decider:
    """Somebody whose judgment, choice or consent the frame depends on."""

    role: str
    members: frozenset[str]
    concept: str  # the concept of the deciding words
    first: int
    last: int
    negative: bool = False  # "not as the therapist decides"
    by_agent: bool = False  # deciding is the frame's own act, not a term of it


def find_adjuncts(view: View, first: int, last: int, stops: Iterable[int] = ()) -> list[Adjunct]:
    """The adjuncts between two positions, in order; none reaches past a stop."""
    found = view.words(first, last)
    starts: list[tuple[int, AdjunctKind]] = []
    i = 0
    while i < len(found):
        size, kind = _cue(found, i)
        # "exclusive of hours that Mother passes alone": the relative clause is excepted too
        inside = bool(starts) and starts[-1][1] is AdjunctKind.EXCEPTION
        if kind is not None and not (inside and kind is AdjunctKind.SUBORDINATE):
            starts.append((first + i, kind))
        i += max(size, 1)
    ends = [
        min([at for at in (following, *stops) if at > start], default=last)
        for (start, _), following in zip(starts, [*(s for s, _ in starts[1:]), last], strict=False)
    ]
    return [Adjunct(kind, start, end) for (start, kind), end in zip(starts, ends, strict=True)]


def opening_end(view: View, first: int, subject: int) -> int:
    """Where an adjunct in front of the subject ends: "Unless Mother objects, | both shall …".

    ``first`` where nothing stands in front.
    """
    head = max(first, view.own)
    opener = next((i for i in range(head, min(head + 3, subject)) if opens_adjunct(view, i)), None)
    if opener is None:
        return first
    commas = (i for i in range(subject - 1, opener, -1) if view.tokens[i].lower == ",")
    comma = next(commas, None)
    if comma is None or subject - comma > _SUBJECT:
        return first
    return first if view.tokens[comma + 1].lower in _COORDINATING else comma + 1


def insertion_end(view: View, at: int, last: int) -> int:
    """Past an adjunct between commas behind a modal verb: "shall, unless …, | attend"."""
    if view.words(at, at + 1) != [","] or not opens_adjunct(view, at + 1):
        return at
    return next((i + 1 for i in range(at + 1, last) if view.tokens[i].lower == ","), at)


def opens_adjunct(view: View, at: int) -> bool:
    """Whether an adjunct begins at a position."""
    return _cue(view.words(at, at + 3), 0)[1] is not None


def _cue(found: Sequence[str], i: int) -> tuple[int, AdjunctKind | None]:
    for size in (3, 2, 1):
        kind = _CUES.get(tuple(found[i : i + size]))
        if kind is not None:
            return size, kind
    return 0, None


def find_deciders(
    view: View,
    span: range,
    deciding: frozenset[str],
    *,
    chain: range = range(0),
    pronouns: Sequence[Mention] = (),
) -> list[Decider]:
    """Mentions that stand close to a deciding word, on the side that makes them its subject.

    Active: "the therapist determines". Passive or nominal: "determined by the
    therapist", "discretion of the therapist". Possessive: "the therapist's discretion".
    Words of the modal chain ("are required to") decide nothing. ``pronouns`` are
    mentions at which a personal pronoun stands: "as she thinks best".
    """
    hits = [
        h
        for h in view.hits
        if h.kind == "concept"
        and h.name in deciding
        and h.first in span
        and h.last <= span.stop
        and h.first not in chain
    ]
    mentions = [m for m in (*view.mentions, *pronouns) if m.first in span and m.last <= span.stop]
    found: dict[tuple[int, str, int], Decider] = {}
    for hit in hits:
        governors = [mention for mention in mentions if _governs(view, mention, hit)]
        # "the therapist requests of a parent": the one before the verb decides, not the one after
        subjects = [mention for mention in governors if mention.last <= hit.first]
        by = view.words(hit.last, hit.last + 1) == ["by"]
        for mention in governors if by or not subjects else subjects:
            key = (mention.first, hit.name, hit.first)
            place = min(mention.first, hit.first), max(mention.last, hit.last)
            negative = "not" in view.words(place[0] - 2, place[0])
            found[key] = Decider(mention.role, mention.members, hit.name, *place, negative)
    return sorted(found.values(), key=lambda d: (d.first, d.last, d.concept))


def _governs(view: View, mention: Mention, hit: Hit) -> bool:
    if mention.last <= hit.first:
        gap = view.words(mention.last, hit.first)
        return len(gap) <= 6 and all(word in _GLUE or word.endswith("ly") for word in gap)
    gap = view.words(hit.last, mention.first)
    return (0 < len(gap) <= 3 and gap[0] in _LINKS and not set(gap) & {",", ";"}) or (
        not gap and view.words(mention.first, mention.last)[0] in _LINKS
    )
