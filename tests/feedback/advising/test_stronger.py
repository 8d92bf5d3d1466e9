"""A stronger version: one's own sentences as they were told, and what each of them needs."""

import pytest

from contracts.evidence import Competency
from contracts.interview import QuestionKind, Speaker, TurnKind
from services.feedback.rules.coach import RulesCoach
from services.feedback.rules.stories.bank import first_words
from tests.feedback.build import a_question, a_report, a_transcript
from tests.interview.build import a_turn


def version(answer: str, competency: Competency = Competency.DELIVERY) -> str:
    report = a_report(answer, questions=[a_question(competencies=[competency])])
    return report.questions[0].stronger_version or ""


def version_of(*replies: str) -> str:
    """Of an answer with a follow-up before each of the later replies."""
    first, *later = replies
    asked = a_question(competencies=[Competency.PROBLEM_SOLVING])
    transcript = a_transcript(first, questions=[asked])
    turns = list(transcript.turns)
    for reply in later:
        for speaker, kind, text in (
            (Speaker.INTERVIEWER, TurnKind.PROBE, "What did you do yourself?"),
            (Speaker.CANDIDATE, TurnKind.ANSWER, reply),
        ):
            turns.append(a_turn(len(turns), speaker, kind, text, asked.id))
    report = RulesCoach().report(transcript.model_copy(update={"turns": tuple(turns)}))
    return report.questions[0].stronger_version or ""


def test_what_was_told_first_stands_before_the_replies_to_follow_ups() -> None:
    scene = "We took very long to find why a patient kept alarming."
    found = "We checked everything and we found a bent cable."

    told = version_of(
        f"{scene} {found}",
        "I swapped the leads one by one, because the monitor itself had passed its test.",
        "The false alarms stopped that night.",
    )

    assert told.startswith(f"{scene} {found} I swapped")
    assert told.index("I swapped") < told.index("The false alarms stopped that night.")


def test_a_first_reply_that_shows_something_is_not_told_whole() -> None:
    told = version_of(
        "In May our pump failed every night. I rebuilt its seal by Sunday. We had tea.",
        "I measured the shaft, because it ran hot.",
    )

    assert "I rebuilt its seal" in told
    assert "tea" not in told


def test_a_first_reply_that_tells_nothing_that_happened_is_left_out() -> None:
    told = version_of(
        "Problems are always hard to find.", "I measured each coil of the oven in May."
    )

    assert "I measured" in told
    assert "always hard" not in told


def test_a_wish_is_asked_for_its_reason_and_what_it_rests_on_alone() -> None:
    asked = a_question(
        text="Why do you want this job?",
        competencies=[Competency.CUSTOMER_FOCUS],
        kind=QuestionKind.MOTIVATION,
    )
    told = (
        "I want this job because my own mother spent three weeks on a unit like yours and nobody"
        " explained anything to her. I have since talked to every family myself at six in the"
        " evening."
    )

    (feedback,) = a_report(told, questions=[asked]).questions

    assert "I have since talked to every family" in (feedback.stronger_version or "")
    assert "[add: when and where you came to see that]" in (feedback.stronger_version or "")
    assert "what came of it" not in (feedback.stronger_version or "")
    assert "number" not in (feedback.stronger_version or "")
    assert "[add: the number]" in version("In May I rebuilt the pump of our mill in a night.")


def test_what_a_sentence_points_back_at_stays_before_it() -> None:
    told = version(
        "In May I had a row with the ferry office. They wanted two boats at once."
        " I showed them my log and we ran one boat.",
        Competency.CHANGE,
    )

    assert "They wanted two boats at once. I showed them my log" in told


def test_what_nothing_points_back_at_is_left_out() -> None:
    told = version(
        "In May the mill pump broke on a Friday. The canteen was painted green."
        " I rebuilt the pump from parts by Sunday. The mill ran again on Monday."
    )

    assert "canteen" not in told
    assert "rebuilt the pump" in told


def test_a_reason_stays_before_the_deed_that_came_of_it() -> None:
    told = version(
        "In March a guest of our home would not eat. I noticed that he ate when somebody sat down"
        " with him. So I moved my break to his lunch. He gained four kilos in two months."
    )

    assert told.index("I noticed") < told.index("So I moved my break")


def test_a_lesson_that_names_its_night_stays_at_the_end() -> None:
    told = version(
        "On a night shift two people called in sick. I rang the agency and changed the round so"
        " that the weakest came first. Nobody missed a turn."
        " That night taught me to keep a list of who can come."
    )

    assert "On a night shift two people called in sick. I rang" in told
    assert told.index("Nobody missed") < told.index("That night taught me")


def test_a_late_scene_stands_first_and_an_early_result_behind_the_deed() -> None:
    told = version(
        "Our returns fell from 90 parcels to 12. I photographed each parcel at the gate."
        " In the winter of 2021 our depot had no camera."
    )

    scene, deed, result = (told.index(one) for one in ("In the winter", "I photo", "Our returns"))
    assert scene < deed < result


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "We planted 500 hedges in the wrong soil. It was me.",
            "We planted 500 hedges in the wrong soil.",
        ),
        (
            "In August our freezer died with 60 portions of fish in it.",
            "In August our freezer died with 60 portions…",
        ),
        (
            "It broke. I rebuilt the pump from old parts before noon there.",
            "It broke. I rebuilt the pump from old parts…",
        ),
    ],
)
def test_a_story_is_called_by_a_sentence_or_by_words_that_end_well(text: str, title: str) -> None:
    assert first_words(text) == title


TORN = [
    (
        "Twelve nurses left the ward in May. No, nine. I rang each of them, and five came back.",
        "left the ward",
        "[add: when and where it was] I rang each of them",
    ),
    (
        "Complaints were 40 %. I moved the desk in May. It was 31 %. No, sorry, it was 28 %.",
        "28 %",
        "Complaints were 40 %. I moved the desk",
    ),
    (
        "Within 30 days I trained four drivers. Sorry, 40 days. They passed.",
        "40 days",
        "I trained four drivers. [add: what you weighed it against] They passed.",
    ),
]
WHOLE = [
    (
        "I moved the desk in May. Complaints fell from 40 % to 31 %. No, wait. It was 28 %.",
        "Complaints fell from 40 % … It was 28 %",
    ),
    (
        "I moved a desk. Calls fell from 80 to 25 a week. The 25 was not right; it was 40.",
        "Calls fell from 80 … a week. … it was 40.",
    ),
    (
        "In May I led ten drivers on a tour, because nobody else knew the pass. No, twelve.",
        "In May I led … on a tour, because nobody else knew the pass.",
    ),
    (
        "Returns stood at 40 % in May. I padded the box, because jars broke. It is 28 % now.",
        "It is 28 % now.",
    ),
]


@pytest.mark.parametrize(("answer", "torn", "kept"), TORN)
def test_what_is_left_of_a_mended_sentence_and_tells_nothing_alone_is_left_out(
    answer: str, torn: str, kept: str
) -> None:
    told = version(answer)

    assert torn not in told
    assert kept in told


@pytest.mark.parametrize(("answer", "kept"), WHOLE)
def test_what_can_be_understood_without_a_figure_that_was_taken_out_stands(
    answer: str, kept: str
) -> None:
    assert kept in version(answer)


def test_a_number_alone_in_reply_to_a_follow_up_is_no_sentence_of_a_telling() -> None:
    told = version_of("In May I padded each box of jars, because they broke.", "It was 28 %.")

    assert "28" not in told
    assert "I padded each box" in told
