"""PDF files as word processors, browsers and typesetters lay them out."""

import io
from collections.abc import Callable, Iterator

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.documents.files.lives import Life

WIDTH, HEIGHT = A4
MARGIN, LEADING, BODY, BOLD = 54.0, 14.0, "Helvetica", "Helvetica-Bold"


class Column:
    """Writes downwards between two edges; goes to a new page when it is full."""

    def __init__(self, canvas: Canvas, left: float, right: float, top: float) -> None:
        self.canvas, self.left, self.right, self.y = canvas, left, right, top
        self.on_new_page: Callable[[], None] = lambda: None

    def line(self, text: str, *, font: str = BODY, size: float = 10, indent: float = 0) -> None:
        """Text from the left edge, wrapped at the right one."""
        for number, part in enumerate(self._wrapped(text, font, size, indent)):
            shift = 0 if number == 0 else indent
            self.canvas.setFont(font, size)
            self.canvas.drawString(self.left + shift, self.y, part)
            self.down(max(LEADING, size * 1.2))

    def pair(self, left: str, right: str, *, font: str = BODY) -> None:
        """Two texts at both ends of one line."""
        self.canvas.setFont(font, 10)
        self.canvas.drawString(self.left, self.y, left)
        self.canvas.drawRightString(self.right, self.y, right)
        self.down()

    def heading(self, text: str) -> None:
        self.down(8)
        self.line(text, font=BOLD, size=12)

    def bullets(self, texts: tuple[str, ...]) -> None:
        for text in texts:
            self.line(f"\u2022 {text}", indent=7)

    def down(self, by: float = LEADING) -> None:
        self.y -= by
        if self.y < MARGIN:
            self.canvas.showPage()
            self.on_new_page()
            self.y = HEIGHT - MARGIN

    def _wrapped(self, text: str, font: str, size: float, indent: float) -> Iterator[str]:
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}".strip()
            if line and stringWidth(longer, font, size) > self.right - self.left - indent:
                yield line
                line = word
            else:
                line = longer
        yield line


def _canvas() -> tuple[Canvas, io.BytesIO]:
    buffer = io.BytesIO()
    return Canvas(buffer, pagesize=A4, invariant=1), buffer


def _saved(canvas: Canvas, buffer: io.BytesIO) -> bytes:
    canvas.save()
    return buffer.getvalue()


def _top(column: Column, life: Life) -> None:
    column.line(life.name, font=BOLD, size=22)
    column.line(life.headline, size=12)
    column.line(f"{life.place} | {life.email} | {life.phone} | {life.link}")


def _rest(column: Column, life: Life) -> None:
    column.heading("Education")
    for study in life.studies:
        column.pair(study.degree, study.when)
        column.line(study.school)
    column.heading("Skills")
    column.line(", ".join(life.skills))
    column.heading("Languages")
    column.line(", ".join(f"{name} ({level})" for name, level in life.languages))


def classic(life: Life) -> bytes:
    """Employer and place on one line, title and dates on the next; headers on every page."""
    canvas, buffer = _canvas()
    column = Column(canvas, MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN)
    pages = iter(range(1, 9))

    def furniture() -> None:
        canvas.setFont(BODY, 8)
        canvas.drawCentredString(WIDTH / 2, 30, f"{life.name} - Page {next(pages)}")

    column.on_new_page = furniture
    furniture()
    _top(column, life)
    column.heading("Summary")
    column.line(life.summary)
    column.heading("Work Experience")
    for stay in life.stays:
        column.pair(stay.employer, stay.place, font=BOLD)
        column.pair(stay.title, stay.when)
        column.bullets(stay.bullets)
    column.down(column.y - MARGIN + 1)
    _rest(column, life)
    return _saved(canvas, buffer)


def sidebar(life: Life, *, is_left: bool) -> bytes:
    """White words on a dark side bar; the main column names the person."""
    canvas, buffer = _canvas()
    edge = 190.0 if is_left else WIDTH - 190.0
    canvas.setFillColorRGB(0.13, 0.2, 0.29)
    canvas.rect(0 if is_left else edge, 0, 190, HEIGHT, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    side = Column(canvas, (0 if is_left else edge) + 20, (190 if is_left else WIDTH) - 12, 780)
    side.heading("CONTACT")
    for fact in (life.email, life.phone, life.place):
        side.line(fact, size=9)
    side.heading("SKILLS")
    for skill in life.skills:
        side.line(skill)
    side.heading("LANGUAGES")
    for name, level in life.languages:
        side.line(f"{name} - {level}")
    canvas.setFillColorRGB(0, 0, 0)
    main = Column(canvas, edge + 24 if is_left else 40, WIDTH - 30 if is_left else edge - 24, 780)
    main.line(life.name, font=BOLD, size=24)
    main.line(life.headline)
    main.heading("EXPERIENCE")
    for stay in life.stays:
        main.pair(stay.title, stay.when, font=BOLD)
        main.line(f"{stay.employer}, {stay.place}")
        main.bullets(stay.bullets)
    main.heading("EDUCATION")
    for study in life.studies:
        main.pair(study.degree, study.when)
        main.line(study.school)
    return _saved(canvas, buffer)


def dates_left(life: Life) -> bytes:
    """A narrow column of dates at the left margin."""
    canvas, buffer = _canvas()
    column = Column(canvas, MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN)
    _top(column, life)
    column.heading("Experience")
    column.left += 140
    for stay in life.stays:
        canvas.setFont(BODY, 9)
        canvas.drawString(MARGIN, column.y, stay.when)
        column.line(f"{stay.title}, {stay.employer}", font=BOLD)
        column.bullets(stay.bullets)
    column.left -= 140
    _rest(column, life)
    return _saved(canvas, buffer)


def words_apart(life: Life) -> bytes:
    """Every word is placed by itself, as an export from a browser's editor does."""
    canvas, buffer = _canvas()
    y = HEIGHT - MARGIN
    for line in _plain_lines(life):
        x = MARGIN
        for word in line.split():
            width = stringWidth(word, BODY, 9)
            if x + width > WIDTH - MARGIN:
                x, y = MARGIN, y - LEADING
            canvas.setFont(BODY, 9)
            text = canvas.beginText(x, y)
            text.textOut(word)
            canvas.drawText(text)
            x += width + stringWidth(" ", BODY, 9)
        y -= LEADING if line else 6
    return _saved(canvas, buffer)


def _plain_lines(life: Life) -> Iterator[str]:
    yield from (life.name, life.headline, f"{life.email} {life.phone}", "", "EXPERIENCE")
    for stay in life.stays:
        yield from ("", f"{stay.title}, {stay.employer}", stay.when)
        yield from (f"- {bullet}" for bullet in stay.bullets)
    yield from ("", "EDUCATION")
    for study in life.studies:
        yield f"{study.degree}, {study.school}, {study.when}"
    yield from ("", "SKILLS", ", ".join(life.skills))


def drawn_bullets(life: Life) -> bytes:
    """Bullets are little discs, as browsers print them; places and dates hang at the right."""
    canvas, buffer = _canvas()
    column = Column(canvas, MARGIN, WIDTH - MARGIN - 120, HEIGHT - MARGIN)
    _top(column, life)
    column.heading("Experience")
    for stay in life.stays:
        for depth, note in enumerate((stay.place, stay.when)):
            canvas.setFont(BODY, 10)
            canvas.drawRightString(WIDTH - MARGIN, column.y - depth * LEADING, note)
        column.line(f"{stay.employer}, {stay.title}", font=BOLD)
        column.left += 12
        for bullet in stay.bullets:
            canvas.circle(column.left - 6, column.y + 3, 1.5, stroke=0, fill=1)
            column.line(bullet)
        column.left -= 12
        column.down(4)
    _rest(column, life)
    return _saved(canvas, buffer)


def drawn(lines: list[str]) -> bytes:
    """These lines under each other, broken where they are."""
    canvas, buffer = _canvas()
    for number, line in enumerate(lines):
        canvas.setFont(BODY, 10)
        canvas.drawString(MARGIN, HEIGHT - MARGIN - number * LEADING, line)
    return _saved(canvas, buffer)


def beside(main: list[str], side: list[str]) -> bytes:
    """`main` at the left; `side` at the right, no line of it level with one of the other."""
    canvas, buffer = _canvas()
    for x, leading, lines in ((MARGIN, LEADING, main), (WIDTH - 170, 17.3, side)):
        for number, line in enumerate(lines):
            canvas.setFont(BODY, 10)
            canvas.drawString(x, HEIGHT - MARGIN - 5 - number * leading, line)
    return _saved(canvas, buffer)


def hung(items: list[str]) -> bytes:
    """Items of a list, each far behind its bullet."""
    canvas, buffer = _canvas()
    for number, item in enumerate(items):
        canvas.setFont(BODY, 10)
        canvas.drawString(MARGIN, HEIGHT - MARGIN - number * LEADING, "•")
        canvas.drawString(MARGIN + 18, HEIGHT - MARGIN - number * LEADING, item)
    return _saved(canvas, buffer)
