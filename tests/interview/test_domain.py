"""Decisions about sessions, and text that gives back what it was filled with."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis import quoting
from chassis.errors import Conflict, TooMany
from chassis.quoting import Quotes
from contracts.evidence import DocumentKind
from contracts.interview import Answer, InterviewState, Mode, PlanInterview, StartInterview
from contracts.message import TurnId
from services.interview import domain, planning
from services.interview.domain import MAX_TURNS, Session
from services.interview.rules.plan.planner import RulesPlanner
from services.interview.rules.room.interviewer import RulesInterviewer
from tests.interview.build import INTERVIEW, NOON, Rehearsal, a_briefing, a_span

WORDS = st.text("abc “”⟦⟧012\ue000", min_size=1, max_size=12)
LEADER = RulesInterviewer()
BEGIN = StartInterview(interview_id=INTERVIEW)


def a_session(state: InterviewState = InterviewState.PLANNED) -> Session:
    planned = RulesPlanner().plan(INTERVIEW, a_briefing())
    command = PlanInterview(briefing=a_briefing(), mode=Mode.LIVE)
    return replace(planning.planned_session(planned, command, NOON), state=state)


def an_answer(session: Session, text: str = "I did it.") -> Answer:
    """To what is open."""
    assert session.asked
    asked = session.asked.turn_id
    return Answer(interview_id=INTERVIEW, turn_id=TurnId(INTERVIEW), text=text, asked=asked)


def a_live_session() -> Session:
    return replace(a_session(InterviewState.LIVE), turns=Rehearsal().turns)


def quotes_of(words: list[str]) -> Quotes:
    return dict(enumerate(a_span(DocumentKind.RESUME, word) for word in words))


@given(st.lists(WORDS, unique=True, max_size=4), st.data())
def test_what_was_taken_out_comes_back(words: list[str], data: st.DataObject) -> None:
    said = data.draw(st.lists(st.sampled_from(words), max_size=3)) if words else []
    text = "Your résumé says " + " and ".join(f"“{word}”" for word in said)
    quotes = quotes_of(words)

    bare = quoting.hollow(text, quotes)

    assert quoting.filled(bare, quotes) == text


def test_every_wording_of_a_question_and_of_the_first_plan_is_without_quotes() -> None:
    session = a_session()
    questions = tuple(q.model_copy(update={"texts": (q.text,) * 3}) for q in session.plan.questions)
    plan = session.plan.model_copy(update={"questions": questions, "original": questions})

    bare = quoting.hollow_plan(plan, session.quotes)

    assert not any(span.quote in bare.model_dump_json() for span in session.quotes.values())
    assert quoting.filled_plan(bare, session.quotes) == plan


def test_a_quote_that_is_gone_reads_deleted_and_the_others_stand() -> None:
    quotes = quotes_of(["led a team", "built a mill"])
    bare = quoting.hollow("“led a team” and “built a mill”", quotes)

    left = {1: quotes[1]}

    assert quoting.filled(bare, left) == "“[deleted]” and “built a mill”"


def test_a_quote_that_looks_like_a_mark_is_not_taken_out_twice() -> None:
    quotes = quotes_of(["0", "000", "⟦1⟧"])
    text = "Your résumé says “000” and “⟦1⟧”"

    assert quoting.filled(quoting.hollow(text, quotes), quotes) == text


def test_a_longer_quote_is_taken_out_before_one_that_stands_in_it() -> None:
    quotes = quotes_of(["a “small” mill", "small"])

    bare = quoting.hollow("says “a “small” mill” and “small”", quotes)

    assert quoting.filled(bare, {}) == "says “[deleted]” and “[deleted]”"


def test_what_is_finished_cannot_be_started() -> None:
    with pytest.raises(Conflict) as refused:
        domain.start(a_session(InterviewState.FINISHED), LEADER, BEGIN)

    assert refused.value.code == "interview-finished"


def test_a_session_has_a_last_turn() -> None:
    rehearsal = Rehearsal()
    while len(rehearsal.turns) < MAX_TURNS:
        rehearsal.say("Are you human?", after_s=0)
    live = replace(a_session(InterviewState.LIVE), turns=rehearsal.turns)

    with pytest.raises(TooMany) as refused:
        domain.answer(live, LEADER, an_answer(live), NOON)

    assert str(MAX_TURNS) in refused.value.message


def test_a_turn_has_its_number_its_time_and_the_version_grows() -> None:
    session = a_session()
    step = domain.start(session, LEADER, BEGIN)
    assert step is not None

    live = domain.after(session, step, NOON, lambda: TurnId(INTERVIEW))

    assert [turn.number for turn in live.turns] == [0, 1]
    assert {turn.said_at for turn in live.turns} == {live.started_at} == {NOON}
    assert live.version == session.version + 1
    assert live.finished_at is None


def test_before_the_start_and_after_the_end_nothing_is_asked() -> None:
    rehearsal = Rehearsal()
    while not rehearsal.is_over:
        rehearsal.say("skip")

    assert domain.asked(()) is None
    assert domain.asked(rehearsal.turns) is None
    with pytest.raises(Conflict):
        rehearsal.say("Hello?")
    with pytest.raises(ValueError, match="Nothing was asked"):
        LEADER.hear(rehearsal.session, "Hello?", NOON)


def test_an_answer_to_another_question_than_the_open_one_is_refused() -> None:
    live = a_live_session()
    other = an_answer(live).model_copy(update={"asked": live.turns[0].turn_id})

    with pytest.raises(Conflict) as refused:
        domain.answer(live, LEADER, other, NOON)

    assert refused.value.code == "question-moved"


def test_an_answer_to_the_open_question_is_taken() -> None:
    live = a_live_session()

    step = domain.answer(live, LEADER, an_answer(live), NOON)

    assert step is not None
    assert step.lines[0].text == "I did it."


def test_an_answer_sent_again_is_one_turn_and_a_changed_one_is_refused() -> None:
    live = a_live_session()
    step = domain.answer(live, LEADER, an_answer(live), NOON)
    assert step is not None
    after = domain.after(live, step, NOON, lambda: TurnId(uuid4()))

    again = domain.answer(after, LEADER, an_answer(live), NOON)
    with pytest.raises(Conflict) as refused:
        domain.answer(after, LEADER, an_answer(live, "I did something else."), NOON)

    assert again is None
    assert refused.value.code == "answer-taken"
