"""DOCX: every `w:t` wherever it stands, in reading order; what Word would not show is noted.

python-docx's paragraphs miss tables, text boxes, insertions and content controls; this walks the
XML itself (ECMA-376, part 1, chapter 17). Macros are never run, links and objects never fetched.
"""

import re
from typing import Any

from lxml import etree

from contracts.documents import MAX_PAGES
from contracts.extraction import ExtractionState
from services.documents.extract.archive import Archive
from services.documents.extract.clean import clean, tidy
from services.documents.extract.docx_look import Styles, W
from services.documents.extract.docx_text import Writer
from services.documents.extract.reading import Reading, Unreadable

_HEADERS = re.compile(r"word/header\d*\.xml")
_NOTES = re.compile(r"word/(?:footnotes|endnotes)\.xml")
_FOOTERS = re.compile(r"word/footer\d*\.xml")
_IGNORED = {
    "macro_ignored": re.compile(r"word/vbaProject\.bin", re.IGNORECASE),
    "embedding_ignored": re.compile(
        r"word/(?:embeddings|activeX)/|.*\.(?:zip|docx|exe)", re.IGNORECASE
    ),
}
_EXTERNAL = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']")
_LINK = re.compile(rb"<Relationship\b[^>]{0,4000}/relationships/hyperlink[^>]{0,4000}>")


def read(data: bytes, reading: Reading) -> None:
    """Fill `reading`. Raises Unreadable (bomb, password, too large, unreadable)."""
    archive = Archive(data)
    _note_what_is_ignored(archive, reading)
    body = _part(archive, "word/document.xml")
    if body is None:
        raise Unreadable(ExtractionState.UNREADABLE, "no_document")
    reading.pages = 1 + sum(1 for _ in body.iter(f"{W}lastRenderedPageBreak"))
    if reading.pages > MAX_PAGES:
        raise Unreadable(ExtractionState.TOO_LARGE, "pages")
    writer = Writer(Styles(_part(archive, "word/styles.xml")), reading)
    text = "\n\n".join(
        (_all(archive, writer, _HEADERS), _written(writer, body), _all(archive, writer, _NOTES))
    )
    furniture = _all(archive, writer, _FOOTERS)
    text, furniture = (tidy(clean(part, reading.hide_shapeless)) for part in (text, furniture))
    reading.columns = 2 if writer.has_columns else 1
    reading.text = f"{text}\n\f{furniture}" if furniture else text


def _all(archive: Archive, writer: Writer, names: re.Pattern[str]) -> str:
    """The parts with such a name, each text once: first and even headers tend to be copies."""
    parts = (_part(archive, name) for name in archive.names if names.fullmatch(name))
    return "\n".join(dict.fromkeys(_written(writer, part) for part in parts if part is not None))


def _written(writer: Writer, part: Any) -> str:
    return "\n".join(writer.lines(part))


def _part(archive: Archive, name: str) -> Any:
    """The root of one XML part, None where there is none. A DTD is refused: Word writes none."""
    data = archive.read(name)
    if data is None:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise Unreadable(ExtractionState.UNREADABLE, "broken_xml") from None
    if root.getroottree().docinfo.doctype:
        raise Unreadable(ExtractionState.UNREADABLE, "dtd")
    return root


def _note_what_is_ignored(archive: Archive, reading: Reading) -> None:
    for warning, pattern in _IGNORED.items():
        if any(pattern.match(name) for name in archive.names):
            reading.warnings.add(warning)
    if archive.has_unsafe_names:
        reading.warnings.add("unsafe_name_ignored")
    for name in archive.names:
        if name.endswith(".rels") and _EXTERNAL.search(_LINK.sub(b"", archive.read(name) or b"")):
            reading.warnings.add("external_reference_ignored")
