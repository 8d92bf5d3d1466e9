"""DOCX files by hand: paragraphs, tables, text boxes, tracked changes, content controls."""

import io
import zipfile
from xml.sax.saxutils import escape

from tests.documents.files.lives import Life

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMESPACES = (
    f'{_W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
_STYLES = (
    f"<w:styles {_W}>"
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/>'
    "</w:rPr></w:style></w:styles>"
)


def package(body: str, **parts: str | bytes) -> bytes:
    """A DOCX of these parts; a name like `word_header1_xml` stands for `word/header1.xml`."""
    document = f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": document,
        "word/styles.xml": _STYLES,
    }
    for name, content in parts.items():
        folder, file, ending = name.split("_")
        files[f"{folder}/{file}.{ending}"] = content
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A deflated archive with fixed dates, so that the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t")
    )
    return f"<w:r>{rpr}{pieces}</w:r>"


def paragraph(text: str, style: str = "") -> str:
    ppr = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{ppr}{run(text)}</w:p>"


def cell(content: str) -> str:
    return f"<w:tc>{content}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    inner = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl>{inner}</w:tbl>"


def header(text: str) -> str:
    return f"<w:hdr {_W}>{paragraph(text)}</w:hdr>"


def plain(life: Life) -> bytes:
    """Paragraphs with a right tab; name and contact in the page header."""
    body = [paragraph("Work Experience", "H1")]
    for stay in life.stays:
        body.append(paragraph(f"{stay.employer}\t{stay.place}"))
        body.append(paragraph(f"{stay.title}\t{stay.when}"))
        body += [paragraph(bullet, "LB") for bullet in stay.bullets]
    return package(
        "".join([*body, *_rest(life)]),
        word_header1_xml=header(life.name),
        word_header2_xml=header(f"{life.email} | {life.phone}"),
        word_footer1_xml=f"<w:ftr {_W}>{paragraph('Page 1 of 1')}</w:ftr>",
    )


def as_table(life: Life) -> bytes:
    """Dates in a narrow first column."""
    rows = []
    for stay in life.stays:
        told = paragraph(f"{stay.title}, {stay.employer}")
        told += "".join(paragraph(bullet, "LB") for bullet in stay.bullets)
        rows.append((paragraph(stay.when), told))
    body = [paragraph(life.name), paragraph(life.email), paragraph("EXPERIENCE", "H1")]
    return package("".join([*body, table(*rows), *_rest(life)]))


def scattered(life: Life) -> bytes:
    """Text boxes (twice, as Word keeps them), content controls, insertions and deletions."""
    box = f"<w:txbxContent>{paragraph(life.email)}{paragraph(life.phone)}</w:txbxContent>"
    twice = (
        f"<mc:AlternateContent><mc:Choice><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = [f"<w:p>{run(life.name)}<w:r>{twice}</w:r></w:p>", paragraph("Experience", "H1")]
    for stay in life.stays:
        body.append(f"<w:sdt><w:sdtContent>{paragraph(stay.title)}</w:sdtContent></w:sdt>")
        gone = "<w:del><w:r><w:delText>Somewhere Else Ltd</w:delText></w:r></w:del>"
        body.append(f"<w:p>{gone}<w:ins>{run(stay.employer)}</w:ins></w:p>")
        body.append(paragraph(stay.when))
        body += [paragraph(bullet, "LB") for bullet in stay.bullets]
    return package("".join([*body, *_rest(life)]))


def _rest(life: Life) -> list[str]:
    body = [paragraph("Education", "H1")]
    body += [paragraph(f"{s.degree}, {s.school}\t{s.when}") for s in life.studies]
    body += [paragraph("Skills", "H1"), paragraph(", ".join(life.skills))]
    languages = ", ".join(f"{name} ({level})" for name, level in life.languages)
    return [*body, paragraph("Languages", "H1"), paragraph(languages)]
