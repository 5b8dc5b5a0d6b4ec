"""What the HTML report says, in the order in which it says it; the template only lays it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, Status
from rtlint.model.report import DocumentReport, Finding, Report, RuleSummary
from rtlint.reporters import wording
from rtlint.reporters.passage import Context, Piece, context, paragraphs, quotations

PLACES_IN_TABLE = 2
_CITES = {
    EvidenceRole.CONTRADICTS: "against",
    EvidenceRole.QUALIFIES: "limits",
    EvidenceRole.DECIDES: "decides",
    EvidenceRole.SUPPORTS: "provides",
    EvidenceRole.NEAREST: "nearest to",
}


@dataclass(frozen=True)
class Quote:
    """A quotation with its place, and the anchor of its words in the order beside it."""

    label: str
    evidence: Evidence
    around: Context
    anchor: str  # "" where the text of the order is not at hand

    @property
    def place(self) -> str:
        return wording.where(self.evidence)

    @property
    def cut(self) -> tuple[str, str, str]:
        """The words before, of and after the cue."""
        quote, cue = self.evidence.quote, self.evidence.cue
        return quote.partition(cue) if cue and cue in quote else (quote, "", "")


@dataclass(frozen=True)
class Item:
    """A finding, or a requirement that nothing is to be mended in."""

    anchor: str
    rule: str
    title: str
    part: str  # of the source, as the table shows it
    source: str
    why: str
    status: Status | None
    word: str
    severity: str  # "" without a finding
    message: str
    quotes: tuple[Quote, ...]
    review: bool
    given_role: str = ""
    suggestion: str = ""
    accepted: str = ""

    @property
    def kind(self) -> str:
        """The class that the style sheet knows it by."""
        return "drafting" if self.status is None else self.status.value

    @property
    def places(self) -> tuple[Quote, ...]:
        """The first quotation at each place."""
        return tuple({quote.place: quote for quote in reversed(self.quotes)}.values())[::-1]

    @property
    def nothing_near(self) -> bool:
        return self.status is Status.MISSING and not self.quotes


class DocumentView:
    """One document of the report."""

    def __init__(self, report: Report, document: DocumentReport, number: int) -> None:
        self.document = document
        self.anchor = f"d{number}"
        self._rules = {rule.id: rule for rule in report.rules}
        self._sources = Sources(report.rules)
        self._anchors = {(q.start, q.end): q.number for q in quotations(document)}

    @property
    def counts(self) -> str:
        return wording.counts(self.document)

    @cached_property
    def findings(self) -> tuple[Item, ...]:
        """What to mend, gravest first, accepted ones last."""
        items: list[Item] = []
        for finding in sorted(self.document.findings, key=wording.gravity):
            same = sum(item.rule == finding.rule for item in items)
            suffix = f"-{same + 1}" if same else ""
            items.append(self._finding(finding, f"{self.anchor}-{finding.rule}{suffix}"))
        return tuple(items)

    @cached_property
    def quiet(self) -> tuple[Item, ...]:
        """Requirements without a finding: unsure ones first, then by gravity."""
        raised = {finding.rule for finding in self.document.findings}
        rest = [item for item in self.document.assessments if item.rule not in raised]
        rest.sort(key=lambda item: (not item.review, wording.GRAVITY.index(item.status), item.rule))
        return tuple(map(self._requirement, rest)) if self.document.applicable else ()

    @property
    def rows(self) -> tuple[Item, ...]:
        """The table: what is to be mended before what is in order."""
        return (*self.findings, *self.quiet)

    @property
    def paragraphs(self) -> Iterator[tuple[Piece, ...]]:
        return paragraphs(self.document)

    def cites(self, piece: Piece) -> list[tuple[str, list[tuple[str, str]]]]:
        """What the quotations that end here do, and for which rules: word, then (rule, anchor)."""
        grouped: dict[str, list[tuple[str, str]]] = {}
        for quoted in piece.ends:
            for role, rule in quoted.cited_by:
                entry = (rule, f"{self.anchor}-{rule}")
                links = grouped.setdefault(_CITES[role], [])
                if entry not in links:
                    links.append(entry)
        return list(grouped.items())

    def quote_anchor(self, number: int) -> str:
        return f"{self.anchor}-q{number}"

    def _finding(self, finding: Finding, anchor: str) -> Item:
        assessments = self.document.assessments
        given = next((a.role for a in assessments if a.rule == finding.rule and a.role), None)
        applies = self.document.applicable
        rule = self._rule(finding.rule)
        return Item(
            anchor=anchor,
            rule=finding.rule,
            title=rule.title,
            part=self._sources.part(rule),
            source=rule.source,
            why=rule.why,
            status=finding.status,
            word=_word(finding.status) if applies else "does not apply",
            severity=finding.severity.value,
            message=finding.message,
            quotes=self._quotes(finding.evidence, drafting=finding.status is None),
            review=finding.review,
            given_role=wording.given_role(given) if given else "",
            suggestion=finding.suggestion,
            accepted=wording.accepted(finding.accepted) if finding.accepted else "",
        )

    def _requirement(self, assessment: Assessment) -> Item:
        rule = self._rule(assessment.rule)
        return Item(
            anchor=f"{self.anchor}-{assessment.rule}",
            rule=assessment.rule,
            title=rule.title,
            part=self._sources.part(rule),
            source=rule.source,
            why="",
            status=assessment.status,
            word=_word(assessment.status),
            severity="",
            message=assessment.reason,
            quotes=self._quotes(assessment.evidence, drafting=False),
            review=assessment.review,
        )

    def _rule(self, ident: str) -> RuleSummary:
        return self._rules.get(ident, RuleSummary(ident, "", "", "", ""))

    def _quotes(self, evidence: Sequence[Evidence], *, drafting: bool) -> tuple[Quote, ...]:
        return tuple(
            Quote(
                wording.quote_label(item, drafting=drafting),
                item,
                context(self.document, item),
                self._anchor(item),
            )
            for item in evidence
        )

    def _anchor(self, evidence: Evidence) -> str:
        number = self._anchors.get((evidence.start, evidence.end))
        return self.quote_anchor(number) if number else ""


class Sources:
    """Where requirements come from; what all name alike is said once, under the table."""

    def __init__(self, rules: Sequence[RuleSummary]) -> None:
        titles = [rule.source.rpartition(", ")[0] for rule in rules]
        self.common = max(titles, key=titles.count, default="")

    def part(self, rule: RuleSummary) -> str:
        title, _, part = rule.source.rpartition(", ")
        return part if title and title == self.common else rule.source


def _word(status: Status | None) -> str:
    return wording.label(status).lower()
