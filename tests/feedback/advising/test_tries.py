"""A try is read as the answer of the interview is: the same words reach the same level."""

from uuid import UUID

import pytest

from contracts.evidence import EvidenceType
from contracts.interview import Speaker, Transcript, TurnKind
from services.feedback.rules.advising.drill import difference, first_try, new_try, story_in
from services.feedback.rules.coach import RulesCoach
from tests.feedback.build import a_transcript
from tests.interview.build import NOON, a_turn

STORY = (
    "Last spring our bakery ran out of bread every Saturday. I counted what was left each evening "
    "for a month, and I moved two batches from Monday to Friday night. As a result the shelf was "
    "full until noon."
)
FIGURE = "From 30 loaves missing down to 4."
PASTED = "Lorem ipsum dolor sit amet, consectetur adipiscing elit."
TRY = UUID(int=77)


def with_a_follow_up(*replies: str) -> Transcript:
    """One question, and after each reply but the last a follow-up."""
    whole = a_transcript(replies[0])
    turns = list(whole.turns)
    for reply in replies[1:]:
        for speaker, kind, text in (
            (Speaker.INTERVIEWER, TurnKind.PROBE, "By how much?"),
            (Speaker.CANDIDATE, TurnKind.ANSWER, reply),
        ):
            turns.append(a_turn(len(turns), speaker, kind, text, "k1"))
    return whole.model_copy(update={"turns": tuple(turns)})


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n \n"])
def test_the_answer_of_the_interview_given_again_reaches_its_level_again(gap: str) -> None:
    transcript = with_a_follow_up(STORY, FIGURE, PASTED)
    question = transcript.plan.questions[0]
    report = RulesCoach().report(transcript)

    before = first_try(RulesCoach().report(transcript), question)
    after = new_try(transcript, question, TRY, gap.join((STORY, FIGURE, PASTED)), NOON)

    assert before is not None
    assert EvidenceType.MEASURE in before.shown
    assert before.level == after.level == report.scorecard.cells[0].level
    assert difference(before, after) == ((), ())


def test_what_is_lost_is_known_by_the_words_that_showed_it() -> None:
    transcript = a_transcript(STORY)
    question = transcript.plan.questions[0]
    poorer = STORY.replace("As a result the shelf was full until noon.", "It was a good month.")

    before = first_try(RulesCoach().report(transcript), question)
    _, lost = difference(before, new_try(transcript, question, TRY, poorer, NOON))

    assert before is not None
    assert EvidenceType.RESULT in lost
    quotes = {words.type: words.quote for words in before.words}
    assert "the shelf was full until noon" in quotes[EvidenceType.RESULT]


def test_a_try_that_tells_a_story_is_one_for_the_bank_and_another_is_none() -> None:
    transcript = a_transcript(STORY)
    question = transcript.plan.questions[0]
    told, fine = (new_try(transcript, question, TRY, text, NOON) for text in (STORY, "fine"))

    story = story_in(transcript, question, told)

    assert story is not None
    assert story.is_practised
    assert story.text == STORY
    assert story_in(transcript, question, fine) is None
