"""Files to Documents: the only floor that sees bytes.

Everything a file can do wrong ends in UnreadableDocument with a sentence for the user; the PDF
engines run in a child process, because a hostile file can abort them, and are never imported here.
"""

import hashlib
from pathlib import Path

from rtlint.errors import UnreadableDocument
from rtlint.model.document import Document, Recognised
from rtlint.model.limits import Limits
from rtlint.read import plain
from rtlint.read.assemble import assemble
from rtlint.read.convert import NotConverted, to_docx
from rtlint.read.decode import decode
from rtlint.read.engine.record import PageRecord
from rtlint.read.flowing import read_flow
from rtlint.read.isolation import HTML, MARKDOWN, OPEN_TEXT, RICH_TEXT, WORD
from rtlint.read.layout import lay_out
from rtlint.read.lines import build_lines
from rtlint.read.page import Page, Passage
from rtlint.read.pdf import read_pdf, to_sheet, without_text
from rtlint.read.quality import notices, pictured, unread_pages
from rtlint.read.scans import recognise
from rtlint.read.sniff import Format, sniff

__all__ = ["Limits", "read", "read_bytes"]

_NO_LIMITS = Limits()
_ADVICE = {
    Format.ARCHIVE: "a zip archive: unpack it and name the order inside",
    Format.IMAGE: "a picture: make a PDF with text from it by OCR",
}
_FLOWING = {
    Format.WORD: (WORD, "Word file"),
    Format.OPEN_DOCUMENT: (OPEN_TEXT, "OpenDocument file"),
    Format.RICH_TEXT: (RICH_TEXT, "rich text file"),
    Format.HTML: (HTML, "web page"),
    Format.MARKDOWN: (MARKDOWN, "Markdown file"),
}
_CONVERTED = {
    Format.OLD_WORD: "an old Word file",
    Format.WORD_PERFECT: "a WordPerfect file",
}
_PROTECTED = "EncryptedPackage".encode("utf-16-le")  # a stream's name, in an OLE file
_NO_WEB_PAGES = (".pdf", ".doc", ".docx", ".rtf", ".odt")


def read(
    path: Path | str,
    *,
    name: str | None = None,
    password: str | None = None,
    limits: Limits = _NO_LIMITS,
) -> Document:
    """Read the file; ``name`` is what the document is called in reports, else the file's name.

    Args:
        path: the file.
        name: what reports call it.
        password: opens an encrypted PDF.
        limits: what reading may cost.

    Raises:
        UnreadableDocument: with a sentence that says why, and what to do.
    """
    path = Path(path)
    shown = name or path.name or str(path)
    data = _load(path, shown, limits)
    return read_bytes(data, name=shown, password=password, limits=limits)


def read_bytes(
    data: bytes, *, name: str, password: str | None = None, limits: Limits = _NO_LIMITS
) -> Document:
    """Read the bytes of a file; what they are is told by the bytes, never by the name."""
    if not data.strip(b"\0 \t\r\n\f"):
        raise UnreadableDocument(f"{name} is empty: check that it was saved or downloaded whole.")
    if len(data) > limits.file_bytes:
        raise _too_large(name, limits)
    found = sniff(data)
    if found is Format.TEXT and name.lower().endswith((".md", ".markdown")):
        found = Format.MARKDOWN
    if found in _ADVICE:
        raise UnreadableDocument(f"{name} is {_ADVICE[found]}.")
    if found is Format.HTML and name.lower().endswith(_NO_WEB_PAGES):
        raise UnreadableDocument(
            f"{name} is a web page, whatever its name says: download the order itself."
        )
    sha256 = hashlib.sha256(data).hexdigest()
    if found is Format.PDF:
        return _read_pdf(data, name, sha256, password, limits)
    if found is Format.TEXT:
        return _read_text(data, name, sha256, limits)
    media_type = found.value
    if found in _CONVERTED:
        data, found = _converted(data, name, _CONVERTED[found], limits), Format.WORD
    engine, what = _FLOWING[found]
    return read_flow(
        data,
        engine=engine,
        what=what,
        name=name,
        media_type=media_type,
        sha256=sha256,
        limits=limits,
    )


def _converted(data: bytes, name: str, what: str, limits: Limits) -> bytes:
    if _PROTECTED in data:
        raise UnreadableDocument(f"{name} is locked with a password: save a copy without one.")
    try:
        return to_docx(data, limits)
    except NotConverted as error:
        if str(error) == "absent":
            advice = "save it as .docx or PDF, or install LibreOffice, with which rtlint reads it"
        else:
            advice = "LibreOffice could not open it: save it as .docx or PDF"
        raise UnreadableDocument(f"{name} is {what}: {advice}.") from None


def _read_text(data: bytes, name: str, sha256: str, limits: Limits) -> Document:
    decoded = decode(data, name)
    pages = plain.pages(decoded.text)
    if len(pages) > limits.pages or len(decoded.text) > limits.characters:
        raise UnreadableDocument(
            f"{name} is longer than {limits.pages} pages or {limits.characters} characters: "
            "split it and check the order alone."
        )
    if not any(page.lines for page in pages):
        raise UnreadableDocument(f"{name} is empty: check that it was saved or downloaded whole.")
    return assemble(
        lay_out(pages),
        name=name,
        media_type=Format.TEXT.value,
        sha256=sha256,
        boxes=False,
        pages=len(pages) if len(pages) > 1 else None,
        notices=decoded.notices,
    )


def _read_pdf(
    data: bytes, name: str, sha256: str, password: str | None, limits: Limits
) -> Document:
    records, end = read_pdf(data, name, password, limits)
    if not records:
        raise without_text(name)
    pages, passages = _laid_out(records)
    unread = unread_pages(records, pages)
    scanned = recognise(data, pictured(records, unread), password, limits)
    if scanned:
        records = [scanned.get(record["page"], record) for record in records]
        pages, passages = _laid_out(records)
        unread = unread_pages(records, pages)
    if not passages:  # nothing but page numbers
        raise without_text(name)
    return assemble(
        passages,
        name=name,
        media_type=Format.PDF.value,
        sha256=sha256,
        boxes=True,
        pages=len(pages),
        notices=notices(records, pages, end, unread),
        unread_pages=unread,
        recognised=tuple(
            Recognised(record["page"], record["sure"])
            for record in records
            if record["page"] in scanned
        ),
    )


def _laid_out(records: list[PageRecord]) -> tuple[list[Page], list[Passage]]:
    pages = [build_lines(to_sheet(record)) for record in records]
    return pages, lay_out(pages)


def _load(path: Path, name: str, limits: Limits) -> bytes:
    if path.is_dir():
        raise UnreadableDocument(
            f"{name} is a folder: name the files in it, for example {name}/*.pdf."
        )
    try:
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except FileNotFoundError:
        raise UnreadableDocument(
            f"There is no file {path}: check the spelling and the folder."
        ) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise UnreadableDocument(
            f"{name} cannot be opened ({reason}): check its permissions."
        ) from None
    if len(data) > limits.file_bytes:
        raise _too_large(name, limits)
    return data


def _too_large(name: str, limits: Limits) -> UnreadableDocument:
    size = limits.file_bytes // (1024 * 1024)
    return UnreadableDocument(
        f"{name} is larger than {size} MB: split it and check the order alone."
    )
