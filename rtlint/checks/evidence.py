"""Quotations for an assessment: exact words, with their place, never the same words twice."""

from collections.abc import Iterable

from rtlint.language.analysis import Analysis, ClauseReading
from rtlint.model.assessment import Evidence, EvidenceRole
from rtlint.model.outline import Span
from rtlint.model.rule import Stance
from rtlint.readers.reading import Take

_ROLES = {
    Stance.SUPPORTS: EvidenceRole.SUPPORTS,
    Stance.CONTRADICTS: EvidenceRole.CONTRADICTS,
    Stance.WEAKENS: EvidenceRole.QUALIFIES,
    Stance.NARROWS: EvidenceRole.QUALIFIES,
    Stance.CAPS: EvidenceRole.QUALIFIES,
    Stance.EXCLUDES: EvidenceRole.CONTRADICTS,
    Stance.MENTIONS: EvidenceRole.DECIDES,
}


def quote(
    analysis: Analysis, span: Span, role: EvidenceRole, *, paragraph: str, cue: str = ""
) -> Evidence:
    """One quotation of the document."""
    start, end = span
    return Evidence(
        role,
        analysis.document.text[start:end],
        start,
        end,
        analysis.document.place(start, end),
        paragraph,
        cue,
    )


def quote_clause(
    analysis: Analysis, clause: ClauseReading, role: EvidenceRole, cue: str = ""
) -> list[Evidence]:
    """A clause with the nearest lead-in that governs it."""
    outline = clause.view.clause
    own = quote(analysis, (outline.start, outline.end), role, paragraph=outline.paragraph, cue=cue)
    if not outline.lead_in:
        return [own]
    lead = quote(
        analysis, outline.lead_in[-1], role, paragraph=outline.paragraph.rpartition("(")[0]
    )
    return [lead, own]


def quote_takes(analysis: Analysis, takes: Iterable[Take]) -> tuple[Evidence, ...]:
    """The clauses of the takes, each once, in the order given."""
    found: dict[Span, Evidence] = {}
    for take in takes:
        for item in quote_clause(analysis, take.clause, _ROLES[take.stance], take.cue):
            known = found.get((item.start, item.end))
            if known is None or (known.cue == "" and item.cue):
                found[item.start, item.end] = item
    return tuple(found.values())
