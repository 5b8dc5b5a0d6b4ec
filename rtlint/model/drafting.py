"""Remarks of the drafting checks: what a careful colleague would mark in the margin.

Each kind of drafting check can raise a few cases; a rule file says for each how grave it is,
in which words it is told, and what to write instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rtlint.model.assessment import Evidence


class Outcome(StrEnum):
    """What a drafting check does with a document."""

    RAISED = "raised"
    CLEAN = "clean"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a drafting check raises, with the words it is about.

    ``facts`` fill the gaps of the case's message: ``{"total": "90%"}``.
    """

    rule: str
    case: str
    evidence: tuple[Evidence, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    review: bool = False  # rests on a reading that is itself unsure


WATCHED: Mapping[str, tuple[str, ...]] = {
    "readings": ("weak", "one-sided", "conflict", "decision"),
    "page": ("unseen", "unread"),
}
"""What a rule of these kinds can watch for; other kinds watch for one thing."""

CASES: Mapping[str, tuple[str, ...]] = {
    "blanks": ("blank", "placeholder", "choice"),
    "figures": ("shares", "number", "date", "past"),
    "provision": ("absent", "empty"),
    "readings": ("raised",),
    "references": ("paragraph", "exhibit"),
    "names": ("spelling", "undefined", "twice", "two-roles", "left-out"),
    "page": ("raised", "tracked", "parts"),
}
"""The kinds of drafting check, and the cases that each can raise."""
