"""Figures of an answer beside those of a résumé: where something ended, and in what matter."""

import pytest

from contracts.claims import ResumeFacts
from contracts.evidence import DocumentKind
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.figures import figures_in
from tests.feedback.build import a_report
from tests.interview.build import a_span

LINES = tuple(
    a_span(DocumentKind.RESUME, line)
    for line in (
        "Cut the waiting time in the day clinic from 45 to 20 minutes",
        "Raised the reading scores of the class from 61% to 74%",
        "Trained 30 apprentices in wound care",
        "Mentored 3 trainees in phonics",
        "Cut complaints from customers by 40% in billing",
    )
)
KNOWN = ResumeFacts(lines=LINES, deeds=LINES)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "I cut the waiting time in the day clinic from 45 minutes to 30 minutes before June.",
            [("45 minutes", "supported"), ("30 minutes", "conflict")],
        ),
        (
            "I cut the waiting time in the day clinic from 45 minutes to 30.",
            [("45 minutes", "supported"), ("30", "conflict")],
        ),
        (
            "I raised the reading scores of my class from 61 percent to 84 percent.",
            [("61 percent", "supported"), ("84 percent", "conflict")],
        ),
        (
            "I cut the waiting time in the day clinic from 45 minutes to 20 minutes.",
            [("45 minutes", "supported"), ("20 minutes", "supported")],
        ),
        ("The waiting time in the day clinic was 30 minutes before I came.", []),
        ("I trained 30 apprentices in hand hygiene.", [("30 apprentices", "unsupported")]),
        ("I mentored 3 trainees in sums.", [("3", "unsupported")]),
        (
            "I cut complaints from customers by 25 percent in shipping.",
            [("25 percent", "unsupported")],
        ),
        ("I cut complaints from customers by 25 percent in billing.", [("25 percent", "conflict")]),
        ("I trained 30 apprentices in wound dressing.", [("30 apprentices", "supported")]),
        ("I trained 30 apprentices in the old hall.", [("30 apprentices", "supported")]),
        ("I trained 30 apprentices in May.", [("30 apprentices", "supported")]),
        ("I trained 30 apprentices before the new law came.", [("30 apprentices", "supported")]),
    ],
)
def test_a_figure_is_laid_beside_its_own_end_and_matter(
    said: str, wanted: list[tuple[str, str]]
) -> None:
    made = with_claims(a_report(said), KNOWN)

    assert [(one.text, one.status.value) for one in made.questions[0].claims] == wanted


@pytest.mark.parametrize(
    ("back", "wanted"),
    [("Scrap that, it was 30.", "supported"), ("Sorry, 40.", "conflict")],
)
def test_a_corrected_figure_is_laid_beside_as_the_wrong_one_would_be(
    back: str, wanted: str
) -> None:
    made = with_claims(a_report(f"I trained 50 apprentices in wound care. {back}"), KNOWN)

    assert [one.status.value for one in made.questions[0].claims] == ["retracted", wanted]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from 45 minutes to 20", [45, 20]),
        ("from 9 to 4 hours", [9, 4]),
        ("twenty-five agents", [25]),
        ("ninety five guests", [95]),
        ("two hundred euros", [200]),
        ("from the 3 of them to 20", []),
    ],
)
def test_figures_are_read_with_what_they_share(text: str, values: list[int]) -> None:
    assert [figure.value for figure in figures_in(text)] == values
