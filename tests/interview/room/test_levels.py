"""The next question is asked at the level that the last answer calls for, or at the locked one."""

import pytest

from contracts.interview import Mode, TurnKind
from contracts.room import Difficulty
from tests.interview.build import Rehearsal, a_plan
from tests.interview.candidates import STRONG


def levels(session: Rehearsal) -> list[int]:
    return [turn.level or 0 for turn in session.turns if turn.kind is TurnKind.QUESTION]


def a_session(difficulty: Difficulty = Difficulty.ADAPTIVE) -> Rehearsal:
    """All questions planned at the middle level."""
    plan = a_plan()
    questions = tuple(
        question.model_copy(update={"level": 2, "text": question.texts[1]})
        for question in plan.questions
    )
    return Rehearsal(plan.model_copy(update={"questions": questions}), difficulty=difficulty)


def answer_until_the_next(session: Rehearsal, text: str) -> None:
    before = len(levels(session))
    while len(levels(session)) == before:
        session.say(text)


def test_it_goes_up_after_a_full_answer() -> None:
    session = a_session()

    answer_until_the_next(session, STRONG[0])

    assert levels(session) == [2, 3]
    assert session.turns[-1].text == session.plan.questions[1].texts[2]


def test_it_does_not_go_up_after_a_few_words_that_touch_on_everything() -> None:
    session = a_session()

    session.say("In 2023 I taught new nurses because errors rose from 2 to 9, so they fell to 1.")
    session.say("We could have hired; I would do it again.")
    session.say("It was worth it.")

    assert levels(session)[1:] == [2] * len(levels(session)[1:])


def test_it_goes_down_after_an_answer_that_shows_nothing() -> None:
    session = a_session()

    answer_until_the_next(session, "It was fine.")

    assert levels(session) == [2, 1]


def test_it_goes_no_further_than_one_step_from_the_plan() -> None:
    session = a_session()

    for _ in range(3):
        answer_until_the_next(session, "It was fine.")

    assert levels(session) == [2, 1, 1, 1]


def test_a_skip_changes_nothing() -> None:
    session = a_session()

    session.say("Skip this one, please.")

    assert levels(session) == [2, 2]


def test_the_bell_changes_nothing() -> None:
    session = a_session()

    session.wait(400)
    session.look()

    assert levels(session) == [2, 2]


@pytest.mark.parametrize("text", [STRONG[0], "It was fine."])
def test_a_locked_level_stays(text: str) -> None:
    session = a_session(Difficulty.ONE)

    answer_until_the_next(session, text)

    assert levels(session) == [1, 1]


def test_in_practice_the_level_follows_the_last_try_as_well() -> None:
    plan = a_session().plan
    session = Rehearsal(plan, mode=Mode.PRACTICE)
    while session.turns[-1].kind is not TurnKind.BETWEEN:
        session.say("It was fine.")
    session.say("Again, please.")
    session.say(STRONG[0])

    session.say("next")

    assert levels(session) == [2, 3]


def test_the_transcript_has_each_question_as_it_was_asked() -> None:
    session = a_session()
    answer_until_the_next(session, STRONG[0])

    asked = session.transcript().plan.questions[1]

    assert (asked.level, asked.text) == (3, session.turns[-1].text)
