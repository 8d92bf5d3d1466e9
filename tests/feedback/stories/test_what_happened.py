"""Stories are one by what happened, never by an employer, a team or a line that they share."""

import pytest

from services.feedback.rules.stories.bank import StoryEntry, grouped


def told(*texts: str, lines: tuple[str, ...] = ()) -> list[list[int]]:
    said = [StoryEntry(text=text, competencies=()) for text in texts]
    read = [StoryEntry(text=text, competencies=(), is_line=True) for text in lines]
    return grouped([*said, *read])


SQL = (
    "Agents at Larkfield waited days for reports. I trained 3 colleagues in SQL with short"
    " exercises, and reports were ready the same morning."
)
BASE = (
    "At Larkfield the answers in our knowledge base were old. I rewrote 400 articles of the"
    " knowledge base with my team of 6, and fewer tickets were reopened."
)
ROTA = (
    "At Larkfield my team of 9 fell out over the weekend rota. I drew up a fair rota with swaps,"
    " and nobody left that winter."
)
RESPONSE = (
    "At Larkfield I lead a team of 11 agents. I cut the first response time from 9 hours to 2"
    " hours by sorting tickets before the weekend."
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SQL, "I trained colleagues in SQL at Larkfield, so that reports were ready at once."),
        (BASE, "The knowledge base was old, so I rewrote 400 articles and tickets fell."),
        (
            "I moved the bread oven to the back and the queue at the counter fell.",
            "The queue at the counter was long. I moved the oven to the back of the bakery.",
        ),
        (
            "A tenant’s boiler broke on Christmas Eve. I called three plumbers and found a spare.",
            "I found a spare boiler for the tenant after I called three plumbers.",
        ),
        (
            "I rebuilt the medication trolley so that nurses found each drug, errors fell by 31%.",
            "Errors with drugs fell by 31% after I rebuilt the trolley for medication.",
        ),
    ],
)
def test_the_same_deed_told_in_other_words_is_one_story(one: str, other: str) -> None:
    assert told(one, other) == [[0, 1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ROTA, RESPONSE),
        (SQL, BASE),
        (SQL, ROTA),
        (
            "I led a crew of 8 roofers in Hull. I repaired the chapel roof before the storm.",
            "I led a crew of 8 roofers in Hull. I fired a roofer who drank on the scaffold.",
        ),
        (
            "On ward 7 I set up a board for beds and patients waited less.",
            "On ward 7 I told a patient’s son the bad news and sat with him.",
        ),
        (
            "In the school kitchen I planned the menu anew and waste fell.",
            "In the school kitchen I put out a fire in the fryer with a blanket.",
        ),
    ],
)
def test_other_deeds_at_one_employer_or_with_one_team_are_two(one: str, other: str) -> None:
    assert told(one, other) == [[0], [1]]


def test_a_line_of_a_resume_draws_no_two_stories_together() -> None:
    line = "Led 6 agents, trained 3 colleagues in SQL and rewrote 400 knowledge base articles"

    found = told(SQL, BASE, lines=(line,))

    assert len(found) == 2
    assert {0, 1} & set(found[0]) == {0}


def test_a_line_goes_with_the_story_that_tells_it() -> None:
    assert told(ROTA, SQL, lines=("Trained 3 colleagues in SQL for reports",)) == [[0], [1, 2]]


def test_a_third_telling_of_two_stories_joins_neither_to_the_other() -> None:
    assert len(told(SQL, BASE, f"{SQL} {BASE}")) == 2
    assert len(told(f"{SQL} {BASE}", SQL, BASE)) == 2


def test_a_story_told_five_times_is_one() -> None:
    again = [
        SQL,
        "I trained 3 colleagues in SQL. Reports were ready the same morning.",
        "Reports took days, so I trained colleagues in SQL with exercises.",
        "With short exercises in SQL I trained three colleagues to write reports.",
        "I trained three colleagues in SQL with exercises and reports were ready in the morning.",
    ]

    assert told(*again, ROTA) == [[0, 1, 2, 3, 4], [5]]
