"""What is asked on goes with what was told: never what was just said, and one's own part first."""

import time

import pytest

from chassis.hearing.lexicon import sign_lists
from contracts.evidence import EvidenceType
from contracts.interview import Mode, Question, QuestionKind, TurnKind
from services.interview.rules.phrases import phrases
from services.interview.rules.plan.asking import question_of
from services.interview.rules.plan.bank import templates
from services.interview.rules.room.heard import PLAIN, heard_in
from tests.interview.build import Rehearsal, a_plan

RESULT, MEASURE = EvidenceType.RESULT, EvidenceType.MEASURE
REASON, SCENE = EvidenceType.REASONING, EvidenceType.SITUATION

MEASURED = [
    "I swapped the valve and the queue went from 40 minutes to 12.",
    "I brought the breakage rate down from nine to two per cent.",
    "Complaints fell by a third after I wrote the leaflet.",
    "The new list shaved half an hour off each handover.",
    "My sheet saves us about ten minutes a day.",
    "Absence dropped to zero once I changed the rota.",
]
NOT_MEASURED = [
    "I moved from Hull to Leeds in 2019.",
    "I went from ward to ward with the trolley.",
    "The shop is open from 8 to 5.",
    "I was down to cover two shifts.",
    "I saved the file and two copies.",
]
BECAME = [
    "I relabelled the shelves, and after that nobody picked the wrong box.",
    "I rang the four hostels; by morning we knew his name.",
    "We put in a second till and the queue got much shorter.",
    "I wrote the list and it never came up again.",
    "We changed the gloves and the rashes stopped.",
    "I borrowed the minibus and every meal got there hot.",
    "I drove the gritter all winter and never had a road closed.",
    "I date the tubes and threw away far less dye.",
]
NOT_BECOME = [
    "After that the boiler failed.",
    "The next morning the crane was stuck, so I called the fitter.",
    "It is better than before.",
    "The pump stopped, so I called the fitter.",
    "Every guest came late.",
    "I started early. By evening I left the yard.",
]
SPOKE_FOR = [
    "What tipped it was the noise.",
    "My thinking was that a tired driver is worse than a late parcel.",
    "I figured the customer had waited long enough.",
]
NOT_SPOKEN_FOR = [
    "My idea got a prize.",
    "I figured out the fault.",
    "What mattered little was cut.",
]


@pytest.mark.parametrize("said", MEASURED)
def test_who_told_how_far_a_number_went_is_asked_neither_for_it_nor_for_the_end(said: str) -> None:
    assert {RESULT, MEASURE} <= heard_in(said)


@pytest.mark.parametrize("said", NOT_MEASURED)
def test_from_one_place_to_another_is_no_number(said: str) -> None:
    assert not {RESULT, MEASURE} <= heard_in(said)


@pytest.mark.parametrize("said", BECAME)
def test_who_told_how_things_stood_from_then_on_is_not_asked_how_it_ended(said: str) -> None:
    assert RESULT in heard_in(said)


@pytest.mark.parametrize("said", NOT_BECOME)
def test_what_stands_before_a_deed_or_is_about_oneself_is_no_end(said: str) -> None:
    assert RESULT not in heard_in(said)


@pytest.mark.parametrize("said", SPOKE_FOR)
def test_who_told_what_tipped_the_scales_is_not_asked_why(said: str) -> None:
    assert REASON in heard_in(said)


@pytest.mark.parametrize("said", NOT_SPOKEN_FOR)
def test_a_thought_that_is_no_reason_is_asked_about(said: str) -> None:
    assert not sign_lists(PLAIN)["spoke_for"].search(said)


def asked_about(kind: QuestionKind, **update: object) -> Rehearsal:
    """A session of one question of that kind."""
    plan = a_plan()
    first = next(one for one in plan.questions if one.kind is kind).model_copy(update=update)
    return Rehearsal(plan.model_copy(update={"questions": (first,)}), mode=Mode.PRACTICE)


def asks(session: Rehearsal, kind: EvidenceType) -> str:
    question: Question = session.plan.questions[0]
    return next(one.ask for one in question.probes if one.if_missing is kind)


def asked_where() -> Rehearsal:
    """A session of one question whose follow-up for the scene asks where it was."""
    probes = asked_about(QuestionKind.BEHAVIOURAL).plan.questions[0].probes
    where = {"ask": "Where were you working then?"}
    return asked_about(
        QuestionKind.BEHAVIOURAL,
        probes=tuple(
            one.model_copy(update=where if one.if_missing is SCENE else {}) for one in probes
        ),
    )


def test_who_named_the_place_is_asked_first_for_something_else() -> None:
    session = asked_where()

    reply = session.say("I do the books for a small bakery and I spotted a double invoice.")

    assert reply.kind is TurnKind.PROBE
    assert reply.text != asks(session, SCENE)


def test_who_named_no_place_is_asked_where_it_was() -> None:
    session = asked_where()

    assert session.say("I called the client.").text == asks(session, SCENE)


def test_how_much_it_was_is_asked_after_what_came_of_it() -> None:
    technical = next(
        one for one in a_plan().questions if {RESULT, MEASURE, REASON} <= set(one.expects)
    )
    plan = a_plan().model_copy(update={"questions": (technical,)})
    session = Rehearsal(plan, mode=Mode.PRACTICE)

    session.say("I chose the slower glue because the floor was damp; I could have hired a fan.")

    assert session.turns[-1].text == asks(session, RESULT)


def test_who_tells_of_all_where_their_own_steps_were_asked_for_is_told_so_once() -> None:
    session = asked_about(QuestionKind.RESUME_PROBE)

    assert session.say("Our team delivered it two weeks early.").text in phrases().own_part
    assert session.say("We all did it together.").kind is not TurnKind.CLARIFICATION


@pytest.mark.parametrize(
    "said",
    ["We delivered it early; I wrote the plan.", "I gave my team full marks for the launch."],
)
def test_who_told_an_own_step_beside_what_all_did_is_not(said: str) -> None:
    session = asked_about(QuestionKind.RESUME_PROBE)

    assert session.say(said).text not in phrases().own_part


def test_what_one_would_do_is_asked_for_no_end_in_a_second_follow_up_either() -> None:
    session = asked_about(QuestionKind.BEHAVIOURAL)
    session.say("I would ring the customer first and check the order.")

    assert session.say("At a shop in Leeds, on the phones.").text != asks(session, RESULT)


@pytest.mark.parametrize(
    "part", ["we went from 2 ", "i ran ", "at the ", "a ", "in the end the x "]
)
def test_a_long_answer_is_heard_in_no_time(part: str) -> None:
    heard_in(part)
    text = (part * 40_000)[:4_000]
    began = time.process_time()
    heard_in(text)
    first = time.process_time() - began
    began = time.process_time()
    heard_in(text * 4)

    assert time.process_time() - began < max(8 * first, 0.3)


def test_a_follow_up_that_is_not_understood_is_put_in_plain_words_of_its_own() -> None:
    session = asked_about(QuestionKind.RESUME_PROBE)
    assert session.say("I rewrote the import last spring at the depot.").text == (
        asks(session, RESULT)
    )
    session.say("What do you mean?")

    assert session.say("I still don't understand.").text.startswith(phrases().simply[RESULT])


@pytest.mark.parametrize(
    "said",
    [
        "It's closer to home, and the hours are better.",
        "You are the best bakery in town.",
        "I fancy a change.",
        "My last job was dull and my boss never listened.",
    ],
)
def test_who_said_what_draws_them_is_not_asked_for_it_again(said: str) -> None:
    session = asked_about(QuestionKind.MOTIVATION)

    assert session.say(said).text == asks(session, EvidenceType.OWN_ACTION)


@pytest.mark.parametrize(
    "said", ["I am a hard worker.", "Good money.", "It is a job.", "You are nice people."]
)
def test_who_said_nothing_that_draws_them_is_asked_for_it(said: str) -> None:
    session = asked_about(QuestionKind.MOTIVATION)

    assert session.say(said).text == asks(session, REASON)


def a_case() -> Question:
    return question_of(
        next(one for one in templates() if one.kind is QuestionKind.SITUATIONAL and not one.blank),
        because="It is asked.",
        level=2,
        beside=(),
    )


def test_steps_told_as_orders_to_oneself_are_steps_of_a_case() -> None:
    steps = "Isolate the supply, check the gauge, tell the operator."

    assert EvidenceType.OWN_ACTION in heard_in(steps, question=a_case())
    assert EvidenceType.OWN_ACTION not in heard_in(steps)
    assert EvidenceType.OWN_ACTION not in heard_in("Call the boss.", question=a_case())
    assert EvidenceType.OWN_ACTION not in heard_in("It depends on the check.", question=a_case())


NEEDS_BUDGET = {
    "text": "The job asks for “Experience of managing a labour budget”. Tell me about a time when "
    "this, or something close to it, became difficult halfway."
}
OF_SOMETHING_ELSE = [
    "A new colleague was afraid of the welding robot. I showed her each button and she ran it.",
    "A hive swarmed in the middle of town. I fetched a box and took the bees home at dusk.",
]
OF_IT_OR_NOTHING = [
    "I had forty hours of wages a week to give out in the bakery. I cut two late shifts.",
    "The nearest I came was the till of our club. I counted it each night and found the gap.",
    "I have never done that.",
    "It was a busy shop in Leeds.",
]


@pytest.mark.parametrize("said", OF_SOMETHING_ELSE)
@pytest.mark.parametrize("mode", list(Mode))
def test_who_tells_of_something_else_is_asked_once_how_it_comes_close(
    said: str, mode: Mode
) -> None:
    plan = asked_about(QuestionKind.GAP_PROBE, **NEEDS_BUDGET).plan
    session = Rehearsal(plan, mode=mode)

    assert session.say(said).text in phrases().tie
    session.say("I chose it myself.")
    session.say("I did it with care.")
    probes = [turn for turn in session.turns if turn.kind is TurnKind.PROBE]
    assert len(probes) == 1
    assert sum(turn.text in phrases().tie for turn in session.turns) == 1


def test_the_next_time_it_is_asked_in_other_words() -> None:
    session = Rehearsal(a_plan(), mode=Mode.LIVE)
    gaps = [q for q in session.plan.questions if q.kind is QuestionKind.GAP_PROBE]
    asked = []

    while session.open_question != gaps[0].id:
        session.say("skip")
    for said in OF_SOMETHING_ELSE:
        asked.append(session.say(said).text)
        session.say("skip")

    assert set(asked) <= set(phrases().tie)
    assert len(set(asked)) == len(gaps) == 2


@pytest.mark.parametrize("said", OF_IT_OR_NOTHING)
def test_who_tells_of_what_was_asked_or_of_no_deed_is_not_asked_how(said: str) -> None:
    session = asked_about(QuestionKind.GAP_PROBE, **NEEDS_BUDGET)

    assert session.say(said).text not in phrases().tie


def test_what_was_no_gap_is_not_asked_how_it_comes_close() -> None:
    session = asked_about(QuestionKind.BEHAVIOURAL, **NEEDS_BUDGET)

    assert session.say(OF_SOMETHING_ELSE[0]).text not in phrases().tie
