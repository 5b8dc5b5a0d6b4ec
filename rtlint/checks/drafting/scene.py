"""What every drafting check may look at, and how it quotes what it raises."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rtlint.checks.evidence import quote, quote_clause
from rtlint.checks.judge import Judgement
from rtlint.language.analysis import Analysis, ClauseReading
from rtlint.model.assessment import Evidence, EvidenceRole
from rtlint.model.drafting import Remark
from rtlint.model.outline import Force, Span, Zone
from rtlint.model.rule import Rule, Rulebook


@dataclass(frozen=True, slots=True)
class Scene:
    """One document as judged, with the rules it was judged by."""

    analysis: Analysis
    rulebook: Rulebook
    judgement: Judgement
    filed: date | None = None

    @property
    def text(self) -> str:
        return self.analysis.document.text

    def operative(self, force: Force = Force.LIVE) -> Iterator[ClauseReading]:
        """The clauses that order something, or would if their box were ticked."""
        for clause in self.analysis.clauses:
            outline = clause.view.clause
            if outline.zone.operative and outline.force is force:
                yield clause

    def words(self, clause: ClauseReading) -> str:
        """A clause's own text, as it stands."""
        return self.text[clause.view.clause.start : clause.view.clause.end]

    def sentence(self, clause: ClauseReading) -> str:
        """A clause's text after the lead-ins that govern it, as one sentence."""
        outline = clause.view.clause
        spans = [*outline.lead_in, (outline.start, outline.end)]
        return " ".join(self.text[start:end] for start, end in spans)

    def clauses_of(self, evidence: tuple[Evidence, ...]) -> list[ClauseReading]:
        """The clauses that quotations are of, without the lead-ins quoted beside them."""
        spans = {(item.start, item.end) for item in evidence}
        return [
            clause
            for clause in self.analysis.clauses
            if (clause.view.clause.start, clause.view.clause.end) in spans
        ]

    def on_topic(self, clause: ClauseReading) -> bool:
        """Whether a clause is about a main topic."""
        topic = self.analysis.vocabulary.topics.get(clause.topic)
        return topic is not None and topic.main


def quoted(scene: Scene, clause: ClauseReading, cue: str = "") -> tuple[Evidence, ...]:
    """A clause with its lead-in, as the words that a remark is about."""
    return tuple(quote_clause(scene.analysis, clause, EvidenceRole.DECIDES, cue))


def quoted_span(scene: Scene, span: Span, paragraph: str = "", cue: str = "") -> Evidence:
    """Any stretch of the document, as the words that a remark is about."""
    return quote(scene.analysis, span, EvidenceRole.DECIDES, paragraph=paragraph, cue=cue)


def caption_text(scene: Scene) -> str:
    """The words of the caption, one line to each of its paragraphs."""
    blocks = scene.analysis.outline.blocks
    return "\n".join(scene.text[b.start : b.end] for b in blocks if b.zone is Zone.CAPTION)


def around(scene: Scene, span: Span) -> Span:
    """The clause that a span begins in, else its paragraph."""
    for clause in scene.analysis.outline.clauses:
        if clause.start <= span[0] < clause.end:
            return clause.start, clause.end
    for paragraph in scene.analysis.document.paragraphs:
        if paragraph.start <= span[0] < paragraph.end:
            return paragraph.start, paragraph.end
    return span


def remark(
    rule: Rule,
    evidence: tuple[Evidence, ...],
    *,
    case: str = "raised",
    facts: Mapping[str, str] | None = None,
    review: bool = False,
) -> Remark:
    """A remark with each quotation once, in the order of the document."""
    once = {(item.start, item.end): item for item in reversed(evidence)}
    ordered = tuple(once[span] for span in sorted(once))
    return Remark(rule.id, case, ordered, facts or {}, review)
