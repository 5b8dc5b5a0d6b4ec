"""Files of formats without fixed pages: read in the child, told about, made a Document."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from rtlint.errors import UnreadableDocument
from rtlint.model.document import Document, Notice
from rtlint.model.limits import Limits
from rtlint.read.flow import build
from rtlint.read.isolation import OPEN_TEXT, RICH_TEXT, WORD, EngineFailed, run_flow

TRACKING = frozenset((WORD, RICH_TEXT, OPEN_TEXT))  # engines of formats that track changes
_FRAME = 12  # words that a header may hold without being told about: a name, a court, "page"

_TOLD = (
    ("comments", "comments-left-out", "comment", "{} beside the text: left out."),
    (
        "hidden",
        "hidden-text-left-out",
        "word",
        "The file holds text that a reader of the page cannot see ({}); left out.",
    ),
    (
        "frame_words",
        "headers-left-out",
        "word",
        "Headers and footers hold more than a title ({}); they were not judged.",
    ),
    (
        "damaged",
        "file-damaged",
        "place",
        "The file is damaged and part of its text may be missing; get a fresh copy.",
    ),
    (
        "unread",
        "part-not-read",
        "part",
        "Some of it lies in files inside it, or deeper in tables, and was not read ({}).",
    ),
    (
        "uncounted",
        "numbers-not-computed",
        "number",
        "Fields number parts of it by a list of their own; {} could not be computed.",
    ),
    ("embedded", "attachments-not-read", "file", "Files embedded in it were not read: {}."),
    ("pictures", "pictures-not-read", "picture", "Words in pictures were not read: {}."),
    ("macros", "scripts-not-run", "macro", "The document carries macros; they were not run."),
    ("scripts", "scripts-not-run", "script", "The document carries scripts; they were not run."),
)
"""Which fact is told by which notice; "{}" stands for how often."""


def read_flow(
    data: bytes,
    *,
    engine: str,
    what: str,
    name: str,
    media_type: str,
    sha256: str,
    limits: Limits,
    **asked: Any,
) -> Document:
    """The document; ``what`` the user calls such a file, ``asked`` what the engine is told.

    Where changes were tracked, the document as it was before them comes with it.
    """
    rejected = {"original": True} if engine in TRACKING else {}

    def built(more: Mapping[str, Any]) -> Document:
        blocks, end = run_flow(data, engine=engine, limits=limits, **asked, **more)
        return build(
            blocks,
            name=name,
            media_type=media_type,
            sha256=sha256,
            notices=tuple(_notices(end["facts"])),
            unread_parts=bool(end["facts"]["damaged"] or end["facts"]["unread"]),
        )

    try:
        document = built({})
        original = built(rejected) if rejected and document.changes else None
    except EngineFailed as failure:
        raise _unreadable(name, what, failure) from None
    if not document.text:
        raise UnreadableDocument(_without_text(name, document))
    return replace(document, original=original)


def _without_text(name: str, document: Document) -> str:
    if any(notice.code == "pictures-not-read" for notice in document.notices):
        return f"{name} has no text, only pictures: run OCR on it and try again."
    return f"{name} has no text: check that it is the order."


def _notices(facts: Mapping[str, int]) -> Iterator[Notice]:
    if facts["insertions"] or facts["deletions"]:
        counts = f"{_count(facts['insertions'], 'insertion')}, "
        counts += _count(facts["deletions"], "deletion")
        message = f"The file has tracked changes ({counts}); it was read as if all were accepted."
        yield Notice("tracked-changes-accepted", message)
    for fact, code, noun, message in _TOLD:
        least = _FRAME if fact == "frame_words" else 0
        if facts[fact] > least:
            yield Notice(code, message.format(_count(facts[fact], noun)))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _unreadable(name: str, what: str, failure: EngineFailed) -> UnreadableDocument:
    if failure.code == "password":
        text = "is locked with a password: save a copy without one"
    elif failure.code == "unsafe":
        text = "declares XML entities, as no word processor does, and was not opened"
    elif failure.code in ("too-costly", "crashed"):
        text = "could not be read safely within the limits: save it again, or print it to PDF"
    else:
        text = f"is a broken {what}: get a fresh copy, or open it and save it again"
    return UnreadableDocument(f"{name} {text}.")
