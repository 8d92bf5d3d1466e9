"""Which text of a PDF page a reader can see: how it is painted, and over and under what.

A text object is hidden when it is not painted at all, when its colour is that of the page behind
it, when something opaque covers it, or when a layer or a clip keeps it off the page. Where a
picture or a shape lies behind or over the text, or something may keep it off, the page is drawn
with the text and without it, and the pixels decide.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from services.documents.extract.glyphs import Box, turn_of
from services.documents.extract.objects import Drawn, bounds, objects

MIN_CONTRAST = 1.2
"""WCAG 2.2 asks 4.5 for body text; the lightest grey that designers still use has 1.3."""

MIN_DIFFERENCE = 16
"""Of 255 greys, in at least one pixel, between the page with the text and without it."""

MIN_MARK_POINTS, MAX_MARK_POINTS = 1.2, 6.5
"""Dots and squares of this size before a line are its bullet: browsers draw them as shapes."""

MIN_COVER_POINTS = 2.0
"""Thinner shapes are rules and underlines: nothing is hidden under them, nothing shows on them."""

MAX_MARKS = 1_000
MAX_OBJECTS = 20_000
_RENDER_PIXELS = 1600
_TRANSPARENT_ALPHA = 13
_OPAQUE_ALPHA = 250

Colour = tuple[int, int, int]
_WHITE: Colour = (255, 255, 255)


class _Shape(NamedTuple):
    """Something opaque; `colour` is None for a picture, whose pixels must tell."""

    order: int
    box: Box
    colour: Colour | None


@dataclass(frozen=True, eq=False)
class _Text:
    order: int
    handle: Any
    box: Box
    colour: Colour
    alpha: int
    mode: int
    kept_off: str | None
    """By what the page may not show it, whatever its colour."""

    @property
    def centre(self) -> tuple[float, float]:
        return (self.box.left + self.box.right) / 2, (self.box.bottom + self.box.top) / 2


MIN_OUTLINES = 100
"""Shapes on a page: fewer are its frames, lines and icons."""


class Painting:
    """What is painted on one page, in order.

    `marks` are the small shapes as high as wide; `pictures` how many images are on it, and `paths`
    how many other shapes: text that was turned into outlines is nothing else.
    """

    def __init__(self, page: Any) -> None:
        self._page = page
        self._turn = turn_of(page)
        self._shapes: list[_Shape] = []
        self._texts: list[_Text] = []
        self.marks: list[Box] = []
        self.pictures = self.paths = 0
        for order, drawn in enumerate(islice(objects(page.raw), MAX_OBJECTS)):
            self._note(order, drawn)

    def _note_path(self, order: int, handle: Any, box: Box) -> None:
        colour, alpha = _colour(pdfium.FPDFPageObj_GetFillColor, handle)
        is_thin = min(box.right - box.left, box.top - box.bottom) < MIN_COVER_POINTS
        if _is_filled(handle) and alpha >= _OPAQUE_ALPHA and not is_thin:
            self._shapes.append(_Shape(order, box, colour))
        width, height = box.right - box.left, box.top - box.bottom
        is_small = MIN_MARK_POINTS <= height <= MAX_MARK_POINTS
        if is_small and abs(width - height) < height / 4 and len(self.marks) < MAX_MARKS:
            self.marks.append(box)

    @property
    def may_be_text(self) -> bool:
        """Whether a reader could see text in it that is no text to a program."""
        return self.pictures > 0 or self.paths >= MIN_OUTLINES

    def hidden(self) -> dict[int, str]:
        """The text objects that cannot be seen, by address, with the reason."""
        certain = {text: reason for text in self._texts if (reason := _unpainted(text))}
        doubtful = {
            text: reason
            for text in self._texts
            if text not in certain and (reason := self._doubt(text))
        }
        sure = {text: r for text, r in doubtful.items() if not self._needs_pixels(text)}
        asked = [text for text in doubtful if text not in sure]
        unseen = {text: doubtful[text] for text in self._without_trace(asked)}
        return {_address(text.handle): reason for text, reason in (certain | sure | unseen).items()}

    def _doubt(self, text: "_Text") -> str | None:
        around = [shape for shape in self._shapes if shape.box.holds(*text.centre)]
        behind = [shape for shape in around if shape.order < text.order]
        ground = behind[-1].colour if behind else _WHITE
        near_white = _contrast(text.colour, _WHITE) < MIN_CONTRAST
        if near_white or ground is None or _contrast(text.colour, ground) < MIN_CONTRAST:
            return "white" if near_white else "low_contrast"
        return "covered" if len(around) > len(behind) else text.kept_off

    def _needs_pixels(self, text: "_Text") -> bool:
        return text.kept_off is not None or any(
            shape.box.holds(*text.centre) for shape in self._shapes
        )

    def _without_trace(self, texts: Sequence["_Text"]) -> list["_Text"]:
        """Those that leave no trace: the page drawn without them looks the same there."""
        if not texts:
            return []
        drawn = _Pixels(self._page)
        for text in texts:
            pdfium.FPDFPageObj_SetIsActive(text.handle, 0)
        bare = _Pixels(self._page)
        for text in texts:
            pdfium.FPDFPageObj_SetIsActive(text.handle, 1)
        return [text for text in texts if drawn.difference(bare, text.box) < MIN_DIFFERENCE]

    def _note(self, order: int, drawn: Drawn) -> None:
        handle = drawn.handle
        kind = pdfium.FPDFPageObj_GetType(handle)
        box = bounds(handle).turned(drawn.matrix.apply).turned(self._turn)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._texts.append(_text(order, handle, box, drawn.kept_off))
            return
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self.paths += 1
            self._note_path(order, handle, box)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            self.pictures += 1
            self._shapes.append(_Shape(order, box, None))


class _Pixels:
    """The page as it is drawn, in greys."""

    def __init__(self, page: Any) -> None:
        width, height = page.get_size()
        self._scale = min(2.0, _RENDER_PIXELS / max(width, height, 1))
        bitmap = page.render(scale=self._scale, grayscale=True)
        self._grey, self._stride = bytes(bitmap.buffer), bitmap.stride
        self._width, self._height = bitmap.width, bitmap.height
        bitmap.close()
        shown = Box(*page.get_bbox()).turned(turn_of(page))
        self._left, self._top = shown.left, shown.top

    def difference(self, other: "_Pixels", box: Box) -> int:
        """The largest difference of a pixel in the box, of 255; 0 where it lies off the page."""
        largest = 0
        for mine, its in zip(self.rows(box), other.rows(box), strict=True):
            if mine != its:
                largest = max(largest, *(abs(a - b) for a, b in zip(mine, its, strict=True)))
        return largest

    def rows(self, box: Box) -> Iterator[bytes]:
        """The part of the page in the box, from top to bottom."""
        left = max(int((box.left - self._left) * self._scale), 0)
        right = min(int((box.right - self._left) * self._scale) + 1, self._width)
        top = max(int((self._top - box.top) * self._scale), 0)
        bottom = min(int((self._top - box.bottom) * self._scale) + 1, self._height)
        for row in range(top, bottom):
            yield self._grey[row * self._stride + left : row * self._stride + right]


def _text(order: int, handle: Any, box: Box, kept_off: str | None) -> _Text:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
    is_outline = mode == pdfium.FPDF_TEXTRENDERMODE_STROKE
    ask = pdfium.FPDFPageObj_GetStrokeColor if is_outline else pdfium.FPDFPageObj_GetFillColor
    colour, alpha = _colour(ask, handle)
    return _Text(order, handle, box, colour, alpha, mode, kept_off)


def _unpainted(text: _Text) -> str | None:
    if text.mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
        return "mode3"
    return "transparent" if text.alpha < _TRANSPARENT_ALPHA else None


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _colour(ask: Any, handle: Any) -> tuple[Colour, int]:
    """Black where nothing is set: so does PDF."""
    red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
    if not ask(handle, *map(ctypes.byref, (red, green, blue, alpha))):
        return (0, 0, 0), 255
    return (red.value, green.value, blue.value), alpha.value


def _is_filled(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(fill.value != pdfium.FPDF_FILLMODE_NONE)


@lru_cache(maxsize=1024)
def _contrast(one: Colour, two: Colour) -> float:
    """The contrast ratio of WCAG 2.2: 1 for equal colours, 21 for black on white."""
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
