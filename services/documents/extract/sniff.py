"""What a file is, by its bytes and structure; a name or a declared type is never asked."""

import io
import json
import re
import zipfile
import zlib
from enum import StrEnum

from contracts.extraction import ExtractionState
from services.documents.extract.reading import Unreadable


class Format(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json_resume"
    TEXT = "text"


_MAGIC = {
    b"\x89PNG\r\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
    b"BM": "bmp",
    b"RIFF": "webp",
    b"{\\rtf": "rtf",
    b"MZ": "program",
    b"\x7fELF": "program",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "rar",
    b"%!PS": "postscript",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OLE = "EncryptedPackage".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHER_PACKAGES = {
    "content.xml": "odt",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "pptx",
    "Index/Document.iwa": "pages",
    "META-INF/container.xml": "epub",
}
_OPENDOCUMENT = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "xlsx",
    "application/vnd.oasis.opendocument.presentation": "pptx",
    "application/epub+zip": "epub",
}
_MOST_OF_A_TYPE = 200
_PDF_WITHIN_BYTES = 1024
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

_HTML = re.compile(
    r"<(?:!doctype html|html|body|div|p|ul|ol|li|br|table|h[1-6]|span|section)\b[^>]{0,200}>",
    re.IGNORECASE,
)
_OTHER_MARKUP = re.compile(r"\s*<(?:\?xml|svg|!doctype (?!html))", re.IGNORECASE)
_JSON = re.compile(r"\s*[\[{]")
_CERTAIN_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*\"[^\"\n]{1,80}\"\s*:")
"""No prose begins so, whatever becomes of it further on."""
_MARKDOWN = re.compile(
    r"^#{1,6} \S|\*\*[^*\n]{1,80}\*\*|\[[^\]\n]{1,80}\]\(https?:"
    r"|(?<!\w)__?[^\s_][^_\n]{0,80}(?<!\s)__?(?!\w)",
    re.MULTILINE,
)
_CERTAIN_MARKDOWN = re.compile(
    r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}(?<!\s)\*\*(?![\w*])|^#{2,6} \S", re.MULTILINE
)
"""What nobody writes in plain text. One `#` may count something; two stars around words do not."""
_BUILT = re.compile(r"<(?:!doctype html|html|body|div|p|table|h[1-6]|section|li)\b", re.IGNORECASE)


def container(data: bytes) -> Format | None:
    """PDF or DOCX by structure; None for what may be text. Refuses everything else that it knows.

    Raises Unreadable (password) for an encrypted Office file, (unsupported) for other kinds.
    """
    if b"%PDF-" in data[:_PDF_WITHIN_BYTES]:
        return Format.PDF
    if data.startswith(_ZIP):
        return _office(data)
    if data.startswith(_OLE):
        locked = _ENCRYPTED_OLE in data
        raise Unreadable(
            ExtractionState.PASSWORD if locked else ExtractionState.UNSUPPORTED, "legacy_office"
        )
    for magic, name in _MAGIC.items():
        if data.startswith(magic) and not (name == "bmp" and _is_text(data)):
            raise Unreadable(ExtractionState.UNSUPPORTED, name)
    if not _is_text(data):
        raise Unreadable(ExtractionState.UNSUPPORTED, "binary")
    return None


def text_format(text: str) -> Format:
    """Which kind of text this is; Raises Unreadable (unsupported) for XML and SVG."""
    if _OTHER_MARKUP.match(text):
        raise Unreadable(ExtractionState.UNSUPPORTED, "xml")
    if _JSON.match(text):
        return _json(text)
    is_markdown = len(_MARKDOWN.findall(text)) >= 2 or _CERTAIN_MARKDOWN.search(text)
    if len(_HTML.findall(text)) >= 2 and (_BUILT.search(text) or not is_markdown):
        return Format.HTML
    return Format.MARKDOWN if is_markdown else Format.TEXT


def _office(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            said = _opendocument(archive, names)
    except (zipfile.BadZipFile, ValueError, RuntimeError, zlib.error):
        raise Unreadable(ExtractionState.UNREADABLE, "broken_archive") from None
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return Format.DOCX
    kind = said or next(
        (kind for name, kind in _OTHER_PACKAGES.items() if name in names), "archive"
    )
    raise Unreadable(ExtractionState.UNSUPPORTED, kind)


def _opendocument(archive: zipfile.ZipFile, names: set[str]) -> str | None:
    """What its first part says that it is (OpenDocument 1.3, part 2, 3.3); None for others."""
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > _MOST_OF_A_TYPE:
        return None
    said = archive.read("mimetype").decode("ascii", "replace").strip()
    return next((kind for name, kind in _OPENDOCUMENT.items() if said.startswith(name)), None)


def _is_text(data: bytes) -> bool:
    return data.startswith(_UTF16_MARKS) or not _CONTROL.search(data)


def _json(text: str) -> Format:
    """Raises Unreadable for JSON that ends too soon, and for such as is no object."""
    try:
        said = json.loads(text)
    except RecursionError:
        return Format.TEXT  # whatever it is, its length decides
    except ValueError:
        if not _CERTAIN_JSON.match(text):
            return Format.TEXT
        raise Unreadable(ExtractionState.UNREADABLE, "broken_json") from None
    if not isinstance(said, dict):
        raise Unreadable(ExtractionState.UNSUPPORTED, "json")
    return Format.JSON
