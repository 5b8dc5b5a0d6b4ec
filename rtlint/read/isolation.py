"""Run an engine in a child process and turn whatever happens to it into records or one sentence.

The child gets no environment, no site configuration and no path but this package's and the
engine's own folders: PDFium aborts the whole process when memory runs out, and must not do so here.
"""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

from rtlint.errors import UnreadableDocument
from rtlint.model.limits import Limits
from rtlint.read.engine.flow import BlockRecord, FlowEnd
from rtlint.read.engine.record import EndRecord, PageRecord

PDFIUM = "pdfium"
PLUMBER = "plumber"
SCAN = "scan"
WORD, OPEN_TEXT, RICH_TEXT, HTML, MARKDOWN = "word", "odt", "rtf", "html", "markdown"

_START = "import sys; sys.path += sys.argv[1:]; from engine.child import main; main()"
_NEEDS = {
    PDFIUM: ("pypdfium2_raw",),
    PLUMBER: (
        "pdfplumber",
        "pdfminer",
        "PIL",
        "pypdfium2",
        "pypdfium2_raw",
        "cryptography",
        "charset_normalizer",
        "cffi",
        "_cffi_backend",
    ),
    SCAN: ("pypdfium2_raw", "tesserocr"),
    WORD: ("lxml",),
    OPEN_TEXT: ("lxml",),
    RICH_TEXT: (),
    HTML: ("lxml",),
    MARKDOWN: ("lxml", "markdown_it", "mdurl"),
}
_PLUMBER_COST = 4  # how much more time the second engine may take


class EngineFailed(Exception):
    """The engine gave no whole answer; ``code`` is an ErrorRecord's, or how the child ended."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


def run_engine(
    data: bytes,
    *,
    engine: str,
    password: str | None,
    limits: Limits,
    only: tuple[int, ...] = (),
    models: str = "",
) -> tuple[list[PageRecord], EndRecord]:
    """The pages, or ``only`` some, as the engine reads them; else EngineFailed."""
    slower = _PLUMBER_COST if engine == PLUMBER else 1
    asked = {
        "engine": engine,
        "password": password,
        "only": only,
        "models": models,
        "pages": limits.pages,
        "page_characters": limits.page_characters,
    }
    records, status = _run_child(data, asked, limits, slower)
    pages: list[PageRecord] = []
    for record in records:
        if "damaged" in record:
            return pages, cast(EndRecord, record)
        pages.append(cast(PageRecord, record))
    raise _ended_early(status)


def run_flow(
    data: bytes, *, engine: str, limits: Limits, **asked: Any
) -> tuple[list[BlockRecord], FlowEnd]:
    """The blocks of a document without fixed pages; else EngineFailed."""
    records, status = _run_child(data, {"engine": engine, **asked}, limits)
    blocks: list[BlockRecord] = []
    for record in records:
        if "facts" in record:
            return blocks, cast(FlowEnd, record)
        blocks.append(cast(BlockRecord, record))
    raise _ended_early(status)


def _run_child(
    data: bytes, asked: dict[str, Any], limits: Limits, slower: int = 1
) -> tuple[Iterator[dict[str, Any]], int]:
    """What the child printed, record by record, and how it ended."""
    request = asked | {
        "characters": limits.characters,
        "memory_bytes": limits.memory_bytes,
        "cpu_seconds": limits.cpu_seconds * slower,
        "package": (limits.parts, limits.part_bytes, limits.package_bytes),
    }
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, and arguments of our own
            [sys.executable, "-I", "-S", "-B", "-c", _START, *_paths(asked["engine"])],
            input=json.dumps(request).encode() + b"\n" + data,
            capture_output=True,
            timeout=limits.wall_seconds * slower,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise EngineFailed("too-costly") from None
    return _records(done.stdout), done.returncode


def _environment() -> dict[str, str]:
    # Windows cannot load its own libraries without this one.
    return {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}


@cache
def _paths(engine: str) -> tuple[str, ...]:
    folders = [str(Path(__file__).parent)]
    for module in _NEEDS[engine]:
        spec = importlib.util.find_spec(module)
        if spec is None or spec.origin is None:
            continue
        origin = Path(spec.origin)
        folder = origin.parent.parent if spec.submodule_search_locations else origin.parent
        if str(folder) not in folders:
            folders.append(str(folder))
    if len(folders) == 1 and _NEEDS[engine]:
        raise UnreadableDocument(
            f"This file needs {_NEEDS[engine][0]}, which is not installed: "
            "run pip install rtlint again."
        )
    return tuple(folders)


def _ended_early(status: int) -> EngineFailed:
    # A negative status is a signal: memory or time ran out, or PDFium broke.
    return EngineFailed("crashed" if status < 0 else "damaged")


def _records(output: bytes) -> Iterator[dict[str, Any]]:
    for line in output.splitlines():
        try:
            record = json.loads(line)
        except ValueError:
            return  # the child ended in the middle of a line
        if "error" in record:
            raise EngineFailed(str(record["error"]), str(record["detail"]))
        yield record
