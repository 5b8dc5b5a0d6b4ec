"""What is drawn on a page beside its text: rules, small boxes, crosses, pictures.

Rules part captions, frame tables and strike words; PDFium hands out paths, not lines, so a thin
filled rectangle is a rule as well.
"""

import ctypes
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from .frame import Frame
from .record import BoxRecord

_THIN = 2.5  # points; what is thicker is a bar or a box
_SHORT = 4.0  # points; what is shorter is a dot
_CHECK_BOX = (5.0, 18.0)  # points from side to side
_SLASH = 50.0  # points in both directions
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 400  # a path of more is a picture, not a form


class Drawings(NamedTuple):
    rules: list[BoxRecord]
    squares: list[BoxRecord]
    crosses: list[BoxRecord]
    fills: list[BoxRecord]  # areas that could cover text
    slashes: int
    image: float
    objects: int


def read_drawings(page: Any, frame: Frame) -> Drawings:
    count = pdfium.FPDFPage_CountObjects(page)
    found = Drawings([], [], [], [], 0, 0.0, count)
    slashes = 0
    covered = 0.0
    area = max(frame.width * frame.height, 1.0)
    written = False  # what is drawn before the first text lies under it and covers none
    for index in range(min(count, _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            written = True
            continue
        bounds = _bounds(item, frame)
        if bounds is None:
            continue
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            covered += (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
            found.fills.append(bounds)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _path(item, bounds, frame, found)
            slashes += _is_slash(item, bounds)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and _holds_image(item):
            covered += (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
            found.fills.append(bounds)
        if not written:
            found.fills.clear()
    return found._replace(slashes=slashes, image=min(covered / area, 1.0))


def _holds_image(form: Any) -> bool:
    """Scanners wrap the picture of a page in a form object."""
    count = min(pdfium.FPDFFormObj_CountObjects(form), 50)
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(form, index))
        == pdfium.FPDF_PAGEOBJ_IMAGE
        for index in range(count)
    )


def _bounds(item: Any, frame: Frame) -> BoxRecord | None:
    x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
    sides = [ctypes.byref(side) for side in (x0, y0, x1, y1)]
    if not pdfium.FPDFPageObj_GetBounds(item, *sides):
        return None
    box = frame.box(x0.value, y0.value, x1.value, y1.value)
    return _rounded(box) if max(map(abs, box)) < 20_000 else None


def _rounded(box: BoxRecord) -> BoxRecord:
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)


def _path(item: Any, bounds: BoxRecord, frame: Frame, found: Drawings) -> None:
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if min(width, height) <= _THIN:
        if max(width, height) >= _SHORT:
            found.rules.append(bounds)
        return
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(mode), ctypes.byref(stroke))
    if mode.value:
        found.fills.append(bounds)
    segments = pdfium.FPDFPath_CountSegments(item)
    low, high = _CHECK_BOX
    if low <= width <= high and low <= height <= high and abs(width - height) < 3:
        # Four sides make a box; two strokes in the same place are the cross in it.
        (found.squares if segments >= 4 and not _is_oblique(item) else found.crosses).append(bounds)
    elif stroke.value and segments <= _MOST_SEGMENTS:
        _sides(item, segments, frame, found)


def _is_slash(item: Any, bounds: BoxRecord) -> bool:
    """Whether the path is one long line at an angle, as drawn over a passage to cross it out."""
    long = min(bounds[2] - bounds[0], bounds[3] - bounds[1]) > _SLASH
    return long and pdfium.FPDFPath_CountSegments(item) == 2


def _is_oblique(item: Any) -> bool:
    points = _points(item, pdfium.FPDFPath_CountSegments(item))
    return any(
        abs(x - u) > _THIN and abs(y - v) > _THIN
        for ((x, y), _), ((u, v), moved) in pairwise(points)
        if not moved
    )


def _points(item: Any, count: int) -> list[tuple[tuple[float, float], bool]]:
    """The path's corners in user space, and whether the pen was lifted on the way there."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        moved = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO
        u = matrix.a * x.value + matrix.c * y.value + matrix.e
        v = matrix.b * x.value + matrix.d * y.value + matrix.f
        points.append(((u, v), moved))
    return points


def _sides(item: Any, count: int, frame: Frame, found: Drawings) -> None:
    """The straight upright and level strokes of a larger path: a table's frame, a box."""
    points = _points(item, count)
    for ((x, y), _), ((u, v), moved) in pairwise(points):
        level, upright = abs(y - v) < 0.5, abs(x - u) < 0.5
        if moved or level == upright:
            continue
        box = frame.box(min(x, u), min(y, v), max(x, u), max(y, v))
        if max(map(abs, box)) < 20_000:
            found.rules.append(_rounded(box))
