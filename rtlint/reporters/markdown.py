"""The report as Markdown (CommonMark with tables), to paste into a ticket, a wiki or a mail.

Whatever comes from a document is escaped, so that "1. *Costs*" in an order stays what it is.
"""

import re
from collections.abc import Iterable, Iterator

from rtlint.model.assessment import Evidence, Status
from rtlint.model.report import DocumentReport, Finding, Report
from rtlint.reporters import wording
from rtlint.reporters.judged import Judged, judged
from rtlint.reporters.layout import showable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
_BULLET = re.compile(r"^(\s*)([-+=])")
_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")


def render_markdown(report: Report) -> str:
    """The report as Markdown."""
    parts = ["# rtlint report"]
    if report.date:
        parts.append(f"Date: {report.date}")
    if len(report.documents) > 1:
        parts.append(f"**{escaped(wording.totals(report.documents))}**")
    for document in report.documents:
        parts += _document(report, document)
    parts.append("---")
    parts += [escaped(sentence) for sentence in wording.closing(report)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """``text`` on one line, read by Markdown as nothing but words."""
    text = _SPECIAL.sub(r"\\\1", showable(text))
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\1\\\2", text))


def _document(report: Report, document: DocumentReport) -> Iterator[str]:
    yield f"## {escaped(document.name)}"
    if document.error is not None:
        yield f"**Not read:** {escaped(document.error)}"
        return
    pages = "" if document.pages is None else f"{wording.number(document.pages, 'page')}, "
    yield (
        f"{pages}SHA-256 {document.sha256}; rules {escaped(report.rulebook_version)}, "
        f"rtlint {escaped(report.tool_version)}"
    )
    if not document.complete:
        yield "**Not read wholly. What follows covers only the rest.**"
    if document.applicable:
        yield f"**{escaped(wording.counts(document))}**"
    else:
        yield "**No requirement was judged: these rules do not apply to what was read.**"
    items = sorted(judged(report, document), key=_gravity)
    yield _table(items)
    for item in items:
        if item.finding or item.review:
            yield from _item(item, document)
    if document.notices:
        yield "### How the document was read"
        yield "\n".join(_notices(document))


def _gravity(item: Judged) -> tuple[bool, bool, int, int, str]:
    if item.finding:
        return False, *wording.gravity(item.finding)
    return True, not item.review, 0, wording.GRAVITY.index(item.status), item.rule.id


def _table(items: Iterable[Judged]) -> str:
    rows = ["| Result | Requirement | Where |", "| --- | --- | --- |"]
    for item in items:
        places = dict.fromkeys(filter(None, map(wording.where, item.evidence)))
        title = f"{item.rule.id} {escaped(item.rule.title)}".rstrip()
        rows.append(f"| {_result(item)} | {title} | {escaped('; '.join(places))} |")
    return "\n".join(rows)


def _result(item: Judged) -> str:
    accepted = item.finding is not None and item.finding.accepted is not None
    notes = [
        name for name, holds in (("accepted", accepted), ("check yourself", item.review)) if holds
    ]
    return ", ".join([wording.label(item.status).lower(), *notes])


def _item(item: Judged, document: DocumentReport) -> Iterator[str]:
    word = wording.label(item.status) if document.applicable else "DOES NOT APPLY"
    severity = f" ({item.finding.severity.value})" if item.finding else ""
    review = f", {wording.REVIEW}" if item.review else ""
    yield f"### {word}{severity}{review}: {item.rule.id} {escaped(item.rule.title)}".rstrip()
    if item.finding and item.finding.accepted:
        yield f"**{escaped(wording.accepted(item.finding.accepted))}**"
    if item.message:
        yield escaped(item.message)
    if item.assessment and item.assessment.role:
        yield f"Role given to the therapist: {wording.given_role(item.assessment.role)}"
    for evidence in item.evidence:
        yield _quote(evidence, drafting=item.status is None)
    if item.status is Status.MISSING and not item.evidence:
        yield "Nearest words found: none"
    if item.finding:
        yield from _advice(item.finding, item)


def _quote(evidence: Evidence, *, drafting: bool) -> str:
    place = wording.where(evidence)
    label = wording.quote_label(evidence, drafting=drafting)
    return f"{label}{f', {escaped(place)}' if place else ''}:\n\n> {escaped(evidence.quote)}"


def _advice(finding: Finding, item: Judged) -> Iterator[str]:
    if item.rule.why:
        yield f"Why it matters: {escaped(item.rule.why)} (Source: {escaped(item.rule.source)})"
    if finding.suggestion:
        yield f"Suggested wording:\n\n> {escaped(finding.suggestion)}"


def _notices(document: DocumentReport) -> Iterator[str]:
    for notice in document.notices:
        page = "" if notice.page is None else f"p. {notice.page}: "
        yield f"- {page}{escaped(notice.message)} \\[{escaped(notice.code)}\\]"
