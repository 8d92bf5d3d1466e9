"""Bytes of a text file into text, whatever wrote them."""

import codecs

from charset_normalizer import from_bytes

from contracts.extraction import ExtractionState
from services.documents.extract.reading import Unreadable

ENCODINGS = [
    "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2",
    "koi8_r", "gb18030", "big5", "cp932", "euc_jp", "cp949",
]  # fmt: skip
"""What people's text files are written in when it is neither UTF-8 nor Western."""

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_TYPOGRAPHY = "\u2018\u2019“”\u2013—•…€£§°·«»©®™\xa0\xad"


def decoded(data: bytes) -> str:
    """By its mark, as UTF-8, else by the likeliest encoding. Raises Unreadable (unsupported)."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _strictly(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        western = data.decode("cp1252", "replace")
        if _is_western(western):
            return western
        guess = from_bytes(data, cp_isolation=ENCODINGS).best()
        return _strictly(data, guess.encoding if guess else "cp1252")


def _is_western(text: str) -> bool:
    """Mostly ASCII, and the rest letters or the quotes and dashes of word processors.

    Statistics guess badly at a page with ten accents in it; this asks for sense instead.
    """
    rest = [character for character in text if character > "\x7f"]
    fitting = sum(character.isalpha() or character in _TYPOGRAPHY for character in rest)
    return len(rest) < 0.2 * len(text) and fitting == len(rest)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(ExtractionState.UNSUPPORTED, "unknown_encoding") from None
