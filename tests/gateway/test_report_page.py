"""The report page: from every number and quote to its place in what was said, without script."""

import re

from contracts.evidence import Status
from contracts.feedback import Overall
from contracts.interview import Speaker
from gateway.feedback import examples
from gateway.feedback.markdown import as_markdown
from gateway.feedback.places import places_in
from tests.feedback.build import report_on
from tests.gateway.client import a_signed_in_browser
from tests.gateway.life import a_finished_life
from tests.interview.candidates import rehearse, strong


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

    assert "Overall: no number. 1 of 1 answers could be scored, and it takes three." in texts[0]
    assert "Overall: **4.2 of 5**. 5 of 6 answers could be scored." in texts[1]
