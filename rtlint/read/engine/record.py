"""What the child tells about a page, in types that JSON has.

Coordinates are points from the top left corner of the page as it is read, so a page whose text
runs sideways has been turned already.
"""

from typing import Any, TypedDict

WordRecord = tuple[str, float, float, float, float, float, float, str]
"""Text, x0, x1, top, bottom, baseline, font size, mark ("hidden" or "")."""

BoxRecord = tuple[float, float, float, float]
"""x0, top, x1, bottom."""


FieldRecord = tuple[str, float, float, float, float]
"""Value of a form field, "" for one that waits to be filled in, and its box."""


class PageRecord(TypedDict):
    page: int
    width: float
    height: float
    words: list[WordRecord]
    rules: list[BoxRecord]  # thin straight lines
    squares: list[BoxRecord]  # drawn boxes of the size of a check box
    crosses: list[BoxRecord]  # oblique strokes, which may cross such a box
    fields: list[FieldRecord]
    image: float  # share of the page that pictures cover
    objects: int  # things drawn on the page, text included
    slashes: int  # long lines drawn across the page at an angle
    sure: float  # mean confidence, of 100, of words that were recognised in a picture; else 0
    angled: int  # characters left out because they stand at an angle
    cut: bool  # more characters than the limit
    failed: bool  # the page could not be opened


class EndRecord(TypedDict):
    """The last line of a whole answer."""

    pages: int
    damaged: bool
    scripted: bool
    attachments: int


class ErrorRecord(TypedDict):
    error: str  # "password", "security", "damaged", "too-many-pages", "too-costly", "unsafe"
    detail: str


class EngineError(Exception):
    """The document did not open; the message is the code of an ErrorRecord."""


def empty_page(number: int, *, failed: bool) -> PageRecord:
    return blank(number, 0.0, 0.0, failed=failed)


def blank(number: int, width: float, height: float, **more: Any) -> PageRecord:
    page: PageRecord = {
        "page": number,
        "width": width,
        "height": height,
        "words": [],
        "rules": [],
        "squares": [],
        "crosses": [],
        "fields": [],
        "image": 0.0,
        "objects": 0,
        "slashes": 0,
        "sure": 0.0,
        "angled": 0,
        "cut": False,
        "failed": False,
    }
    page.update(more)  # type: ignore[typeddict-item]
    return page
