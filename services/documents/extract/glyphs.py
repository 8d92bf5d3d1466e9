"""The characters of a PDF page with their places, as PDFium sees them.

Coordinates are points, y grows upwards, already turned by the page's own rotation.
"""

import math
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from services.documents.extract.facts import facts

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


Glyph = tuple[str, float, float, float, float, int, bool]
"""One character: its text, left and right end, baseline, the height of its font as it appears, the
address of the text object that draws it (0 for none) and whether it is turned.

A space that PDFium guesses, and a line break, are drawn by nothing and stand nowhere. Plain, for
there are thousands on a page: to make and to open named ones takes longer than all else.
"""

_BREAK: Glyph = (LINE_BREAK, 0, 0, 0, 0, 0, False)


def turn_of(page: Any) -> Turn:
    """From the page's own coordinates to those of the page as it is shown."""
    return _TURNS[page.get_rotation()]


_ASKED_GLYPHS = 200
_MOST_UNKNOWN = 10
"""One in so many: spaces, digits and points alone are more where letters have other numbers."""
_FIRST_LATIN, _BEHIND_LATIN = 0x20, 0x250


def glyphs(page: Any) -> Iterator[Glyph]:
    """In the order of the page's content, with line breaks where PDFium guesses them."""
    text_page = page.get_textpage()
    try:
        yield from _Glyphs(text_page.raw, page)
    finally:
        text_page.close()


def is_without_meaning(page: Any) -> bool:
    """Whether its letters are drawn by a font that does not say which ones they are.

    A reader sees words; a program would get other letters, so it must not read them at all. A
    font of pictures says nothing either, but mostly numbers its letters as everybody does.
    """
    text_page = page.get_textpage()
    try:
        count = pdfium.FPDFText_CountChars(text_page.raw)
        asked = range(0, count, max(1, count // _ASKED_GLYPHS))
        unknown = sum(_is_no_letter(text_page.raw, at) for at in asked)
        return unknown > len(asked) / _MOST_UNKNOWN
    finally:
        text_page.close()


def _is_no_letter(handle: Any, at: int) -> bool:
    is_latin = _FIRST_LATIN <= pdfium.FPDFText_GetUnicode(handle, at) < _BEHIND_LATIN
    return not is_latin and pdfium.FPDFText_HasUnicodeMapError(handle, at) == 1


class _Glyphs:
    """Walks one text page."""

    def __init__(self, handle: Any, page: Any) -> None:
        self._handle = handle
        self._turn = turn_of(page)
        self._rotation = math.radians(page.get_rotation())

    def __iter__(self) -> Iterator[Glyph]:
        turn, size = self._turn, 0.0
        drawn, leans = 0, False
        for index, fact in enumerate(facts(self._handle)):
            code, paint, left, bottom, right, top, x, y = fact
            if code in _LINE_BREAK_CODES:
                yield _BREAK
                continue
            text = chr(code) if code <= 0x10FFFF else "\ufffd"
            if turn is not upright:
                left, bottom, right, top = Box(left, bottom, right, top).turned(turn)
                x, y = turn(x, y)
            is_letter = text.isalnum()
            if is_letter and (paint != drawn or not paint):
                drawn, leans = paint, self._leans(index)
            is_turned = is_letter and leans
            size = (right - left if is_turned else top - bottom) or size
            yield text, left, right, y, size, paint, is_turned

    def _leans(self, index: int) -> bool:
        """As do all characters of the same text object: PDFium has one matrix for them."""
        angle = pdfium.FPDFText_GetCharAngle(self._handle, index) - self._rotation
        return abs(math.remainder(angle, math.tau)) > _UPRIGHT_WITHIN
