"""Where in a clause an act is ordered, allowed or stated: the words that open each frame."""

from dataclasses import dataclass
from functools import reduce

from rtlint.language.chain import BE, NEGATIONS, follow, harmless, operator_near
from rtlint.language.english import words
from rtlint.language.forces import ACTIVE, MODALS, Operator, compose
from rtlint.language.mentions import Mention
from rtlint.language.view import View
from rtlint.model.rule import Force

_AGREEING = words("agreeing")
_COMMANDING = words("commanding")
_ENACTING = words("enacting")
_OPENING_THAT = words("opening_that")
_QUESTIONS = words("questions")
_SUBORDINATORS = words("subordinators")
_STATING = frozenset(
    {"is", "are", "stand", "stands", "remain", "remains", "has", "have", "retains", "retain"}
) | {"hereby", "enjoys", "being"}
_NO_SUBJECTS = frozenset(
    {",", ";", ":", ".", "and", "nor", "or", "circumstances", "event", "neither", "but"}
)
_POSSESSIVES = frozenset({"the", "own", "free", "a", "good", "his", "her", "ill"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that give an act its force.

    ``first`` ≤ i < ``last`` is the chain; the act begins at ``last``. ``subject`` is
    set where the chain itself shows who acts (inversion, or an active verb's object);
    ``settled`` means that a negative subject has been counted already.
    """

    first: int
    last: int
    base: Force
    operators: tuple[Operator, ...] = ()
    subject: tuple[Mention, ...] = ()
    settled: bool = False

    def force(self, *, negated: bool) -> Force:
        """What the chain comes to; a negative subject negates before its operators do."""
        start = compose(self.base, Operator.NOT) if negated else self.base
        return reduce(compose, self.operators, start)


def find_anchors(view: View) -> list[Anchor]:
    """All anchors of a clause in order, subordinate ones included."""
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


def is_main(view: View, subject_first: int, anchor: Anchor) -> bool:
    """Whether the anchor governs a clause of its own, not one under "as", "if", "that" …"""
    if not subject_first:
        return True
    before = view.tokens[subject_first - 1].lower
    if before == "that":
        earlier = view.tokens[subject_first - 2].lower if subject_first > 1 else "and"
        return earlier in _OPENING_THAT
    if before in ("who", "which") and subject_first == anchor.first:
        return view.words(subject_first - 2, subject_first - 1) in ([","], [])
    return before not in _SUBORDINATORS and not _governed(view, subject_first, anchor)


def _governed(view: View, subject_first: int, anchor: Anchor) -> bool:
    """Whether a question word, or a subordinator before an unknown subject, stands a little before.

    "Her view as to which of them ought to have custody", "such sessions as Dr. Wu may call".
    """
    unknown = subject_first == anchor.first
    for i in range(min(subject_first, anchor.first) - 1, max(anchor.first - 8, 0), -1):
        word, before = view.tokens[i].lower, view.tokens[i - 1].lower
        if word in (",", ";", ".", ":", "and", "but") or word in BE:
            return False
        if word in _QUESTIONS:
            return before not in (",", ";", ".", ":")
        if unknown and word in _SUBORDINATORS and before not in _OPENING_THAT:
            return anchor.first - i <= 5
    return False


def _anchor_at(view: View, i: int) -> Anchor | None:
    start = _verb(view, i) or _stating(view, i)
    if start is not None:
        return _opened(view, i, *start)
    if view.tokens[i].lower in ACTIVE and _COMMANDING & set(view.words(i - 8, i)):
        return _active(view, i)
    if _decretal(view, i):
        mentions = _listed_after(view, i, reach=3)
        if mentions:
            return Anchor(i, _end(mentions), Force.MUST, subject=mentions)
    return None


def _verb(view: View, i: int) -> tuple[Force, int] | None:
    """The force of a modal verb or its like at ``i``, and where its chain goes on."""
    word, *following = view.words(i, i + 4)
    after = following[0] if following else ""
    if word in MODALS and not _is_noun(view, i, after):
        return MODALS[word], i + 1
    if word in ("need", "needs") and after in ("not", "n't"):
        return Force.NEED_NOT, i + 2
    if word in ("need", "needs", "has", "have", "ordered") and after == "to":
        return Force.MUST, i + 2
    if word in _AGREEING and (after == "to" or following[:2] == ["not", "to"]):
        return Force.MUST, i + 1
    return None


def _stating(view: View, i: int) -> tuple[Force, int] | None:
    """The same for "is to", "does not" and for "is" or "has" before an operator."""
    word, *following = view.words(i, i + 4)
    after = following[0] if following else ""
    if word in BE and not (i and view.tokens[i - 1].lower in MODALS):
        if after == "to":
            return Force.MUST, i + 2
        if following[:2] in (["not", "to"], ["never", "to"]):
            return Force.MUST_NOT, i + 3
    if word in ("do", "does"):
        if after in ("not", "n't"):
            return Force.IS_NOT, i + 2
        # "At no time does the therapist …": the negation stands before the verb.
        if {"no", "nor", "neither", "never"} & set(view.words(i - 4, i)):
            return Force.IS, i + 1
    if word == "is" and i and view.tokens[i - 1].lower == "it" and _formula(view, i):
        return None
    if word in _STATING and operator_near(view, i + 1):
        return Force.IS, i + 1
    return None


def _formula(view: View, i: int) -> bool:
    """ "IT IS HEREBY ORDERED": the enacting formula orders nothing by itself."""
    return bool({"ordered", "adjudged", "decreed", "directed"} & set(view.words(i + 1, i + 5)))


def _is_noun(view: View, i: int, after: str) -> bool:
    """The month of May and a person's will are no modals."""
    before = view.tokens[i - 1].lower if i else ""
    if view.tokens[i].text == "May" and (after.isdigit() or before in ("of", "in", "by")):
        return True
    return view.tokens[i].lower == "will" and before in _POSSESSIVES


def _opened(view: View, first: int, force: Force, at: int) -> Anchor:
    """The anchor of a chain, with its subject where that follows the verb ("nor shall she")."""
    inverted = _listed_after(view, at - 1, reach=1)
    before = view.tokens[first - 1].lower if first else ","
    if not inverted or before not in _NO_SUBJECTS:
        chain = follow(view, first, at, force)
        return Anchor(first, chain.end, chain.base, chain.operators)
    chain = follow(view, first, _end(inverted), force)
    return Anchor(first, chain.end, chain.base, chain.operators, inverted)


def _active(view: View, i: int) -> Anchor | None:
    """ "The Court orders Mother to …", "nothing prevents the therapist from …"."""
    mentions = _listed_after(view, i, reach=1)
    if not mentions:
        return None
    end = _end(mentions)
    linked = view.words(end, end + 1)
    if not linked or linked[0] not in ("to", "from", "not"):
        return None
    negative = any(
        view.tokens[j].lower in NEGATIONS and not harmless(view, j) for j in range(max(i - 8, 0), i)
    )
    force = compose(Force.IS_NOT if negative else Force.IS, ACTIVE[view.tokens[i].lower])
    if linked == ["not"]:
        force, end = compose(force, Operator.NOT), end + 1
    last = min(end + 1, len(view.tokens))
    return Anchor(i, last, force, subject=mentions, settled=True)


def _decretal(view: View, i: int) -> bool:
    """ "ORDERED that Mother and Father attend": a bare verb under an enacting word."""
    if view.tokens[i].lower != "that" or not i or view.tokens[i - 1].lower not in _ENACTING:
        return False
    ahead = view.words(i + 1, i + 26)
    return not any(word in MODALS or word in ("is", "are", "agrees", "agree") for word in ahead)


def _listed_after(view: View, i: int, *, reach: int) -> tuple[Mention, ...]:
    """The mentions of one list that begins within ``reach`` words after position ``i``."""
    for n, mention in enumerate(view.mentions):
        if i < mention.first <= i + reach and not mention.possessive:
            found = [mention]
            for other in view.mentions[n + 1 :]:
                gap = view.words(found[-1].last, other.first)
                if len(gap) <= 3 and set(gap) <= {",", "and", "or", "the", "both", "&"}:
                    found.append(other)
            return tuple(found)
    return ()


def _end(mentions: tuple[Mention, ...]) -> int:
    return max(mention.last for mention in mentions)
