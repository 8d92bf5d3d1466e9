"""The interviewer follows up by rule, tells the truth, and takes no orders."""

import pytest

from contracts.evidence import EvidenceType
from contracts.interview import Mode, Speaker, TurnKind
from services.interview.rules.room.heard import heard_in
from services.interview.rules.room.probing import MAX_PROBES
from tests.interview.build import Rehearsal, a_briefing, a_plan
from tests.interview.candidates import (
    HOSTILE,
    STRONG,
    Candidate,
    hostile,
    junk,
    rehearse,
    silent,
    strong,
    weak,
)

EVERYONE = pytest.mark.parametrize("candidate", [strong, weak, junk, hostile])


def test_the_first_words_say_what_mira_is() -> None:
    first, second = Rehearsal().turns

    assert first.text == "You are talking to Mira, an AI recruiter for practice."
    assert [first.kind, second.kind] == [TurnKind.DISCLOSURE, TurnKind.QUESTION]


@EVERYONE
def test_every_question_is_asked_once_in_the_planned_order(candidate: Candidate) -> None:
    session = rehearse(candidate)

    asked = [turn.question_id for turn in session.turns if turn.kind is TurnKind.QUESTION]
    assert asked == [question.id for question in session.plan.questions]


@EVERYONE
def test_nothing_that_the_interviewer_asks_is_asked_twice(candidate: Candidate) -> None:
    asked = [
        turn.text
        for turn in rehearse(candidate).turns
        if turn.kind in (TurnKind.QUESTION, TurnKind.PROBE)
    ]

    assert len(asked) == len(set(asked))


@EVERYONE
def test_a_question_has_at_most_two_follow_ups(candidate: Candidate) -> None:
    session = rehearse(candidate)

    for question in session.plan.questions:
        probes = [
            turn
            for turn in session.turns
            if turn.kind is TurnKind.PROBE and turn.question_id == question.id
        ]
        assert len(probes) <= MAX_PROBES


@EVERYONE
def test_a_follow_up_asks_for_a_named_type_that_was_not_heard(candidate: Candidate) -> None:
    session = rehearse(candidate)
    planned = {p.ask: p.if_missing for q in session.plan.questions for p in q.probes}

    for turn in session.turns:
        if turn.kind is TurnKind.PROBE:
            answers = [
                said.text
                for said in session.turns[: turn.number]
                if said.question_id == turn.question_id and said.kind is TurnKind.ANSWER
            ]
            assert planned[turn.text] not in heard_in(*answers)


@EVERYONE
def test_the_interviewer_repeats_nothing_of_what_it_was_told(candidate: Candidate) -> None:
    session = rehearse(candidate)
    ours = {q.text for q in session.plan.questions}
    told = [t.text for t in session.turns if t.speaker is Speaker.CANDIDATE and len(t.text) > 20]

    for turn in session.turns:
        if turn.speaker is Speaker.INTERVIEWER and turn.text not in ours:
            assert not any(words in turn.text for words in told)


def test_a_full_answer_needs_no_follow_up() -> None:
    session = rehearse(strong)

    assert TurnKind.PROBE not in {turn.kind for turn in session.turns}


@pytest.mark.parametrize("order", [*HOSTILE, "Could you repeat that?", "Let me think.", "wait"])
def test_a_request_moves_nothing(order: str) -> None:
    session = Rehearsal()

    reply = session.say(order)

    assert reply.kind is TurnKind.CLARIFICATION
    assert reply.question_id == session.plan.questions[0].id
    assert session.say(STRONG[0]).question_id != session.plan.questions[0].id


def test_asked_whether_it_is_human_it_says_no() -> None:
    reply = Rehearsal().say("Are you a human?")

    assert "I am Mira, an AI recruiter for practice" in reply.text
    assert "no human" in reply.text


def test_asked_for_the_job_it_promises_nothing() -> None:
    assert "I cannot promise anything" in Rehearsal().say("Will I get the job?").text


def test_asked_again_it_reads_the_open_follow_up_not_the_question() -> None:
    session = Rehearsal()
    probe = session.say("fine")

    assert probe.text in session.say("Could you repeat that?").text


def test_asked_for_a_hint_it_says_what_kind_of_answer_it_is_open_to_and_no_more() -> None:
    reply = Rehearsal().say("Give me a hint.")

    assert reply.kind is TurnKind.CLARIFICATION
    assert not any(word in reply.text.lower() for word in ("number", "result", "because", "should"))


def test_a_skipped_question_is_left_without_a_follow_up() -> None:
    session = Rehearsal()

    reply = session.say("Skip this one please")

    assert reply.kind is TurnKind.QUESTION
    assert session.turns[2].kind is TurnKind.SKIP


def a_follow_up(mode: Mode) -> Rehearsal:
    session = Rehearsal(mode=mode)
    assert session.say("I rewrote the import.").kind is TurnKind.PROBE
    return session


def test_in_practice_a_skipped_follow_up_stops_where_feedback_on_what_was_told_stands() -> None:
    session = a_follow_up(Mode.PRACTICE)

    reply = session.say("Please skip this question.")

    assert reply.kind is TurnKind.BETWEEN
    assert reply.question_id == session.plan.questions[0].id
    assert session.say("Next, please.").kind is TurnKind.QUESTION


def test_a_skipped_follow_up_in_live_and_a_skipped_question_go_on_at_once() -> None:
    live, nothing_told = a_follow_up(Mode.LIVE), Rehearsal(mode=Mode.PRACTICE)

    assert live.say("Please skip this question.").kind is TurnKind.QUESTION
    assert nothing_told.say("Please skip this question.").kind is TurnKind.QUESTION


def test_who_skips_after_a_word_of_care_is_led_on_at_once() -> None:
    session = a_follow_up(Mode.PRACTICE)
    assert session.say("My mother died last week and I cannot stop crying.").kind is TurnKind.CARE

    assert session.say("Please skip this question.").kind is TurnKind.QUESTION


@pytest.mark.parametrize("said", ["I do not know.", "No idea", "I have no experience with that."])
def test_who_knows_nothing_is_asked_once_for_any_occasion_and_then_left_alone(said: str) -> None:
    session = Rehearsal()

    first, second = session.say(said), session.say(said)

    assert first.kind is TurnKind.CLARIFICATION
    assert "occasion" in first.text
    assert second.kind is TurnKind.QUESTION
    assert TurnKind.PROBE not in {turn.kind for turn in session.turns}


def test_who_then_finds_an_occasion_is_heard() -> None:
    session = Rehearsal()
    session.say("I do not know.")

    session.say(STRONG[0])

    about = [t for t in session.turns if t.kind is TurnKind.ANSWER]
    assert [turn.question_id for turn in about] == [session.plan.questions[0].id] * 2


def test_who_does_not_know_what_a_follow_up_asks_for_is_asked_the_next_question() -> None:
    session = Rehearsal()
    session.say("I rewrote the import and moved the tests.")

    assert session.say("I don't know.").kind is TurnKind.QUESTION


@pytest.mark.parametrize("said", ["Fuck off", "No comment.", "Shut up!"])
def test_who_refuses_is_not_pressed(said: str) -> None:
    assert Rehearsal().say(said).kind is TurnKind.QUESTION


def test_skipping_all_ends_the_session() -> None:
    session = rehearse(silent)

    assert session.turns[-1].kind is TurnKind.CLOSING
    assert sum(turn.kind is TurnKind.SKIP for turn in session.turns) == len(session.plan.questions)


def test_what_came_in_a_follow_up_is_not_asked_for_again() -> None:
    session = Rehearsal(a_plan(a_briefing(claims=["Did 3 things"])))
    session.say("It was a good project and everyone was happy with it in the team.")
    session.say("I rewrote the import and moved the tests, because nobody trusted them.")

    heard = heard_in(*(t.text for t in session.turns if t.kind is TurnKind.ANSWER))

    assert {EvidenceType.OWN_ACTION, EvidenceType.REASONING} <= heard


def test_distress_after_an_answer_is_met_with_care_and_the_answer_is_kept() -> None:
    session = Rehearsal()

    session.say(f"{STRONG[0]} I feel really anxious right now.")

    answer, care = session.turns[-2:]
    assert [answer.kind, care.kind] == [TurnKind.ANSWER, TurnKind.CARE]
    assert "kept" in care.text
    assert "pause, skip" in care.text


def test_distress_before_words_without_a_deed_is_met_with_care_and_they_are_kept() -> None:
    session = Rehearsal()

    session.say("I'm panicking. The last months were hard for us all and it goes on and on.")

    answer, care = session.turns[-2:]
    assert [answer.kind, care.kind] == [TurnKind.ANSWER, TurnKind.CARE]


def test_whoever_is_in_danger_is_heard_before_their_wish_to_stop() -> None:
    session = Rehearsal()

    session.say("I want to stop. I feel like killing myself.")

    assert "emergency number" in session.turns[-1].text
    assert session.say("stop").kind is TurnKind.CLOSING


def test_whether_it_is_sent_to_anybody_is_answered_and_the_question_stays() -> None:
    session = Rehearsal()
    question = session.turns[-1].text

    reply = session.say("Will this be sent to the employer?")

    assert "goes to no employer" in reply.text
    assert question in reply.text


def test_whether_it_is_recorded_is_answered_and_the_question_stays() -> None:
    session = Rehearsal()
    question = session.turns[-1].text

    session.say("Is this recorded?")

    assert session.turns[-2].kind is TurnKind.REQUEST
    assert "kept as text" in session.turns[-1].text
    assert question in session.turns[-1].text
