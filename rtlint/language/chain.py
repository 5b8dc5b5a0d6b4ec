"""The chain of modal words that opens an act: "shall not be required to".

``follow`` reads it from its first word to the act and says what force is left.
"""

from dataclasses import dataclass

from rtlint.language.english import phrases, words
from rtlint.language.forces import Operator, operator_at
from rtlint.language.view import View
from rtlint.model.rule import Force

BE = words("be")
FILLERS = words("fillers")
NEGATIONS = words("negations")
_HARMLESS = phrases("harmless")
_HAVING = words("having")
_NOUNS = words("operator_nouns")
_REACH = 14  # how many words a chain may span
_NO_ADVERBS = frozenset({"family", "supply", "apply", "comply", "rely", "reply"})
# Operators that are acts of their own unless "nothing" or "not" stands before them.
_ACTS = frozenset(
    {"limit", "limits", "restrict", "restricts", "seek", "prevent", "prohibit", "bar", "forbid"}
)


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain's end (the act begins there), the force it starts with, and its operators."""

    end: int
    base: Force
    operators: tuple[Operator, ...]


def follow(view: View, first: int, at: int, force: Force) -> Chain:
    """Every operator and negation from position ``at`` on, up to the act."""
    operators: list[Operator] = []
    end = j = at
    while j < min(first + _REACH, len(view.tokens)):
        word = view.tokens[j].lower
        size, operator = _operator(view, first, j)
        if word in NEGATIONS and size < 2:
            if not harmless(view, j):
                operators.append(Operator.NOT)
            end = j + 1
        elif operator is not None:
            operators.append(operator)
            end = j + size
        elif not is_filler(word):
            break
        j = max(end, j + 1)
    return Chain(end, force, tuple(operators))


def is_filler(word: str) -> bool:
    """Whether a chain passes over the word: a small word or an adverb."""
    return word in FILLERS or (word.endswith("ly") and word not in _NO_ADVERBS)


def operator_near(view: View, at: int) -> bool:
    """Whether an operator follows within a few small words, so that "is" or "has" opens a chain."""
    for j in range(at, min(at + 6, len(view.tokens))):
        word = view.tokens[j].lower
        if _operator(view, at - 1, j)[1] is not None:
            return True
        if not (word in NEGATIONS or is_filler(word)):
            return False
    return False


def _operator(view: View, first: int, j: int) -> tuple[int, Operator | None]:
    """The operator at ``j``, unless its words are themselves the act."""
    size, operator = operator_at(view.words(j, j + 3))
    if operator is None or (size == 1 and (_is_act(view, j) or _unowned(view, first, j))):
        return 0, None
    if view.tokens[j].lower in ("enjoined", "restrained") and view.words(j + 1, j + 2) == ["to"]:
        return size, Operator.REQUIRE  # "enjoined to" orders what "enjoined from" forbids
    return size, operator


def _unowned(view: View, first: int, j: int) -> bool:
    """ "Is at her discretion" says who decides; only "has discretion" permits."""
    return view.tokens[j].lower in _NOUNS and not _HAVING & set(view.words(first - 1, j))


def _is_act(view: View, j: int) -> bool:
    """ "The therapist shall limit sessions" limits; "as recommended by" recommends."""
    word = view.tokens[j].lower
    before = view.tokens[j - 1].lower if j else ""
    after = view.tokens[j + 1].lower if j + 1 < len(view.tokens) else ""
    if word in _ACTS:
        return before not in ("nothing", "not")
    return (word == "recommended" and after == "by") or (word == "right" and after == "after")


def harmless(view: View, j: int) -> bool:
    """Whether the negation at ``j`` is part of a phrase that negates nothing."""
    for phrase in _HARMLESS:
        size = len(phrase)
        for start in range(max(j - size + 1, 0), j + 1):
            if tuple(view.words(start, start + size)) == phrase:
                return True
    return False
