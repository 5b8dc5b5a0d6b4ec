"""The marked copy of a Word document: comments cover the quoted words, clauses are tracked."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from rtlint.errors import UsageError
from rtlint.model.assessment import Status
from rtlint.model.report import DocumentReport, Report
from rtlint.reporters.copies import WORD
from rtlint.reporters.copies.docx import mark_docx, suggest_docx
from tests.reporters.samples import FINDINGS

TYPOGRAPHIC = str.maketrans({"'": "\u2019", "-": "\u2011"})


def word_file(document: DocumentReport, *, tracked: bool = False) -> bytes:
    """The text as Word holds it: cut into runs anywhere, with its own quotation marks."""
    word = docx.Document()
    for text in document.text.split("\n\n"):
        paragraph = word.add_paragraph()
        for start in range(0, len(text), 17):
            run = paragraph.add_run(text[start : start + 17].translate(TYPOGRAPHIC))
            run.italic = bool(start % 2)
        if tracked and text.startswith("2."):
            wrap(paragraph.runs[1], "w:ins")
            wrap(paragraph.add_run(" Deleted words."), "w:del")
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def wrap(run: Run, tag: str) -> None:
    change = OxmlElement(tag)
    change.set(qn("w:id"), "7")
    change.set(qn("w:author"), "Opposing counsel")
    run._r.addprevious(change)
    change.append(run._r)
    if tag == "w:del":
        for text in run._r.iter(qn("w:t")):
            text.tag = qn("w:delText")


def covered(data: bytes) -> dict[str, str]:
    """What each comment says, and the words between its two ends."""
    word = docx.Document(io.BytesIO(data))
    said = {str(c.comment_id): "\n".join(p.text for p in c.paragraphs) for c in word.comments}
    words: dict[str, str] = dict.fromkeys(said, "")
    begun: set[str] = set()
    for node in word.element.body.iter():
        if node.tag == qn("w:commentRangeStart"):
            begun.add(node.get(qn("w:id")))
        elif node.tag == qn("w:commentRangeEnd"):
            begun.discard(node.get(qn("w:id")))
        elif node.tag == qn("w:t"):
            for ident in begun:
                words[ident] += node.text or ""
    return {said[ident]: words[ident] for ident in said}


def plain_text(data: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(data)).element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


@pytest.mark.parametrize("tracked", [False, True])
def test_comments_cover_exactly_the_words_that_are_quoted(rich: Report, *, tracked: bool) -> None:
    document = rich.documents[0]
    original = word_file(document, tracked=tracked)
    copy = mark_docx(rich, document, original)
    quotes = {part.quote for item in document.findings for part in item.evidence}
    marked = [words for said, words in covered(copy).items() if "(Quote" in said]
    assert {words.translate({0x2019: "'", 0x2011: "-"}) for words in marked} == quotes
    assert plain_text(copy) == plain_text(original)


def test_of_equal_words_the_right_ones_are_marked(rich: Report) -> None:
    (first, *_) = rich.documents[0].findings
    text = "Mother may attend.\n\nAs said: Mother may attend.\n\nEnd."
    start = text.rindex("Mother")
    part = replace(first.evidence[0], quote="Mother may attend.", start=start, end=start + 18)
    finding = replace(first, evidence=(part,))
    document = replace(rich.documents[0], text=text, findings=(finding,), assessments=())
    copy = docx.Document(io.BytesIO(mark_docx(rich, document, word_file(document))))
    marks = [len(list(p._p.iter(qn("w:commentRangeStart")))) for p in copy.paragraphs]
    assert marks == [1, 1, 0]  # the first is the note on the whole


def test_every_finding_notice_and_acceptance_is_in_a_comment(everything: Report) -> None:
    document = everything.documents[0]
    said = "\n".join(covered(mark_docx(everything, document, word_file(document))))
    expected = [finding.message for finding in document.findings]
    expected += [finding.suggestion for finding in document.findings]
    expected += [notice.message for notice in document.notices]
    accepted = [finding.accepted for finding in document.findings if finding.accepted]
    expected += [words for item in accepted for words in (item.by, item.reason, item.date)]
    assert [words for words in expected if words not in said] == []
    assert "not legal advice" in said


def insertions(data: bytes) -> list[tuple[str, str]]:
    """Tracked clauses with the paragraph before each."""
    body = docx.Document(io.BytesIO(data)).element.body
    found = []
    for change in body.iter(qn("w:ins")):
        if change.get(qn("w:author")) != "rtlint" or change.getparent().tag != qn("w:p"):
            continue
        before: Any = change.getparent().getprevious()
        texts = ["".join(t.text or "" for t in node.iter(qn("w:t"))) for node in (before, change)]
        found.append((texts[0], texts[1]))
    return found


def test_what_is_missing_is_inserted_as_a_tracked_change_where_it_fits(rich: Report) -> None:
    document = rich.documents[0]
    missing = replace(
        FINDINGS[1], rule="RT305", status=Status.MISSING, evidence=(), suggestion="Sign <all> & so."
    )
    second = replace(missing, rule="RT306", suggestion="And this.")
    document = replace(document, findings=(*document.findings, second, missing))
    original = word_file(document)
    copy = suggest_docx(rich, document, original)
    (first, after) = insertions(copy)
    assert first[0].startswith("6. Releases.")
    assert (first[1], after) == ("Sign <all> & so.", ("Sign <all> & so.", "And this."))
    kept = [text for text in plain_text(copy) if text not in ("Sign <all> & so.", "And this.")]
    assert kept == plain_text(original)
    assert insertions(mark_docx(rich, document, original)) == []


def test_the_same_bytes_twice_and_no_clock(rich: Report) -> None:
    document = rich.documents[0]
    original = word_file(document)
    copy = suggest_docx(rich, document, original)
    assert copy == suggest_docx(rich, document, original)
    archive = zipfile.ZipFile(io.BytesIO(copy))
    assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    undated = mark_docx(replace(rich, date=""), document, original)
    assert b"w:date=" not in zipfile.ZipFile(io.BytesIO(undated)).read("word/comments.xml")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{\\rtf1 words}"])
def test_what_is_no_word_file_is_refused_in_a_sentence(rich: Report, data: bytes) -> None:
    with pytest.raises(UsageError, match="No marked copy"):
        mark_docx(rich, rich.documents[0], data)


def test_a_file_without_words_is_refused_in_a_sentence(rich: Report) -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    with pytest.raises(UsageError, match="no text of its own"):
        mark_docx(rich, rich.documents[0], out.getvalue())


def test_the_media_type_is_the_one_that_word_files_have() -> None:
    assert WORD.endswith("wordprocessingml.document")
