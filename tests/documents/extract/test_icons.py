"""Icons mean nothing as text; one that stands before several sentences is a bullet."""

from services.documents.extract.glyphs import LINE_BREAK, Box, Glyph
from services.documents.extract.pieces import Frame, pieces
from services.documents.extract.reading import Reading

ARROW, PIN = "\uf105", "\uf041"
PAGE = Box(0, 0, 600, 800)
DEEDS = (
    "Led a team of 14 nurses on a ward",
    "Cut medication errors by a third in one winter",
    "Began a reading hour that is still held",
)


def printed(*lines: str) -> list[str]:
    """What is read of these lines, each with its icon or without."""
    glyphs: list[Glyph] = []
    for row, line in enumerate(lines):
        y = 700 - 14 * row
        glyphs += [
            (char, 50 + 5 * at, 55 + 5 * at, y, 10, row + 1, False) for at, char in enumerate(line)
        ]
        glyphs.append((LINE_BREAK, 0, 0, 0, 0, 0, False))
    return [piece.text for piece in pieces(glyphs, {}, Frame(1, PAGE, Reading("pdf")))]


def test_an_icon_before_several_sentences_is_a_bullet() -> None:
    assert printed(*(f"{ARROW} {deed}" for deed in DEEDS)) == [f"• {deed}" for deed in DEEDS]


def test_what_is_short_beside_them_has_the_same_bullet() -> None:
    read = printed(*(f"{ARROW} {said}" for said in (*DEEDS, "Python")))

    assert read[-1] == "• Python"


def test_an_icon_before_places_and_addresses_is_none() -> None:
    said = ["Leeds, UK", "York, UK", "Hull, UK", "https://northfield.example.org/a-long-address"]

    assert printed(*(f"{PIN} {place}" for place in said)) == said
    assert printed(f"{PIN} {DEEDS[0]}", f"{ARROW} {DEEDS[1]}") == list(DEEDS[:2])
