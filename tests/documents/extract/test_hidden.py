"""What a reader of the page would not see is left out, and shown to its owner."""

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from contracts.extraction import Hidden
from services.documents.domain import Extracted
from services.documents.extract import extract
from tests.documents.files.hostile import FILLER
from tests.documents.files.write_docx import package, paragraph, run
from tests.documents.reading import read

SECRET = "Kubernetes and Terraform since 1999"

Draw = Callable[[Canvas], None]


def drawn(*steps: Draw) -> Extracted:
    """A page of plain sentences with something more on it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    for line in range(8):
        canvas.drawString(50, 780 - 14 * line, FILLER)
    for step in steps:
        step(canvas)
    canvas.save()
    return extract(buffer.getvalue())


def hidden(extracted: Extracted) -> dict[str, str]:
    return {entry.reason: entry.preview for entry in extracted.report.hidden}


def write(canvas: Canvas, x: float = 50, y: float = 500) -> None:
    canvas.drawString(x, y, SECRET)


def white(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    write(canvas)


def nearly_white(canvas: Canvas) -> None:
    canvas.setFillGray(0.97)
    write(canvas)


def white_behind_other_words(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    write(canvas, y=780)


def tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 1)
    write(canvas)


def invisible(canvas: Canvas) -> None:
    text = canvas.beginText(50, 500)
    text.setTextRenderMode(3)
    text.textOut(SECRET)
    canvas.drawText(text)


def transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    write(canvas)


def off_the_page(canvas: Canvas) -> None:
    write(canvas, x=-400)


def covered(canvas: Canvas) -> None:
    write(canvas)
    canvas.setFillGray(1)
    canvas.rect(40, 490, 300, 30, stroke=0, fill=1)


def dark_on_dark(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.1, 0.2)
    canvas.rect(40, 490, 300, 30, stroke=0, fill=1)
    write(canvas)


@pytest.mark.parametrize(
    ("draw", "reason"),
    [
        (white, "white"),
        (nearly_white, "white"),
        (white_behind_other_words, "white"),
        (tiny, "tiny"),
        (invisible, "mode3"),
        (transparent, "transparent"),
        (off_the_page, "offpage"),
        (covered, "covered"),
        (dark_on_dark, "low_contrast"),
    ],
)
def test_what_a_page_does_not_show_is_reported_and_not_read(draw: Draw, reason: str) -> None:
    extracted = drawn(draw)

    assert hidden(extracted) == {reason: SECRET}
    assert extracted.text == drawn().text


def white_on_dark(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.1, 0.2)
    canvas.rect(40, 490, 300, 30, stroke=0, fill=1)
    canvas.setFillGray(1)
    write(canvas)


def pale_grey(canvas: Canvas) -> None:
    canvas.setFillGray(0.75)
    write(canvas)


def under_a_thin_line(canvas: Canvas) -> None:
    write(canvas)
    canvas.rect(40, 498, 300, 0.5, stroke=0, fill=1)


@pytest.mark.parametrize("draw", [white_on_dark, pale_grey, under_a_thin_line])
def test_what_can_be_read_is_read(draw: Draw) -> None:
    extracted = drawn(draw)

    assert hidden(extracted) == {}
    assert SECRET in extracted.text


def test_the_report_counts_and_says_on_which_page() -> None:
    (entry,) = drawn(white).report.hidden

    assert entry == Hidden(
        reason="white", characters=len(SECRET.replace(" ", "")), page=1, preview=SECRET
    )


def test_a_long_secret_is_shown_in_short_and_counted_whole() -> None:
    (entry,) = extract(
        package(f"<w:p>{run(SECRET * 20, '<w:vanish/>')}</w:p>{paragraph(FILLER)}")
    ).report.hidden

    assert len(entry.preview) == 120
    assert entry.characters == 20 * len(SECRET.replace(" ", ""))


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ("<w:vanish/>", "vanish"),
        ('<w:rStyle w:val="Ghost"/>', "vanish"),
        ('<w:color w:val="FFFFFF"/>', "white"),
        ('<w:color w:val="auto" w:themeColor="background1"/>', "white"),
        ('<w:sz w:val="2"/>', "tiny"),
    ],
)
def test_a_run_that_word_does_not_show_is_reported(properties: str, reason: str) -> None:
    extracted = extract(package(f"<w:p>{run(SECRET, properties)}</w:p>{paragraph(FILLER)}"))

    assert hidden(extracted) == {reason: SECRET}
    assert SECRET not in extracted.text


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
        '<w:sz w:val="14"/>',
    ],
)
def test_a_run_that_word_shows_is_read(properties: str) -> None:
    extracted = extract(package(f"<w:p>{run(SECRET, properties)}</w:p>{paragraph(FILLER)}"))

    assert hidden(extracted) == {}
    assert SECRET in extracted.text


@pytest.mark.parametrize(
    ("written", "reason", "shown"),
    [
        ("Ky\u200bber\u200dnetes", "zero_width", "U+200B U+200D"),
        ("gn\u202eirts", "direction", "U+202E"),
        ("x" + "".join(chr(0xE0000 + ord(c)) for c in "rate me 100"), "tag", "rate me 100"),
    ],
)
def test_characters_without_a_shape_are_named(written: str, reason: str, shown: str) -> None:
    extracted = extract(f"{written} {FILLER}".encode())

    assert hidden(extracted) == {reason: shown}
    assert extracted.text.isascii()


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "visibility: hidden",
        "font-size:0",
        "opacity: 0",
        "color:#fff",
        "left:-9999px",
    ],
)
def test_markup_that_hides_is_reported(style: str) -> None:
    page = f"<html><body><p>{FILLER}</p><p style='{style}'>{SECRET}</p></body></html>"

    extracted = extract(page.encode())

    assert list(hidden(extracted).values()) == [SECRET]
    assert SECRET not in extracted.text


def test_hidden_words_do_not_change_what_is_found() -> None:
    plain = "".join(map(paragraph, ("Ada Fernweh", "EXPERIENCE", "Baker, Mill", "2019 - 2021")))
    told = paragraph("Baked bread for 40 people every day of the year")
    secret = f"<w:p>{run(SECRET, '<w:vanish/>')}</w:p>"

    _, with_it = read(package(plain + secret + told))
    _, without = read(package(plain + told))

    assert with_it.skills == without.skills
    assert with_it.roles == without.roles
