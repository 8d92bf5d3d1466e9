"""Documents that LibreOffice Writer makes: flat ODF that we write, converted by it.

Needs `soffice` (Debian: libreoffice-writer-nogui), which nothing else of the project does.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from bench.truth.sheet import Sheet

_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for name, kind in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
_STYLES = (
    '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties'
    ' fo:margin-bottom="0.08cm"><style:tab-stops><style:tab-stop style:position="17cm"'
    ' style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties'
    ' fo:font-size="10pt" style:font-name="Liberation Sans"/></style:style>'
    '<style:style style:name="N" style:family="paragraph"><style:text-properties'
    ' fo:font-size="22pt" fo:font-weight="bold"/></style:style>'
    '<style:style style:name="H" style:family="paragraph"><style:paragraph-properties'
    ' fo:margin-top="0.35cm" fo:margin-bottom="0.1cm"/><style:text-properties fo:font-size="13pt"'
    ' fo:font-weight="bold"/></style:style>'
    '<style:style style:name="A" style:family="table-column"><style:table-column-properties'
    ' style:column-width="5cm"/></style:style><style:style style:name="B"'
    ' style:family="table-column"><style:table-column-properties style:column-width="12cm"/>'
    "</style:style>"
    '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1"'
    ' text:bullet-char="•"><style:list-level-properties text:space-before="0.3cm"'
    ' text:min-label-width="0.4cm"/></text:list-level-style-bullet></text:list-style>'
)


def _p(text: str, style: str = "P") -> str:
    said = escape(text).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
    return f'<text:p text:style-name="{style}">{said}</text:p>'


def _h(text: str) -> str:
    return f'<text:h text:style-name="H" text:outline-level="1">{escape(text)}</text:h>'


def _items(texts: tuple[str, ...] | list[str]) -> str:
    items = "".join(f"<text:list-item>{_p(text)}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="L">{items}</text:list>'


def _table(*rows: tuple[str, str]) -> str:
    inner = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    columns = "".join(f'<table:table-column table:style-name="{name}"/>' for name in "AB")
    return f"<table:table>{columns}{inner}</table:table>"


def _top(sheet: Sheet) -> str:
    return _p(sheet.name, "N") + _p(sheet.person.headline)


def _rest(sheet: Sheet) -> str:
    person = sheet.person
    return (
        _h(sheet.heading("education"))
        + "".join(_p(f"{s.degree}, {s.school}\t{sheet.studied(s)}") for s in person.studies)
        + _h(sheet.heading("skills"))
        + _p(", ".join(person.skills))
        + _h(sheet.heading("certifications"))
        + _items(sheet.certificates("{0}, {1}, {2}"))
        + _h(sheet.heading("languages"))
        + _p(", ".join(sheet.languages("{} ({})")))
    )


def tabs(sheet: Sheet) -> str:
    """Employer and place, title and dates, each pair parted by a tab to the right margin."""
    body = _top(sheet) + _p(" | ".join(sheet.contact))
    body += _h(sheet.heading("summary")) + _p(sheet.person.summary)
    body += _h(sheet.heading("experience"))
    for stay in sheet.person.stays:
        body += _p(f"{stay.employer}\t{stay.place}") + _p(f"{stay.title}\t{sheet.when(stay)}")
        body += _items(stay.lines)
    return body + _rest(sheet)


def columns(sheet: Sheet) -> str:
    """A table of one row: contact, skills and languages at the left, the rest at the right."""
    side = _h(sheet.heading("contact")) + "".join(map(_p, sheet.contact))
    side += _h(sheet.heading("skills")) + "".join(map(_p, sheet.person.skills))
    side += _h(sheet.heading("languages")) + "".join(map(_p, sheet.languages("{}: {}")))
    side += _h(sheet.heading("certifications"))
    side += "".join(map(_p, sheet.certificates("{0} ({2})")))
    main = _h(sheet.heading("summary")) + _p(sheet.person.summary)
    main += _h(sheet.heading("experience"))
    for stay in sheet.person.stays:
        main += _p(stay.title) + _p(f"{stay.employer}, {stay.place}") + _p(sheet.when(stay))
        main += _items(stay.lines)
    main += _h(sheet.heading("education"))
    for study in sheet.person.studies:
        main += _p(study.degree) + _p(f"{study.school}, {sheet.studied(study)}")
    return _top(sheet) + _table((side, main))


def paragraphs(sheet: Sheet) -> str:
    """Title, employer and place on one line, dates on the next."""
    body = _top(sheet) + "".join(map(_p, sheet.contact)) + _p(sheet.person.summary)
    body += _h(sheet.heading("experience"))
    for stay in sheet.person.stays:
        body += _p(f"{stay.title}, {stay.employer}, {stay.place}") + _p(sheet.when(stay))
        body += _items(stay.lines)
    return body + _rest(sheet)


def table(sheet: Sheet) -> str:
    """Dates in the first column of a table, everything else in the second."""
    rows = []
    for stay in sheet.person.stays:
        told = _p(stay.title) + _p(f"{stay.employer}, {stay.place}") + _items(stay.lines)
        rows.append((_p(sheet.when(stay)), told))
    studies = [(_p(sheet.studied(s)), _p(f"{s.degree}, {s.school}")) for s in sheet.person.studies]
    person = sheet.person
    return (
        _top(sheet)
        + _table(*((_p(""), _p(fact)) for fact in sheet.contact))
        + _h(sheet.heading("summary"))
        + _p(person.summary)
        + _h(sheet.heading("experience"))
        + _table(*rows)
        + _h(sheet.heading("education"))
        + _table(*studies)
        + _h(sheet.heading("skills"))
        + _items(person.skills)
        + _h(sheet.heading("certifications"))
        + _table(*((_p(year), _p(f"{name}, {by}")) for name, by, year in person.certifications))
        + _h(sheet.heading("languages"))
        + _table(*((_p(name), _p(level)) for name, level in person.languages))
    )


BODIES: dict[str, Callable[[Sheet], str]] = {
    "writer-tabs": tabs,
    "writer-columns": columns,
    "writer-paragraphs": paragraphs,
    "writer-table": table,
}


def draw(sheet: Sheet) -> bytes:
    """Raises CalledProcessError, or FileNotFoundError where LibreOffice is not installed."""
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMESPACES}'
        ' office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles><office:body><office:text>"
        f"{BODIES[sheet.layout.name](sheet)}</office:text></office:body></office:document>"
    )
    with TemporaryDirectory() as folder:
        source = Path(folder) / "page.fodt"
        source.write_text(document)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", sheet.layout.suffix, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - all of it is ours
        return source.with_suffix(f".{sheet.layout.suffix}").read_bytes()
