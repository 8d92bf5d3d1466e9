"""After a word of care nothing is made an answer until somebody goes on, or tells of their work."""

import pytest

from contracts.interview import Mode, QuestionKind, TurnKind
from tests.interview.build import Rehearsal, a_plan
from tests.interview.candidates import STRONG

CRIES = [
    "My husband hits me.",
    "I want to die",
    "I feel like crying, sorry",
    "I'm panicking.",
    "I can't do this.",
]
STAYS = [
    "thank you, I will call them",
    "I'm okay now",
    "I am safe, thank you",
    "thank you",
    "I'm better now",
    "It has been a hard week for all of us.",
    "My mother is on her way.",
    "I called my sister.",
    "I took a deep breath and drank a glass of water",
    "I have spoken to a helpline already",
    "I don't know",
    "that is kind of you",
    "Sorry about that",
    "Leave me alone!",
    "You are just a machine",
    "Can I have a minute?",
    "Is this stored?",
    "How much time is left?",
    "Will I get the job?",
]
GOES_ON = [
    "I'm better now, let's go on",
    "Okay, I am ready.",
    "No, I'm fine, honestly",
    "no im ok really",
    "Continue",
    "yeah carry on, I'm ok",
    "I'd rather continue",
    "I would prefer to go on, if that's ok",
    "Could you repeat the question?",
    "What do you mean?",
]
DEEDS = [
    STRONG[0],
    "I called the supplier and moved the delivery to Friday.",
    "I took the night shift of a colleague and counted the stock twice.",
    "I asked the foreman for the drawing and cut the beam again.",
    "I told the parents that the trip was off, and I wrote to the school.",
]


def in_care(cry: str = "I feel like crying, sorry", mode: Mode = Mode.LIVE) -> Rehearsal:
    session = Rehearsal(mode=mode)
    session.say(cry)
    return session


@pytest.mark.parametrize("cry", CRIES)
@pytest.mark.parametrize("said", ["thank you, I will call them", "I am safe, thank you"])
def test_after_each_cry_thanks_are_no_answer(cry: str, said: str) -> None:
    session = in_care(cry)

    reply = session.say(said)

    assert [session.turns[-2].kind, reply.kind] == [TurnKind.REQUEST, TurnKind.CARE]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("said", STAYS)
def test_what_tells_of_no_work_stays_in_care_and_is_no_answer(said: str, mode: Mode) -> None:
    session = in_care(mode=mode)

    reply = session.say(said)

    assert [session.turns[-2].kind, reply.kind] == [TurnKind.REQUEST, TurnKind.CARE]


@pytest.mark.parametrize("said", ["It has been a hard week for all of us.", "It was the rota"])
def test_nobody_is_held_in_care_twice(said: str) -> None:
    session = in_care()

    first = session.say(said).kind
    session.say(said)

    assert first is TurnKind.CARE
    assert TurnKind.ANSWER in {turn.kind for turn in session.turns}


@pytest.mark.parametrize("said", ["I feel like crying again", "thank you", "I can't do this"])
def test_more_distress_and_thanks_stay_in_care_however_often(said: str) -> None:
    session = in_care()

    kinds = [session.say(said).kind for _ in range(3)]

    assert set(kinds) == {TurnKind.CARE}
    assert TurnKind.ANSWER not in {turn.kind for turn in session.turns}


@pytest.mark.parametrize(
    "said",
    [
        "Because I want to learn the trade from the ground up",
        "You have to ask the patient before you lift them",
        "A driver should walk around the lorry first",
        "Honest and quick",
        "It was the rota, nobody had agreed it",
        "It was the old oven and nobody checked it",
        "Two years in the kitchen, one at the till",
    ],
)
def test_a_motive_a_rule_and_a_list_are_answers_after_care(said: str) -> None:
    session = in_care()

    session.say(said)

    assert TurnKind.ANSWER in {turn.kind for turn in session.turns}


@pytest.mark.parametrize(
    "said",
    [
        "Because I miss him",
        "It was the hospital, they called",
        "The doctor must call me",
        "You need to stop",
        "sad and tired",
    ],
)
def test_what_only_looks_like_one_stays_in_care(said: str) -> None:
    assert in_care().say(said).kind is TurnKind.CARE


def test_the_reply_in_care_offers_to_go_on_to_pause_to_skip_and_to_stop() -> None:
    reply = in_care().say("thank you").text

    assert all(word in reply for word in ("go on", "pause", "skip", "stop"))
    assert "nothing of this is scored" in reply
    assert len(reply.split()) < 40


def test_a_pause_in_care_is_still_care() -> None:
    session = in_care()
    session.say("pause")

    assert session.say("thank you").kind is TurnKind.CARE


def test_no_time_runs_while_care_lasts() -> None:
    session = in_care()
    before = session.session.left(session.now)

    for said in ("thank you", "Is this stored?", "How much time is left?", "My mother is here."):
        session.say(said, after_s=300)

    after = session.session.left(session.now)
    assert before
    assert after
    assert after.question == before.question


@pytest.mark.parametrize("said", GOES_ON)
def test_who_goes_on_leaves_care(said: str) -> None:
    session = in_care()

    reply = session.say(said)

    assert reply.kind is TurnKind.CLARIFICATION
    assert session.turns[1].text in reply.text
    assert session.say("It was hard.").kind is TurnKind.PROBE


@pytest.mark.parametrize("said", DEEDS)
def test_who_tells_of_their_work_has_answered(said: str) -> None:
    session = in_care()

    session.say(said)

    assert TurnKind.ANSWER in {turn.kind for turn in session.turns}


def test_a_reason_given_after_care_is_an_answer() -> None:
    session = in_care()

    session.say("Because I want to stay in stroke care and your ward does that.")

    assert TurnKind.ANSWER in {turn.kind for turn in session.turns}


def test_what_one_would_do_is_an_answer_to_a_case_after_care_and_to_nothing_else() -> None:
    def kinds(kind: QuestionKind) -> set[TurnKind]:
        plan = a_plan()
        case = plan.questions[0].model_copy(update={"kind": kind})
        session = Rehearsal(plan.model_copy(update={"questions": (case, *plan.questions[1:])}))
        session.say("I feel like crying, sorry")
        session.say("I would ring the ward first.")
        return {turn.kind for turn in session.turns}

    assert TurnKind.ANSWER in kinds(QuestionKind.SITUATIONAL)
    assert TurnKind.ANSWER not in kinds(QuestionKind.BEHAVIOURAL)


@pytest.mark.parametrize("said", ["Because I can't stop crying over all of it", "Because why"])
def test_a_reason_for_the_distress_is_no_answer(said: str) -> None:
    session = in_care()

    assert session.say(said).kind is TurnKind.CARE
    assert TurnKind.ANSWER not in {turn.kind for turn in session.turns}


def test_who_stops_in_care_is_not_asked_twice() -> None:
    session = in_care()
    session.say("thank you")

    assert session.say("stop").kind is TurnKind.CLOSING


NOT_TO_STOP = [
    "no don't stop",
    "I don't want to stop",
    "please don't end it",
    "I would rather not stop",
    "no, don't end the interview",
    "I am not going to stop now",
    "don't skip it",
    "I don't want to skip it",
    "I don't need a pause",
    "No, please don't finish yet!",
]


@pytest.mark.parametrize("said", NOT_TO_STOP)
def test_who_will_not_stop_is_not_stopped(said: str) -> None:
    in_confirmation = Rehearsal()
    in_confirmation.say("I want to stop")

    for session in (in_care(), in_confirmation, Rehearsal()):
        reply = session.say(said)
        assert reply.kind is TurnKind.CLARIFICATION
        assert session.turns[1].text in reply.text


@pytest.mark.parametrize("said", ["stop", "Please stop.", "I want to end the interview"])
def test_who_will_stop_is_stopped(said: str) -> None:
    assert in_care().say(said).kind is TurnKind.CLOSING
