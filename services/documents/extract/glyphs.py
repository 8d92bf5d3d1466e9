"""The characters of a PDF page with their places, as PDFium sees them.

Coordinates are points, y grows upwards, already turned by the page's own rotation.
"""

import ctypes
import math
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

LINE_BREAK = "\n"
HYPHEN_AT_LINE_END = "\x02"
"""What PDFium puts for a hyphen that ends a line and joins it to the next."""

_UPRIGHT_WITHIN = math.radians(10)
_LINE_BREAK_CODES = (0x0A, 0x0D)

Turn = Callable[[float, float], tuple[float, float]]


def upright(x: float, y: float) -> tuple[float, float]:
    return x, y


_TURNS: dict[int, Turn] = {
    0: upright,
    90: lambda x, y: (y, -x),
    180: lambda x, y: (-x, -y),
    270: lambda x, y: (-y, x),
}


class Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def turned(self, turn: Turn) -> "Box":
        if turn is upright:
            return self
        (x_one, y_one), (x_two, y_two) = turn(self.left, self.bottom), turn(self.right, self.top)
        return Box(min(x_one, x_two), min(y_one, y_two), max(x_one, x_two), max(y_one, y_two))


class Glyph(NamedTuple):
    """One character. `paint` is the address of the text object that draws it, 0 for none.

    `y` is its baseline, `box` spans the font's height, `size` is that height as it appears.
    A space that PDFium guesses, and a line break, are drawn by nothing and have no box.
    """

    text: str
    box: Box
    y: float
    size: float
    paint: int = 0
    is_turned: bool = False


NOWHERE = Box(0, 0, 0, 0)


def turn_of(page: Any) -> Turn:
    """From the page's own coordinates to those of the page as it is shown."""
    return _TURNS[page.get_rotation()]


def glyphs(page: Any) -> Iterator[Glyph]:
    """In the order of the page's content, with line breaks where PDFium guesses them."""
    text_page = page.get_textpage()
    try:
        yield from _Glyphs(text_page.raw, page)
    finally:
        text_page.close()


class _Glyphs:
    """Walks one text page. One call into PDFium per fact and character: keep them few."""

    def __init__(self, handle: Any, page: Any) -> None:
        self._handle = handle
        self._turn = turn_of(page)
        self._rotation = math.radians(page.get_rotation())
        self._rect, self._x, self._y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        self._size = 0.0

    def __iter__(self) -> Iterator[Glyph]:
        for index in range(pdfium.FPDFText_CountChars(self._handle)):
            code = pdfium.FPDFText_GetUnicode(self._handle, index)
            if code in _LINE_BREAK_CODES:
                yield Glyph(LINE_BREAK, NOWHERE, 0, 0)
                continue
            yield self._glyph(index, chr(code) if code <= 0x10FFFF else "\ufffd")

    def _glyph(self, index: int, text: str) -> Glyph:
        paint = pdfium.FPDFText_GetTextObject(self._handle, index)
        pdfium.FPDFText_GetLooseCharBox(self._handle, index, ctypes.byref(self._rect))
        pdfium.FPDFText_GetCharOrigin(
            self._handle, index, ctypes.byref(self._x), ctypes.byref(self._y)
        )
        rect = self._rect
        box = Box(rect.left, rect.bottom, rect.right, rect.top).turned(self._turn)
        is_turned = text.isalnum() and self._is_turned(index)
        height = box.right - box.left if is_turned else box.top - box.bottom
        self._size = height or self._size
        _, baseline = self._turn(self._x.value, self._y.value)
        address = ctypes.cast(paint, ctypes.c_void_p).value or 0
        return Glyph(text, box, baseline, height or self._size, address, is_turned)

    def _is_turned(self, index: int) -> bool:
        angle = pdfium.FPDFText_GetCharAngle(self._handle, index)
        return abs(math.remainder(angle - self._rotation, math.tau)) > _UPRIGHT_WITHIN
