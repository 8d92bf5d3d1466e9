"""Interviews of one name are told apart by which of them they are."""

from datetime import timedelta

import pytest

from chassis.ids import new_id
from contracts.interview import InterviewRow, InterviewState, Mode
from contracts.message import InterviewId
from gateway.numbering import numbered
from tests.gateway.client import a_signed_in_browser
from tests.gateway.life import a_finished_life
from tests.interview.build import NOON


def a_row(title: str, day: int) -> InterviewRow:
    return InterviewRow(
        interview_id=InterviewId(new_id()),
        state=InterviewState.PLANNED,
        mode=Mode.PRACTICE,
        title=title,
        planned_at=NOON + timedelta(days=day),
    )


def test_those_of_one_title_are_counted_in_the_order_of_their_plans() -> None:
    later, other, first = a_row("Baker", 2), a_row("Welder", 1), a_row("Baker", 0)

    told = numbered([later, other, first])

    assert told == {first.interview_id: "1st interview", later.interview_id: "2nd interview"}


@pytest.mark.parametrize(
    ("count", "said"), [(3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (21, "21st")]
)
def test_any_count_has_its_ending(count: int, said: str) -> None:
    rows = [a_row("Baker", day) for day in range(count)]

    assert numbered(rows)[rows[-1].interview_id] == f"{said} interview"


@pytest.mark.parametrize("page", ["/dashboard", "/interviews"])
def test_an_interview_held_once_more_is_told_apart_in_lists(page: str) -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    once = browser.get(page).text
    (name,) = [one for one in browser.world.things if one[0] == "session"]
    owner, view = browser.world.things[name]
    new = InterviewId(new_id())
    browser.world.put("session", new, owner, view.model_copy(update={"interview_id": new}))

    twice = browser.get(page).text

    assert life.interview in twice
    assert "1st interview" not in once
    assert [twice.count(f", {nth} interview</a>") for nth in ("1st", "2nd")] == [1, 1]
