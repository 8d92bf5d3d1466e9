"""Of what somebody would do nothing has come yet: nobody is asked where it led."""

from dataclasses import replace

import pytest

from contracts.evidence import EvidenceType
from contracts.interview import QuestionKind, TurnKind
from services.interview.rules.phrases import phrases
from services.interview.rules.room.heard import is_imagined
from tests.interview.build import Rehearsal, a_briefing, a_plan

IMAGINED = [
    "First I'd roll back.",
    "I'd listen and then I'd write down what they say.",
    "I would call the family and explain the plan.",
    "I would stop the line and check the guard.",
    "I'd move the guests to another table.",
]
TOLD = [
    "I rolled the release back.",
    "I listened and wrote down what they said, and today I would ask more.",
    "I would have called earlier, but I called the family on Monday.",
]


def _said(kind: QuestionKind, *answers: str) -> tuple[Rehearsal, list[EvidenceType]]:
    """The types asked for in follow-ups to the first question of that kind."""
    session = Rehearsal(a_plan(a_briefing(met=[0, 1, 2])))
    while True:
        open_id = session.session.asked and session.session.asked.question_id
        question = next(one for one in session.plan.questions if one.id == open_id)
        if question.kind is kind:
            break
        session.say("skip")
    for text in answers:
        session.say(text)
    asks = {probe.ask: probe.if_missing for probe in question.probes}
    probes = [turn.text for turn in session.turns if turn.kind is TurnKind.PROBE]
    return session, [asks[text] for text in probes if text in asks]


@pytest.mark.parametrize("text", IMAGINED)
def test_what_one_would_do_is_imagined(text: str) -> None:
    assert is_imagined(text)


@pytest.mark.parametrize("text", TOLD)
def test_what_one_did_is_not_imagined(text: str) -> None:
    assert not is_imagined(text)


@pytest.mark.parametrize("text", IMAGINED)
def test_what_one_would_do_on_an_occasion_is_followed_by_a_question_for_the_deed_alone(
    text: str,
) -> None:
    _, asked = _said(QuestionKind.BEHAVIOURAL, text, text)

    assert asked
    assert set(asked) <= {EvidenceType.OWN_ACTION, EvidenceType.SITUATION}


@pytest.mark.parametrize("text", IMAGINED)
def test_a_case_is_followed_up_as_a_case(text: str) -> None:
    session, asked = _said(QuestionKind.SITUATIONAL, text, text)

    said = [turn.text for turn in session.turns if turn.kind is TurnKind.PROBE]
    assert asked
    assert set(said) <= {ask for asks in phrases().case_probe.values() for ask in asks}


@pytest.mark.parametrize("text", [ask for each in phrases().case_probe.values() for ask in each])
def test_a_follow_up_that_is_copied_back_is_no_request(text: str) -> None:
    session = Rehearsal()
    turn = session.session.turns[-1].model_copy(update={"text": text})
    session.session = replace(session.session, turns=(*session.turns[:-1], turn))

    session.say(text)

    assert TurnKind.ANSWER in {said.kind for said in session.turns}


def test_no_follow_up_of_a_case_takes_it_for_done() -> None:
    asks = [ask for each in phrases().case_probe.values() for ask in each]

    assert len(asks) == len(set(asks))
    assert not any(f" {word} " in f" {ask} " for ask in asks for word in ("did", "was", "led"))
