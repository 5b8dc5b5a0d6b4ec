"""What a chain of modal words does with the act it governs.

A chain is read from the outside in: "shall not be required to decline" is a duty,
negated, that requires, that refuses. ``compose`` is that arithmetic as one table.
"""

from enum import StrEnum

from rtlint.language.english import Phrase, groups
from rtlint.model.rule import Force


class Operator(StrEnum):
    """A word that changes the force of the act after it."""

    NOT = "not"
    REQUIRE = "require"
    PERMIT = "permit"
    FORBID = "forbid"
    EXCUSE = "excuse"
    ENCOURAGE = "encourage"
    ASK = "ask"
    TRY = "try"
    REFUSE = "refuse"


_COLUMNS = ("must", "weak", "may", "must_not", "need_not", "is", "is_not")
_ROWS: dict[Operator, str] = {
    # force before:      must     weak     may      must_not need_not is       is_not
    Operator.NOT: "      must_not is_not   must_not must     must     is_not   is",
    Operator.REQUIRE: "  must     weak     may      need_not need_not must     need_not",
    Operator.PERMIT: "   may      may      may      must_not need_not may      must_not",
    Operator.FORBID: "   must_not must_not must_not may      may      must_not may",
    Operator.EXCUSE: "   need_not need_not need_not must     must     need_not must",
    Operator.ENCOURAGE: "weak     weak     weak     need_not need_not weak     need_not",
    Operator.ASK: "      weak     weak     weak     must_not need_not weak     is_not",
    Operator.TRY: "      weak     weak     weak     must_not need_not weak     is_not",
    Operator.REFUSE: "   must_not is_not   need_not must     must     is_not   must",
}
_TABLE = {
    (Force(before), operator): Force(after)
    for operator, row in _ROWS.items()
    for before, after in zip(_COLUMNS, row.split(), strict=True)
}


def compose(force: Force, operator: Operator) -> Force:
    """The force of an act that ``operator`` introduces under ``force``."""
    return _TABLE[force, operator]


MODALS: dict[str, Force] = {
    phrase[0]: Force(name) for name, found in groups("modals").items() for phrase in found
}
OPERATORS: dict[Phrase, Operator] = {
    phrase: Operator(name) for name, found in groups("operators").items() for phrase in found
}
ACTIVE: dict[str, Operator] = {
    phrase[0]: Operator(name) for name, found in groups("active").items() for phrase in found
}
_LONGEST = max(len(phrase) for phrase in OPERATORS)


def operator_at(words: list[str]) -> tuple[int, Operator | None]:
    """The longest operator at the head of ``words``: how many words it takes, and what it does."""
    for size in range(_LONGEST, 0, -1):
        operator = OPERATORS.get(tuple(words[:size])) if len(words) >= size else None
        if operator is not None:
            return size, operator
    return 0, None
