"""The result of a run, as every reporter receives it."""

from dataclasses import dataclass
from enum import StrEnum

from rtlint.model.assessment import Assessment, Evidence, Status
from rtlint.model.document import Notice


class Severity(StrEnum):
    """How much a finding matters; ordered by ``rank``, the gravest highest."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return ("info", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class RuleSummary:
    """What a report says of a rule, so that it can be read without the rulebook."""

    id: str
    name: str
    title: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something for the drafter to mend."""

    rule: str
    severity: Severity
    status: Status | None  # None for a drafting check
    message: str  # one plain sentence
    evidence: tuple[Evidence, ...]
    suggestion: str  # wording to use instead; "" where there is none
    fingerprint: str
    review: bool = False


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One line of the role map: who is who in this document."""

    role: str  # "mother", "therapist", …
    names: tuple[str, ...]
    source: str  # "caption", "definition", "text", "option"


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """Everything concluded of one document."""

    name: str
    media_type: str
    sha256: str
    pages: int | None
    applicable: bool
    assessments: tuple[Assessment, ...]
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    roles: tuple[RoleLine, ...] = ()
    error: str | None = None  # why the document could not be read or judged at all
    complete: bool = True  # False when a part of it could not be read


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one run over one or more documents."""

    tool_version: str
    rulebook_version: str
    rulebook_digest: str
    rules: tuple[RuleSummary, ...]
    documents: tuple[DocumentReport, ...]
    model: str = ""  # digest of the learned reader that read beside the rules; "" for none
