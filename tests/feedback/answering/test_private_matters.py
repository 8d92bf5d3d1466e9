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
    (
        "I decided to sell my car because the insurance rose from 400 to 900 pounds. I compared"
        " four buses and chose the number 12. It saved me 1,100 pounds a year."
    ),
    (
        "I play five-a-side on Thursdays. In May we kept losing, so I moved our keeper to the wing"
        " because he was quick. We lost one of the next ten instead of seven."
    ),
    (
        "My sourdough kept sinking in 2022. I kept a log for a month because I could not see why,"
        " changed the flour, and loaves rose from 4 cm to 9 cm."
    ),
    (
        "My motorbike would not start last winter. I checked the plugs because they were old, and"
        " cleaned the carburettor. It started in one kick instead of six."
    ),
    (
        "My landlord ignored our boiler for weeks in 2023. I wrote down each cold day because he"
        " said it was rare, and he mended it in three days instead of thirty."
    ),
]
OF_WORK = [
    (
        "My car broke down on the way to my shift. I rang the depot, swapped rounds with a"
        " colleague because the chilled parcels could not wait, and none came late."
    ),
    (
        "I service bikes at a cycle shop. A customer said “my bike pulls left”, so I trued the"
        " wheel because the frame was straight, and it ran true in ten minutes instead of an hour."
    ),
    (
        "I play the organ at the crematorium. In May two services ran late, so I cut one hymn with"
        " the celebrant, because the next family was waiting, and we caught up in ten minutes."
    ),
    (
        "Our boiler failed at the care home in January. I moved nine residents to the day room"
        " because it had its own stove, and the engineer came in two hours instead of six."
    ),
    (
        "As a landlady’s agent I heard that our boiler part was lost. I drove to the wholesaler"
        " because the tenants had a baby, and the heat was on by six instead of Monday."
    ),
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
