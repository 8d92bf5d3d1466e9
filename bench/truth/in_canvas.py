"""Pages drawn by reportlab: two with columns, and two as LinkedIn saves a profile."""

import io
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bench.truth.people import Stay
from bench.truth.sheet import Sheet
from tests.documents.files.draw_pdf import Column

_WIDTH, _HEIGHT = A4
_BODY, _BOLD = "DejaVu", "DejaVuBold"
_FONTS = Path("/usr/share/fonts/truetype/dejavu")
_SIDE = 180.0
_MONTHS_A_YEAR = 12


class _Page:
    """A canvas with fonts that know every letter of the names."""

    def __init__(self) -> None:
        registerFont(TTFont(_BODY, _FONTS / "DejaVuSans.ttf"))
        registerFont(TTFont(_BOLD, _FONTS / "DejaVuSans-Bold.ttf"))
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=A4, invariant=1)

    def column(self, left: float, right: float, top: float = _HEIGHT - 54) -> "_Column":
        return _Column(self.canvas, left, right, top)

    def saved(self) -> bytes:
        self.canvas.save()
        return self._buffer.getvalue()


class _Column(Column):
    def say(self, text: str, *, size: float = 9, is_bold: bool = False, indent: float = 0) -> None:
        """Wrapped at words; smaller where a word alone would run over the edge."""
        font = _BOLD if is_bold else _BODY
        room = self.right - self.left - indent
        widest = max(stringWidth(word, font, size) for word in text.split())
        for line in text.split("\n"):
            self.line(line, font=font, size=min(size, size * room / widest), indent=indent)

    def title(self, text: str) -> None:
        self.down(8)
        self.say(text, size=12, is_bold=True)

    def items(self, texts: tuple[str, ...]) -> None:
        for text in texts:
            self.say(f"\u2022 {text}", indent=7)


def _list(column: _Column, heading: str, texts: tuple[str, ...] | list[str]) -> None:
    column.title(heading)
    for text in texts:
        column.say(text)


def side_grouped(sheet: Sheet) -> bytes:
    """A grey bar at the right; roles stand under the employer that they share."""
    page, person = _Page(), sheet.person
    page.canvas.setFillGray(0.9)
    page.canvas.rect(_WIDTH - _SIDE, 0, _SIDE, _HEIGHT, stroke=0, fill=1)
    page.canvas.setFillGray(0)
    side = page.column(_WIDTH - _SIDE + 14, _WIDTH - 12)
    _list(side, sheet.heading("contact").upper(), sheet.contact)
    _list(side, sheet.heading("skills").upper(), person.skills)
    _list(side, sheet.heading("languages").upper(), sheet.languages("{} ({})"))
    _list(side, sheet.heading("certifications").upper(), sheet.certificates("{0} ({2})"))
    main = page.column(40, _WIDTH - _SIDE - 20)
    main.say(sheet.name, size=22, is_bold=True)
    main.say(person.headline, size=11)
    main.title(sheet.heading("experience").upper())
    for employer, stays in sheet.employers():
        main.down(4)
        main.say(f"{employer}, {stays[0].place}", size=10, is_bold=True)
        for stay in stays:
            main.pair(stay.title, sheet.when(stay), font=_BODY)
            main.items(stay.lines)
    main.title(sheet.heading("education").upper())
    for study in person.studies:
        main.pair(study.degree, sheet.studied(study), font=_BODY)
        main.say(study.school)
    return page.saved()


def halves(sheet: Sheet) -> bytes:
    """The name over both columns; schools, skills and languages left, work right."""
    page, person = _Page(), sheet.person
    top = page.column(40, _WIDTH - 40)
    top.say(sheet.name, size=20, is_bold=True)
    top.say(person.headline, size=11)
    top.say("  |  ".join(sheet.contact[:3]))
    top.say("  |  ".join(sheet.contact[3:]))
    left = page.column(40, 215, top.y - 10)
    _list(left, sheet.heading("summary"), [person.summary])
    left.title(sheet.heading("education"))
    for study in person.studies:
        for fact in (study.degree, study.school, sheet.studied(study)):
            left.say(fact)
    _list(left, sheet.heading("skills"), person.skills)
    _list(left, sheet.heading("languages"), sheet.languages("{}, {}"))
    _list(left, sheet.heading("certifications"), sheet.certificates("{0}, {2}"))
    right = page.column(240, _WIDTH - 40, top.y - 10)
    right.title(sheet.heading("experience"))
    for stay in person.stays:
        right.say(f"{stay.title}, {stay.employer}", size=10, is_bold=True)
        right.say(f"{stay.place} | {sheet.when(stay)}")
        right.items(stay.lines)
        right.down(4)
    return page.saved()


def linkedin(sheet: Sheet) -> bytes:
    """Employer, title, dates with their length, place; a dark bar at the left; page numbers."""
    page, person = _Page(), sheet.person
    page.canvas.setFillColorRGB(0.16, 0.24, 0.29)
    page.canvas.rect(0, 0, _SIDE, _HEIGHT, stroke=0, fill=1)
    page.canvas.setFillGray(1)
    side = page.column(18, _SIDE - 10)
    _list(side, sheet.heading("contact"), [*sheet.contact[:2], *sheet.contact[3:]])
    _list(side, "Top Skills", person.skills)
    _list(side, sheet.heading("languages"), sheet.languages("{} ({})"))
    _list(side, sheet.heading("certifications"), sheet.certificates("{0}"))
    page.canvas.setFillGray(0)
    main = page.column(_SIDE + 24, _WIDTH - 30)
    main.say(sheet.name, size=24)
    main.say(person.headline, size=11)
    main.say(person.place)
    _list(main, sheet.heading("summary"), [person.summary])
    main.title(sheet.heading("experience"))
    for employer, stays in sheet.employers():
        main.down(5)
        main.say(employer, size=11)
        if len(stays) > 1:
            main.say(_length(stays[-1].start, stays[0].end))
        for stay in stays:
            _role(main, sheet, stay)
    main.title(sheet.heading("education"))
    for study in person.studies:
        main.say(study.school, size=11)
        main.say(f"{study.degree} · ({sheet.studied(study)})")
    page.canvas.setFont(_BODY, 8)
    page.canvas.drawCentredString(_WIDTH / 2 + 60, 24, "Page 1 of 1")
    return page.saved()


def _role(main: _Column, sheet: Sheet, stay: Stay) -> None:
    main.say(stay.title, size=10)
    main.say(f"{sheet.when(stay)} ({_length(stay.start, stay.end)})")
    main.say(stay.place)
    for line in stay.lines:
        main.say(f"{line}.")
    main.down(3)


def _length(start: str, end: str) -> str:
    """As LinkedIn counts it, both months included; now is the November after the set was made."""
    first, last = (int(m[:4]) * _MONTHS_A_YEAR + int(m[5:]) for m in (start, end or "2026-11"))
    years, months = divmod(last - first + 1, _MONTHS_A_YEAR)
    said = [f"{years} year{'s' * (years > 1)}"] * (years > 0)
    return " ".join([*said, *[f"{months} month{'s' * (months > 1)}"] * (months > 0)])


PAGES: dict[str, Callable[[Sheet], bytes]] = {
    "drawn-side-grouped": side_grouped,
    "drawn-halves": halves,
    "linkedin": linkedin,
    "linkedin-grouped": linkedin,
}


def draw(sheet: Sheet) -> bytes:
    return PAGES[sheet.layout.name](sheet)
