"""The report as GitHub workflow commands, which become annotations on a pull request.

A line number is given only where it is one of the file itself; a page's line means nothing there.
"""

from collections.abc import Iterator

from rtlint.model.assessment import Evidence
from rtlint.model.report import DocumentReport, Report, Severity
from rtlint.reporters import wording
from rtlint.reporters.judged import Judged, judged
from rtlint.reporters.layout import NO_BREAK, showable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render_github(report: Report) -> str:
    """One workflow command on each line."""
    lines = [line for document in report.documents for line in _document(report, document)]
    closing = "\n".join((wording.totals(report.documents), *wording.closing(report)))
    return "\n".join([*lines, _command("notice", closing, title="rtlint")]) + "\n"


def _document(report: Report, document: DocumentReport) -> Iterator[str]:
    name = document.name
    if document.error is not None:
        yield _command("error", document.error, file=name, title="Not read")
        return
    if not document.complete:
        yield _command("error", "A part of this document could not be read.", file=name)
    for item in judged(report, document):
        if item.finding or item.review:
            yield _item(item, document)
    for notice in document.notices:
        page = "" if notice.page is None else f"p. {notice.page}: "
        yield _command("notice", f"{page}{notice.message}", file=name, title=notice.code)


def _item(item: Judged, document: DocumentReport) -> str:
    accepted = item.finding.accepted if item.finding else None
    severity = Severity.INFO if accepted or not item.finding else item.finding.severity
    review = f", {wording.REVIEW}" if item.review else ""
    message = [f"{wording.label(item.status)}{review}. {item.message}".rstrip()]
    if accepted:
        message.append(wording.accepted(accepted))
    message += [_quote(evidence) for evidence in item.evidence]
    if item.finding and item.finding.suggestion:
        message.append(f"Suggested wording: {item.finding.suggestion}")
    line = item.evidence[0].place.line if item.evidence and document.pages is None else None
    return _command(
        _COMMANDS[severity],
        "\n".join(message),
        file=document.name,
        line="" if line is None else str(line),
        title=f"{item.rule.id} {item.rule.title}".rstrip(),
    )


def _quote(evidence: Evidence) -> str:
    place = wording.where(evidence)
    return f'{place}: "{evidence.quote}"' if place else f'"{evidence.quote}"'


def _command(command: str, message: str, **properties: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{command} {given}::{_data(message)}"


def _data(text: str) -> str:
    shown = "\n".join(showable(line).replace(NO_BREAK, " ") for line in text.split("\n"))
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
