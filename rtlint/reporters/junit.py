"""The report as JUnit XML: one suite for each document, one case for each rule.

Findings of severity error and warning fail their case; advice does not, and what somebody accepted
is skipped with the reason. There is no time and no host in it.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from rtlint.model.report import DocumentReport, Report, Severity
from rtlint.reporters import wording
from rtlint.reporters.judged import Judged, judged
from rtlint.reporters.layout import NO_BREAK, showable


def render_junit(report: Report) -> str:
    """The report as XML."""
    root = ET.Element("testsuites", name="rtlint")
    for document in report.documents:
        _suite(root, report, document)
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, report: Report, document: DocumentReport) -> None:
    suite = ET.SubElement(root, "testsuite", name=_shown(document.name))
    properties = ET.SubElement(suite, "properties")
    for key, value in _facts(report, document):
        ET.SubElement(properties, "property", name=key, value=_shown(value))
    _reading(suite, document)
    for item in judged(report, document):
        _case(suite, item, document)
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(key, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("tests", str(len(suite.findall("testcase"))))
    said = [
        f"{'' if n.page is None else f'p. {n.page}: '}{n.message} [{n.code}]"
        for n in document.notices
    ]
    _text(suite, "system-out", [*said, *wording.closing(report)])


def _facts(report: Report, document: DocumentReport) -> Iterator[tuple[str, str]]:
    yield "sha256", document.sha256
    yield "rules", f"{report.rulebook_version} {report.rulebook_digest}"
    yield "rtlint", report.tool_version
    if report.date:
        yield "date", report.date


def _reading(suite: ET.Element, document: DocumentReport) -> None:
    """A case of its own for whether the document was read, so that silence is no approval."""
    name = _shown(document.name)
    case = ET.SubElement(suite, "testcase", classname=name, name="The document was read wholly")
    if document.error is not None or not document.complete:
        said = _shown(document.error or "A part of the document could not be read.")
        ET.SubElement(case, "error", type="not-read", message=said).text = said


def _case(suite: ET.Element, item: Judged, document: DocumentReport) -> None:
    name = f"{item.rule.id} {item.rule.title}".rstrip()
    case = ET.SubElement(suite, "testcase", classname=_shown(document.name), name=_shown(name))
    finding = item.finding
    if finding and finding.accepted:
        ET.SubElement(case, "skipped", message=_shown(wording.accepted(finding.accepted)))
        _text(case, "system-out", _lines(item))
    elif finding and finding.severity is not Severity.INFO:
        said = _shown(finding.message)
        failure = ET.SubElement(case, "failure", type=finding.severity.value, message=said)
        failure.text = "\n".join(map(_shown, _lines(item)))
    elif finding or item.review:
        _text(case, "system-out", _lines(item))


def _lines(item: Judged) -> Iterator[str]:
    review = f", {wording.REVIEW}" if item.review else ""
    yield f"{wording.label(item.status)}{review}. {item.message}".rstrip()
    for evidence in item.evidence:
        label = wording.quote_label(evidence, drafting=item.status is None)
        yield f'{label}, {wording.where(evidence)}: "{evidence.quote}"'
    if item.finding and item.finding.suggestion:
        yield f"Suggested wording: {item.finding.suggestion}"


def _text(parent: ET.Element, tag: str, lines: Iterator[str] | list[str]) -> None:
    ET.SubElement(parent, tag).text = "\n".join(map(_shown, lines))


def _shown(text: str) -> str:
    return showable(text).replace(NO_BREAK, " ")
