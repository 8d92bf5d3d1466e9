"""How somebody feels while they speak is no evidence, no part of a story, and nothing learnt."""

import pytest

from chassis.hearing.distress import is_distress
from contracts.evidence import EvidenceType
from contracts.interview import TurnKind
from services.feedback.rules.stories.bank import first_words, told_in
from services.interview.rules.room.heard import heard_in
from tests.feedback.stories.test_telling import BETTER, FIRST, a_report_of

FEELINGS = [
    "I feel really anxious right now.",
    "I'm panicking.",
    "Sorry, I'm so nervous and I can't think straight today.",
    "This is all too much for me now.",
]
TOLD = [
    "I was really anxious, so I asked for a second pair of hands.",
    "I still feel terrible about that day, and now I count every dose twice.",
    "When I am nervous I write the three steps on a card.",
    "The new trainee was panicking.",
]


@pytest.mark.parametrize("feeling", FEELINGS)
def test_distress_at_the_end_or_the_beginning_is_quoted_nowhere(feeling: str) -> None:
    for text in (f"{FIRST} {feeling}", f"{feeling} {FIRST}"):
        report = a_report_of((TurnKind.ANSWER, text))
        question = report.questions[0]
        (told,) = told_in(report)

        spans = [one.evidence.span.quote for one in question.what_landed]
        spans += [one.span.quote for cell in report.scorecard.cells for one in cell.evidence]
        shown = (told.text, first_words(told.text), question.stronger_version or "", *spans)
        assert told.text == FIRST
        assert not any(feeling.rstrip(".") in each for each in shown)


def test_distress_after_a_full_answer_takes_nothing_from_it() -> None:
    alone = a_report_of((TurnKind.ANSWER, BETTER))
    with_it = a_report_of((TurnKind.ANSWER, f"{BETTER} {FEELINGS[0]}"))

    levels = [[cell.level.value for cell in one.scorecard.cells] for one in (alone, with_it)]
    assert levels[0] == levels[1]


def test_distress_alone_is_too_short_and_not_copied() -> None:
    report = a_report_of((TurnKind.ANSWER, FEELINGS[0]))

    assert [cell.level.why for cell in report.scorecard.cells] == ["answer-too-short"]
    assert not list(told_in(report))


@pytest.mark.parametrize("feeling", FEELINGS)
def test_the_interviewer_hears_nothing_learnt_in_it(feeling: str) -> None:
    assert heard_in(f"{FIRST} {feeling}") == heard_in(FIRST)


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_of_a_feeling_counts(text: str) -> None:
    assert not is_distress(text)


def test_what_was_learnt_from_a_feeling_is_learnt() -> None:
    assert EvidenceType.REFLECTION in heard_in(TOLD[1])
