"""DOCX files built to hurt: what is wrong lies in the archive, or in the XML in it."""

import io
import random
import struct
import warnings
import zipfile

from tests.documents.files.hostile import FILLER, a_docx, a_pdf, with_entries
from tests.documents.files.write_docx import package, paragraph, zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_END = b"PK\x05\x06"
_TYPES = "[Content_Types].xml"


def of_xml(xml: str | bytes, **parts: str | bytes) -> bytes:
    """A DOCX whose document is this XML as it stands."""
    return zipped({_TYPES: "<Types/>", "word/document.xml": xml, **parts})


def of_body(body: str, **parts: str | bytes) -> bytes:
    return package("".join(paragraph(FILLER) for _ in range(4)) + body, **parts)


def cut_at(percent: int) -> bytes:
    whole = a_docx()
    return whole[: len(whole) * percent // 100]


def mutated(seed: int) -> bytes:
    """A sound file with twenty bytes changed."""
    dice, data = random.Random(seed), bytearray(a_docx())
    for _ in range(20):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def packed_by(method: int) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(a_docx())) as source,
        zipfile.ZipFile(buffer, "w", method) as archive,
    ):
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    return buffer.getvalue()


def twice_the_same_name() -> bytes:
    buffer = io.BytesIO(a_docx())
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body/></w:document>")
    return buffer.getvalue()


def wrong_checksum() -> bytes:
    data = bytearray(a_docx())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 16 : at + 20] = b"\xde\xad\xbe\xef"
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def declared_sizes(size: int) -> bytes:
    """The directory says that every entry has `size` bytes."""
    data = bytearray(a_docx())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", size)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def overlapping(times: int) -> bytes:
    """Many entries of the directory are one and the same data."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_TYPES, "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}/>")
        archive.writestr("word/a.xml", b"\0" * 150_000)
    data = buffer.getvalue()
    start = data.rfind(b"PK\x01\x02")
    end = data.rfind(_END)
    rows = b"".join(
        data[start:end].replace(b"word/a.xml", b"word/%05d"[:10] % number)
        for number in range(times)
    )
    directory = data.find(b"PK\x01\x02")
    whole = data[directory:end] + rows
    tail = struct.pack("<4sHHHHIIH", _END, 0, 0, 3 + times, 3 + times, len(whole), directory, 0)
    return data[:directory] + whole + tail


def with_end(**changed: int) -> bytes:
    """The record at the end of the directory says something else of `disk`, `count` or `start`."""
    data = bytearray(a_docx())
    at = data.rfind(_END)
    places = {"disk": (4, "<H"), "count": (10, "<H"), "start": (16, "<I"), "size": (12, "<I")}
    for name, value in changed.items():
        offset, form = places[name]
        struct.pack_into(form, data, at + offset, value)
    return bytes(data)


def with_comment() -> bytes:
    buffer = io.BytesIO(a_docx())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = b"PK\x05\x06" * 16_000
    return buffer.getvalue()


def named(name: str) -> bytes:
    return with_entries((name, 0o644))


def nested_tables(depth: int) -> bytes:
    row = "<w:tbl><w:tr><w:tc>"
    back = "<w:p/></w:tc></w:tr></w:tbl>"
    return of_body(row * depth + paragraph(FILLER) + back * depth)


def one_text(characters: int) -> bytes:
    """One run of so many characters that do not pack well."""
    dice = random.Random(3)
    letters = "abcdefghijklmnopqrstuvwxyz     "
    return package(paragraph("".join(dice.choices(letters, k=characters))))


def with_many_attributes() -> bytes:
    said = " ".join(f'w:a{number}="{number * 7919}"' for number in range(60_000))
    return of_xml(f"<w:document {W}><w:body><w:p {said}/></w:body></w:document>")


def loop_of_styles() -> bytes:
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:basedOn w:val="{1}"/></w:style>'
    styles = f"<w:styles {W}>{style.format('A', 'B')}{style.format('B', 'A')}</w:styles>"
    run = f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>{FILLER}</w:t></w:r></w:p>'
    return of_body(run, word_styles_xml=styles)


def in_run(properties: str, tag: str = "w:t") -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><{tag}>SECRET {FILLER}</{tag}></w:r></w:p>"


def deleted() -> str:
    return (
        '<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>'
        f"SECRET {FILLER}</w:delText></w:r></w:del></w:p>"
    )


def field(code: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
        f"SECRET {code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def included(href: str) -> str:
    return f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{href}" parse="text"/>'


def alternative_chunk() -> bytes:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://x/aFChunk" Target="http://example.org/x.html"'
        ' TargetMode="External"/></Relationships>'
    )
    return of_body(f'<w:altChunk {R} r:id="r1"/>', word_document_rels=rels)


def many_headers(count: int) -> bytes:
    head = f"<w:hdr {W}>{paragraph('Page {}')}</w:hdr>"
    parts = {f"word/header{number}.xml": head.format(number) for number in range(count)}
    body = f"<w:document {W}><w:body>{paragraph(FILLER) * 4}</w:body></w:document>"
    return zipped({_TYPES: "<Types/>", "word/document.xml": body, **parts})


def other_office(inner: str) -> bytes:
    return zipped({_TYPES: "<Types/>", inner: FILLER})


def after_pdf_head() -> bytes:
    return b"%PDF-1.7\n" + a_docx()


def before_pdf() -> bytes:
    return a_docx() + a_pdf()
