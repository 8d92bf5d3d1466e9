"""What the room shows beside its question: time, level, drafts, and feedback in practice."""

import re
from typing import Any
from uuid import UUID

import pytest

from chassis.errors import Conflict, Unavailable
from chassis.ids import new_id
from contracts.interview import InterviewView, Mode, Speaker, Turn, TurnKind
from contracts.message import TurnId
from contracts.room import Difficulty, Timing, Unsent
from gateway.example_interview import ASKED, TURNS
from gateway.interview import examples
from tests.gateway.client import Browser, Program, a_signed_in_browser, a_signed_in_program
from tests.gateway.life import a_full_life, last
from tests.gateway.world import AT

CARE = "Thank you for telling me."


def a_room(**changed: Any) -> tuple[Browser, str]:
    """A room whose interview stands as `changed` says."""
    browser = a_signed_in_browser()
    path = a_full_life(browser).interview
    browser.post(f"{path}/start")
    person, view = browser.world.things["session", UUID(last(path))]
    browser.world.put("session", view.interview_id, person, view.model_copy(update=changed))
    browser.get(path)
    return browser, path


def after(kind: TurnKind, text: str = "Something.") -> dict[str, Any]:
    """The turns once the interviewer has said `text`."""
    turn = Turn(
        turn_id=TurnId(new_id()),
        number=2,
        speaker=Speaker.INTERVIEWER,
        kind=kind,
        question_id="k1",
        text=text,
        said_at=AT,
    )
    turns = {"turns": (*examples.LIVE.turns, turn)}
    return {**turns, "asked": turn} if kind is TurnKind.BETWEEN else turns


def at_the_stop(mode: Mode = Mode.PRACTICE) -> dict[str, Any]:
    return {**after(TurnKind.BETWEEN, "That is taken."), "mode": mode, "timing": None}


def test_the_start_offers_mode_difficulty_and_time_and_passes_them_on() -> None:
    browser = a_signed_in_browser()
    path = a_full_life(browser).interview
    browser.get(path)

    browser.post(f"{path}/start", mode="practice", difficulty="two", pace="3")

    (call,) = browser.world.called("interview.start_interview")
    assert (call.argument.mode, call.argument.difficulty) == (Mode.PRACTICE, Difficulty.TWO)
    assert call.argument.pace == 3
    assert all(f'name="{name}"' in browser.page for name in ("mode", "difficulty", "pace"))


def test_a_live_room_says_how_much_time_is_left() -> None:
    timing = Timing(question_s=95, whole_s=1200, grace_s=15, is_paused=False)

    browser, _ = a_room(timing=timing)

    assert "1 min 35 s" in browser.page
    assert 'data-question="95"' in browser.page
    assert ">Live<" in browser.page
    assert '<strong class="bell" hidden>' in browser.page


def test_in_the_grace_the_room_says_what_is_still_taken() -> None:
    timing = Timing(question_s=0, whole_s=1050, grace_s=9, is_paused=False)

    browser, _ = a_room(timing=timing)

    assert '<strong class="bell">Time is up. What you send in the next 9 s is' in browser.page


def test_a_room_of_practice_says_that_no_time_runs_and_has_hints() -> None:
    browser, _ = a_room(mode=Mode.PRACTICE, timing=None)

    assert "No time runs in practice." in browser.page
    assert 'value="A hint, please."' in browser.page


def test_a_live_room_has_no_hints() -> None:
    browser, _ = a_room()

    assert "A hint" not in browser.page


@pytest.mark.parametrize(
    ("difficulty", "words"),
    [(Difficulty.ADAPTIVE, "follows your answers"), (Difficulty.TWO, "Level 2, kept")],
)
def test_the_room_says_how_hard_it_asks(difficulty: Difficulty, words: str) -> None:
    browser, _ = a_room(difficulty=difficulty)

    assert words in browser.page


def test_care_offers_pause_skip_and_stop_first() -> None:
    browser, _ = a_room(**after(TurnKind.CARE, CARE))

    assert CARE in browser.page
    for text in ("Pause, please.", "Please skip this question.", "Stop, please.", "Go on."):
        assert f'value="{text}"' in browser.page


def test_ending_at_a_word_is_asked_for_once_more() -> None:
    browser, _ = a_room(**after(TurnKind.CONFIRMATION, "Shall I end it?"))

    assert "Yes, end it" in browser.page
    assert "No, go on" in browser.page


def test_after_an_answer_in_practice_its_feedback_stands_there_with_another_try() -> None:
    browser, _ = a_room(**at_the_stop())

    assert "This answer" in browser.page
    assert "of 5" in browser.page
    assert "Try this one again" in browser.page
    assert "<textarea" not in browser.page


def test_feedback_that_is_away_does_not_stop_the_practice() -> None:
    browser, path = a_room(**at_the_stop())
    browser.world.failures["feedback.judge_answer"] = Unavailable()

    page = browser.get(path)

    assert page.status_code == 200
    assert "The report at the end will have it." in page.text
    assert f'href="{path}?look=again#now"' in page.text
    assert "Try this one again" in page.text


def test_in_live_no_answer_is_judged_before_the_end() -> None:
    browser, _ = a_room(**after(TurnKind.CLARIFICATION))

    assert browser.world.called("feedback.judge_answer") == []


def test_skip_and_finish_ask_first() -> None:
    browser, _ = a_room()

    assert "Skip this question? It stays unscored" in browser.page
    assert "End the interview and get feedback?" in browser.page


@pytest.mark.parametrize(("kind", "what"), [("probe", "follow-up"), ("retry", "try")])
def test_who_skips_a_follow_up_or_a_try_hears_that_what_was_told_stays(
    kind: str, what: str
) -> None:
    turn = after(TurnKind(kind))["turns"][-1]
    browser, _ = a_room(asked=turn, turns=(*examples.LIVE.turns, turn))

    assert f"Skip this {what}? What you told before it stays" in browser.page
    assert "It stays unscored, and" not in browser.page


def a_program_with(**changed: Any) -> tuple[Program, InterviewView]:
    program = a_signed_in_program()
    (account,) = program.world.accounts.values()
    view = examples.LIVE.model_copy(update=changed)
    program.world.put("session", view.interview_id, account.person, view)
    return program, view


@pytest.mark.parametrize(("mode", "status"), [(Mode.PRACTICE, 200), (Mode.LIVE, 404)])
def test_a_program_gets_feedback_on_one_answer_in_practice_alone(mode: Mode, status: int) -> None:
    program, view = a_program_with(**at_the_stop(mode))

    answer = program.ask("GET", f"/interviews/{view.interview_id}/questions/k1/feedback")

    assert answer.status_code == status


def test_another_try_is_judged_by_itself() -> None:
    said = TURNS[2]
    again = said.model_copy(update={"kind": TurnKind.RETRY, "speaker": Speaker.INTERVIEWER})
    better = said.model_copy(update={"text": "I did more."})
    stop = again.model_copy(update={"kind": TurnKind.BETWEEN})
    turns = (*TURNS, again, better, stop)
    program, view = a_program_with(turns=turns, mode=Mode.PRACTICE, asked=stop)

    program.ask("GET", f"/interviews/{view.interview_id}/questions/k1/feedback")

    (call,) = program.world.called("feedback.judge_answer")
    texts = [t.text for t in call.argument.transcript.turns if t.kind is TurnKind.ANSWER]
    assert texts == ["I did more."]


def test_an_answer_that_came_after_its_time_does_not_stand_at_the_next_question() -> None:
    unsent = (Unsent(question_id="k1", text="What I wrote too late."),)
    browser, path = a_room(unsent=unsent)
    late = Conflict("The time for that question was over.", code="time-up")
    browser.world.failures["interview.answer"] = late
    turn, asked = browser.field("turn_id"), browser.field("asked")

    answer = browser.post(path, turn_id=turn, asked=asked, text="What I wrote too late.")

    assert answer.status_code == 409
    assert "The time for that question was over." in answer.text
    assert answer.text.count("What I wrote too late.") == 1
    assert f'value="{turn}"' not in answer.text


def test_what_was_said_at_the_bell_stands_above_the_next_question() -> None:
    bell = after(TurnKind.TIME_UP, "The time is over.")["turns"]
    asked = bell[1].model_copy(update={"turn_id": TurnId(new_id()), "text": "And now this one."})

    browser, _ = a_room(turns=(*bell, asked), asked=asked)

    assert browser.page.count("The time is over.") == 1
    assert "The time is over." in browser.page[browser.page.index('id="now"') :]


def test_a_question_that_is_repeated_stands_there_once() -> None:
    said = f"Of course. The question is still: {ASKED}"
    browser, path = a_room(**after(TurnKind.CLARIFICATION, said))

    page = browser.get(path).text

    (now,) = re.findall(r'<section id="now".*?</section>', page, re.DOTALL)
    assert now.count(ASKED) == 1
    assert "Of course. The question is still:" in now


@pytest.mark.parametrize(
    ("mode", "says"), [(Mode.LIVE, "Practise without a clock"), (Mode.PRACTICE, "Hold it live")]
)
def test_the_room_says_why_it_is_not_held_in_another_way_and_what_to_do(
    mode: Mode, says: str
) -> None:
    browser, path = a_room(mode=mode)

    page = browser.get(path).text

    assert says in page
    assert "An interview stays as it was begun" in page
    assert "/fits/" in page.split("An interview stays as it was begun")[1]


def test_the_first_thing_in_sight_after_the_start_says_that_an_ai_asks() -> None:
    browser = a_signed_in_browser()
    path = a_full_life(browser).interview

    answer = browser.post(f"{path}/start")
    page = browser.follow(answer)

    assert answer.headers["Location"] == f"{path}#opening"
    opening = page.text.split('id="opening"')[1].split("</details>")[0]
    assert opening.startswith(" open>")
    assert "an AI recruiter for practice" in opening


def test_what_was_asked_for_in_between_is_called_no_part_of_the_answer() -> None:
    asked = after(TurnKind.REQUEST)["turns"][-1].model_copy(
        update={"speaker": Speaker.CANDIDATE, "text": "Which of the two do you mean?"}
    )
    question = examples.LIVE.turns[-1]
    browser, _ = a_room(turns=(*examples.LIVE.turns, asked, question), asked=question)

    said = browser.page.split("Which of the two do you mean?")[0].rsplit("<li", 1)[1]

    assert ">not part of the answer<" in said
