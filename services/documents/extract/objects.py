"""What is painted on a PDF page, forms opened, and what may keep a part of it off the page.

A layer that is switched off (ISO 32000-1, 8.11), a clip (8.5.4) or the frame of a form (8.10) does.
PDFium names the layers and the clips of an object, but not whether a layer is on, nor the layer of
a form itself: so this only says what is to be looked at, and drawing the page decides.
"""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from services.documents.extract.glyphs import Box

MAX_FORM_DEPTH = 8
MAX_CLIPS = 8
MAX_SEGMENTS = 16
"""Of one clip; where there are more, drawing decides."""

LAYER, CLIPPED = "layer", "clipped"
_NAME_BYTES = 16
_MAY_SAY_SOMETHING = (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM)


class Matrix(NamedTuple):
    """An affine map as PDF writes it (ISO 32000-1, 8.3.3)."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def apply(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: "Matrix") -> "Matrix":
        e, f = outer.apply(self.e, self.f)
        return Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            e,
            f,
        )


class Drawn(NamedTuple):
    """An object, the way from its coordinates to those of the page, and what may keep it off."""

    handle: Any
    matrix: Matrix
    kept_off: str | None


def objects(page: Any) -> Iterator[Drawn]:
    """Everything painted on the page in painting order, forms opened."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        handle = pdfium.FPDFPage_GetObject(page, index)
        yield from _opened(Drawn(handle, Matrix(), _kept_off(handle)), 0)


def bounds(handle: Any) -> Box:
    """In the coordinates of what holds it: the page, or a form."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(handle, *map(ctypes.byref, (left, bottom, right, top)))
    return Box(left.value, bottom.value, right.value, top.value)


def _opened(drawn: Drawn, depth: int) -> Iterator[Drawn]:
    """A form may have a layer that nothing names: what stands in it is always looked at."""
    form = drawn.handle
    if pdfium.FPDFPageObj_GetType(form) != pdfium.FPDF_PAGEOBJ_FORM:
        yield drawn
        return
    if depth >= MAX_FORM_DEPTH:
        return
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, ctypes.byref(raw))
    inner = Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f).within(drawn.matrix)
    for index in range(pdfium.FPDFFormObj_CountObjects(form)):
        handle = pdfium.FPDFFormObj_GetObject(form, index)
        kept_off = drawn.kept_off or _kept_off(handle) or LAYER
        yield from _opened(Drawn(handle, inner, kept_off), depth + 1)


def _kept_off(handle: Any) -> str | None:
    """Of text, and of forms, which may hold some."""
    if pdfium.FPDFPageObj_GetType(handle) not in _MAY_SAY_SOMETHING:
        return None
    if _is_on_layer(handle):
        return LAYER
    return CLIPPED if _may_be_clipped(handle) else None


def _is_on_layer(handle: Any) -> bool:
    marks = range(pdfium.FPDFPageObj_CountMarks(handle))
    return any(_name(pdfium.FPDFPageObj_GetMark(handle, index)) == "OC" for index in marks)


def _name(mark: Any) -> str:
    """Of a mark; empty where it is longer than any that is looked for."""
    name, length = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_ulong()
    given = ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFPageObjMark_GetName(mark, given, _NAME_BYTES, ctypes.byref(length))
    return name.raw.decode("utf-16-le", "replace").partition("\0")[0]


def _may_be_clipped(handle: Any) -> bool:
    """Whether it stands outside of a clip; a form, and one with many clips, may always."""
    clips = pdfium.FPDFPageObj_GetClipPath(handle)
    count = pdfium.FPDFClipPath_CountPaths(clips) if clips else 0
    if count <= 0:
        return False
    if count > MAX_CLIPS or pdfium.FPDFPageObj_GetType(handle) == pdfium.FPDF_PAGEOBJ_FORM:
        return True
    box = bounds(handle)
    return any(_is_outside(box, clips, index) for index in range(count))


def _is_outside(box: Box, clips: Any, index: int) -> bool:
    count = pdfium.FPDFClipPath_CountPathSegments(clips, index)
    if count > MAX_SEGMENTS:
        return True
    points = [_point(pdfium.FPDFClipPath_GetPathSegment(clips, index, at)) for at in range(count)]
    if not points:
        return True
    across, up = [x for x, _ in points], [y for _, y in points]
    is_beside = box.right <= min(across) or max(across) <= box.left
    return is_beside or box.top <= min(up) or max(up) <= box.bottom


def _point(segment: Any) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value
