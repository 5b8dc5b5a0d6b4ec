"""Two drafts of one order, requirement by requirement."""

from dataclasses import dataclass
from enum import StrEnum

from rtlint.model.assessment import Assessment
from rtlint.model.report import DocumentReport, Finding, RuleSummary


class Direction(StrEnum):
    """What became of a requirement from the old document to the new one."""

    WORSE = "worse"
    BETTER = "better"
    UNCLEAR = "unclear"  # undetermined before or after, or judged in one document only
    REWORDED = "reworded"  # the same status, on other words
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """One requirement in both documents."""

    rule: str
    direction: Direction
    before: Assessment | None  # None where the document was not judged by this rule
    after: Assessment | None
    finding: Finding | None = None  # what the new document raises


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one document to another."""

    old: DocumentReport
    new: DocumentReport
    rules: tuple[RuleSummary, ...]
    changes: tuple[Change, ...]  # every requirement, the worse ones first
    raised: tuple[Finding, ...]  # drafting points of the new document only
    resolved: tuple[Finding, ...]  # drafting points of the old document only
    same_rules: bool  # both were judged by the same rules
    tool_version: str = ""
    date: str = ""

    @property
    def worse(self) -> bool:
        """Whether the new document is worse in anything."""
        grown = any(change.direction is Direction.WORSE for change in self.changes)
        return grown or bool(self.raised)

    def of(self, direction: Direction) -> tuple[Change, ...]:
        """The changes in this direction."""
        return tuple(change for change in self.changes if change.direction is direction)
