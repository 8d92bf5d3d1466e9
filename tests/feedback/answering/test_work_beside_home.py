"""What is of home, of a feast or of music in a story of work takes no level from it."""

import pytest

from contracts.evidence import Competency, Status
from tests.feedback.build import a_question, the_cell

STORIES = [
    (
        Competency.PLANNING,
        "Tell me how you planned a piece of work.",
        (
            "My daughter was ill on the day of stocktake. I swapped my shift with Ana, counted the"
            " cold store first and left the attic for Monday. We closed the books on time."
        ),
    ),
    (
        Competency.PROBLEM_SOLVING,
        "Describe a problem whose cause you found.",
        (
            "A school’s grand buzzed on one note. I took the music desk off since a buzz at one"
            " pitch has one source. A hairpin lay on the soundboard."
        ),
    ),
    (
        Competency.CUSTOMER_FOCUS,
        "Tell me about somebody you helped.",
        (
            "A family sat with their dying mother, and the son wanted her home. I rang the"
            " hospice and arranged a bed for the night. She died at home, and he thanked me."
        ),
    ),
    (
        Competency.CUSTOMER_FOCUS,
        "Tell me about a customer whom you helped.",
        (
            "My cousin’s wedding was a job like any other: I cater. She wanted no pork, so I"
            " rewrote the menu and cooked lamb for ninety guests. They ate it all."
        ),
    ),
]


@pytest.mark.parametrize(("competency", "text", "told"), STORIES)
def test_a_story_of_work_keeps_its_level(competency: Competency, text: str, told: str) -> None:
    level = the_cell(told, a_question(text=text, competencies=[competency])).level

    assert level.status is Status.SCORED
    assert level.value is not None
    assert level.value > 1
