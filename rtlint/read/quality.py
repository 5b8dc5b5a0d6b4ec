"""What of a PDF could not be read, told page by page.

A court's stamp on a scan is text as well, so a page counts by what is left of it when the
running heads are gone.
"""

import re
from collections.abc import Iterator, Sequence

from rtlint.model.document import Notice
from rtlint.read.engine.record import EndRecord, PageRecord
from rtlint.read.page import Page

_FEW = 25  # characters that a scan may carry besides its running heads
_PICTURE = 0.3  # share of the page under pictures that makes it a scan
_LEAST_SURE = 60.0  # mean confidence from which a recognised page counts as read
_MEANINGLESS = re.compile(r"[\x00-\x09\x0e\x0f\x12-\x14\x17-\x1a\ue000-\uf8ff\ufffd]")
_MOST_MEANINGLESS = 0.2  # share of characters from a font that does not tell what they are


def unread_pages(records: Sequence[PageRecord], pages: Sequence[Page]) -> tuple[int, ...]:
    """The numbers of the pages that hold more than was read."""
    return tuple(
        page.number
        for record, page in zip(records, pages, strict=True)
        if _is_unread(record, sum(len(line.text) for line in page.lines))
    )


def pictured(records: Sequence[PageRecord], unread: Sequence[int]) -> tuple[int, ...]:
    """Those of the unread pages on which characters may be recognised."""
    return tuple(
        record["page"]
        for record in records
        if record["page"] in unread and not (record["failed"] or record["cut"])
    )


def _is_unread(record: PageRecord, left: int) -> bool:
    if record["failed"] or record["cut"]:
        return True
    if record["sure"]:
        return record["sure"] < _LEAST_SURE or left < _FEW
    text = "".join(word[0] for word in record["words"])
    if not text and not any(field[0] for field in record["fields"]):
        return record["objects"] > 0
    if left < _FEW and record["image"] > _PICTURE:
        return True
    return len(_MEANINGLESS.findall(text)) > _MOST_MEANINGLESS * len(text)


def notices(
    records: Sequence[PageRecord], pages: Sequence[Page], end: EndRecord, unread: Sequence[int]
) -> tuple[Notice, ...]:
    """What to tell the user about the reading."""
    lacking = (_of_page(record) for record in records if record["page"] in unread)
    recognised = (_recognised(record) for record in records if record["sure"])
    crossed = (_crossed(record["page"]) for record in records if record["slashes"])
    stamped = (_stamped(page) for page in pages if page.stamp)
    return (*lacking, *recognised, *crossed, *stamped, *_of_file(end))


def _recognised(record: PageRecord) -> Notice:
    page, sure = record["page"], record["sure"]
    message = (
        f"Page {page} is a picture; its text was recognised ({sure:.0f} of 100 sure) and may be "
        "wrong in any letter; boxes to tick and handwriting are not read. Compare it with the page."
    )
    return Notice("page-recognised", message, page)


def _crossed(page: int) -> Notice:
    message = f"A line is drawn across page {page}; what it may cross out was judged all the same."
    return Notice("page-crossed-out", message, page)


def _stamped(page: Page) -> Notice:
    message = f'A stamp across the text of page {page.number} was left out: "{page.stamp}".'
    return Notice("stamp-left-out", message, page.number)


def _of_page(record: PageRecord) -> Notice:
    page = record["page"]
    if record["cut"]:
        message = f"Page {page} holds too much text; its end was not read."
        return Notice("page-too-long", message, page)
    message = f"Page {page} has no text that can be read; run OCR to have it judged."
    return Notice("page-without-text", message, page)


def _of_file(end: EndRecord) -> Iterator[Notice]:
    if end["damaged"]:
        message = "The file is damaged and part of its text may be missing; get a fresh copy."
        yield Notice("file-damaged", message)
    if end["attachments"]:
        message = f"Files attached to the PDF were not read: {end['attachments']}."
        yield Notice("attachments-not-read", message)
    if end["scripted"]:
        yield Notice("scripts-not-run", "The PDF carries scripts; they were not run.")
