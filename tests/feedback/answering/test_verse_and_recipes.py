"""Songs, recipes and the deeds of a sister are no answer, whatever words of the topic they have."""

import pytest

from contracts.evidence import Competency, Status
from contracts.feedback import Cell
from contracts.interview import Question, QuestionKind
from tests.feedback.build import a_question, the_cell


def of_job(requirement: str) -> Question:
    return a_question(
        text=f"The job asks for “{requirement}”. Tell me about a problem you solved so.",
        competencies=[Competency.TECHNICAL_DEPTH],
        kind=QuestionKind.TECHNICAL,
    )


CHANGE = a_question(text="Tell me about a change.", competencies=[Competency.CHANGE])
CUSTOMER = a_question(
    text="Tell me about a customer whom you helped.", competencies=[Competency.CUSTOMER_FOCUS]
)
VERSE = [
    (
        "I sailed away by morning light, I threw my ring into the sand, because I could not stay"
        " the night, and every change would take my hand."
    ),
    (
        "I closed the door, I swept the floor, I changed my name and burned the page. I left the"
        " town, I wore the crown, and then I walked the empty stage. Ooh, I was blue."
    ),
]
PLAIN = [
    (
        "The shop changed to scanners. I drew the keys on card for the old hands, since they feared"
        " the screen. I put it by the till and stood by for a day. Nobody asks me any more."
    ),
    "We got new beds. I go to each room and I show the nurse the lever. It change in one day.",
    (
        "New boss, new rota. I took the night, as Ana has a child. I ate at eight, it went all"
        " right. The change was done in May."
    ),
    (
        "I moved to the new hall in a week: I packed each crate, I wrote the date on it, I had the"
        " van by eight, and no change of plan came late."
    ),
]
RECIPES = [
    (
        "For SQL pancakes you select three eggs and join them with flour and milk. Whisk the batter"
        " until it has no lumps, because lumps burn. Pour it into a hot pan and turn it once."
    ),
    (
        "I fry the onions in butter first, then I add two cups of rice. I take wine rather than"
        " water because it gives the table a better query. Stir it, and serve with cheese."
    ),
]
OF_KITCHEN = [
    (
        of_job("Kitchen work"),
        (
            "I fry the onions in butter first, then I add the rice. I take wine rather than"
            " water because the risotto gets sour with less. Stir it, and serve with cheese."
        ),
    ),
    (
        CUSTOMER,
        (
            "A customer could not eat eggs. I made her the cake with oil and apple in place of"
            " butter and eggs. I bake it, I let it rest, I add sugar. She came again on Friday."
        ),
    ),
    (
        of_job("SQL"),
        (
            "I write the query on paper first. Then I add one join at a time and I check the count,"
            " because a wrong join doubles rows. I take a copy of the table rather than the table."
        ),
    ),
    (
        CUSTOMER,
        (
            "In the care home Mr Lund eats nothing hard. I chop the carrots, I melt butter over"
            " them and I add milk, so that residents like him can swallow. He eats for two now."
        ),
    ),
]
OF_OTHERS = [
    (
        of_job("SQL"),
        (
            "My sister works with SQL in a bank. She moved a table in one night because the old one"
            " was slow, and she tested it three times. I was proud of her."
        ),
    ),
    (
        a_question(
            text="Your résumé says “Ran the night shift”. What was hard in it?",
            kind=QuestionKind.RESUME_PROBE,
        ),
        (
            "My colleague ran the night shift. He wrote the rota anew and he cut the absences from"
            " nine to four. I thought that was clever."
        ),
    ),
]
OF_TELLER = [
    (
        of_job("SQL"),
        (
            "My sister showed me SQL, she wrote the first query. Then I wrote the rest, because she"
            " had no time, and I found two doubled rows."
        ),
    ),
    (
        of_job("SQL"),
        "The others wrote SQL by hand and they lost rows. Put it into one view and tested that.",
    ),
    (
        of_job("SQL"),
        (
            "Most people think that SQL reads a table in order. It does not, because the engine"
            " takes the pages as they come. You have to sort, otherwise rows jump."
        ),
    ),
]


def why(told: str, question: Question) -> str | None:
    return the_cell(told, question).level.why


def scored(cell: Cell) -> bool:
    return cell.level.status is Status.SCORED


@pytest.mark.parametrize("told", VERSE)
def test_a_song_tells_no_deed(told: str) -> None:
    assert why(told, CHANGE) == "off-topic"


@pytest.mark.parametrize("told", PLAIN)
def test_who_happens_to_rhyme_once_tells_of_a_deed(told: str) -> None:
    assert scored(the_cell(told, CHANGE))


@pytest.mark.parametrize("told", RECIPES)
def test_a_recipe_with_words_of_the_topic_is_none(told: str) -> None:
    assert why(told, of_job("SQL")) == "off-topic"


@pytest.mark.parametrize(("question", "told"), OF_KITCHEN)
def test_who_cooks_at_work_tells_of_work(question: Question, told: str) -> None:
    assert scored(the_cell(told, question))


@pytest.mark.parametrize(("question", "told"), OF_OTHERS)
def test_what_a_sister_did_answers_no_question_for_ones_own_work(
    question: Question, told: str
) -> None:
    assert why(told, question) == "deeds-of-others"


@pytest.mark.parametrize(("question", "told"), OF_TELLER)
def test_who_did_or_knows_it_themselves_answers_though_others_did_too(
    question: Question, told: str
) -> None:
    assert scored(the_cell(told, question))


def test_what_books_tell_of_old_makes_no_occasion_of_a_lecture() -> None:
    told = (
        "Change is a process in three phases. The model was described in the 1940s by a"
        " psychologist. There are four types of people who resist it."
    )

    assert why(told, CHANGE) == "off-topic"
    assert why(told + " They moved our depot and the drivers left.", CHANGE) != "off-topic"
