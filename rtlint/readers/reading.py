"""What a reader takes from one clause for one rule; both readers give this type."""

from dataclasses import dataclass

from rtlint.language.analysis import Reading as ClauseReading
from rtlint.model.assessment import GivenRole
from rtlint.model.rule import Stance


@dataclass(frozen=True, slots=True)
class Take:
    """One clause's word on one rule.

    ``certainty`` runs from 0 to 1 and is used to rank and to flag for review, never
    shown as a probability. ``cue`` is the words that decided the stance.
    """

    rule: str
    stance: Stance
    clause: ClauseReading
    parts: tuple[str, ...] = ()
    members: frozenset[str] = frozenset()
    role: GivenRole | None = None
    cue: str = ""
    why: str = ""
    certainty: float = 1.0
