"""How two drafts differ, as text: what got worse first."""

from collections.abc import Iterator

from rtlint.model.assessment import Assessment
from rtlint.model.comparison import Change, Comparison, Direction
from rtlint.model.report import DocumentReport, Finding
from rtlint.reporters import wording
from rtlint.reporters.comparison import words
from rtlint.reporters.layout import Block, Run, lines, plain
from rtlint.reporters.text import WIDTH


def render_text(comparison: Comparison, *, width: int = WIDTH) -> str:
    """The comparison as plain text."""
    return plain(lines(_blocks(comparison), width))


def _blocks(comparison: Comparison) -> Iterator[Block]:
    titles = {rule.id: rule.title for rule in comparison.rules}
    yield Block((Run(f"Before: {comparison.old.name}"),))
    yield Block((Run(f"After: {comparison.new.name}"),))
    yield Block((Run(words.summary(comparison)),))
    for sentence in words.cautions(comparison):
        yield Block((Run(f"NOTE: {sentence}"),))
    for label, document in (("Before", comparison.old), ("After", comparison.new)):
        yield from _notices(label, document)
    for direction in words.SHOWN:
        for change in comparison.of(direction):
            yield Block()
            yield from _change(change, titles)
    for label, findings in (("NEW", comparison.raised), ("GONE", comparison.resolved)):
        for finding in findings:
            yield Block()
            yield from _drafting(label, finding, titles)
    same = comparison.of(Direction.SAME)
    if same:
        yield Block()
        listed = "; ".join(f"{c.rule} {c.after.status.value}" for c in same if c.after)
        yield Block((Run(f"The same: {listed}"),))
    yield Block()
    yield Block((Run(wording.DISCLAIMER),))


def _notices(label: str, document: DocumentReport) -> Iterator[Block]:
    for notice in document.notices:
        page = "" if notice.page is None else f"p. {notice.page}: "
        yield Block((Run(f"{label}, {page}{notice.message} [{notice.code}]"),), indent=2)


def _change(change: Change, titles: dict[str, str]) -> Iterator[Block]:
    head = f"{words.LABELS[change.direction].upper()}: {change.rule} {titles.get(change.rule, '')}"
    yield Block((Run(f"{head.rstrip()}: {words.step(change)}"),))
    yield from _side("Before", change.before)
    yield from _side("After", change.after)
    if change.finding:
        yield Block((Run(change.finding.message),), indent=2)
        if change.finding.accepted:
            yield Block((Run(wording.accepted(change.finding.accepted)),), indent=2)
        if change.finding.suggestion and change.direction is Direction.WORSE:
            yield Block((Run(f"Suggested wording: {change.finding.suggestion}"),), indent=2)


def _side(label: str, assessment: Assessment | None) -> Iterator[Block]:
    for evidence in assessment.evidence if assessment else ():
        place = wording.where(evidence)
        quote = wording.shortened(evidence.quote, evidence.cue)
        yield Block((Run(f'{label}{f", {place}" if place else ""}: "{quote}"'),), indent=2)


def _drafting(label: str, finding: Finding, titles: dict[str, str]) -> Iterator[Block]:
    title = f"{finding.rule} {titles.get(finding.rule, '')}".rstrip()
    yield Block((Run(f"{label}: {title}: {finding.message}"),))
    for evidence in finding.evidence:
        yield Block((Run(f'{wording.where(evidence)}: "{evidence.quote}"'),), indent=2)
