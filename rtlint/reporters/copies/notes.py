"""What the notes in a marked copy say: one for each stretch of evidence, and one for the whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from rtlint.model.assessment import Evidence, EvidenceRole
from rtlint.model.report import DocumentReport, Report
from rtlint.reporters import wording
from rtlint.reporters.judged import Judged, judged
from rtlint.reporters.layout import NO_BREAK, showable

# Where several findings rest on the same words, the first of these gives the mark its colour.
ROLES = (
    EvidenceRole.CONTRADICTS,
    EvidenceRole.QUALIFIES,
    EvidenceRole.DECIDES,
    EvidenceRole.SUPPORTS,
    EvidenceRole.NEAREST,
)


@dataclass(frozen=True, slots=True)
class Note:
    """A stretch of the document and what is said of it."""

    evidence: Evidence
    role: EvidenceRole
    text: str


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes on one document."""

    whole: str  # on the document as a whole, and on what has no place in it
    placed: tuple[Note, ...]  # in the order of the text


def notes(report: Report, document: DocumentReport) -> Notes:
    """The notes on everything that is to be mended or checked."""
    spans: dict[tuple[int, int], list[tuple[Evidence, str]]] = {}
    unplaced: list[str] = []
    told = [item for item in judged(report, document) if item.finding or item.review]
    for item in sorted(told, key=_gravity):
        whole = "\n".join(_entry(item))
        if not item.evidence:
            unplaced.append(whole)
        for number, evidence in enumerate(item.evidence):
            first = wording.where(item.evidence[0])
            said = whole if number == 0 else f"{_head(item)} See the note at {first}."
            label = wording.quote_label(evidence, drafting=item.status is None)
            entry = (evidence, f"{said}\n({label})")
            spans.setdefault((evidence.start, evidence.end), []).append(entry)
    placed = tuple(_note(spans[span]) for span in sorted(spans))
    return Notes(_clean("\n\n".join(_whole(report, document, unplaced))), placed)


def _note(entries: list[tuple[Evidence, str]]) -> Note:
    role = min((evidence.role for evidence, _ in entries), key=ROLES.index)
    return Note(entries[0][0], role, _clean("\n\n".join(text for _, text in entries)))


def _whole(report: Report, document: DocumentReport, unplaced: list[str]) -> Iterator[str]:
    dated = f", {report.date}" if report.date else ""
    yield f"rtlint {report.tool_version}, rules {report.rulebook_version}{dated}"
    if document.applicable:
        yield wording.counts(document)
    if not document.complete:
        yield "This document was not read wholly."
    yield from unplaced
    for notice in document.notices:
        page = "" if notice.page is None else f"p. {notice.page}: "
        yield f"{page}{notice.message} [{notice.code}]"
    yield from wording.closing(report)


def _entry(item: Judged) -> Iterator[str]:
    yield _head(item)
    if item.message:
        yield item.message
    if item.finding:
        if item.finding.accepted:
            yield wording.accepted(item.finding.accepted)
        if item.finding.suggestion:
            yield f"Suggested wording: {item.finding.suggestion}"


def _head(item: Judged) -> str:
    accepted = "ACCEPTED, " if item.finding and item.finding.accepted else ""
    severity = f" ({item.finding.severity.value})" if item.finding else ""
    review = f", {wording.REVIEW}" if item.review else ""
    word = f"{accepted}{wording.label(item.status)}{severity}{review}"
    return f"{word}: {item.rule.id} {item.rule.title}".rstrip() + "."


def _gravity(item: Judged) -> tuple[bool, bool, int, int, str]:
    if item.finding:
        return False, *wording.gravity(item.finding)
    return True, False, 0, wording.GRAVITY.index(item.status), item.rule.id


def _clean(text: str) -> str:
    return "\n".join(map(showable, text.split("\n"))).replace(NO_BREAK, " ")
