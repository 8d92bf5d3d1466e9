"""Another try in practice stands beside the one before, and no quote stands there twice."""

from contracts.feedback import JudgeAnswer
from contracts.interview import InterviewView, TurnKind
from gateway.feedback import examples
from gateway.interview.judging import landed_in
from tests.gateway.client import Browser
from tests.gateway.test_told_before import OTHER, STORY, a_room_in, said


def tried(*answers: str) -> InterviewView:
    """A practice in which the first question was tried with each of `answers`."""
    view = said(*(("a", answer) for answer in answers))
    turns = list(view.turns)
    question = next(turn for turn in turns if turn.question_id)
    turns[turns.index(question)] = question.model_copy(update={"question_id": "a"})
    for answer in answers[1:]:
        place = next(at for at, turn in enumerate(turns) if turn.text == answer)
        turns.insert(
            place, question.model_copy(update={"kind": TurnKind.RETRY, "question_id": "a"})
        )
    return view.model_copy(update={"turns": tuple(turns)})


def room_of(*answers: str) -> tuple[Browser, str]:
    return a_room_in(tried(*answers))


def test_another_try_is_shown_beside_the_try_before() -> None:
    browser, path = room_of(STORY, OTHER)

    assert "The try before:" in browser.get(path).text


def test_a_first_try_has_none_before_it() -> None:
    browser, path = room_of(STORY)

    assert "The try before:" not in browser.get(path).text


def test_each_try_is_judged_by_its_own_words() -> None:
    browser, path = room_of(STORY, OTHER)
    browser.get(path)

    calls = browser.world.called("feedback.judge_answer")
    judged = [call.argument for call in calls if isinstance(call.argument, JudgeAnswer)]
    texts = [[turn.text for turn in query.transcript.turns] for query in judged]
    assert any(STORY in one and OTHER not in one for one in texts)
    assert any(OTHER in one and STORY not in one for one in texts)


def test_a_quote_that_shows_two_things_stands_once_with_both() -> None:
    landed = examples.JUDGED.feedback.what_landed[0]
    twice = (landed, landed.model_copy(update={"text": "You said what you did yourself."}))
    feedback = examples.JUDGED.feedback.model_copy(update={"what_landed": twice})

    (shown,) = landed_in(examples.JUDGED.model_copy(update={"feedback": feedback}))

    assert shown == (
        landed.evidence.span,
        f"{landed.text} You said what you did yourself.",
    )
