"""Values typed into form fields, which are no part of a page's text.

PDFium needs a form environment to tell them; its callbacks stay empty, so no script in the
document ever runs.
"""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium

from .frame import Frame
from .record import BoxRecord, FieldRecord

_HIDDEN = 2  # annotation flag
_TICKABLE = frozenset((pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON))
_TYPED = frozenset(
    (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
)
_FREE_TEXT = 3
_STRIKE_OUT = 12


class FormReader:
    """Reads the fields of a document's pages, and text put on a page as an annotation."""

    def __init__(self, document: Any) -> None:
        self._info = pdfium.FPDF_FORMFILLINFO(version=2)
        self._form = None
        if pdfium.FPDF_GetFormType(document) != pdfium.FORMTYPE_NONE:
            self._form = pdfium.FPDFDOC_InitFormFillEnvironment(document, self._info)

    def close(self) -> None:
        if self._form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(self._form)

    def fields(self, page: Any, frame: Frame) -> list[FieldRecord]:
        count = pdfium.FPDFPage_GetAnnotCount(page)
        if not count:
            return []
        found = []
        if self._form:
            pdfium.FORM_OnAfterLoadPage(page, self._form)  # else no box counts as ticked
        for index in range(count):
            annotation = pdfium.FPDFPage_GetAnnot(page, index)
            if annotation:
                found += self._field(annotation, frame)
                pdfium.FPDFPage_CloseAnnot(annotation)
        if self._form:
            pdfium.FORM_OnBeforeClosePage(page, self._form)
        return found

    def strikes(self, page: Any, frame: Frame) -> list[BoxRecord]:
        """The lines that StrikeOut annotations draw through words, as rules."""
        found = []
        for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            if pdfium.FPDFAnnot_GetSubtype(annotation) == _STRIKE_OUT:
                found += [_middle(frame.box(*sides)) for sides in _quads(annotation)]
            pdfium.FPDFPage_CloseAnnot(annotation)
        return found

    def _field(self, annotation: Any, frame: Frame) -> list[FieldRecord]:
        if pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
            return []
        text = self._value(annotation)
        rect = pdfium.FS_RECTF()
        if text is None or not pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
            return []
        box = frame.box(rect.left, rect.bottom, rect.right, rect.top)
        return [(text, *(round(side, 2) for side in box))]  # type: ignore[list-item]

    def _value(self, annotation: Any) -> str | None:
        """What the field shows, "" where it waits to be filled in, None for anything else."""
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        if subtype == _FREE_TEXT:
            return (
                _wide(lambda *rest: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", *rest))
                or None
            )
        if subtype != pdfium.FPDF_ANNOT_WIDGET or not self._form:
            return None
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, annotation)
        if kind in _TICKABLE:
            return "☒" if pdfium.FPDFAnnot_IsChecked(self._form, annotation) else "☐"
        if kind in _TYPED:
            return _wide(
                lambda *rest: pdfium.FPDFAnnot_GetFormFieldValue(self._form, annotation, *rest)
            )
        return None


def _quads(annotation: Any) -> Iterator[tuple[float, float, float, float]]:
    quad = pdfium.FS_QUADPOINTSF()
    for index in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, ctypes.byref(quad)):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(xs), min(ys), max(xs), max(ys)


def _middle(box: BoxRecord) -> BoxRecord:
    x0, top, x1, bottom = box
    y = top + 0.6 * (bottom - top)  # half the height of small letters above their baseline
    return round(x0, 2), round(y, 2), round(x1, 2), round(y, 2)


def _wide(call: Any) -> str:
    """A UTF-16 string from a function that fills a buffer and tells its length in bytes."""
    length = call(None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    call(buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
