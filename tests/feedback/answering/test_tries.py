"""Of several tries at one question the ones that have a level count, and no junk beside them."""

import pytest

from contracts.evidence import Competency, Status
from contracts.interview import Speaker, Transcript, TurnKind
from services.feedback import domain
from services.feedback.rules.coach import RulesCoach
from tests.feedback.build import a_question, a_transcript
from tests.interview.build import a_turn

UPSET = a_question(
    text="Tell me about something complicated you had to explain to somebody who was upset.",
    competencies=[Competency.COMMUNICATION],
)
MAGICIAN = (
    "A magician pulled a rabbit from a hat in 2019. I clapped because it was funny and the rabbit "
    "ran away. 3 people laughed."
)
HAT = (
    "In 2019 I built a box for a rabbit, because the hat was too small, and I chose wood instead "
    "of paper. As a result rabbits that ran away fell from 12 to 2 a week. I learned to measure."
)
CAT = "On our holiday my cat sat on my sofa for lunch. I had a pizza on my balcony with friends."
NO_IDEA = "I do not know."
SHORT = "I sat down with the father, drew the bowel on a napkin and asked him to say it back."
NURSE = (
    "Last spring a father on our ward was in tears, because he did not see why his son needed a "
    "second operation. I sat down with him and drew the bowel on a napkin instead of using the "
    "leaflet. He signed an hour later and thanked me."
)
AGAIN, MORE = TurnKind.RETRY, TurnKind.PROBE


def session(first: str, *more: tuple[TurnKind, str]) -> Transcript:
    given = a_transcript(first, questions=[UPSET])
    turns = list(given.turns)
    for kind, text in more:
        asked = "Once more, from the beginning." if kind is AGAIN else "What came of it?"
        turns.append(a_turn(len(turns), Speaker.INTERVIEWER, kind, asked, UPSET.id))
        turns.append(a_turn(len(turns), Speaker.CANDIDATE, TurnKind.ANSWER, text, UPSET.id))
    return given.model_copy(update={"turns": tuple(turns)})


def level(transcript: Transcript) -> int | None:
    report = RulesCoach().report(transcript)
    return domain.judged(report, UPSET.id).cells[0].level.value


@pytest.mark.parametrize(
    "junk", [MAGICIAN, HAT, CAT, "asdf qwer asdf jkl", "Lorem ipsum dolor sit."]
)
@pytest.mark.parametrize("good", [NURSE, SHORT])
def test_a_try_that_is_junk_or_off_the_matter_never_wins(junk: str, good: str) -> None:
    alone = level(session(good))

    assert alone is not None
    assert level(session(junk, (MORE, NO_IDEA), (AGAIN, good))) == alone
    assert level(session(good, (AGAIN, junk))) == alone


def test_tries_off_the_matter_get_no_level() -> None:
    report = RulesCoach().report(session(MAGICIAN, (AGAIN, HAT)))

    assert report.scorecard.cells[0].level.status is Status.INSUFFICIENT


def test_a_second_try_that_only_adds_goes_on_with_the_first() -> None:
    both = session(SHORT, (AGAIN, "I drew it, because the father read no English. He signed at 9."))

    assert (level(both) or 0) >= (level(session(SHORT)) or 0)


def test_an_occasion_that_is_not_about_it_loses_to_one_that_is() -> None:
    assert level(session(HAT, (MORE, NURSE))) == level(session(NURSE))


def test_words_of_a_try_that_does_not_count_are_said_all_the_same() -> None:
    report = RulesCoach().report(session(HAT, (AGAIN, NURSE)))

    assert report.questions[0].answer == f"{HAT}\n\n{NURSE}"
    assert all(one.span.quote in NURSE for one in report.scorecard.cells[0].evidence)
