"""What the frame reader takes from one clause for one rule."""

from dataclasses import dataclass

from rtlint.language.analysis import ClauseReading
from rtlint.model.assessment import GivenRole
from rtlint.model.rule import Stance


@dataclass(frozen=True, slots=True)
class Take:
    """One clause's word on one rule.

    ``cue`` is the words that decided the stance.
    """

    rule: str
    stance: Stance
    clause: ClauseReading
    parts: tuple[str, ...] = ()
    members: frozenset[str] = frozenset()
    role: GivenRole | None = None
    cue: str = ""
