"""The child process: a file on standard input, lines of JSON on standard output.

A PDF gives one line for each page, every other format one for each block. The child limits itself
before it imports an engine. On systems without the resource module (Windows) only the parent's
clock limits it.
"""

import json
import sys
from typing import Any

from .bounds import bound_self
from .damage import is_damaged
from .flow import FACTS, FlowDocument, FlowEnd, letters
from .record import EndRecord, EngineError, ErrorRecord

_PAGED = ("pdfium", "plumber", "scan")
_RECURSION = 4000  # calls; the XML parser allows 256 elements in each other


def main() -> None:
    """Read the request line and the file after it; print records."""
    request = json.loads(sys.stdin.buffer.readline())
    bound_self(memory_bytes=request["memory_bytes"], cpu_seconds=request["cpu_seconds"])
    data = sys.stdin.buffer.read()
    try:
        (_tell_pages if request["engine"] in _PAGED else _tell_blocks)(data, request)
    except MemoryError:
        _fail("too-costly")
    except RecursionError:
        _fail("too-costly")


def _tell_pages(data: bytes, request: dict[str, Any]) -> None:
    try:
        document = _open(data, request)
    except EngineError as error:
        _fail(str(error))
        return
    if document.page_count > request["pages"]:
        _fail("too-many-pages", str(document.page_count))
        return
    left = request["characters"]
    for page in document.pages(request["page_characters"], request["only"]):
        _print(page)
        left -= sum(len(word[0]) for word in page["words"])
        if left < 0:
            _fail("too-costly")
            return
    end: EndRecord = {
        "pages": document.page_count,
        "damaged": is_damaged(data),
        "scripted": document.scripted,
        "attachments": document.attachments,
    }
    document.close()
    _print(end)


def _tell_blocks(data: bytes, request: dict[str, Any]) -> None:
    sys.setrecursionlimit(_RECURSION)
    left = request["characters"]
    try:
        document = _open_flow(data, request)
        for block in document.blocks():
            _print(block)
            left -= letters(block)
            if left < 0:
                _fail("too-costly")
                return
    except EngineError as error:
        _fail(str(error))
        return
    end: FlowEnd = {"facts": {name: int(document.facts[name]) for name in FACTS}}
    _print(end)


def _open_flow(data: bytes, request: dict[str, Any]) -> FlowDocument:
    original = request.get("original", False)
    if request["engine"] == "rtf":
        from .rtf import RichText

        return RichText(data, original=original)
    if request["engine"] in ("html", "markdown"):
        from .web import MarkdownPage, WebPage

        return WebPage(data) if request["engine"] == "html" else MarkdownPage(data)
    from .package import Bounds

    bounds = Bounds(*request["package"])
    if request["engine"] == "odt":
        from .odt import OpenText

        return OpenText(data, bounds, original=original)
    from .word.document import WordDocument

    return WordDocument(data, bounds, original=original)


def _open(data: bytes, request: dict[str, Any]) -> Any:
    engine, password = request["engine"], request["password"]
    if engine == "scan":
        from .scan import ScannedDocument

        return ScannedDocument(data, password, request["models"])
    if engine == "plumber":
        from .plumber import PlumberDocument

        return PlumberDocument(data, password)
    from .pdfium import PdfiumDocument

    return PdfiumDocument(data, password)


def _fail(code: str, detail: str = "") -> None:
    error: ErrorRecord = {"error": code, "detail": detail}
    _print(error)


def _print(record: Any) -> None:
    sys.stdout.write(json.dumps(record, separators=(",", ":")) + "\n")
    sys.stdout.flush()
