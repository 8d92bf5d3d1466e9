"""The report page: from every number and quote to its place in what was said, without script."""

import re

import pytest

from contracts.evidence import Competency, EngineKind, EvidenceType, Measured, Status, Twin
from contracts.feedback import FeedbackReport, Overall, Sampled, Worded
from contracts.interview import QuestionKind, Speaker
from gateway.feedback import examples
from gateway.feedback.markdown import as_markdown
from gateway.feedback.places import places_in
from gateway.feedback.reasons import WHY
from gateway.words import OUTCOMES
from tests.feedback.build import a_question, a_report, report_on
from tests.gateway.client import a_signed_in_browser
from tests.gateway.life import a_finished_life
from tests.interview.candidates import STRONG, rehearse, strong


def test_every_quote_leads_to_its_place() -> None:
    report = report_on(rehearse(strong))
    places = places_in(report)
    marked = {p.anchor: p.text for said in places.turns for p in said.parts if p.anchor}

    for cell in report.scorecard.cells:
        for one in cell.evidence:
            href = places.href(one.span)

            assert href is not None
            assert one.span.quote in marked[href.removeprefix("#")]


def test_marks_change_no_word_of_what_was_said() -> None:
    report = report_on(rehearse(strong))

    for said in places_in(report).turns:
        assert "".join(part.text for part in said.parts) == said.turn.text
        assert said.turn.speaker is Speaker.CANDIDATE or not said.stretches


def test_a_quote_that_stands_nowhere_leads_nowhere() -> None:
    places = places_in(examples.FEEDBACK_REPORT)
    invented = examples.RESULT.span.model_copy(update={"start": 0, "end": 5})

    assert places.href(invented) is None


def test_every_link_within_the_page_has_its_target() -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)

    page = browser.get(f"{life.interview}/report").text

    ids = re.findall(r'id="([^"]+)"', page)
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(ids)
    assert len(ids) == len(set(ids))


def test_the_picture_has_the_same_in_a_table() -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)

    page = browser.get(f"{life.interview}/report").text

    assert '<ul class="bars" aria-hidden="true">' in page
    assert page.count("4.0") > 1
    assert "The same as a table" in page


def test_the_overall_line_reads_as_a_sentence() -> None:
    report = examples.FEEDBACK_REPORT
    total = Overall(status=Status.SCORED, value=4.2, answers_scored=5, answers_asked=6)
    card = report.scorecard.model_copy(update={"overall": total})

    texts = [as_markdown(each) for each in (report, report.model_copy(update={"scorecard": card}))]

    assert (
        "Overall: no number. The one answer could be scored; an overall level takes three."
        in texts[0]
    )
    assert "Overall: **4.2 of 5**. 5 of 6 answers could be scored." in texts[1]


def read_by_a_model() -> FeedbackReport:
    """The report of the examples as it is where a model read the only answer."""
    report = examples.FEEDBACK_REPORT
    engine = report.engine.model_copy(
        update={
            "kind": EngineKind.MODEL,
            "model": "sample-1",
            "twin": Twin(version="1.2.0", agreement=0.5, dropped=2),
        }
    )
    sampled = Sampled(
        samples=3, agreement=0.75, added=(EvidenceType.REASONING,), dropped=2, instead=None
    )
    first = report.questions[0].model_copy(update={"sampled": sampled})
    lower = report.scorecard.competencies[0].model_copy(update={"value": 2.0})
    alone = report.scorecard.model_copy(update={"competencies": (lower,)})
    return report.model_copy(update={"engine": engine, "questions": (first,), "alone": alone})


def page_of(report: FeedbackReport) -> str:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    browser.get(f"{life.interview}/report")
    for (kind, item), (owner, view) in list(browser.world.things.items()):
        if kind == "report":
            browser.world.put(kind, item, owner, view.model_copy(update={"report": report}))
    return browser.get(f"{life.interview}/report").text


def test_where_a_model_read_along_both_are_shown_and_how_far_they_agree() -> None:
    page = page_of(read_by_a_model())

    assert "What the rules engine says alone" in page
    assert "2.0 of 5" in page
    assert "differs" in page
    assert "Read by a model 3 times, which agree on 75 of 100." in page
    assert "Only the model showed: why you did it." in page


def test_an_answer_that_no_model_read_in_time_says_so() -> None:
    report = read_by_a_model()
    late = report.questions[0].model_copy(update={"sampled": Sampled(instead="out_of_time")})

    page = page_of(report.model_copy(update={"questions": (late,)}))

    assert "Read by the rules engine alone: there was no time left." in page


def _dropped(dropped: int, unfound: int | None) -> str:
    report = read_by_a_model()
    sampled = Sampled(samples=2, agreement=1.0, dropped=dropped, unfound=unfound)
    first = report.questions[0].model_copy(update={"sampled": sampled})
    return page_of(report.model_copy(update={"questions": (first,)}))


@pytest.mark.parametrize(
    ("dropped", "unfound", "told"),
    [
        (1, 0, "1 of its claims points at words of yours that are not enough to show"),
        (2, 2, "2 quotes that it gave are not found in your words and do not count."),
        (
            3,
            1,
            "1 quote that it gave is not found in your words and does not count. 2 of its claims",
        ),
        (2, None, "2 of its claims did not count: the words are not yours, or not enough"),
    ],
)
def test_what_a_model_pointed_at_in_vain_is_told_as_what_it_is(
    dropped: int, unfound: int | None, told: str
) -> None:
    page = _dropped(dropped, unfound)

    assert told in page
    assert ("not found in your words" in page) is bool(unfound)


@pytest.mark.parametrize("code", ["claims_control_lines", "not_our_shape", "no_model"])
def test_why_no_model_had_a_part_is_told_in_words(code: str) -> None:
    report = examples.FEEDBACK_REPORT
    engine = report.engine.model_copy(update={"instead": code})

    page = page_of(report.model_copy(update={"engine": engine}))

    assert f"Why the model gave nothing: {OUTCOMES[code]}." in page
    assert code.replace("_", " ") not in page.replace(OUTCOMES[code], "")
    assert code not in page


def _worded(**told: object) -> FeedbackReport:
    report = examples.FEEDBACK_REPORT
    first = report.questions[0]
    assert first.one_fix is not None
    fix = first.one_fix.model_copy(update={"about": examples.RESULT.span})
    question = first.model_copy(update={"one_fix": fix, "worded": Worded(**told)})
    turns = tuple(
        turn.model_copy(update={"worded_by": EngineKind.MODEL})
        if turn.speaker is Speaker.INTERVIEWER
        else turn
        for turn in report.transcript.turns
    )
    transcript = report.transcript.model_copy(update={"turns": turns})
    questions = (question, *report.questions[1:])
    return report.model_copy(update={"questions": questions, "transcript": transcript})


def test_what_a_model_worded_is_labelled_and_its_words_lead_to_their_place() -> None:
    quote = examples.RESULT.span.quote

    page = page_of(_worded(alone="The rules order it so.", dropped=0))

    assert re.search(rf'You said “<a href="#said-[\d-]+">{quote}</a>”', page)
    assert "A model picked which of your words this takes up." in page
    assert "A model chose this order." in page
    assert "The rules order it so." in page
    assert "words picked by a model" in page


def test_what_the_rules_worded_alone_says_why() -> None:
    page = page_of(_worded(instead="out_of_time"))

    assert "Put into words by the rules engine alone: there was no time left." in page


def test_markdown_labels_what_a_model_worded() -> None:
    text = as_markdown(_worded(alone="The rules order it so."))

    assert f"You said “{examples.RESULT.span.quote}” (words picked by a model)." in text
    assert "from your own facts, in an order that a model chose:" in text
    assert "**Interviewer (words picked by a model):**" in text


def without_a_level(why: str) -> FeedbackReport:
    """The report of the examples as it is where the only answer got no level."""
    report = examples.FEEDBACK_REPORT
    (question,) = report.questions
    assert question.one_fix is not None
    fix = question.one_fix.model_copy(update={"level_now": None, "level_then": None})
    level = Measured(status=Status.INSUFFICIENT, why=why)
    cells = tuple(cell.model_copy(update={"level": level}) for cell in report.scorecard.cells)
    return report.model_copy(
        update={
            "questions": (question.model_copy(update={"one_fix": fix}),),
            "scorecard": report.scorecard.model_copy(update={"cells": cells}),
        }
    )


@pytest.mark.parametrize("why", WHY)
def test_a_card_without_a_level_says_why_and_speaks_of_no_other_level(why: str) -> None:
    report = without_a_level(why)

    page, text = page_of(report), as_markdown(report)

    (card,) = re.findall(r'<article class="card question">.*?</article>', page, re.DOTALL)
    assert WHY[why].format(competency="“Delivering results”") in card
    assert "What it takes to be scored" in card
    assert not re.search(r"level \d|would reach|One thing to add", card)
    assert "; missing:" not in text


def shown(report: FeedbackReport) -> str:
    """The report page, without links in it."""
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    browser.get(f"{life.interview}/report")
    for (kind, item), (owner, view) in list(browser.world.things.items()):
        if kind == "report":
            new = view.model_copy(update={"report": report})
            browser.world.put(kind, item, owner, new)
    page = browser.get(f"{life.interview}/report").text
    return re.sub(r"</?a\b[^>]*>", "", page)


def test_a_question_about_a_wish_is_called_one_and_says_what_it_is_scored_as() -> None:
    question = a_question(text="Why this job?", competencies=(Competency.PROBLEM_SOLVING,))
    wish = question.model_copy(update={"kind": QuestionKind.MOTIVATION})
    wished, told = (a_report(STRONG[0], questions=[one]) for one in (wish, question))

    page, other = shown(wished), shown(told)

    scored_as = 'What moves you <small class="quiet">scored as Solving problems</small>'
    assert [page.count(scored_as), other.count(scored_as)] == [5, 0]
    assert "Question 1 · What moves you" in page
    assert "Question 1 · From your past" in other
    assert "question 1 (What moves you)" in page
    assert "What moves you, scored as:\n\n- Solving problems" in as_markdown(wished)
    assert "What moves you" not in as_markdown(told)


def test_who_gave_a_figure_is_told_that_the_one_that_tells_the_change_is_missing() -> None:
    bare = (
        "At our depot the sorter was broken. I rebuilt it. The sorter was fixed in a day."
        " Uptime was 99 % after that."
    )
    report = a_report(bare)
    (cell,) = report.scorecard.cells
    assert EvidenceType.MEASURE in cell.missing

    page = shown(report)

    assert "You gave a figure." in page
    missing = page.split('data-title="Missing">')[1].split("</td>")[0]
    assert "a number that tells the change" in missing


def test_why_there_is_no_number_stands_outside_of_what_is_folded() -> None:
    page = shown(a_report("fine"))

    summary = page.split('<article class="card question">')[1].split("</summary>")[0]
    assert WHY["answer-too-short"] in summary
    assert '<details class="cells"><summary>' in page
