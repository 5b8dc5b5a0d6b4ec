"""Files to Documents: the only floor that sees bytes.

Everything a file can do wrong ends in UnreadableDocument with a sentence for the user; the PDF
engines run in a child process, because a hostile file can abort them, and are never imported here.
"""

import hashlib
from pathlib import Path

from rtlint.errors import UnreadableDocument
from rtlint.model.document import Document
from rtlint.read import plain
from rtlint.read.assemble import assemble
from rtlint.read.decode import decode
from rtlint.read.flowing import read_flow
from rtlint.read.isolation import WORD
from rtlint.read.layout import lay_out
from rtlint.read.limits import Limits
from rtlint.read.lines import build_lines
from rtlint.read.pdf import read_pdf, to_sheet, without_text
from rtlint.read.quality import notices, unread_pages
from rtlint.read.sniff import Format, sniff

__all__ = ["Limits", "read", "read_bytes"]

_NO_LIMITS = Limits()
_ADVICE = {
    Format.OLD_WORD: "an old or password-protected Word file: save it as PDF or plain text",
    Format.RICH_TEXT: "a rich text file: save it as PDF or plain text",
    Format.OPEN_DOCUMENT: "an OpenDocument file: save it as PDF or plain text",
    Format.WORD_PERFECT: "a WordPerfect file: save it as PDF or plain text",
    Format.HTML: "a web page: print it to PDF, or download the order itself",
    Format.ARCHIVE: "a zip archive: unpack it and name the order inside",
    Format.IMAGE: "a picture: make a PDF with text from it by OCR",
}


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
    if found in _ADVICE:
        raise UnreadableDocument(f"{name} is {_ADVICE[found]}.")
    sha256 = hashlib.sha256(data).hexdigest()
    if found is Format.PDF:
        return _read_pdf(data, name, sha256, password, limits)
    if found is Format.WORD:
        return read_flow(
            data,
            engine=WORD,
            what="Word file",
            name=name,
            media_type=found.value,
            sha256=sha256,
            limits=limits,
        )
    return _read_text(data, name, sha256)


def _read_text(data: bytes, name: str, sha256: str) -> Document:
    decoded = decode(data, name)
    pages = plain.pages(decoded.text)
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
    pages = [build_lines(to_sheet(record)) for record in records]
    passages = lay_out(pages)
    if not passages:  # nothing but page numbers
        raise without_text(name)
    unread = unread_pages(records, pages)
    return assemble(
        passages,
        name=name,
        media_type=Format.PDF.value,
        sha256=sha256,
        boxes=True,
        pages=len(pages),
        notices=notices(records, end, unread),
        unread_pages=unread,
    )


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
