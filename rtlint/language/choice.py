"""Whose choice an act waits for: "unless Mother objects", "if both parents so wish"."""

from rtlint.language.adjuncts import AdjunctKind, Decider
from rtlint.language.english import words
from rtlint.language.frames import Frame

_LEAVING = words("leaving")
_AT_ONCE = 5  # how many words after its opener a term names who may choose


def choosers(frame: Frame) -> list[Decider]:
    """Those on whose choice an exception or a condition of the act depends.

    They stand right behind its opener. "Even if the child objects" leaves nothing to the child,
    and a parent's wish further on is about something else.
    """
    tokens = frame.view.tokens
    terms = [
        adjunct
        for adjunct in frame.adjuncts
        if adjunct.kind is not AdjunctKind.SUBORDINATE
        and tokens[adjunct.first].lower in _LEAVING
        and frame.view.words(adjunct.first - 1, adjunct.first) != ["even"]
        and (adjunct.kind is not AdjunctKind.DURATION or adjunct.last <= frame.act)
    ]
    return [
        decider
        for decider in frame.deciders
        if decider.concept == "choose"
        and not decider.by_agent
        and any(a.first <= decider.first < min(a.last, a.first + _AT_ONCE) for a in terms)
    ]
