"""A report: levels from evidence, numbers that add up, words that are the person's own."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contracts.evidence import Competency, EvidenceType, Status
from contracts.feedback import FeedbackReport
from contracts.interview import QuestionKind
from services.feedback.domain import competency_scores, overall
from tests.feedback.build import a_question, a_report, report_on, the_cell
from tests.interview.candidates import (
    STRONG,
    WEAK,
    hostile,
    junk,
    rehearse,
    silent,
    strong,
    weak,
)

FILLER = (
    "Well, you know, it was basically like that, to be honest. ",
    "Um, I mean, kind of, actually, really, you know. ",
    "So yes, that is more or less it, I guess, at the end of the day. ",
)
PROFILED = (
    "I profiled the run, rewrote the slowest query and split the load into batches, because the "
    "profile showed that one table was scanned again for every customer. "
    "Looking back, I learned to measure before I change anything."
)
SWAPS = {
    "colleague": "Aisha",
    "customer": "Mr Okafor",
    "accountant": "Mrs Nowak",
    "his": "her",
    "company": "Harvard",
}
SENTENCES = [sentence.strip() for text in (*STRONG, *WEAK) for sentence in text.split(". ")]


def levels(report: FeedbackReport) -> list[int | None]:
    return [cell.level.value for cell in report.scorecard.cells]


def test_a_strong_candidate_reaches_the_top_and_a_weak_one_does_not() -> None:
    good = [value for value in levels(report_on(rehearse(strong))) if value]
    poor = [value for value in levels(report_on(rehearse(weak))) if value]

    assert min(good) >= 4
    assert max(poor) <= 2


@pytest.mark.parametrize("candidate", [junk, hostile, silent])
def test_who_says_nothing_gets_no_number(candidate) -> None:
    report = report_on(rehearse(candidate))

    assert set(levels(report)) == {None}
    assert report.scorecard.overall.value is None


def test_a_skipped_question_was_not_elicited() -> None:
    cells = report_on(rehearse(silent)).scorecard.cells

    assert {(cell.level.status, cell.level.why) for cell in cells} == {
        (Status.NOT_ELICITED, "skipped")
    }


@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=6), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_every_quote_stands_in_the_transcript(told: list[list[str]]) -> None:
    report = a_report(*[". ".join(["So", *parts]) for parts in told])

    texts = {turn.turn_id: turn.text for turn in report.transcript.turns}
    shown = [one.span for cell in report.scorecard.cells for one in cell.evidence]
    shown += [landed.evidence.span for q in report.questions for landed in q.what_landed]
    assert all(texts[span.document_id][span.start : span.end] == span.quote for span in shown)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_scored_cell_shows_a_quote_for_all_that_its_anchor_asks_for(parts: list[str]) -> None:
    cell = the_cell(". ".join(parts))

    types = {one.type for one in cell.evidence}
    assert (cell.level.value is None) == (cell.level.status is not Status.SCORED)
    if cell.level.value:
        assert len(types) >= cell.level.value - 1
    assert not types & set(cell.missing)


@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6),
    st.lists(st.sampled_from(FILLER), min_size=1, max_size=8),
)
@example(PROFILED.split(". "), [FILLER[-1]] * 2)
@settings(max_examples=100, deadline=None)
def test_padding_moves_no_level(parts: list[str], filler: list[str]) -> None:
    plain = ". ".join(parts) + ". "
    padding = "".join(filler)

    levels = {the_cell(text).level.value for text in (plain, padding + plain, plain + padding)}

    assert len(levels) == 1


@pytest.mark.parametrize("answer", STRONG)
def test_swapping_names_gender_and_school_moves_nothing(answer: str) -> None:
    swapped = answer
    for word, other in SWAPS.items():
        swapped = re.sub(rf"\b{word}\b", other, swapped)

    assert the_cell(swapped).level == the_cell(answer).level


def test_twenty_reports_on_one_transcript_are_the_same_to_the_bit() -> None:
    session = rehearse(strong)

    assert len({report_on(session).model_dump_json() for _ in range(20)}) == 1


@pytest.mark.parametrize("candidate", [strong, weak, junk])
def test_the_scorecard_can_be_computed_again_from_its_cells(candidate) -> None:
    card = report_on(rehearse(candidate)).scorecard

    scores = competency_scores(card.cells)

    assert scores == card.competencies
    assert overall(card.cells, scores, card.overall.answers_asked) == card.overall


def test_two_scored_answers_are_too_few_for_an_overall() -> None:
    two = a_report(STRONG[0], STRONG[1], "fine").scorecard.overall
    three = a_report(*STRONG[:3]).scorecard.overall

    assert [two.status, two.value, two.answers_scored] == [Status.INSUFFICIENT, None, 2]
    assert [three.status, three.answers_scored] == [Status.SCORED, 3]


def test_the_fix_names_the_next_missing_type_and_the_level_it_would_reach() -> None:
    report = a_report(
        "In 2023 I rewrote the billing run. It finished two hours before the deadline."
    )

    fix = report.questions[0].one_fix

    assert fix is not None
    assert fix.level_now is not None
    assert fix.missing in report.scorecard.cells[0].missing
    assert fix.level_then is not None
    assert fix.level_then > fix.level_now


OVEN = "Our oven planner was late every day. I measured it and rewrote it, and waste fell by 20 %."
BEFORE = "Waste went from 12 % to 9 %."
COST = "The downside was a slower start."


@pytest.mark.parametrize(
    ("answer", "level"),
    [
        (OVEN, 4),
        (f"{OVEN} {BEFORE}", 4),
        (f"{OVEN} {COST}", 5),
        (f"Our oven was late. I rewrote the plan and it went live. Uptime was 99 %. {COST}", 4),
    ],
)
def test_the_top_asks_for_a_compared_figure_and_for_what_it_cost(answer: str, level: int) -> None:
    assert the_cell(answer).level.value == level


def test_a_short_answer_with_its_figure_is_told_what_the_top_still_asks_for() -> None:
    fix = a_report(OVEN).questions[0].one_fix

    assert fix is not None
    assert [fix.missing, fix.level_now, fix.level_then] == [EvidenceType.TRADE_OFF, 4, 5]


def test_a_figure_without_what_was_before_is_asked_for_its_comparison() -> None:
    report = a_report(
        "At our depot the sorter was broken. I rebuilt it. The sorter was fixed in a day."
        f" Uptime was 99 % after that. {COST}"
    )

    (feedback,), (cell,) = report.questions, report.scorecard.cells
    assert [cell.level.value, cell.missing] == [4, (EvidenceType.MEASURE,)]
    assert feedback.one_fix is not None
    assert feedback.one_fix.text == "Say what your figure was before, so that it can be compared."
    assert "[add: the number before]" in (feedback.stronger_version or "")


def test_two_things_that_the_top_asks_for_are_named_together() -> None:
    fix = (
        a_report("At our depot the sorter was broken. I rebuilt it. It went live.")
        .questions[0]
        .one_fix
    )

    assert fix is not None
    assert [fix.level_now, fix.level_then] == [4, 5]
    assert "number" in fix.text
    assert "gave up" in fix.text


def test_an_answer_to_something_else_is_asked_for_what_was_asked_alone() -> None:
    answer = (
        "In the drought of 2022 I moved our start to five in the morning because the plants burnt"
        " at noon. Only 3 of 120 shrubs died."
    )
    question = a_question(text="Tell me how you listen.", competencies=[Competency.COMMUNICATION])
    (feedback,) = a_report(answer, questions=[question]).questions

    assert feedback.one_fix is not None
    assert feedback.one_fix.text == "Speak of what was asked, or say what comes nearest to it."


def test_who_says_we_is_asked_for_their_own_part() -> None:
    fix = a_report("In 2023 we rewrote the billing run before the deadline.").questions[0].one_fix

    assert fix is not None
    assert fix.missing is EvidenceType.OWN_ACTION
    assert "“we”" in fix.text


def test_the_stronger_version_is_made_of_own_sentences_and_blanks_alone() -> None:
    answer = "In 2023 I rewrote the billing run, because it was late. The client renewed."
    version = a_report(answer).questions[0].stronger_version

    assert version is not None
    assert "[add: the number]" in version
    for part in re.split(r"\s*\[add: [^\]]+\]\s*", version):
        assert part in answer


def test_a_complete_answer_has_nothing_to_fix() -> None:
    feedback = a_report(STRONG[0]).questions[0]

    assert feedback.one_fix is None
    assert feedback.stronger_version is None


def test_a_case_to_think_through_accepts_what_one_would_do_but_no_imagined_result() -> None:
    case = a_question(kind=QuestionKind.SITUATIONAL, competencies=[Competency.DECISION_MAKING])

    cell = the_cell(
        "I would first ask both suppliers for references, because a wrong choice costs a year,"
        " rather than take the cheaper one. I would then sign and save 40%.",
        case,
    )

    assert cell.level.value == 4
    assert cell.missing == (EvidenceType.RESULT, EvidenceType.REFLECTION)


def test_the_same_words_about_a_real_occasion_must_be_real() -> None:
    cell = the_cell("I would finish the work before the deadline and save 40% of the time.")

    assert cell.level.why == "only-would"


def test_a_story_without_other_people_shows_nothing_of_leading_them() -> None:
    alone = "In 2023 I rewrote the parser, because it was slow. As a result it ran in 2 seconds."
    leading = a_question(competencies=[Competency.LEADERSHIP])

    cell = the_cell(alone, leading)

    assert [cell.level.status, cell.level.why] == [Status.INSUFFICIENT, "other-subject"]
    assert the_cell(f"{alone} I taught the team to read it.", leading).level.value == 4


def test_an_answer_that_missed_its_question_may_be_given_again_where_it_fits() -> None:
    alone = "In 2023 I rewrote the parser, because it was slow. As a result it ran in 2 seconds."
    questions = [
        a_question(1, competencies=[Competency.LEADERSHIP]),
        a_question(2, competencies=[Competency.DELIVERY]),
        a_question(3, competencies=[Competency.DELIVERY]),
    ]

    card = a_report(alone, alone, alone, questions=questions).scorecard

    assert [cell.level.why for cell in card.cells] == ["other-subject", None, "repeated-answer"]


def test_the_report_promises_nothing_and_says_what_it_cannot_do() -> None:
    report = a_report(STRONG[0])

    assert "not a hiring decision" in report.limits[0]
    assert "no AI used" in report.engine.label
    assert not report.scorecard.delivery.is_measured
