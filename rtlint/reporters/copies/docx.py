"""A copy of a Word document with a comment on each piece of evidence, and clauses if asked for.

Suggested clauses are tracked insertions: a lawyer accepts or rejects each one in Word. Whatever
rtlint does not understand in the file stays as it is. python-docx is imported only where needed.
"""

import copy
import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rtlint.errors import UsageError
from rtlint.model.assessment import EvidenceRole, Status
from rtlint.model.report import DocumentReport, Finding, Report
from rtlint.reporters.copies.notes import notes
from rtlint.reporters.layout import showable

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

    from rtlint.reporters.copies.docx_words import Words

AUTHOR = "rtlint"
INITIALS = "rt"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip has no earlier day; a clock would change the bytes
_FIRST_ID = 900_000  # of tracked changes: above those that Word has given
_EMPHASIS = (
    "w:b", "w:bCs", "w:i", "w:iCs", "w:u", "w:caps", "w:strike", "w:rPrChange", "w:ins",
)  # fmt: skip

Span = tuple[int, int]


def mark_docx(report: Report, document: DocumentReport, data: bytes) -> bytes:
    """The bytes of a copy with comments.

    Raises:
        UsageError: the file cannot be opened as a Word document, or holds no text to mark.
    """
    return _copied(report, document, data, suggest=False)


def suggest_docx(report: Report, document: DocumentReport, data: bytes) -> bytes:
    """The bytes of a copy with comments, and what is missing as tracked insertions.

    Raises:
        UsageError: the file cannot be opened as a Word document, or holds no text to mark.
    """
    return _copied(report, document, data, suggest=True)


def _copied(report: Report, document: DocumentReport, data: bytes, *, suggest: bool) -> bytes:
    import docx

    from rtlint.reporters.copies.docx_words import Words

    try:
        word = docx.Document(io.BytesIO(data))
        words = Words(word.element.body)
        if words.first is not None:
            # Where clauses go is decided before comments cut the text into more runs.
            places = _places(document, words) if suggest else []
            _comment(word, words, report, document)
            _insert(places, report.date)
        saved = io.BytesIO()
        word.save(saved)
    except MemoryError:
        raise  # the child's limits, not the file's damage
    except Exception as error:  # on a damaged file python-docx and lxml may raise anything
        raise UsageError(
            f"No marked copy of {document.name} could be made ({type(error).__name__}). "
            "Save it anew in Word, or use the report as HTML."
        ) from error
    if words.first is None:
        raise UsageError(f"{document.name} has no text of its own to mark.")
    return _without_clock(saved.getvalue())


def _comment(word: "Document", words: "Words", report: Report, document: DocumentReport) -> None:
    said = notes(report, document)
    whole = [said.whole]
    placed: list[tuple[Span, str]] = []
    for note in said.placed:
        evidence = note.evidence
        span = words.find(evidence.quote, document.text[: evidence.start])
        if span is None:
            whole.append(f'"{showable(evidence.quote)}"\n{note.text}')
        else:
            placed.append((span, note.text))
    words.cut({place for (first, last), _ in placed for place in (first, last + 1)})
    start = words.first or 0
    _add(word, words, (start, start), "\n\n".join(whole), report.date)
    for span, text in placed:
        _add(word, words, span, text, report.date)


def _add(word: "Document", words: "Words", span: Span, text: str, date: str) -> None:
    from docx.oxml.ns import qn
    from docx.text.run import Run

    paragraph = word.paragraphs[0] if word.paragraphs else word.add_paragraph()
    runs = [Run(words.run(index), paragraph) for index in span]
    comment = word.add_comment(runs, text, author=AUTHOR, initials=INITIALS)
    element = comment._comment_elm  # noqa: SLF001, its date cannot be left out otherwise
    element.attrib.pop(qn("w:date"), None)
    if date:
        element.set(qn("w:date"), f"{date}T00:00:00Z")


def _places(document: DocumentReport, words: "Words") -> list[tuple["_Element", Finding]]:
    """Each clause that is missing, with the paragraph it fits after."""
    missing = [
        finding
        for finding in document.findings
        if finding.status is Status.MISSING and finding.suggestion and not finding.accepted
    ]
    quoted = [
        (assessment.rule, words.find(evidence.quote, document.text[: evidence.start]))
        for assessment in document.assessments
        for evidence in assessment.evidence
        if evidence.role is not EvidenceRole.NEAREST
    ]
    known = [(rule, span[1]) for rule, span in quoted if span]
    return [
        (words.paragraph(place), finding)
        for finding in sorted(missing, key=lambda item: item.rule)
        if (place := _after(finding, known)) is not None
    ]


def _after(finding: Finding, known: Sequence[tuple[str, int]]) -> int | None:
    """The last words that speak of the same family of rules, else of any."""
    family = [place for rule, place in known if rule[:-2] == finding.rule[:-2]]
    return max(family or [place for _, place in known], default=None)


def _insert(places: Sequence[tuple["_Element", Finding]], date: str) -> None:
    last: dict[_Element, _Element] = {}  # clauses after one paragraph stand in their order
    for count, (paragraph, finding) in enumerate(places):
        made = _clause(paragraph, finding.suggestion, date, _FIRST_ID + 2 * count)
        last.get(paragraph, paragraph).addnext(made)
        last[paragraph] = made


def _clause(like: "_Element", text: str, date: str, number: int) -> "_Element":
    """A paragraph set like another one, inserted as a tracked change."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    def tracked(identity: int) -> "_Element":
        element = OxmlElement("w:ins")
        element.set(qn("w:id"), str(identity))
        element.set(qn("w:author"), AUTHOR)
        if date:
            element.set(qn("w:date"), f"{date}T00:00:00Z")
        return element

    paragraph = OxmlElement("w:p")
    style = like.find(qn("w:pPr"))
    properties = OxmlElement("w:pPr") if style is None else copy.deepcopy(style)
    for tag in ("w:rPr", "w:sectPr", "w:pPrChange"):
        for child in properties.findall(qn(tag)):
            properties.remove(child)
    mark = OxmlElement("w:rPr")
    mark.append(tracked(number))
    properties.append(mark)
    paragraph.append(properties)
    inserted = tracked(number + 1)
    run = OxmlElement("w:r")
    look = next((node.find(qn("w:rPr")) for node in like.iter(qn("w:r"))), None)
    if look is not None:
        run.append(_plain(look))
    words = OxmlElement("w:t")
    words.text = showable(text)
    run.append(words)
    inserted.append(run)
    paragraph.append(inserted)
    return paragraph


def _plain(look: "_Element") -> "_Element":
    """The font of a run without its emphasis, which may be a heading's."""
    from docx.oxml.ns import qn

    plain = copy.deepcopy(look)
    for tag in (
        "w:b",
        "w:bCs",
        "w:i",
        "w:iCs",
        "w:u",
        "w:caps",
        "w:strike",
        "w:rPrChange",
        "w:ins",
    ):
        for child in plain.findall(qn(tag)):
            plain.remove(child)
    return plain


def _without_clock(data: bytes) -> bytes:
    """The same archive with one fixed time, so that two runs give the same bytes."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(saved, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, _EPOCH)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.create_system = 3
            new.writestr(fixed, old.read(entry))
    return saved.getvalue()
