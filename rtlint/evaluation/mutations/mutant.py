"""What a mutation is: a changed text, and the statuses that it must have."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from rtlint.evaluation.corpus import ClauseCase, OrderCase, Split
from rtlint.model.assessment import Status

Case = ClauseCase | OrderCase
T = TypeVar("T")


class Family(StrEnum):
    """What a change must do to a status."""

    FLIP = "flip"
    REWRITE = "rewrite"


@dataclass(frozen=True, slots=True)
class Made:
    """A changed text; ``expected`` are the requirements whose status is certain, and what it is."""

    text: str
    expected: Mapping[str, Status]


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to change a case; ``make`` gives None where the result would not be certain."""

    name: str
    family: Family
    make: Callable[[ClauseCase], Made | None] = field(repr=False)


@dataclass(frozen=True, slots=True)
class OrderKind:
    """One way to change a whole order."""

    name: str
    family: Family
    make: Callable[[OrderCase], Made | None] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed case. Its id holds for as long as the case does: known misses are kept by it."""

    kind: str
    family: Family
    case: Case
    text: str
    expected: Mapping[str, Status]

    @property
    def id(self) -> str:
        return f"{self.kind}/{self.case.id}"

    @property
    def split(self) -> Split:
        return self.case.split


def rank(kind: str, case: str) -> str:
    """A place in line by chance that is the same in every run, whatever else the corpus holds."""
    return hashlib.sha256(f"{kind}/{case}".encode()).hexdigest()


def choose(options: Sequence[T], *of: str) -> T:
    """One of the options: always the same one for the same words."""
    return options[int(rank("/".join(of), "")[:8], 16) % len(options)]
