"""What others did, what one would do, and lists of deeds: none tells of what one did."""

import pytest

from bench.swaps import padded
from contracts.evidence import Competency, EvidenceType, Status
from contracts.interview import QuestionKind
from services.feedback.rules.phrases import phrases
from tests.feedback.build import a_question, a_report, the_cell

FAULT = a_question(
    text="Tell me about a time something did not work and nobody could tell you why.",
    competencies=[Competency.PROBLEM_SOLVING],
)
BY_OTHERS = [
    (
        "The big press stood still for two days in August. Our foreman took off the guard and found"
        " that a mouse had eaten the cable. He ordered a new one, because ours was too thin. It ran"
        " again on the third day. I was there and watched the whole thing."
    ),
    (
        "My head cook was great. When two were ill she put the dishwasher on starters and she cut"
        " the menu in half, since nothing else worked. I admired her for that."
    ),
    (
        "My colleague Sandra had a till that failed each noon. She took the manual home, tested it"
        " on a shoebox and found a loose plug. Since then she trains the new ones."
    ),
]
WOULD = [
    "If a pump failed I would first listen to it, because people look too soon. Then I’d open it.",
    "I think I would collect the facts, and I would test each fuse, since faults hide.",
]
OF_THEIR_OWN = [
    (
        "My old foreman put a screwdriver to the housing and he found faults that way. I stood"
        " beside him for a month, and marked down what I heard before he said it."
    ),
    "The crane stopped and my boss swore, he kicked it and he left. Rang the firm about the fault.",
    "The son kicked the lift and he shouted, he hit the door. I bring him a chair, then I look.",
    "She dropped the tray and they blamed the lift. We took the door off and found a spoon in it.",
    "Nobody knew why it failed. If it came back I would have called, but I found the leak.",
]
OF_ONESELF = [
    "I would try to find the cause step by step. Finding faults is something that I enjoy.",
    "They broke it and they should have checked it first. They blamed me, I am always careful.",
]


@pytest.mark.parametrize("text", BY_OTHERS)
def test_a_story_in_which_others_act_is_turned_down(text: str) -> None:
    level = the_cell(text, FAULT).level

    assert (level.status, level.why) == (Status.INSUFFICIENT, "deeds-of-others")


@pytest.mark.parametrize("text", WOULD)
def test_what_one_would_do_is_turned_down_where_a_deed_is_asked_for(text: str) -> None:
    level = the_cell(text, FAULT).level

    assert (level.status, level.why) == (Status.INSUFFICIENT, "only-would")


@pytest.mark.parametrize("text", [*OF_THEIR_OWN, *OF_ONESELF])
def test_a_deed_of_ones_own_or_a_word_of_oneself_is_read(text: str) -> None:
    assert the_cell(text, FAULT).level.status is Status.SCORED


@pytest.mark.parametrize("text", WOULD)
def test_a_case_and_a_question_of_what_one_would_do_take_what_one_would_do(text: str) -> None:
    case = a_question(kind=QuestionKind.SITUATIONAL, competencies=[Competency.PROBLEM_SOLVING])
    own = a_question(
        text="What would you do if a machine failed?",
        kind=QuestionKind.OWN,
        competencies=[Competency.PROBLEM_SOLVING],
    )

    for question in (case, own):
        assert the_cell(text, question).level.status is Status.SCORED


def test_a_wish_may_be_told_with_private_life_and_a_piece_of_work_may_not() -> None:
    told = (
        "When I was nine my grandmother took me to Lisbon. My cousin did medicine. In the"
        " end my aunt drove me to the open day. I applied the week after."
    )
    wish = a_question(text="Why this job?", kind=QuestionKind.MOTIVATION)
    work = a_question(text="Tell me about a piece of work you like.", kind=QuestionKind.MOTIVATION)

    assert the_cell(told, wish).level.why != "private-life"
    assert the_cell(told, work).level.why == "private-life"


WISHED = [
    "Why do you want this job?",
    "What draws you to this work?",
    "Why are you applying to our school?",
    "What do you hope to find in this role?",
    "Why this trade?",
]


@pytest.mark.parametrize("text", WISHED)
def test_a_wish_is_answered_with_a_wish_whoever_wrote_the_question(text: str) -> None:
    told = "I would love to work outdoors, because I like to see what grows in the year."
    own = a_question(text=text, kind=QuestionKind.OWN, competencies=[Competency.LEARNING])
    deed = own.model_copy(update={"text": "Tell me about something that you learnt."})

    fix = a_report(told, questions=[own]).questions[0].one_fix

    assert the_cell(told, own).level.status is Status.SCORED
    assert the_cell(told, deed).level.why == "only-would"
    assert fix is not None
    assert phrases().fix_motive[fix.missing] in fix.text


LISTS = [
    (
        Competency.OWNERSHIP,
        (
            "I organised the stockroom, I handled complaints, I managed the rota and I trained new"
            " people, because I take responsibility. As a result everything ran better. I learned"
            " that ownership matters."
        ),
    ),
    (
        Competency.CHANGE,
        (
            "I launched a newsletter. I set up a wiki. I rolled out dashboards. I proposed a scheme"
            " for mentors. I did this because change is needed. Efficiency increased by 20 %. I"
            " learned that change takes time."
        ),
    ),
    (
        Competency.DELIVERY,
        (
            "I have done much in my career. I was responsible for stock, for rotas, for suppliers,"
            " for the till, for training, for safety and for reporting. There were good results,"
            " from 10 to 20 percent, and in the end I always delivered on time."
        ),
    ),
]
THIN = (
    "I introduced an innovative approach for my department. I convinced stakeholders. Change needs"
    " courage and people like success. I learned that commitment is a journey."
)
IN_A_ROW = (
    "I rang the vet, I lit the lamp, I moved the calf and I woke my brother, because a calf dies of"
    " cold long before it dies of hunger. By dawn the calf stood on straw and drank."
)


@pytest.mark.parametrize(("competency", "text"), LISTS)
def test_a_list_of_deeds_stays_a_list_whatever_is_said_of_all_of_them(
    competency: Competency, text: str
) -> None:
    assert (the_cell(text, a_question(competencies=[competency])).level.value or 0) <= 2


def test_deeds_in_a_row_that_end_in_something_are_a_story() -> None:
    cell = the_cell(IN_A_ROW, a_question(competencies=[Competency.CHANGE]))

    assert EvidenceType.REASONING not in cell.missing
    assert EvidenceType.RESULT not in cell.missing


def test_reasons_and_lessons_in_which_nothing_is_named_show_nothing_in_a_thin_answer() -> None:
    cell = the_cell(THIN, a_question(competencies=[Competency.CHANGE]))

    assert {EvidenceType.REASONING, EvidenceType.REFLECTION} <= set(cell.missing)


@pytest.mark.parametrize("text", [*BY_OTHERS, *WOULD, *OF_THEIR_OWN])
def test_filler_changes_nothing_of_whose_deed_it_is(text: str) -> None:
    level = the_cell(text, FAULT).level

    assert all(the_cell(one, FAULT).level == level for one in padded(text))


@pytest.mark.parametrize(("competency", "text"), LISTS)
def test_filler_makes_no_story_of_a_list(competency: Competency, text: str) -> None:
    asked = a_question(competencies=[competency])

    levels = {the_cell(one, asked).level.value for one in (text, *padded(text))}

    assert len(levels) == 1
