"""The layouts: who makes the file, and what each does with names, dates and headings."""

from dataclasses import dataclass
from enum import StrEnum

from bench.truth.dates import Style


class Producer(StrEnum):
    BROWSER = "Chromium, printed"
    DOCS = "like Google Docs"
    WRITER = "LibreOffice Writer"
    TYPESET = "typeset like LaTeX"
    DRAWN = "reportlab"
    LINKEDIN = "like LinkedIn's PDF"
    TEXT = "plain text"
    WORD = "DOCX"


class Name(StrEnum):
    """How the name stands on the page."""

    PLAIN = "plain"
    CAPITALS = "capitals"
    TWO_LINES = "two lines"


@dataclass(frozen=True)
class Layout:
    """`headings` says which of the four sets of words it uses; `columns` how many it has.

    `is_grouped` where roles in a row at one employer stand under its name.
    """

    name: str
    producer: Producer
    suffix: str
    dates: Style
    headings: int
    name_as: Name = Name.PLAIN
    columns: int = 1
    is_grouped: bool = False


LAYOUTS = (
    Layout("browser-side-left", Producer.BROWSER, "pdf", Style.LONG, 0, columns=2),
    Layout("browser-employer-first", Producer.BROWSER, "pdf", Style.SHORT, 1, Name.CAPITALS),
    Layout("browser-date-column", Producer.BROWSER, "pdf", Style.SLASH, 2),
    Layout("browser-side-right", Producer.BROWSER, "pdf", Style.ISO, 3, Name.TWO_LINES, 2),
    Layout("docs-employer-dash", Producer.DOCS, "pdf", Style.UPPER, 0),
    Layout("docs-title-first", Producer.DOCS, "pdf", Style.SHORT, 2),
    Layout("writer-tabs", Producer.WRITER, "pdf", Style.TO, 1),
    Layout("writer-columns", Producer.WRITER, "pdf", Style.SLASH, 3, columns=2),
    Layout("writer-paragraphs", Producer.WRITER, "docx", Style.LONG, 2, Name.CAPITALS),
    Layout("writer-table", Producer.WRITER, "docx", Style.DOT, 0),
    Layout("typeset-rules", Producer.TYPESET, "pdf", Style.SHORT, 0),
    Layout("typeset-dates-left", Producer.TYPESET, "pdf", Style.YEAR, 1),
    Layout("typeset-side-right", Producer.TYPESET, "pdf", Style.LONG, 2, Name.CAPITALS, 2),
    Layout("typeset-one-line", Producer.TYPESET, "pdf", Style.QUOTE, 3),
    Layout("drawn-side-grouped", Producer.DRAWN, "pdf", Style.SLASH, 1, columns=2, is_grouped=True),
    Layout("drawn-halves", Producer.DRAWN, "pdf", Style.SINCE, 0, Name.CAPITALS, 2),
    Layout("linkedin", Producer.LINKEDIN, "pdf", Style.LONG, 0, columns=2),
    Layout("linkedin-grouped", Producer.LINKEDIN, "pdf", Style.LONG, 0, columns=2, is_grouped=True),
    Layout("text-at", Producer.TEXT, "txt", Style.SHORT, 1, Name.CAPITALS),
    Layout("text-no-headings", Producer.TEXT, "txt", Style.LONG, 0),
    Layout("text-spaced", Producer.TEXT, "txt", Style.DOT, 3),
    Layout("text-markdown", Producer.TEXT, "md", Style.ISO, 2),
    Layout("word-box", Producer.WORD, "docx", Style.SHORT, 3, columns=2),
    Layout("word-title-above", Producer.WORD, "docx", Style.TO, 1, Name.TWO_LINES),
)
