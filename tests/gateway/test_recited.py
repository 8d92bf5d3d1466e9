"""Whoever reads out their résumé is told so, in the room, in a drill and in the report."""

from contracts.drills import TryDrill
from contracts.feedback import JudgeAnswer
from gateway.feedback.evidence import read_report
from gateway.feedback.markdown import as_markdown
from gateway.words import label
from tests.feedback.reciting import LINES, STORY, read
from tests.gateway.client import a_signed_in_browser
from tests.gateway.life import a_finished_life
from tests.gateway.test_another_try import room_of

REST = "Refunds were late, so I sat at the desk for a week and moved the sorting to the dock."


def test_no_number_says_that_the_answer_stands_in_the_resume() -> None:
    report = read(LINES[0], STORY)
    first, second = read_report(report).cards

    assert first.reasons == ("The answer stands in your résumé, and adds nothing to it.",)
    assert "stands in your résumé, and adds" in as_markdown(report)
    assert not first.is_recited
    assert second.reasons == ()


def test_a_level_for_the_rest_says_what_was_left_out() -> None:
    report = read(f"{LINES[0]}. {LINES[1]}. {LINES[2]}. {REST}", STORY)
    first, second = read_report(report).cards

    assert [first.is_recited, second.is_recited] == [True, False]
    assert as_markdown(report).count(label("recited")) == 1


def test_the_room_lays_an_answer_beside_the_resume_as_the_report_does() -> None:
    browser, path = room_of(STORY)

    browser.get(path)

    (judged,) = [call.argument for call in browser.world.called("feedback.judge_answer")]
    assert isinstance(judged, JudgeAnswer)
    assert judged.facts is not None
    assert judged.facts.lines


def test_so_does_a_drill() -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    browser.get(f"{life.interview}/report")
    drill = browser.post(f"{life.interview}/drills", question_id="k1").headers["Location"]
    browser.get(drill)

    browser.post(drill, try_id=browser.field("try_id"), text=STORY)

    (tried,) = [call.argument for call in browser.world.called("feedback.try_drill")]
    assert isinstance(tried, TryDrill)
    assert tried.facts is not None
    assert tried.facts.lines
