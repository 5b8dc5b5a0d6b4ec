"""PDF bytes to the words of their pages.

PDFium reads nearly every file; pdfplumber gets the few that it cannot open, and single pages on
which it finds things drawn but no text.
"""

from rtlint.errors import UnreadableDocument
from rtlint.model.limits import Limits
from rtlint.read.boxes import tick_boxes
from rtlint.read.engine.record import EndRecord, FieldRecord, PageRecord
from rtlint.read.isolation import PDFIUM, PLUMBER, EngineFailed, run_engine
from rtlint.read.letters import plain_letters
from rtlint.read.page import PageWord, Rule, Sheet
from rtlint.read.stamps import take_stamp
from rtlint.read.strikes import strike

_BLANK = "____"
_PICTURE = 0.3  # share of the page that makes it a scan, in which no engine finds text


def read_pdf(
    data: bytes, name: str, password: str | None, limits: Limits
) -> tuple[list[PageRecord], EndRecord]:
    """The pages as an engine tells them."""
    try:
        records, end = run_engine(data, engine=PDFIUM, password=password, limits=limits)
    except EngineFailed as failure:
        if failure.code != "damaged":
            raise _unreadable(name, failure, limits, password) from None
        records, end = _second_try(data, name, password, limits)
    else:
        records = _filled_in(records, data, password, limits)
    return records, end


def without_text(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{name} has no text on any page: if it is a scan, run OCR on it and try again, "
        "or install rtlint with its extra: pip install 'rtlint[ocr]'."
    )


def _second_try(
    data: bytes, name: str, password: str | None, limits: Limits
) -> tuple[list[PageRecord], EndRecord]:
    try:
        return run_engine(data, engine=PLUMBER, password=password, limits=limits)
    except EngineFailed as failure:
        raise _unreadable(name, failure, limits, password) from None


def _filled_in(
    records: list[PageRecord], data: bytes, password: str | None, limits: Limits
) -> list[PageRecord]:
    """Let the second engine read the pages on which the first found drawings but no text."""
    empty = [record["page"] for record in records if _is_suspiciously_empty(record)]
    if not empty:
        return records
    try:
        others, _ = run_engine(
            data, engine=PLUMBER, password=password, limits=limits, only=tuple(empty)
        )
    except EngineFailed:
        return records
    found = {record["page"]: record for record in others if record["words"]}
    return [found.get(record["page"], record) for record in records]


def _is_suspiciously_empty(record: PageRecord) -> bool:
    if record["failed"]:
        return True
    return not record["words"] and record["objects"] > 0 and record["image"] < _PICTURE


def to_sheet(record: PageRecord) -> Sheet:
    """What the child tells about a page, as words in plain letters with boxes ticked."""
    words = []
    for text, x0, x1, top, bottom, base, size, mark in record["words"]:
        # U+001C–U+001F are ligatures here, so nothing may strip or split before this.
        plain = plain_letters(text)
        if plain:
            words.append(PageWord(plain, x0, x1, top, bottom, base, size, mark))
    words = tick_boxes(words, record["squares"], record["crosses"])
    words += [word for field in record["fields"] for word in _field_words(*_filled(field, words))]
    rules = [Rule(*rule) for rule in record["rules"]]
    words, stamp = take_stamp(strike(words, rules))
    return Sheet(record["page"], record["width"], record["height"], words, rules, stamp)


def _filled(field: FieldRecord, words: list[PageWord]) -> FieldRecord:
    """A field that waits to be filled in shows a blank, unless the page draws one there."""
    value, x0, top, x1, bottom = field
    if value.strip():
        return field
    drawn = any(
        "__" in word.text and word.x0 < x1 and word.x1 > x0 and top - 6 < word.base < bottom + 6
        for word in words
    )
    return "" if drawn else _BLANK, x0, top, x1, bottom


def _field_words(value: str, x0: float, top: float, x1: float, bottom: float) -> list[PageWord]:
    """A field's value as words: a row of them for each line typed into it."""
    rows = [row for row in plain_letters(value.replace("\r", "\n")).split("\n") if row.strip()]
    if not rows:
        return []
    height = (bottom - top) / len(rows)
    size = min(height * 0.75, 11.0)
    words = []
    for index, row in enumerate(rows):
        base = top + height * (index + 0.5) + 0.35 * size
        step = min((x1 - x0) / max(len(row), 1), 0.5 * size)
        x = x0
        for text in row.split(" "):
            if text:
                end = x + step * len(text)
                words.append(PageWord(text, x, end, base - size, base + 0.25 * size, base, size))
            x += step * (len(text) + 1)
    return words


def _unreadable(
    name: str, failure: EngineFailed, limits: Limits, password: str | None
) -> UnreadableDocument:
    if failure.code == "password" and password is None:
        text = "is locked with a password: give the password, or save a copy without one"
    elif failure.code == "password":
        text = "does not open with that password: check it, or save a copy without one"
    elif failure.code == "security":
        text = "is protected in a way that cannot be read: print it to a new PDF"
    elif failure.code == "too-many-pages":
        text = f"has {failure.detail} pages, more than the {limits.pages} allowed: split it"
    elif failure.code in ("too-costly", "crashed"):
        text = "could not be read safely within the limits: print it to a new PDF"
    else:
        text = "is a broken PDF: download it again, or open it and print it to a new PDF"
    return UnreadableDocument(f"{name} {text}.")
