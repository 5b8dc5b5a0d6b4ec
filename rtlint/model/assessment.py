"""What rtlint concludes of one rule on one document, and the words it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from rtlint.model.document import Place


class Status(StrEnum):
    """How far a document provides what a rule asks for (the catalogue's five words)."""

    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"
    CONTRADICTED = "contradicted"
    UNDETERMINED = "undetermined"


class EvidenceRole(StrEnum):
    """What a quotation does for the status."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"  # narrows or weakens what is provided
    DECIDES = "decides"  # decides by itself, such as an exhibit that is not attached
    NEAREST = "nearest"  # for what is missing: the nearest words that were found


class GivenRole(StrEnum):
    """The custody role that a clause gives the therapist."""

    ADVISORY = "advisory"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the document, exactly as they stand there, and where."""

    role: EvidenceRole
    quote: str
    start: int
    end: int
    place: Place
    paragraph: str = ""
    cue: str = ""  # the words in the quotation that decided how it was read


@dataclass(frozen=True, slots=True)
class Assessment:
    """The status of one rule on one document."""

    rule: str
    status: Status
    evidence: tuple[Evidence, ...] = ()
    review: bool = False  # a person should look: the reading is unsure
    role: GivenRole | None = None
    reason: str = ""  # one plain sentence: what the status rests on
