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


class Audience(StrEnum):
    """Whom a report speaks to."""

    ATTORNEY = "attorney"
    SELF_HELP = "self-help"  # no wording is suggested: to draft for somebody is to practise law


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A person's decision to leave a finding as it is; dates are ISO 8601, ``2026-05-03``."""

    rule: str
    status: Status | None  # of the finding when it was accepted
    fingerprint: str
    quote: str  # the words accepted, for whoever reads the file; "" where nothing was found
    reason: str
    by: str
    date: str
    expires: str | None = None  # the last day on which it holds; None for ever
    count: int = 1  # how many findings with this fingerprint it covers


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
    accepted: Acceptance | None = None


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
    text: str = ""  # the canonical text, which all offsets count
    page_starts: tuple[tuple[int, int], ...] = ()  # page and offset where its text begins


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one run over one or more documents."""

    tool_version: str
    rulebook_version: str
    rulebook_digest: str
    rules: tuple[RuleSummary, ...]
    documents: tuple[DocumentReport, ...]
    model: str = ""  # digest of the learned reader that read beside the rules; "" for none
    audience: Audience = Audience.ATTORNEY
    date: str = ""  # the day the user put on the report, ISO 8601; "" for none
