"""PDF, read by PDFium: every character with its place and paint, then lines by geometry."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from contracts.documents import MAX_PAGES
from contracts.extraction import ExtractionState
from services.documents.extract.archive import MAX_RATIO, MAX_UNPACKED_BYTES
from services.documents.extract.clean import clean, tidy
from services.documents.extract.glyphs import Box, glyphs, is_without_meaning, turn_of
from services.documents.extract.lines import PAGE_DROP, text_of
from services.documents.extract.pieces import Frame, Piece, marked, pieces
from services.documents.extract.reading import Reading, Unreadable
from services.documents.extract.visible import Painting

MIN_VISIBLE_PER_PAGE = 200
"""Fewer visible characters a page, on average, are a picture of a page (reading needs text)."""

_STREAM = re.compile(rb"stream\r?\n")
_ZLIB_HEADS = (b"\x78", b"\x68", b"\x58", b"\x48", b"\x38", b"\x28", b"\x18", b"\x08")
_CHUNK_BYTES = 16 * 1024
"""Packed bytes inflated at once; they become 16 MB at most."""


def read(data: bytes, reading: Reading) -> ExtractionState:
    """Fill `reading`. Raises Unreadable; a bomb that slips through aborts the process."""
    _refuse_bomb(data)
    document = _opened(data)
    try:
        reading.pages = len(document)
        if reading.pages > MAX_PAGES:
            raise Unreadable(ExtractionState.TOO_LARGE, "pages")
        _note_active_content(document, reading)
        return _read_pages(document, reading)
    finally:
        document.close()


def _opened(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        state = ExtractionState.PASSWORD if locked else ExtractionState.UNREADABLE
        raise Unreadable(state) from None


def _read_pages(document: Any, reading: Reading) -> ExtractionState:
    pages, has_pictures = [], False
    for number in range(reading.pages):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            raise Unreadable(ExtractionState.UNREADABLE, "broken_page") from None
        painting = Painting(page)
        is_drawn = is_without_meaning(page)
        has_pictures = has_pictures or is_drawn or painting.may_be_text
        pages.append([] if is_drawn else _pieces(page, number, painting, reading))
        page.close()
    raw, reading.columns = text_of(pages)
    body, _, furniture = raw.partition("\f")
    text, rest = (tidy(clean(_paired(part), reading.hide_shapeless)) for part in (body, furniture))
    reading.text = f"{text}\n\f{rest}" if rest else text
    return _state(reading, pages, has_pictures=has_pictures)


def _pieces(page: Any, number: int, painting: Painting, reading: Reading) -> list[Piece]:
    frame = Frame(number + 1, Box(*page.get_bbox()).turned(turn_of(page)), reading)
    found = marked(pieces(glyphs(page), painting.hidden(), frame), painting.marks)
    return [replace(piece, y=piece.y - number * PAGE_DROP) for piece in found]


def _state(reading: Reading, pages: list[list[Piece]], *, has_pictures: bool) -> ExtractionState:
    visible = len("".join(reading.text.split()))
    if visible < MIN_VISIBLE_PER_PAGE * reading.pages:
        return ExtractionState.SCANNED if has_pictures else ExtractionState.EMPTY
    if not all(pages):
        reading.warnings.add("page_without_text")
    return ExtractionState.OK


def _paired(text: str) -> str:
    """Halves of surrogate pairs, as PDFium gives them, become characters."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _note_active_content(document: Any, reading: Reading) -> None:
    """Scripts and attachments are never run or opened; their owner is told."""
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0:
        reading.warnings.add("script_ignored")
    if document.count_attachments() > 0:
        reading.warnings.add("attachment_ignored")


def _refuse_bomb(data: bytes) -> None:
    """Inflate every stream without keeping it, and count: PDFium itself knows no limit."""
    total = 0
    for size in _inflated(data):
        total += size
        if total > MAX_UNPACKED_BYTES and total > MAX_RATIO * len(data):
            raise Unreadable(ExtractionState.BOMB)


def _inflated(data: bytes) -> Iterator[int]:
    """Bytes that come out of each part of each deflated stream."""
    view = memoryview(data)
    for stream in _STREAM.finditer(data):
        at = stream.end()
        if data[at : at + 1] not in _ZLIB_HEADS:
            continue
        inflater = zlib.decompressobj()
        try:
            while at < len(data) and not inflater.eof:
                yield len(inflater.decompress(view[at : at + _CHUNK_BYTES]))
                at += _CHUNK_BYTES
        except zlib.error:
            continue
