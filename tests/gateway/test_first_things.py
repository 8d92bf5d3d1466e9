"""What matters first: strengths and steps of a report, and what progress and stories lead with."""

import re

import pytest
from flask import render_template

from contracts.claims import Claim, ClaimKind, ClaimStatus
from contracts.evidence import Competency
from contracts.feedback import FeedbackReport
from contracts.interview import QuestionKind
from contracts.progress import Group, ProgressView
from contracts.stories import Story
from gateway.feedback import examples, growth_examples
from gateway.feedback.chart import charts_of
from gateway.feedback.evidence import read_report
from gateway.feedback.markdown import as_markdown
from gateway.feedback.outline import MOST, STRONG, outline_of
from gateway.feedback.sources import Sources
from tests.feedback.build import a_question, a_report, report_on
from tests.gateway.client import a_signed_in_browser
from tests.gateway.test_report_page import page_of
from tests.gateway.test_report_page import shown as without_links
from tests.interview.candidates import STRONG as WELL_TOLD
from tests.interview.candidates import Candidate, junk, rehearse, strong, weak

WHY_THIS_JOB = "Why do you want this job?"


def answered(*answers: str) -> FeedbackReport:
    kinds = list(Competency)
    return a_report(
        *answers,
        questions=[
            a_question(number, competencies=(kinds[number],)) for number in range(len(answers))
        ],
    )


@pytest.mark.parametrize("who", [strong, weak, junk])
def test_strengths_are_three_at_most_the_highest_first_and_none_is_low(who: Candidate) -> None:
    outline = outline_of(read_report(report_on(rehearse(who))))

    levels = [row.score.value or 0 for row in outline.strengths]

    assert len(levels) <= MOST
    assert levels == sorted(levels, reverse=True)
    assert min(levels, default=STRONG) >= STRONG
    assert not set(map(id, outline.strengths)) & set(map(id, outline.quoted))


def test_what_has_no_level_comes_first_among_the_steps_and_the_same_advice_is_given_once() -> None:
    outline = outline_of(read_report(answered("I fixed the pump in our depot.", "fine", "was ok")))

    first, *rest = outline.steps
    assert first.fix.level_now is None
    assert [card.feedback.answer for card in first.cards] == ["fine", "was ok"]
    assert all(step.fix.level_now for step in rest)


def test_a_page_without_strengths_says_what_comes_next() -> None:
    page = page_of(report_on(rehearse(junk)))

    strengths = page.split('id="strongest"')[1].split("</section>")[0]
    assert "<blockquote>" not in strengths
    assert "What to do about it comes next." in strengths
    assert "Practise question 1" in page


def test_what_reads_differently_in_the_resume_is_named_among_what_to_work_on() -> None:
    claim = Claim(
        kind=ClaimKind.PEOPLE,
        status=ClaimStatus.CONFLICT,
        text="a team of 5",
        said=examples.ACTION.span,
    )
    (question,) = examples.FEEDBACK_REPORT.questions
    differing = question.model_copy(update={"claims": (claim,)})
    report = examples.FEEDBACK_REPORT.model_copy(update={"questions": (differing,)})

    work = page_of(report).split('id="work"')[1].split("</section>")[0]

    assert "“a team of 5” (<a" in work
    assert 'href="#question-k1"' in work


def test_a_question_that_somebody_wrote_about_a_wish_is_called_one() -> None:
    own = a_question(text=WHY_THIS_JOB, kind=QuestionKind.OWN)
    other = a_question(text="When did you last repair a lift?", kind=QuestionKind.OWN)
    wish, deed = (a_report(WELL_TOLD[0], questions=[one]) for one in (own, other))

    scored_as = 'What moves you <small class="quiet">scored as Delivering results</small>'
    assert scored_as in without_links(wish)
    assert scored_as not in without_links(deed)
    assert "What moves you, scored as:" in as_markdown(wish)


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ((0, 0, 0), ""),
        ((1, 0, 1), "2 of its 9 answers are about what moves you."),
        ((3, 3, 3), "Scored from answers about what moves you alone."),
    ],
)
def test_a_course_says_how_much_of_it_is_about_what_moves_you(
    wishes: tuple[int, ...], said: str
) -> None:
    (group, _) = growth_examples.PROGRESS.groups
    (line,) = group.lines
    points = tuple(
        point.model_copy(update={"wishes": number})
        for point, number in zip(line.points, wishes, strict=True)
    )
    line = line.model_copy(update={"points": points})

    page = progress_page(group.model_copy(update={"lines": (line,)}))

    assert said in page
    assert ("what moves you" in page) is bool(said)


def test_what_has_no_number_in_any_session_is_named_in_one_sentence() -> None:
    (group, _) = growth_examples.PROGRESS.groups
    (line,) = group.lines
    none = line.model_copy(
        update={
            "competency": Competency.LEADERSHIP,
            "says": "no-session",
            "points": tuple(
                point.model_copy(update={"value": None, "low": None, "high": None, "cells": 0})
                for point in line.points
            ),
        }
    )

    page = progress_page(group.model_copy(update={"lines": (line, none)}))

    assert "<strong>No number yet:</strong> Leading." in page
    assert page.count("<table") == 1


def test_what_has_a_number_in_one_session_alone_stands_in_one_table() -> None:
    (group, _) = growth_examples.PROGRESS.groups
    (line,) = group.lines
    first, *rest = line.points
    missing = tuple(
        point.model_copy(update={"value": None, "low": None, "high": None, "cells": 0})
        for point in rest
    )
    once = {"says": "one-session", "points": (first, *missing)}
    lines = [
        line.model_copy(update={**once, "competency": each})
        for each in (Competency.LEADERSHIP, Competency.LEARNING)
    ]

    page = progress_page(group.model_copy(update={"lines": (line, *lines)}))

    assert page.count("<figure") == 1
    assert page.count("Nothing to compare yet.") == 1
    (table,) = (one for one in page.split("<table")[1:] if "What has a number in one" in one)
    assert table.split("</table>")[0].count("<tr") == 3


def progress_page(group: Group) -> str:
    browser = a_signed_in_browser()
    charts = charts_of(ProgressView(groups=(group,)))
    with browser.app.test_request_context("/progress"):
        browser.app.preprocess_request()
        return render_template("feedback/progress.html", groups=charts, nth={})


def stories_page(*stories: Story) -> str:
    browser = a_signed_in_browser()
    with browser.app.test_request_context("/stories"):
        browser.app.preprocess_request()
        return render_template("feedback/stories.html", stories=stories, sources=Sources({}, {}))


def test_a_long_story_is_folded_and_a_short_one_is_not() -> None:
    (story,) = growth_examples.STORIES.stories
    long = story.model_copy(update={"text": WELL_TOLD[0]})

    folded, open_one = stories_page(long), stories_page(story)

    told = re.compile(r'<details><summary>[^<]*</summary><div class="said lines">')
    assert told.search(folded)
    assert not told.search(open_one)
    assert story.text in open_one


def test_what_was_taken_back_twice_is_told_once_and_ends_its_sentence() -> None:
    claim = Claim(
        kind=ClaimKind.SHARE,
        status=ClaimStatus.RETRACTED,
        text="90%",
        said=examples.ACTION.span,
    )
    (story,) = growth_examples.STORIES.stories

    page = stories_page(story.model_copy(update={"retracted": (claim, claim)}))

    assert page.count("You took back “90%”. Leave it out.") == 1


@pytest.mark.parametrize("template", ["progress", "stories", "drills"])
def test_an_empty_page_has_a_next_step(template: str) -> None:
    browser = a_signed_in_browser()
    with browser.app.test_request_context("/"):
        browser.app.preprocess_request()
        nothing = {"groups": (), "stories": (), "drills": (), "sources": Sources({}, {})}
        page = render_template(f"feedback/{template}.html", **nothing)

    empty = page.split('class="empty"')[1]
    assert '<a class="button" href="/interviews">' in empty
