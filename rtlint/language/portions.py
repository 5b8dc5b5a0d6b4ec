"""Who bears which share of a cost: each amount of a clause with the payer it belongs to.

"60% by Father and 40% by Mother", "Father shall pay 60%, Mother 40%"; an amount that belongs to
nobody who is named stands alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from rtlint.language.amounts import makes_whole, read_shares
from rtlint.language.mentions import Mention
from rtlint.language.view import View

_PART = r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)"
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|a)"
_WORDS = r"(?:(?:[a-z]+ty\s?-\s?)?[a-z]+)"
_AMOUNT = re.compile(
    rf"\b{_WORDS}\s+(?:percent|per\s+cent(?:um)?)\b(?:\s*\(\s*\d{{1,3}}(?:\.\d+)?\s*%?\s*\))?"
    rf"|\b{_WORDS}\s*\(\s*\d{{1,3}}(?:\.\d+)?\s*%?\s*\)\s*(?:percent\b|%)?"
    r"|\b\d{1,3}(?:\.\d+)?\s*(?:%|percent\b|per\s+cent\b)"
    rf"|\b{_COUNT}(?:\s*-\s*|\s+){_PART}\b(?:\s*\(\s*\d{{1,2}}/\d{{1,2}}\s*\))?|\b\d/\d{{1,2}}\b(?!/)|\bhalf\b",
    re.IGNORECASE,
)
_BY = frozenset(
    {"by", "to", "from", "for", "the", "of", "borne", "paid", "payable", "being", "is", ":", ","}
)
_LEADING = frozenset({"by", "to", "from", "for"})


@dataclass(frozen=True, slots=True)
class Portion:
    """One amount; ``payer`` is the members of the parties' role that bear it, if they are named."""

    amount: Fraction
    payer: frozenset[str]
    first: int  # position in the view of the amount's first word


def portions(view: View, role: str) -> list[Portion]:
    """The shares that a clause's own words state, in order, each with its payer.

    Args:
        role: the role whose members bear the cost.
    """
    payers = [m for m in view.mentions if m.role == role and not m.possessive and m.members]
    found = []
    for first, last in _amounts(view):
        stated = read_shares(view.words(first, last)).amounts
        if stated and stated[0] <= 1:
            payer = _payer(view, payers, first, last)
            found.append(Portion(stated[0], payer.members if payer else frozenset(), first))
    return found


def _amounts(view: View) -> list[tuple[int, int]]:
    """Where the amounts of a view stand, as positions of its words."""
    own = view.tokens[view.own :]
    if not own:
        return []
    text, starts, length = [], [], 0
    for token in own:
        starts.append(length)
        text.append(token.lower)
        length += len(token.lower) + 1
    joined = " ".join(text)
    found = []
    for match in _AMOUNT.finditer(joined):
        inside = [i for i, at in enumerate(starts) if match.start() <= at < match.end()]
        if inside and not _of_something_else(joined, match):
            found.append((view.own + inside[0], view.own + inside[-1] + 1))
    return found


def _of_something_else(text: str, match: re.Match[str]) -> bool:
    """ "one half hour", "half of the summer", "one-half day": no share of a cost."""
    after = text[match.end() : match.end() + 24]
    return (
        re.match(
            r"\s*(?:-\s*)?(?:an?\s+)?(?:hours?|days?|week|year|sister|brother|sibling|term|past)\b",
            after,
        )
        is not None
    )


def _payer(view: View, payers: Sequence[Mention], first: int, last: int) -> Mention | None:
    """The payer after the amount ("60% by Father"), else the nearest before it."""
    after = next((m for m in payers if m.first >= last), None)
    if after is not None:
        gap = view.words(last, after.first)
        if len(gap) <= 4 and set(gap) <= _BY and set(gap) & _LEADING:
            return after
    before = [m for m in payers if m.last <= first]
    return before[-1] if before else None


def unequal(found: Sequence[Portion]) -> Fraction | None:
    """What a division comes to where it does not make a whole; None where all of them do.

    A payer named anew begins the division of another cost. A division among fewer than two
    payers is none.
    """
    group: list[Portion] = []
    for portion in [*found, None]:
        again = portion is not None and any(portion.payer & known.payer for known in group)
        if portion is None or again or not portion.payer:
            total = sum((p.amount for p in group), Fraction(0))
            if len(group) > 1 and not makes_whole(total):
                return total
            group = []
        if portion is not None and portion.payer:
            group.append(portion)
    return None
