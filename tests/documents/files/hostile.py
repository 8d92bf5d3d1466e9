"""Files that nobody should send: broken, locked, huge, lying, or built to hurt the reader."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from contracts.extraction import ExtractionState
from tests.documents.files.write_docx import package, paragraph, zipped

Kinds = dict[str, tuple[Callable[[], bytes], ExtractionState]]
"""Files by what is wrong with them, each with the state that reading it must end in."""

FILLER = "Planned the work of the workshop and kept its books for nine years. "
_SCHEME = "file:"
LOCAL_FILE = f"{_SCHEME}///etc/passwd"
_MEGABYTE = 1024 * 1024


def a_pdf(*, pages: int = 1, lines: int = 8, user: str = "", owner: str = "") -> bytes:
    """A readable PDF; with `user` nobody opens it without that password."""
    buffer = io.BytesIO()
    locks = StandardEncryption(user, owner or user, canPrint=0) if user or owner else None
    canvas = Canvas(buffer, pagesize=A4, encrypt=locks, invariant=1)
    for _ in range(pages):
        canvas.setFont("Helvetica", 10)
        for line in range(lines):
            canvas.drawString(50, 780 - 14 * line, FILLER)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned_pdf(*, with_layer: bool = False) -> bytes:
    """A picture of a page; `with_layer` adds the invisible text of an OCR program."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(io.BytesIO(a_png(60, 80))), 0, 0, *A4)
    if with_layer:
        for line in range(10):
            text = canvas.beginText(50, 780 - 14 * line)
            text.setTextRenderMode(3)
            text.textOut(FILLER)
            canvas.drawText(text)
    canvas.save()
    return buffer.getvalue()


def a_png(width: int, height: int) -> bytes:
    rows = b"".join(b"\0" + bytes((x * y) % 256 for x in range(width)) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def raw_pdf(content: bytes, *, stream: str = "", tree: str = "/Kids [3 0 R] /Count 1") -> bytes:
    """A PDF by hand, with a sound table of objects, whatever stands in them."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages {tree} >>".encode(),
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(content)} {stream} >>\nstream\n".encode() + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (table, len(out))
    )


def flate_bomb(megabytes: int, *, layers: int = 1) -> bytes:
    """A page whose content inflates to `megabytes` of spaces."""
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(b" " * _MEGABYTE) for _ in range(megabytes)) + packer.flush()
    for _ in range(layers - 1):
        packed = zlib.compress(packed)
    filters = " ".join(["/FlateDecode"] * layers)
    return raw_pdf(packed, stream=f"/Filter [{filters}]")


def zip_bomb(megabytes: int) -> bytes:
    return package("", word_media_bin=b"\0" * (megabytes * _MEGABYTE))


def lying_zip() -> bytes:
    """The directory says 100 bytes, the stream holds 60 megabytes."""
    honest = zipped({"[Content_Types].xml": "x", "word/document.xml": b" " * (60 * _MEGABYTE)})
    return honest.replace(struct.pack("<I", 60 * _MEGABYTE), struct.pack("<I", 100))


def a_docx(**parts: str | bytes) -> bytes:
    return package("".join(paragraph(FILLER) for _ in range(4)), **parts)


def with_entries(*entries: tuple[str, int]) -> bytes:
    """A sound DOCX with more names in it; the number is the Unix mode of each."""
    buffer = io.BytesIO(a_docx())
    with zipfile.ZipFile(buffer, "a") as archive:
        for name, mode in entries:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, "../../../etc/passwd")
    return buffer.getvalue()


def with_doctype(doctype: str, text: str = "&a;") -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<!DOCTYPE d [{doctype}]><w:document xmlns:w="{w}"><w:body><w:p>'
            f"<w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>",
        }
    )


def billion_laughs() -> str:
    laughs = "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">'
        for before, after in zip("abcdefghi", "bcdefghij", strict=True)
    )
    return f'<!ENTITY a "ha">{laughs}'


def locked_zip() -> bytes:
    """Every entry says that it is encrypted."""
    data = bytearray(a_docx())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def legacy_office(*, is_locked: bool) -> bytes:
    name = "EncryptedPackage" if is_locked else "WordDocument"
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + name.encode("utf-16-le") + b"\0" * 99


def deep_html() -> bytes:
    return b"<html><body>" + b"<div>" * 100_000 + FILLER.encode()


def deep_json() -> bytes:
    return b'{"basics":' + b"[" * 200_000


def other_json() -> bytes:
    return json.dumps({"invoice": 12, "lines": [FILLER] * 3}).encode()
