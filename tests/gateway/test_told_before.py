"""A story that is told once more in practice is noticed at once, not only in the report."""

from uuid import UUID

from chassis.ids import new_id
from contracts.interview import InterviewView, Mode, Speaker, Turn, TurnKind
from contracts.message import TurnId
from gateway.interview import examples
from gateway.interview.judging import told_before
from tests.gateway.client import a_signed_in_browser
from tests.gateway.life import a_full_life, last

STORY = (
    "In 2023 our ward lost three handover sheets in a week. I timed the handovers, cut the form "
    "to one page with the night sister, and errors fell from eleven a month to two."
)
OTHER = (
    "I prepared nine nurses for their first shift in charge, sat with each of them on Thursdays, "
    "and by spring every one of them ran the resuscitation room alone."
)


def said(*answers: tuple[str, str]) -> InterviewView:
    """A practice in which each of `answers` was given to the question of its id."""
    first = examples.LIVE.plan.questions[0]
    plan = examples.LIVE.plan.model_copy(
        update={"questions": tuple(first.model_copy(update={"id": one}) for one in ("a", "b"))}
    )
    begun = examples.LIVE.turns
    given = (_answer(number, *one) for number, one in enumerate(answers, len(begun) + 1))
    turns = (*begun, *given)
    asked = _turn(len(turns) + 1, answers[-1][0], "That is taken.", TurnKind.BETWEEN)
    update = {"plan": plan, "turns": (*turns, asked), "asked": asked, "mode": Mode.PRACTICE}
    return examples.LIVE.model_copy(update={**update, "timing": None})


def test_the_same_story_says_at_which_question_it_was_told() -> None:
    again = STORY.replace("our ward", "the ward")

    assert told_before(said(("a", STORY), ("b", "Well."), ("b", again))) == 1


def test_another_story_and_another_try_at_the_same_question_are_no_repeat() -> None:
    assert told_before(said(("a", STORY), ("b", OTHER))) is None
    assert told_before(said(("a", STORY), ("a", STORY))) is None


def test_a_few_words_that_are_said_again_are_no_story() -> None:
    assert told_before(said(("a", "I do not know."), ("b", "I do not know."))) is None


def test_the_room_says_it_beside_the_feedback() -> None:
    browser = a_signed_in_browser()
    path = a_full_life(browser).interview
    browser.post(f"{path}/start")
    item = UUID(last(path))
    owner, view = browser.world.things["session", item]
    told = said(("a", STORY), ("b", STORY)).model_copy(
        update={"interview_id": view.interview_id, "fit_id": view.fit_id}
    )
    browser.world.put("session", item, owner, told)

    page = browser.get(path).text

    assert "You told this at question 1 too." in page


def _answer(number: int, question: str, text: str) -> Turn:
    turn = _turn(number, question, text, TurnKind.ANSWER)
    return turn.model_copy(update={"speaker": Speaker.CANDIDATE})


def _turn(number: int, question: str, text: str, kind: TurnKind) -> Turn:
    return Turn(
        turn_id=TurnId(new_id()),
        number=number,
        speaker=Speaker.INTERVIEWER,
        kind=kind,
        question_id=question,
        text=text,
        said_at=examples.AT,
    )
