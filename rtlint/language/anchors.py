"""Where in a clause an act is ordered, allowed or stated: the modal words that open each frame."""

from dataclasses import dataclass

from rtlint.language.forces import (
    ACTIVE,
    AGREEING,
    BE,
    FILLERS,
    HARMLESS,
    MODALS,
    NEGATIONS,
    OPERATORS,
    PHRASES,
    Operator,
    compose,
)
from rtlint.language.mentions import Mention
from rtlint.language.view import View
from rtlint.model.rule import Force

_SUBORDINATORS = frozenset(
    "as which who whom if unless until when whenever where while because since whether after before once what "
    "whatever whichever how than that wherever although though".split()
)
_OPENING_THAT = frozenset(
    "ordered orders order agree agrees agreed stipulate stipulates stipulated understand understands acknowledge acknowledges "
    "decreed adjudged directed directs further except provided recognizes recognize finds find and , so recognized clear "
    "declares confirm confirms intends states notes believes considers concludes advised expects anticipates however only".split()
)
_REACH = 14  # how many words a chain of modal words may span


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that give an act its force.

    ``first`` ≤ i < ``last`` is the chain; the act begins at ``last``. ``subject`` is
    set where the chain itself shows who acts (inversion, or an active verb's object);
    ``settled`` means that a negative subject has been counted already.
    """

    first: int
    last: int
    force: Force
    subject: tuple[Mention, ...] = ()
    settled: bool = False


def find_anchors(view: View) -> list[Anchor]:
    """All anchors of a clause in order; subordinate ones are marked, since they order nothing."""
    anchors: list[Anchor] = []
    i = 0
    while i < len(view.tokens):
        anchor = _anchor_at(view, i)
        if anchor is None:
            i += 1
        else:
            anchors.append(anchor)
            i = max(anchor.last, i + 1)
    return anchors


def _anchor_at(view: View, i: int) -> Anchor | None:
    words = view.words(i, i + 6)
    word, following = words[0], words[1:]
    start = _base_force(view, i, word, following)
    if start is not None:
        force, at = start
        return _chain(view, i, at, force)
    if word in ACTIVE and _commands(view, i):
        return _active(view, i)
    if _decretal(view, i):
        mentions = _chain_of_mentions(view, i)
        if mentions:
            return Anchor(i, _end(mentions), Force.MUST, mentions)
    return None


def _base_force(view: View, i: int, word: str, following: list[str]) -> tuple[Force, int] | None:
    """The force that the word at ``i`` starts a chain with, and where the chain goes on."""
    after = following[0] if following else ""
    if word in MODALS and not _is_noun(view, i, word, after):
        return MODALS[word], i + 1
    if word in ("need", "needs") and after in ("not", "n't"):
        return Force.NEED_NOT, i + 2
    if word in ("need", "needs", "has", "have") and after == "to":
        return Force.MUST, i + 2
    if word == "ordered" and after == "to":
        return Force.MUST, i + 2
    if word in AGREEING and (after == "to" or following[:2] == ["not", "to"]):
        return Force.MUST, i + 1
    if word in BE and not (i and view.tokens[i - 1].lower in MODALS):
        if after == "to":
            return Force.MUST, i + 2
        if following[:2] == ["not", "to"] or following[:2] == ["never", "to"]:
            return Force.MUST_NOT, i + 3
    if word in ("do", "does") and (after in ("not", "n't") or _inverted_negative(view, i)):
        return (Force.IS_NOT, i + 2) if after in ("not", "n't") else (Force.IS, i + 1)
    if word == "is" and i and view.tokens[i - 1].lower == "it" and _enacting(view, i):
        return None
    if word in (
        "is",
        "are",
        "stand",
        "stands",
        "remain",
        "remains",
        "has",
        "have",
        "'s",
        "retains",
        "retain",
        "hereby",
        "enjoys",
    ):
        return (Force.IS, i + 1) if _operator_near(view, i + 1) else None
    return None


def _inverted_negative(view: View, i: int) -> bool:
    """ "At no time does the therapist …": the negation stands before the verb."""
    return bool({"no", "nor", "neither", "never"} & set(view.words(i - 4, i)))


def _enacting(view: View, i: int) -> bool:
    """ "IT IS HEREBY ORDERED": the formula orders nothing by itself."""
    return bool({"ordered", "adjudged", "decreed", "directed"} & set(view.words(i + 1, i + 5)))


def _is_noun(view: View, i: int, word: str, after: str) -> bool:
    """The month of May and a person's will are no modals; nor is "can" before a name."""
    text = view.tokens[i].text
    if (
        word == "may"
        and text == "May"
        and (after.isdigit() or (i and view.tokens[i - 1].lower in ("of", "in", "by")))
    ):
        return True
    return (
        word == "will"
        and bool(i)
        and view.tokens[i - 1].lower in ("the", "own", "free", "a", "good", "his", "her", "ill")
    )


def _operator_near(view: View, at: int) -> bool:
    for j in range(at, min(at + 6, len(view.tokens))):
        word = view.tokens[j].lower
        if word in OPERATORS or _phrase(view, j):
            return True
        if not (word in FILLERS or word in NEGATIONS or word.endswith("ly")):
            return False
    return False


def _chain(view: View, first: int, at: int, force: Force) -> Anchor:
    """Follow the chain from ``at``, composing every operator and negation on the way."""
    inverted = _chain_of_mentions(view, at - 1, directly=True)
    if inverted and not _has_subject(view, first):
        at = _end(inverted)
    else:
        inverted = ()
    end = at
    for j in range(at, min(first + _REACH, len(view.tokens))):
        if j < end:
            continue
        word = view.tokens[j].lower
        size = _phrase(view, j)
        if size:
            force = compose(force, PHRASES[tuple(view.words(j, j + size))])
            end = j + size
        elif word in NEGATIONS:
            if not harmless(view, j):
                force = compose(force, Operator.NOT)
            end = j + 1
        elif word in OPERATORS and not _is_act(view, j):
            force = compose(force, _operator(view, j))
            end = j + 1
        elif not (
            word in FILLERS
            or (
                word.endswith("ly")
                and word not in ("family", "supply", "apply", "comply", "rely", "reply")
            )
        ):
            break
    return Anchor(first, end, force, inverted)


def _phrase(view: View, j: int) -> int:
    """The number of words of an operator phrase at ``j``; 0 when there is none."""
    return next((n for n in (3, 2) if tuple(view.words(j, j + n)) in PHRASES), 0)


def _operator(view: View, j: int) -> Operator:
    """ "enjoined to" orders what "enjoined from" forbids."""
    word = view.tokens[j].lower
    if word in ("enjoined", "restrained") and view.words(j + 1, j + 2) == ["to"]:
        return Operator.REQUIRE
    return OPERATORS[word]


def _is_act(view: View, j: int) -> bool:
    """An operator that is itself the act: "shall request", "the therapist shall limit sessions"."""
    word = view.tokens[j].lower
    before = view.tokens[j - 1].lower if j else ""
    after = view.tokens[j + 1].lower if j + 1 < len(view.tokens) else ""
    if word in (
        "limit",
        "limits",
        "restrict",
        "restricts",
        "seek",
        "prevent",
        "prohibit",
        "bar",
        "forbid",
        "preclude",
    ):
        return before not in ("nothing", "not")
    return (
        (word == "recommended"
        and after == "by")
        or (word == "right" and before == "the" and after == "after")
    )


def harmless(view: View, j: int) -> bool:
    """Whether the negation at ``j`` is part of a phrase that negates nothing."""
    for phrase in HARMLESS:
        size = len(phrase)
        for start in range(max(j - size + 1, 0), j + 1):
            if tuple(view.words(start, start + size)) == phrase:
                return True
    return False


def _has_subject(view: View, at: int) -> bool:
    """Whether words before ``at`` can be its subject."""
    before = view.tokens[at - 1].lower if at else ""
    return bool(at) and before not in (
        ",",
        ";",
        ":",
        ".",
        "and",
        "nor",
        "or",
        "circumstances",
        "event",
        "neither",
        "but",
    )


def _commands(view: View, i: int) -> bool:
    """Whether an active verb at ``i`` has a subject that can command: the court, an order, "nothing"."""
    before = set(view.words(i - 8, i))
    return bool(
        before
        & {
            "court",
            "order",
            "nothing",
            "judge",
            "magistrate",
            "provision",
            "paragraph",
            "agreement",
            "herein",
            "shall",
            "decree",
            "commissioner",
            "i",
        }
    )


def _active(view: View, i: int) -> Anchor | None:
    mentions = _chain_of_mentions(view, i, directly=True)
    if not mentions:
        return None
    force = Force.IS
    for j in range(max(i - 8, 0), i):
        if view.tokens[j].lower in NEGATIONS and not harmless(view, j):
            force = Force.IS_NOT
    force = compose(force, ACTIVE[view.tokens[i].lower])
    end = _end(mentions)
    linked = view.words(end, end + 2)
    if not linked or linked[0] not in ("to", "from", "not"):
        return None
    if linked[0] == "not":
        force = compose(force, Operator.NOT)
    return Anchor(
        i, min(end + 1 + (linked[0] == "not"), len(view.tokens)), force, mentions, settled=True
    )


_ENACTING = frozenset(
    "ordered orders directed directs decreed adjudged further requires recommends".split()
)


def _decretal(view: View, i: int) -> bool:
    """ "ORDERED that Mother and Father attend": a bare verb under an enacting word."""
    if view.tokens[i].lower != "that" or not i or view.tokens[i - 1].lower not in _ENACTING:
        return False
    return not any(
        word in MODALS or word in ("is", "are", "agrees", "agree")
        for word in view.words(i + 1, i + 26)
    )


def _chain_of_mentions(view: View, i: int, *, directly: bool = False) -> tuple[Mention, ...]:
    """The mentions listed just after position ``i``."""
    reach = 1 if directly else 3
    for n, mention in enumerate(view.mentions):
        if i < mention.first <= i + reach and not mention.possessive:
            found = [mention]
            for other in view.mentions[n + 1 :]:
                gap = view.words(found[-1].last, other.first)
                if len(gap) <= 3 and all(w in (",", "and", "or", "the", "both", "&") for w in gap):
                    found.append(other)
            return tuple(found)
    return ()


def _end(mentions: tuple[Mention, ...]) -> int:
    return max(mention.last for mention in mentions)


def is_main(view: View, subject_first: int, anchor: Anchor) -> bool:
    """Whether the anchor governs a clause of its own, not one under "as", "if", "that" …"""
    if not subject_first:
        return True
    before = view.tokens[subject_first - 1].lower
    if before == "that":
        earlier = view.tokens[subject_first - 2].lower if subject_first > 1 else "and"
        return earlier in _OPENING_THAT
    if before in ("who", "which") and subject_first == anchor.first:
        return True
    return before not in _SUBORDINATORS
