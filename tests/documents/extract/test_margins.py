"""What stands in the left margin of a page is read before the lines that it stands beside."""

import io
from collections import Counter
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from services.documents.extract.margin import rows_beside_margin
from services.documents.extract.pieces import Piece
from tests.documents.reading import text_of

MARGIN, BODY = 40, 170
ROLES = (
    "Ward Sister at Northfield General",
    "• Led 14 nurses through two winters on one ward",
    "• Cut medication errors by 35% with a second signature",
)
EARLIER = (
    "Staff Nurse at Birchwood House",
    "• Cared for 20 residents by day and by night",
    "• Began a reading hour that is held to this day",
)
TONGUES = ("Irish, as a mother tongue speaks it", "English, at work", "Norwegian, a little")


def page(*pieces: tuple[float, float, str]) -> str:
    """What is read of a page with these pieces: from the left, from the top, and what they say."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    for x, y, said in pieces:
        canvas.drawString(x, 800 - y, said)
    canvas.save()
    return text_of(buffer.getvalue()).strip()


def lines(x: float, top: float, *said: str) -> list[tuple[float, float, str]]:
    return [(x, top + 13 * number, one) for number, one in enumerate(said)]


def test_a_heading_with_its_date_below_stands_above_and_before_what_is_beside_it() -> None:
    read = page(
        *lines(MARGIN, 105, "Experience", "Mar 2019 to Jun 2024"),
        *lines(BODY, 100, *ROLES),
        *lines(MARGIN, 165, "Sep 2015 to Feb 2019"),
        *lines(BODY, 160, *EARLIER),
        *lines(MARGIN, 237, "Languages"),
        *lines(BODY, 224, *TONGUES),
    )

    assert [line for line in read.splitlines() if line] == [
        "Experience",
        f"Mar 2019 to Jun 2024\t{ROLES[0]}",
        *ROLES[1:],
        f"Sep 2015 to Feb 2019\t{EARLIER[0]}",
        *EARLIER[1:],
        "Languages",
        *TONGUES,
    ]


def test_headings_above_what_they_announce_are_no_margin() -> None:
    read = page(
        *lines(MARGIN, 86, "Experience"),
        *lines(MARGIN, 100, "2019 to 2024"),
        *lines(BODY, 100, *ROLES),
        *lines(MARGIN, 146, "Education"),
        *lines(MARGIN, 160, "2012 to 2015"),
        *lines(BODY, 160, *EARLIER),
    )

    assert [line for line in read.splitlines() if line] == [
        "Experience",
        f"2019 to 2024\t{ROLES[0]}",
        *ROLES[1:],
        "Education",
        f"2012 to 2015\t{EARLIER[0]}",
        *EARLIER[1:],
    ]


def letters(said: Iterable[str]) -> Counter[str]:
    return Counter("".join(said).replace(" ", ""))


PLACES = st.integers(0, 500)
PIECES = st.builds(
    lambda text, x, y, size: Piece(text, x, x + 5 * len(text), -y, size),
    st.sampled_from(["Skills", "2019", "Led a ward of nurses", "May 2015 - 2016", "•", "x"]),
    st.sampled_from([40, 41, 120, 170, 300]),
    PLACES,
    st.sampled_from([4, 9, 10, 14]),
)


@given(st.lists(PIECES, max_size=40))
def test_nothing_is_lost_and_nothing_twice(pieces: list[Piece]) -> None:
    read = [piece.text for row in rows_beside_margin(pieces) for piece in row]

    assert letters(read) == letters(piece.text for piece in pieces)
