"""One file of any kind into text and a report."""

from collections.abc import Callable

from contracts.documents import MAX_CHARACTERS, MAX_FILE_BYTES
from contracts.extraction import ExtractionState
from services.documents.domain import Extracted
from services.documents.extract import docx, jsonresume, markup, pdf
from services.documents.extract.clean import clean, tidy
from services.documents.extract.plain import decoded
from services.documents.extract.reading import Reading, Unreadable
from services.documents.extract.sniff import Format, container, text_format

MIN_CHARACTERS = 50
"""Visible characters, spaces aside; less than this is no résumé."""

_TEXT_READERS: dict[Format, Callable[[str, Reading], str]] = {
    Format.HTML: markup.text_of_html,
    Format.MARKDOWN: markup.text_of_markdown,
    Format.JSON: lambda text, _: jsonresume.text_of(text),
    Format.TEXT: lambda text, _: text,
}


def extract(data: bytes) -> Extracted:
    """Read a file. The same bytes give the same result; nothing raises for what is in them.

    A hostile file may still exhaust memory or time: run it in the child process.
    """
    reading = Reading(format="unknown")
    try:
        state = _read(data, reading)
    except Unreadable as refusal:
        state = refusal.state
        if refusal.warning:
            reading.warnings.add(refusal.warning)
        if refusal.warning and state is ExtractionState.UNSUPPORTED:
            reading.format = refusal.warning
    except (MemoryError, RecursionError):
        state = ExtractionState.BOMB
    hidden = sum(count for count, _ in reading.hidden.values())
    if state is ExtractionState.EMPTY and hidden > len("".join(reading.text.split())):
        reading.warnings.add("all_hidden")
    return reading.extracted(state)


def _read(data: bytes, reading: Reading) -> ExtractionState:
    if len(data) > MAX_FILE_BYTES:
        raise Unreadable(ExtractionState.TOO_LARGE, "bytes")
    if not data.strip(b"\0 \t\r\n"):
        return ExtractionState.EMPTY
    kind = container(data)
    state = ExtractionState.OK
    if kind is Format.PDF:
        reading.format = kind
        state = pdf.read(data, reading)
    elif kind is Format.DOCX:
        reading.format = kind
        docx.read(data, reading)
    else:
        _read_text(data, reading)
    return _judged(state, reading)


def _read_text(data: bytes, reading: Reading) -> None:
    text = decoded(data)
    kind = text_format(text)
    reading.format = kind
    reading.text = tidy(clean(_TEXT_READERS[kind](text, reading), reading.hide_shapeless))


def _judged(state: ExtractionState, reading: Reading) -> ExtractionState:
    if len(reading.text) > MAX_CHARACTERS:
        raise Unreadable(ExtractionState.TOO_LARGE, "characters")
    if state is ExtractionState.OK and len("".join(reading.text.split())) < MIN_CHARACTERS:
        return ExtractionState.EMPTY
    return state
