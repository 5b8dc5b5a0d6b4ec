"""Tell what a file is by its first bytes.

The suffix is never asked: portals serve web pages named ``order.pdf``.
"""

import re
from enum import StrEnum


class Format(StrEnum):
    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    OLD_WORD = "application/msword"
    RICH_TEXT = "application/rtf"
    OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
    WORD_PERFECT = "application/vnd.wordperfect"
    HTML = "text/html"
    MARKDOWN = "text/markdown"  # known by its name only, as nothing in it tells it from text
    ARCHIVE = "application/zip"
    IMAGE = "image/*"
    TEXT = "text/plain"


_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def sniff(data: bytes) -> Format:
    """The format of the bytes; whatever is not recognised is called text."""
    head = data[:1024]
    # PDF readers accept rubbish before the header, and court portals do put some there.
    if b"%PDF-" in head:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Format.OLD_WORD
    if head.startswith(b"{\\rtf"):
        return Format.RICH_TEXT
    if head.startswith(b"\xffWPC"):
        return Format.WORD_PERFECT
    if head.startswith(_IMAGES):
        return Format.IMAGE
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Format.HTML
    return Format.TEXT


def _zipped(data: bytes) -> Format:
    # Part names stand in clear in a zip file, so there is no need to open it.
    if b"application/vnd.oasis.opendocument.text" in data[:200]:
        return Format.OPEN_DOCUMENT
    if b"word/" in data:
        return Format.WORD
    return Format.ARCHIVE
