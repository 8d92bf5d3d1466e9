"""What is said beside the story moves nothing, a short deed is no junk, a formula is no wish."""

from uuid import UUID

import pytest

from chassis.hearing.text import sentences_of
from contracts.evidence import Competency, Status
from contracts.message import TurnId
from services.feedback.rules.answering.private import without_private
from tests.feedback.build import a_question, the_cell

HITCH = a_question(
    text="Tell me about an unexpected hitch that you had to fix on the spot.",
    competencies=[Competency.PROBLEM_SOLVING],
)
STORIES = [
    "I grabbed a paper diary, took down everyone’s name by hand and phoned upstairs for a printer.",
    "The conveyor jammed at six. I cleared the chute with a rake and restarted the motor.",
]
ASIDES = [
    "The canteen there does a very good soup on Wednesdays.",
    "My brother reduced his mortgage by 20% last year.",
    "Our daughter sings in a choir, a very good one.",
    "I learned to swim when I was six.",
    "I go to church every Sunday.",
    "I played the violin as a child.",
    "In 2014 I won a chess tournament because I practised every day.",
    "I really love what I do and I give it everything every single day.",
    "It was quite a journey, I can tell you that.",
    "That was really an adventure, I must say.",
]
PART_OF_IT = [
    "My brother was ill. He drives the van, so I drove it myself and dropped each crate by noon.",
    "My son found the pump dry. I primed it with a bucket and ran a hose from the well.",
    "The canteen was full of smoke. I opened the flap and pulled the fryer from the wall.",
]
SHORT = [
    "I put the ramp down for the passengers and I help with the bags.",
    "I patched the hose.",
    "We carried the piano upstairs.",
    "I change belt. I oil chain.",
    "Pump broke. Change seal.",
]
NO_DEED = [
    "fine",
    "It went well.",
    "I did it.",
    "I don’t know, sorry.",
    "I worked hard.",
    "Everybody was happy with me.",
]
CLAIM = (
    "Decisions are key in a hotel. A wrong choice can have a serious impact on the guest, so they"
    " must be taken with care."
)
FORMULAS = [
    "As a Muslim woman from Pakistan, I should add.",
    "It was quite a journey, I can tell you that.",
    "I must say that guests are grateful.",
    "I would say the lobby is where it counts.",
    "As you might imagine, lobbies are busy.",
    "Guests are my life, if I may say so.",
]
WOULD = [
    "I would say sorry to the guest, and I would add a voucher to the bill.",
    "I should add a second lamp there, and I might tell the porter.",
    "I could tell the guest the truth, and I would offer him the garden room.",
]


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("story", STORIES)
def test_what_is_said_beside_the_story_moves_nothing(story: str, aside: str) -> None:
    first, _, last = story.partition(". ")
    cell = the_cell(story, HITCH)

    for text in (f"{aside} {story}", f"{first}. {aside} {last}", f"{story} {aside}"):
        assert the_cell(text, HITCH).level == cell.level


@pytest.mark.parametrize("text", PART_OF_IT)
def test_what_the_story_begins_with_is_part_of_it(text: str) -> None:
    told = sentences_of(TurnId(UUID(int=1)), text)

    assert without_private(told) == told


@pytest.mark.parametrize("text", SHORT)
def test_a_deed_in_few_words_is_an_answer(text: str) -> None:
    assert the_cell(text).level.status is Status.SCORED


@pytest.mark.parametrize("text", NO_DEED)
def test_few_words_without_a_deed_are_none(text: str) -> None:
    assert the_cell(text, HITCH).level.why == "answer-too-short"


@pytest.mark.parametrize("said", FORMULAS)
def test_a_formula_of_speech_sets_no_case(said: str) -> None:
    level = the_cell(CLAIM, HITCH).level

    assert level.status is Status.SCORED
    assert the_cell(f"{CLAIM} {said}", HITCH).level == level


@pytest.mark.parametrize("text", WOULD)
def test_what_one_would_say_or_add_stays_a_wish(text: str) -> None:
    assert the_cell(text, HITCH).level.why in {"only-would", "off-topic"}
