"""What PDFium says of each character: its functions, called without ctypes' own conversions.

The declarations that pypdfium2 brings check and convert every argument and wrap every pointer;
for ten thousand characters that takes longer than all that is done with the answers.
"""

import ctypes
import struct
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

_RECT = struct.Struct("=4f")
"""Of FS_RECTF: left, top, right, bottom."""

_POINT = struct.Struct("=2d")


Fact = tuple[int, int, float, float, float, float, float, float]
"""Its code; the address of the text object that draws it, 0 for none; left, bottom, right and top
of its box, which is as high as its font; x and y of its origin.
"""


def _bare(name: str, result: Any) -> Callable[..., Any]:
    """The function of that name; who calls it answers for the C types of the arguments."""
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result)(address)


_code = _bare("FPDFText_GetUnicode", ctypes.c_uint)
_paint = _bare("FPDFText_GetTextObject", ctypes.c_void_p)
_box = _bare("FPDFText_GetLooseCharBox", ctypes.c_int)
_origin = _bare("FPDFText_GetCharOrigin", ctypes.c_int)


def facts(text_page: Any) -> Iterator[Fact]:
    """Of all characters of a page that is open, in their order."""
    page = ctypes.cast(text_page, ctypes.c_void_p)
    rect, point = (ctypes.create_string_buffer(kind.size) for kind in (_RECT, _POINT))
    into_rect = ctypes.byref(rect)
    into_x, into_y = ctypes.byref(point), ctypes.byref(point, _POINT.size // 2)
    box_in, point_in = _RECT.unpack_from, _POINT.unpack_from
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code, paint = _code(page, index), _paint(page, index) or 0
        _box(page, index, into_rect)
        _origin(page, index, into_x, into_y)
        left, top, right, bottom = box_in(rect)
        x, y = point_in(point)
        yield code, paint, left, bottom, right, top, x, y
