"""Once the time of the whole interview is over nothing more is asked: what is sent in its grace is
kept, and the interview closes and says why.
"""

from collections.abc import Callable

import pytest

from contracts.interview import InterviewState, Mode, TurnKind
from contracts.room import GRACE_S
from services.interview.rules.phrases import phrases
from tests.interview.build import Rehearsal, a_plan

STORY = "I rewrote the import and moved the tests."
SENT = [
    STORY,
    "In 2023 I was about to finish the rota when two of us fell ill.",
    "As a result the queue fell from 40 people to 12.",
    "I don't know.",
    "No.",
]


def with_little_left(*, whole_s: int, question_s: int = 600) -> Rehearsal:
    """At its first question, with `whole_s` left of the interview and more of the question."""
    plan = a_plan()
    first = plan.questions[0].model_copy(update={"seconds": question_s})
    plan = plan.model_copy(update={"questions": (first, *plan.questions[1:]), "minutes": 2})
    session = Rehearsal(plan, mode=Mode.LIVE)
    session.wait(120 - whole_s)
    return session


@pytest.mark.parametrize("said", SENT)
def test_what_is_sent_in_the_grace_of_the_whole_is_kept_and_closes_it(said: str) -> None:
    session = with_little_left(whole_s=0)

    reply = session.say(said)

    assert session.turns[-2].text == said
    assert session.turns[-2].kind is TurnKind.ANSWER
    assert (reply.kind, reply.text) == (TurnKind.CLOSING, phrases().reply["whole_taken"])
    assert session.session.state is InterviewState.FINISHED
    assert session.session.drafts == {}


@pytest.mark.parametrize("late_s", [0, 1, GRACE_S])
def test_the_whole_grace_is_a_grace_of_the_whole(late_s: int) -> None:
    session = with_little_left(whole_s=0)

    assert session.say(STORY, after_s=late_s).kind is TurnKind.CLOSING


def test_a_question_that_is_skipped_in_the_grace_of_the_whole_opens_no_other() -> None:
    reply = with_little_left(whole_s=0).say("Skip this one, please.")

    assert (reply.kind, reply.text) == (TurnKind.CLOSING, phrases().reply["whole_over"])


def test_whose_question_runs_out_in_the_grace_of_the_whole_is_asked_no_other() -> None:
    session = with_little_left(whole_s=0, question_s=110)

    seen = session.look()
    session.wait(GRACE_S - 5)
    after = session.look()

    assert seen.state is InterviewState.LIVE
    assert [turn.kind for turn in after.turns[-2:]] == [TurnKind.TIME_UP, TurnKind.CLOSING]
    assert after.turns[-2].text == phrases().reply["whole_time_up"]


def test_the_last_question_closes_as_it_does_in_time() -> None:
    plan = a_plan()
    alone = plan.model_copy(update={"questions": plan.questions[:1], "minutes": 1})
    session = Rehearsal(alone, mode=Mode.LIVE)

    assert session.say(STORY, after_s=65).text == phrases().closing


def test_a_question_about_the_time_is_told_whose_grace_it_is() -> None:
    of_whole, of_question = with_little_left(whole_s=0), Rehearsal(mode=Mode.LIVE)
    seconds = of_question.plan.questions[0].seconds

    told = of_whole.say("How much time is left?").text
    told_of_question = of_question.say("How much time is left?", after_s=seconds + 5).text

    assert "this interview is over" in told
    assert "this question is over" in told_of_question


@pytest.mark.parametrize(
    "session",
    [
        lambda: with_little_left(whole_s=30),
        lambda: Rehearsal(mode=Mode.LIVE),
        lambda: Rehearsal(mode=Mode.PRACTICE),
    ],
    ids=["a little left", "much left", "practice has no clock"],
)
def test_what_is_sent_in_time_goes_on(session: Callable[[], Rehearsal]) -> None:
    reply = session().say(STORY)

    assert reply.kind is TurnKind.PROBE


def test_practice_goes_on_after_any_time() -> None:
    session = Rehearsal(mode=Mode.PRACTICE)

    session.say("skip", after_s=100_000)

    assert session.turns[-1].kind is TurnKind.QUESTION
