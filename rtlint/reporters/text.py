"""The report as text for people: one document after another, the gravest finding first.

There are no columns and no boxes, only labels and values, so that a screen
reader and a printed page say the same.
"""

from collections.abc import Iterator, Sequence
from enum import Enum

from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, Status
from rtlint.model.report import DocumentReport, Finding, Report, Severity
from rtlint.reporters import wording
from rtlint.reporters.layout import Block, Run, Style, lines, plain

WIDTH = 80
QUOTES_SHOWN = 4  # of one finding; the places of the others follow
_SEVERITY_STYLES = {
    Severity.ERROR: Style.ERROR,
    Severity.WARNING: Style.WARNING,
    Severity.INFO: Style.STRONG,
}
# Elsewhere the cue is a mere "shall" and would only lengthen the page.
_TELLING = (EvidenceRole.CONTRADICTS, EvidenceRole.QUALIFIES, EvidenceRole.DECIDES)


class Detail(Enum):
    """How much is said of what is in order."""

    FINDINGS = "findings"  # nothing of what is met
    PLACES = "places"  # a line for each requirement met
    QUOTES = "quotes"  # its words as well


def render_text(report: Report, *, width: int = WIDTH, detail: Detail = Detail.PLACES) -> str:
    """The report as plain text without a single escape code."""
    return plain(lines(blocks(report, detail), width))


def blocks(report: Report, detail: Detail) -> Iterator[Block]:
    """The whole report, paragraph by paragraph."""
    titles = {rule.id: rule.title for rule in report.rules}
    total = len(report.documents)
    for number, document in enumerate(report.documents, start=1):
        yield _name(document, f" (document {number} of {total})" if total > 1 else "")
        yield from _document(document, titles, detail)
        yield Block()
    if total > 1:
        yield Block((Run(wording.totals(report.documents), Style.STRONG),))
    first = min(
        (f for d in report.documents for f in d.findings), key=wording.gravity, default=None
    )
    if first is not None:
        yield Block((Run(f"To read why {first.rule} matters, type: rtlint explain {first.rule}"),))
    for sentence in wording.closing(report):
        yield Block((Run(sentence),))


def _name(document: DocumentReport, position: str) -> Block:
    pages = "" if document.pages is None else f", {wording.number(document.pages, 'page')}"
    return Block((Run(document.name, Style.STRONG), Run(pages + position)))


def _document(document: DocumentReport, titles: dict[str, str], detail: Detail) -> Iterator[Block]:
    if document.error is not None:
        yield Block((Run("NOT READ: ", Style.ERROR), Run(document.error)))
        return
    if not document.complete:
        yield Block((Run("NOT READ WHOLLY. What follows covers only the rest.", Style.ERROR),))
        yield from _notices(document)
    if document.applicable:
        yield Block((Run(wording.counts(document)),))
    else:
        whole = "it" if document.complete else "the part that could be read"
        yield Block((Run(f"No requirement was judged: these rules do not apply to {whole}."),))
    for finding in sorted(document.findings, key=wording.gravity):
        yield Block()
        yield from _finding(finding, document, titles, detail)
    if document.applicable:
        yield from _without_finding(document, titles, detail)
    if document.complete and document.notices:
        yield Block()
        yield Block((Run("Notes on how the document was read", Style.STRONG),))
        yield from _notices(document)


def _notices(document: DocumentReport) -> Iterator[Block]:
    for notice in document.notices:
        page = "" if notice.page is None else f"p. {notice.page}: "
        yield Block((Run(f"{page}{notice.message} [{notice.code}]"),), indent=2)


def _finding(
    finding: Finding, document: DocumentReport, titles: dict[str, str], detail: Detail
) -> Iterator[Block]:
    word = wording.label(finding.status) if document.applicable else "DOES NOT APPLY"
    label = f"{word} ({finding.severity.value})"
    style = _SEVERITY_STYLES[finding.severity]
    if finding.accepted:
        label, style = f"ACCEPTED, {label}", Style.STRONG
    yield _heading(label, style, finding, titles)
    if finding.accepted:
        yield Block((Run(wording.accepted(finding.accepted)),), indent=2)
    yield Block((Run(finding.message),), indent=2)
    given = next((a.role for a in document.assessments if a.rule == finding.rule and a.role), None)
    if given is not None:
        yield Block((Run(f"Role given to the therapist: {wording.given_role(given)}"),), indent=2)
    shown = len(finding.evidence) if detail is Detail.QUOTES else QUOTES_SHOWN
    yield from _quotes(finding.evidence[:shown], drafting=finding.status is None)
    if finding.evidence[shown:]:
        yield Block((Run(f"See also {_places(finding.evidence[shown:])}"),), indent=2)
    if finding.status is Status.MISSING and not finding.evidence:
        yield Block((Run("Nearest words found: none"),), indent=2)
    if finding.suggestion:
        yield Block((Run("Suggested wording: "), Run(finding.suggestion)), indent=2)


def _heading(label: str, style: Style, item: Finding | Assessment, titles: dict[str, str]) -> Block:
    review = f", {wording.REVIEW}" if item.review else ""
    title = f": {item.rule} {titles.get(item.rule, '')}".rstrip()
    return Block((Run(label + review, style), Run(title, Style.STRONG)))


def _quotes(evidence: Sequence[Evidence], *, drafting: bool) -> Iterator[Block]:
    for item in evidence:
        place = wording.where(item)
        label = wording.quote_label(item, drafting=drafting)
        runs = [Run(f"{label}, {place}: " if place else f"{label}: "), *_quotation(item)]
        if item.cue and item.role in _TELLING:
            runs.append(Run(f' Deciding words: "{item.cue}"'))
        yield Block(tuple(runs), indent=2)


def _quotation(evidence: Evidence) -> Iterator[Run]:
    quote = wording.shortened(evidence.quote, evidence.cue)
    before, cue, after = quote.partition(evidence.cue) if evidence.cue else (quote, "", "")
    yield Run(f'"{before}')
    if cue:
        yield Run(cue, Style.CUE)
    yield Run(f'{after}"')


def _without_finding(
    document: DocumentReport, titles: dict[str, str], detail: Detail
) -> Iterator[Block]:
    """The requirements nothing is to be mended in; unsure ones are never left out."""
    raised = {finding.rule for finding in document.findings}
    quiet = [item for item in document.assessments if item.rule not in raised]
    unsure = [item for item in quiet if item.review]
    for item in unsure:
        yield Block()
        yield _heading(wording.label(item.status), Style.WARNING, item, titles)
        yield from _grounds(item)
    if detail is Detail.FINDINGS:
        return
    for status in wording.GRAVITY:
        listed = [item for item in quiet if item.status is status and not item.review]
        if not listed:
            continue
        style = Style.GOOD if status is Status.MET else Style.STRONG
        yield Block()
        yield Block((Run(wording.label(status), style),))
        for item in listed:
            yield _compact(item, titles)
            if detail is Detail.QUOTES:
                yield from _grounds(item)


def _grounds(assessment: Assessment) -> Iterator[Block]:
    if assessment.reason:
        yield Block((Run(assessment.reason),), indent=2)
    yield from _quotes(assessment.evidence, drafting=False)


def _compact(assessment: Assessment, titles: dict[str, str]) -> Block:
    places = _places(assessment.evidence)
    text = f"{assessment.rule} {titles.get(assessment.rule, '')}".rstrip()
    return Block((Run(f"{text}: {places}" if places else text),))


def _places(evidence: Sequence[Evidence]) -> str:
    places = [where for item in evidence if (where := wording.where(item))]
    return "; ".join(dict.fromkeys(places))
