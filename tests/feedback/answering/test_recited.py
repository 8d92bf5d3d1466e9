"""Lines of one's résumé are no answer, and one's own story may have such a line in it."""

from uuid import UUID

import pytest

from contracts.evidence import EvidenceType, Span, Status
from contracts.interview import Transcript
from services.feedback.rules.advising.drill import first_try, new_try, story_in
from services.feedback.rules.answering.recited import RECITED, with_recited
from services.feedback.rules.coach import RulesCoach
from services.feedback.rules.stories.bank import told_in
from tests.feedback.build import a_question, a_transcript
from tests.feedback.reciting import LINES, STORY, read, the_facts
from tests.interview.build import NOON

TRY = UUID(int=9)
DESK = "Refunds were late, so I sat at the desk for a week and moved the sorting to the dock."


@pytest.mark.parametrize(
    "said",
    [
        LINES[0],
        f"{LINES[0]}.",
        f"{LINES[1]}. {LINES[2]}.",
        "\n".join(LINES),
        "I led the move of 40 depots to one rota, cutting overtime from 900 to 300 hours a month.",
        f"{LINES[0].lower()}, {LINES[2].lower()}",
        f"{LINES[0]}. {LINES[1]}. I am proud of that, and it mattered to everybody.",
        f"Well, as I said: {LINES[0]}. That was it really.",
        LINES[0].replace("cutting", "and cut"),
    ],
)
def test_lines_of_the_resume_are_no_answer(said: str) -> None:
    (cell,) = read(said).scorecard.cells

    assert (cell.level.status, cell.level.why) == (Status.INSUFFICIENT, RECITED)
    assert cell.evidence == ()


def test_a_question_that_is_copied_with_the_line_in_it_is_a_copied_question() -> None:
    asked = a_question(text=f"Your résumé says “{LINES[0]}”. Which steps of this were yours?")

    for said, why in ((asked.text, "copied-question"), (LINES[0], RECITED)):
        transcript = with_recited(a_transcript(said, questions=[asked]), the_facts(*LINES))

        assert RulesCoach().report(transcript).scorecard.cells[0].level.why == why


def test_the_same_words_count_where_no_resume_has_them() -> None:
    (cell,) = RulesCoach().report(with_recited(a_transcript(LINES[0]), None)).scorecard.cells

    assert cell.level.value is not None


@pytest.mark.parametrize(
    "said",
    [
        STORY,
        f"{STORY} {LINES[2]}.",
        "I got all 40 depots onto one rota, and overtime came down from 900 hours to 300.",
        "With two clerks I rebuilt how returns work in Lund: a refund took 9 days before, then 2.",
        "Before the winter peak I stood beside 14 drivers and showed each how the scanner works.",
    ],
)
def test_a_story_in_words_of_ones_own_counts_beside_the_resume(said: str) -> None:
    alone = RulesCoach().report(a_transcript(said))

    assert alone.scorecard.cells[0].level.value is not None
    assert read(said).scorecard == alone.scorecard


def test_what_is_said_in_general_beside_the_lines_gives_no_level() -> None:
    general = "I always meet every deadline and I work well with people at every level."

    assert read(general).scorecard.cells[0].level.value == 1
    (cell,) = read(f"{LINES[0]}. {LINES[1]}. {general}").scorecard.cells
    assert cell.level.why == RECITED


def test_of_an_answer_that_is_mostly_lines_the_rest_counts() -> None:
    (cell,) = read(f"{LINES[0]}. {LINES[1]}. {LINES[2]}. {DESK}").scorecard.cells
    (rest,) = read(DESK).scorecard.cells

    assert cell.level == rest.level
    assert {one.span.quote for one in cell.evidence} == {one.span.quote for one in rest.evidence}
    assert EvidenceType.MEASURE not in {one.type for one in cell.evidence}


def test_each_answer_is_weighed_by_itself() -> None:
    first, second = read(f"{STORY} {LINES[2]}.", LINES[2]).scorecard.cells

    assert first.level.value is not None
    assert second.level.why == RECITED


def test_what_was_read_out_is_marked_in_the_transcript_of_the_report_alone() -> None:
    transcript = a_transcript(f"Right. {LINES[0]}.", STORY)
    marked = with_recited(transcript, the_facts(*LINES)).recited

    assert [span.quote for span in marked] == [f"{LINES[0]}."]
    assert all(_stands(span, transcript) for span in marked)
    assert read(f"Right. {LINES[0]}.", STORY).transcript.recited == marked


def test_marking_again_marks_the_same() -> None:
    once = with_recited(a_transcript(LINES[0], STORY), the_facts(*LINES))

    assert with_recited(once, the_facts(*LINES)) == once
    assert with_recited(once, None).recited == ()


def test_lines_of_the_resume_are_no_story_of_the_interview() -> None:
    assert list(told_in(read(LINES[0]))) == []


def test_a_drill_hears_them_as_the_interview_did() -> None:
    report = read(LINES[0], STORY)
    question, _ = report.transcript.plan.questions
    first = first_try(report, question)

    assert first is not None
    assert first.level.why == RECITED
    for facts, text in ((the_facts(*LINES), LINES[1]), (None, LINES[0])):
        made = new_try(report.transcript, question, TRY, text, NOON, facts)
        assert made.level.why == RECITED
        assert story_in(report.transcript, question, made, facts) is None


def test_long_answers_are_laid_beside_long_resumes_in_good_time() -> None:
    lines = tuple(f"Moved depot {n} to rota {n + 1} in week {n + 2}" for n in range(2_000))
    marked = with_recited(a_transcript(". ".join(lines)), the_facts(*lines))

    assert len(marked.recited) == len(lines)


def _stands(span: Span, transcript: Transcript) -> bool:
    turn = next(turn for turn in transcript.turns if turn.turn_id == span.document_id)
    return turn.text[span.start : span.end] == span.quote
