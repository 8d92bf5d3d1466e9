"""Words whose letters stand apart are words: by where they stand, or by what they can only say."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from services.documents.extract.glyphs import Glyph
from services.documents.extract.spacing import needless
from services.documents.rules.resume.layout.lines import lines_of
from services.documents.rules.resume.sections.headings import Section, section_of_line
from tests.documents.files.hostile import FILLER
from tests.documents.reading import a_resume, text_of

FONTS = ("Helvetica", "Times-Roman", "Courier-Bold")


def printed(*words: str, spacing: float, font: str = "Helvetica", space: float = 0.28) -> str:
    """The line as it is read: drawn word by word, without spaces, as browsers print it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont(font, 10)
    for row in range(4):
        canvas.drawString(50, 700 - 14 * row, FILLER)
    x = 50.0
    for word in words:
        canvas.drawString(x, 740, word, charSpace=spacing)
        x += canvas.stringWidth(word, font, 10) + len(word) * spacing + 10 * space + spacing
    canvas.save()
    return text_of(buffer.getvalue()).replace(FILLER.strip(), "").strip()


@pytest.mark.parametrize("spacing", [0.5, 1, 1.5, 2, 3, 4])
@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize(
    "said", ["WORK EXPERIENCE", "Mara Lindqvist", "AWARDS & TALKS", "Jan 2018", "ÉTUDES"]
)
def test_letters_that_stand_apart_are_words(said: str, font: str, spacing: float) -> None:
    assert printed(*said.split(), spacing=spacing, font=font) == said


def test_small_capitals_are_measured_by_the_large_ones_beside_them() -> None:
    """As a browser draws them, in boxes less than half as high."""
    work = [(36.8, 49.3, 14.7), (50.8, 56.4, 6.9), (59.0, 63.7, 6.7), (66.5, 70.7, 6.7)]
    exper = [(76.3, 84.3, 14.7), (85.6, 90.7, 6.7), (93.1, 96.9, 6.7), (99.3, 103.0, 6.7)]
    letters = zip("WorkExpe", [*work, *exper], strict=True)
    glyphs: list[Glyph] = [
        (text, left, right, 0.0, size, 1, False) for text, (left, right, size) in letters
    ]

    assert needless(glyphs, range(1, 8)) == {1, 2, 3, 5, 6, 7}


@pytest.mark.parametrize("said", ["1 2 3 4 5", "R, C, Go and Perl", "MA in Law", "C D E or F"])
def test_short_words_stay_apart(said: str) -> None:
    assert printed(*said.split(), spacing=0) == said


def test_spaces_that_are_written_stay() -> None:
    assert printed("A B C D E", spacing=0) == "A B C D E"
    assert printed("A B C D E", spacing=2) == "A B C D E"


@pytest.mark.parametrize(
    ("said", "section"),
    [
        ("W O R K E X P E R I E N C E", Section.EXPERIENCE),
        ("WO R K E X P E R IE N C E", Section.EXPERIENCE),
        ("W O R K  H I S T O R Y", Section.EXPERIENCE),
        ("B E R U F S E R F A H R U N G", Section.EXPERIENCE),
        ("E X P É R I E N C E P R O F E S S I O N N E L L E", Section.EXPERIENCE),
        ("E D U C A T I O N A N D T R A I N I N G", Section.EDUCATION),
        ("P R O FE SS I O N A L S K I L L S", Section.SKILLS),
        ("P R O F I L E :", Section.SUMMARY),
        ("L A N G U A G E S & I N T E R E S T S", Section.LANGUAGES),
        ("D A N A W O O D S", None),
        ("D A T A S C I E N T I S T", None),
        ("A B C D E", None),
        ("R & D L A B", None),
    ],
)
def test_letters_apart_are_a_heading_where_they_make_up_a_known_one(
    said: str, section: Section | None
) -> None:
    (line,) = lines_of(said)

    assert section_of_line(line) is section


def test_roles_below_a_heading_of_letters_are_found() -> None:
    analysis = a_resume(
        "Mara Lindqvist\nmara@example.org\n\nP R O F I L E\nNurse with ten years of acute care.\n\n"
        "W O R K E X P E R I E N C E\nStaff Nurse, Harbour Hospital\nJan 2018 - Present\n"
        "- Led a team of 6 nurses on nights\n"
    )

    assert [role.title.value for role in analysis.roles] == ["Staff Nurse"]
