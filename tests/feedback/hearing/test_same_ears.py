"""The interviewer asks for nothing that the coach hears: both listen with `chassis.hearing`."""

import pytest

from contracts.evidence import EvidenceType
from contracts.interview import QuestionKind
from services.interview.rules.room.heard import heard_in
from tests.feedback.build import a_question, heard
from tests.feedback.hearing.test_detectors import NOT_SHOWN, SHOWN
from tests.feedback.tellings import told
from tests.interview.candidates import STRONG, WEAK

SENTENCES = [text for texts in (*SHOWN.values(), *NOT_SHOWN.values()) for text in texts]
HONEST = [telling.text for telling in told("honest")]
CASE = a_question(kind=QuestionKind.SITUATIONAL, text="What would you do with a late project?")


@pytest.mark.parametrize("text", [*SENTENCES, *HONEST, *STRONG])
def test_the_interviewer_hears_all_that_the_coach_hears(text: str) -> None:
    assert heard_in(text) >= set(heard(text))


@pytest.mark.parametrize("text", WEAK)
def test_neither_takes_fine_words_for_a_deed(text: str) -> None:
    assert EvidenceType.OWN_ACTION not in heard_in(text)
    assert EvidenceType.OWN_ACTION not in heard(text)


WOULD = "I would call both teams and move the smaller part, because it blocks nobody."


def test_what_one_would_do_is_an_action_in_a_case_and_nowhere_else() -> None:
    in_a_case = heard_in(WOULD, question=CASE)

    assert {EvidenceType.OWN_ACTION, EvidenceType.SITUATION} <= in_a_case
    assert EvidenceType.OWN_ACTION not in heard_in(WOULD, question=a_question())


def test_a_reply_needs_no_subject_of_its_own() -> None:
    deed = "I rebuilt the sorting plan of the depot last year."

    assert EvidenceType.MEASURE not in heard_in("By a third.")
    assert EvidenceType.MEASURE in heard_in(deed, "By a third, from 40 parcels to 27.")
