"""A matter of private life that a story opens with gets no level; one that work names keeps its."""

import pytest

from contracts.evidence import Status
from contracts.interview import QuestionKind
from tests.feedback.build import a_question, the_cell

AT_WORK = "Tell me about a time you solved a difficult problem at work."
NEAREST = "The job asks for “HACCP”. Tell me about the nearest thing to this that you have done."
PRIVATE = [
    (
        "In 2019 we went to Spain for two weeks. The flight was late because of fog, so I booked "
        "another hotel and we saved 200 euros."
    ),
    (
        "In 2018 I bought a house. I compared 12 banks because the rates were high, and the rate "
        "fell from 5 % to 3 %."
    ),
    (
        "I broke my leg skiing in 2020. I did my exercises every day because I wanted to walk, "
        "and after six weeks instead of ten I walked."
    ),
]
OF_WORK = [
    (
        "I sell houses. In 2018 the rate of a buyer rose, so I compared 12 banks with her, because "
        "the sale would have failed, and she signed in a week instead of three."
    ),
    (
        "As a ski instructor I had a guest who broke a leg. I called the patrol, as nobody else "
        "had a radio, and he was down in ten minutes."
    ),
    (
        "I booked a group of forty to Spain at our agency. The flight was cancelled, I found two "
        "coaches and we lost only one night."
    ),
    (
        "I went to Hamburg for three weeks to fit lathes. The crane was late, so I rolled them on "
        "pipes, and we finished two days early."
    ),
    (
        "I broke my arm in 2021, so I could not lift. I taught a trainee my round by phone, and "
        "no customer was left out."
    ),
    (
        "I bought a house in 2018 and run it as a guesthouse. I changed the booking rules because "
        "guests did not come, and no room stood empty."
    ),
]
FILLER = (
    " As I said, it was, you know, really quite something, to be honest, and so on, and so forth."
)
STORY = (
    "In March our night billing failed because a disk was full. I wrote a check that stops the run,"
    " and left the cheaper mail alert out. Within a week failures fell from nine to none."
)


@pytest.mark.parametrize("text", PRIVATE)
def test_it_gets_no_level_where_work_was_asked(text: str) -> None:
    level = the_cell(text, a_question(text=AT_WORK)).level

    assert (level.status, level.why) == (Status.INSUFFICIENT, "private-life")


@pytest.mark.parametrize("text", PRIVATE)
def test_it_is_nothing_near_to_what_the_job_asks_for(text: str) -> None:
    asked = a_question(text=NEAREST, kind=QuestionKind.GAP_PROBE)

    assert the_cell(text, asked).level.status is Status.INSUFFICIENT


@pytest.mark.parametrize("text", OF_WORK)
def test_of_work_it_keeps_its_level(text: str) -> None:
    assert the_cell(text, a_question(text=AT_WORK)).level.status is Status.SCORED


@pytest.mark.parametrize("times", [1, 5, 6, 20])
def test_filler_behind_a_story_moves_nothing_however_long(times: int) -> None:
    asked = a_question(text=AT_WORK)
    plain, filled = the_cell(STORY, asked), the_cell(STORY + FILLER * times, asked)

    assert filled.level == plain.level
    assert [one.span.quote for one in filled.evidence] == [one.span.quote for one in plain.evidence]
