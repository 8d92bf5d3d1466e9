"""Drills, progress and stories on their pages: all by forms, without script."""

import re

import pytest
from flask import render_template

from contracts.analysis import Text
from contracts.claims import Claim, ClaimKind, ClaimStatus
from contracts.evidence import DocumentKind, Measured, Span, Status
from contracts.progress import Group, ProgressView
from gateway.feedback import examples, growth_examples
from gateway.feedback.chart import BOTTOM, TOP, charts_of, height
from gateway.feedback.facts import facts_of
from gateway.feedback.markdown import as_markdown, stories_as_markdown
from gateway.feedback.reasons import WHY
from tests.gateway.client import Browser, a_signed_in_browser, a_signed_in_program
from tests.gateway.life import a_finished_life
from tests.gateway.test_report_page import page_of
from tests.interview.build import CLAIMS, a_briefing


def with_a_drill() -> tuple[Browser, str]:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    browser.get(f"{life.interview}/report")
    answer = browser.post(f"{life.interview}/drills", question_id="k1")
    return browser, answer.headers["Location"]


def test_a_report_leads_to_its_drill_and_the_drill_back() -> None:
    browser, drill = with_a_drill()

    page = browser.get(drill).text

    assert "What you said in the interview" in page
    assert "/report#question-k1" in page


def test_a_try_leads_to_the_difference_with_the_words_that_are_new() -> None:
    browser, drill = with_a_drill()
    browser.get(drill)

    answer = browser.post(drill, try_id=browser.field("try_id"), text="I weighed two ways.")
    page = browser.follow(answer).text

    assert answer.headers["Location"].endswith("#difference")
    assert "New: what you weighed up." in page
    assert "4 of 5" in page
    assert "5 of 5" in page


@pytest.mark.parametrize("why", WHY)
def test_a_try_without_a_level_says_why(why: str) -> None:
    browser, drill = with_a_drill()
    browser.get(drill)
    browser.post(drill, try_id=browser.field("try_id"), text="fine")
    unscored = Measured(status=Status.INSUFFICIENT, why=why)
    for (kind, item), (owner, view) in list(browser.world.things.items()):
        if kind == "drill":
            tries = tuple(one.model_copy(update={"level": unscored}) for one in view.tries)
            browser.world.put(kind, item, owner, view.model_copy(update={"tries": tries}))

    page = browser.get(drill).text

    assert "This try got no level" in page
    assert page.count(WHY[why].format(competency="“Delivering results”")) == 2
    assert "New:" not in page


def test_an_empty_try_is_refused_beside_its_field_and_nothing_is_lost() -> None:
    browser, drill = with_a_drill()
    browser.get(drill)

    answer = browser.post(drill, try_id=browser.field("try_id"), text="")

    assert answer.status_code == 400
    assert 'id="wrong-text"' in answer.text


def test_a_closed_drill_can_be_opened_again() -> None:
    browser, drill = with_a_drill()
    browser.post(f"{drill}/close", is_done="true")

    page = browser.get(drill).text

    assert "Open it again" in page
    assert "See the difference" not in page


def test_a_chart_has_its_numbers_in_a_table_and_says_why_the_rest_stands_apart() -> None:
    browser = a_signed_in_browser()

    page = browser.get("/progress").text

    assert 'role="img"' in page
    assert "2.3, then 3.7, then 4.3" in page
    assert page.count("<table") == 2
    assert "another mode: a difference in number would not be a difference in you" in page
    assert "hold this interview once more from its report, as practice again." in page


def test_the_levels_of_a_single_session_are_one_table() -> None:
    browser = a_signed_in_browser()
    page = browser.get("/progress").text
    single = page.split("<section")[2]
    (_, group) = charts_of(growth_examples.PROGRESS)

    assert len(group.group.sessions) == 1
    assert single.count("<table") == 1
    assert single.count("<tr") == 1 + len(group.charts)
    assert "nothing to compare yet" in single
    assert "<figure" not in single


def test_levels_stand_where_they_belong() -> None:
    assert (height(1.0), height(5.0)) == (BOTTOM, TOP)
    (chart,) = charts_of(growth_examples.PROGRESS)[0].charts
    assert [dot.x for dot in chart.dots] == sorted(dot.x for dot in chart.dots)
    assert isinstance(charts_of(growth_examples.PROGRESS)[1].group, Group)


def test_a_story_that_is_told_often_says_so_and_can_be_taken_away() -> None:
    browser = a_signed_in_browser()
    page = browser.get("/stories").text
    story = growth_examples.STORY_ID

    named = browser.post(f"/stories/{story}/title", title="Mine")
    gone = browser.post(f"/stories/{story}/drop")

    assert "You told this in 3 answers" in page
    assert [named.status_code, gone.status_code] == [303, 303]
    assert browser.get("/stories.json").json["stories"]
    assert browser.get("/stories.md").text.startswith("# Stories")


def test_a_story_without_any_is_told_in_markdown() -> None:
    assert "no story yet" in stories_as_markdown(())


def test_a_request_carries_the_lines_and_roles_of_the_resume() -> None:
    resume = a_briefing().resume

    facts = facts_of(resume)

    assert [line.quote for line in facts.lines][: len(CLAIMS)] == list(CLAIMS)
    assert [role.title for role in facts.roles] == [role.title.span for role in resume.roles]


def test_the_profile_of_a_resume_is_laid_beside_answers_and_is_no_deed() -> None:
    resume = a_briefing().resume
    span = resume.roles[0].title.span
    summary = Text(value="Nurse with 9 years", span=span.model_copy(update={"quote": "9 years"}))

    facts = facts_of(resume.model_copy(update={"summary": summary}))

    assert summary.span in facts.lines
    assert summary.span not in facts.deeds
    assert [line.quote for line in facts.deeds] == list(CLAIMS)


def test_both_quotes_of_a_claim_stand_in_the_download_and_accuse_nobody() -> None:
    said = examples.ACTION.span
    line = Span(
        document=DocumentKind.RESUME,
        document_id=said.document_id,
        start=0,
        end=9,
        quote="Team of 3",
    )
    claim = Claim(
        kind=ClaimKind.PEOPLE, status=ClaimStatus.CONFLICT, text="5", said=said, resume=line
    )
    (question,) = examples.FEEDBACK_REPORT.questions
    report = examples.FEEDBACK_REPORT.model_copy(
        update={"questions": (question.model_copy(update={"claims": (claim,)}),)}
    )

    text = as_markdown(report)

    assert said.quote in text
    assert "Team of 3" in text
    assert "reads differently" in text
    assert not re.search(r"\b(lie|lied|false|wrong|untrue|contradict)", text)


def test_a_year_within_a_role_has_a_word_of_its_own() -> None:
    said = examples.ACTION.span
    claim = Claim(kind=ClaimKind.DATE, status=ClaimStatus.WITHIN, text="2023", said=said)
    (question,) = examples.FEEDBACK_REPORT.questions
    report = examples.FEEDBACK_REPORT.model_copy(
        update={"questions": (question.model_copy(update={"claims": (claim,)}),)}
    )

    text = as_markdown(report)

    assert "2023: fits the dates in your résumé" in text
    assert "the same in your résumé" not in text


def test_a_story_that_reads_differently_from_the_resume_says_so_in_its_file() -> None:
    claim = Claim(
        kind=ClaimKind.PEOPLE,
        status=ClaimStatus.CONFLICT,
        text="11 agents",
        said=examples.ACTION.span,
    )
    (story, *_) = growth_examples.STORIES.stories

    text = stories_as_markdown((story.model_copy(update={"differing": (claim,)}),))

    assert "Reads differently in the résumé: 11 agents" in text


def test_the_whole_way_of_a_drill_with_json() -> None:
    program = a_signed_in_program()

    assert program.ask("GET", "/progress").json["groups"]
    assert program.ask("GET", "/drills").json == {"drills": []}
    assert program.ask("GET", f"/drills/{growth_examples.DRILL_ID}").status_code == 404
    assert program.ask("GET", "/stories").json["stories"]
    assert program.ask("DELETE", f"/stories/{growth_examples.STORY_ID}").json == {"stories": []}


@pytest.mark.parametrize(("asked", "is_early"), [(1, True), (7, False), (0, False)])
def test_a_session_that_ended_early_says_so_where_it_is_compared(
    asked: int, *, is_early: bool
) -> None:
    browser = a_signed_in_browser()
    (group, _) = growth_examples.PROGRESS.groups
    last = group.sessions[-1].model_copy(update={"asked": asked, "planned": asked and 7})
    group = group.model_copy(update={"sessions": (*group.sessions[:-1], last)})
    (charted,) = charts_of(ProgressView(groups=(group,)))

    with browser.app.test_request_context("/progress"):
        browser.app.preprocess_request()
        page = render_template("feedback/progress.html", groups=(charted,), nth={})

    assert ("finished early, 1 of 7 questions asked" in page) is is_early
    assert ("what was asked again in the same words stands side by side" in page) is is_early
    assert len(charted.charts[0].dots) == (2 if is_early else 3)


def test_a_session_that_ended_early_after_enough_answers_is_a_point_like_any() -> None:
    (group, _) = growth_examples.PROGRESS.groups
    last = group.sessions[-1].model_copy(update={"asked": 6, "planned": 7})
    group = group.model_copy(update={"sessions": (*group.sessions[:-1], last)})

    (charted,) = charts_of(ProgressView(groups=(group,)))

    assert (charted.early, charted.too_short) == ((last,), ())
    assert len(charted.charts[0].dots) == 3


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (ClaimStatus.SUPPORTED, "2 things that you said are the same in your résumé"),
        (ClaimStatus.WITHIN, "2 things that you said fit the dates in your résumé"),
    ],
)
def test_what_agrees_with_the_resume_is_counted_in_words_and_unfolds(
    status: ClaimStatus, words: str
) -> None:
    said = examples.ACTION.span
    claims = [
        Claim(kind=ClaimKind.PEOPLE, status=status, text=text, said=said) for text in ("6", "1 per")
    ]
    (question,) = examples.FEEDBACK_REPORT.questions
    beside = question.model_copy(update={"claims": tuple(claims)})

    page = page_of(examples.FEEDBACK_REPORT.model_copy(update={"questions": (beside,)}))

    assert f"<summary>{words}</summary>" in page
    assert ": 6, 1 per" not in page
