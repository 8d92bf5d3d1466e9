"""A story that is told once more in practice is noticed at once, not only in the report."""

from uuid import UUID

from chassis.ids import new_id
from contracts.feedback import JudgeAnswer
from contracts.interview import InterviewView, Mode, Speaker, Turn, TurnKind
from contracts.message import TurnId
from gateway.example_interview import AT
from gateway.interview import examples
from tests.gateway.client import Browser, a_signed_in_browser
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


def a_room_in(view: InterviewView) -> tuple[Browser, str]:
    browser = a_signed_in_browser()
    path = a_full_life(browser).interview
    browser.post(f"{path}/start")
    item = UUID(last(path))
    owner, known = browser.world.things["session", item]
    ids = {name: getattr(known, name) for name in ("interview_id", "fit_id", "resume_id")}
    browser.world.put("session", item, owner, view.model_copy(update=ids))
    return browser, path


def test_an_answer_is_judged_beside_what_was_said_to_the_other_questions() -> None:
    browser, path = a_room_in(said(("a", STORY), ("b", OTHER)))

    browser.get(path)

    (call,) = browser.world.called("feedback.judge_answer")
    assert isinstance(call.argument, JudgeAnswer)
    texts = [turn.text for turn in call.argument.transcript.turns]
    assert [text for text in texts if text in {STORY, OTHER}] == [STORY, OTHER]
    assert [one.id for one in call.argument.transcript.plan.questions] == ["a", "b"]


def test_the_room_says_where_else_a_story_was_told_beside_the_feedback() -> None:
    browser, path = a_room_in(said(("a", STORY), ("b", STORY)))

    page = browser.get(path).text

    assert "You told this at question 1 too." in page


def test_a_story_of_its_own_was_told_nowhere_else() -> None:
    browser, path = a_room_in(said(("a", STORY), ("b", OTHER)))

    assert "You told this at question" not in browser.get(path).text


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
        said_at=AT,
    )
