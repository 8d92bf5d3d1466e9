"""Reasons, what was weighed, lessons and scenes, told in grammar and without their usual words."""

import pytest

from bench.swaps import padded
from contracts.evidence import EvidenceType as E
from tests.feedback.build import heard

DEED = "I propped the door of the kiln open. "

REASONS = [
    "I stacked the crates on edge so as not to crush the pears.",
    "I sent the ferry out empty, seeing that forty people stood on the other side.",
    "I took the night coach, the sleeper being full of skiers.",
    "I wedged a spoon into the lid to let the steam out.",
    "Had we waited for the frost, the roots would have split.",
    DEED + "That way the glaze cools with the bricks.",
    DEED + "Clay forgives a slow hand.",
    DEED + "Pushing a proud kiln only gives it something to push back at.",
    DEED + "A vase that sweats in the dark cracks in the fire.",
    DEED + "Potters hear a crack before they find it.",
    DEED + "You shut a hot kiln too early, it sulks and every bowl pays for it.",
    DEED + "The apprentice had never fired porcelain on this side.",
    "Glaze runs down a wet wall and gathers at the foot. I dried the vases for two days.",
    "Then I thought, the bricks are warm at night anyhow. I fired the bowls at ten.",
    "I put the bell by the sink; it’s hard to overlook a bell with wet hands.",
]
NO_REASONS = [
    DEED + "Trust builds teams and honesty wins hearts.",
    DEED + "Sometimes you have to stand by a thing like that.",
    DEED + "Kilns are a topic everywhere in pottery.",
    DEED + "It has a photograph of every glaze.",
    DEED + "So that’s what I did with the vases.",
    "She carries the tray to the shelf of the baker. I propped the door of the kiln open.",
    "I asked the boy to keep the door closed.",
]
TRADE_OFFS = [
    "Either I fired the bowls that night or I lost the fair; I fired them.",
    "I set the risk of a crack against the stall standing empty.",
    "I gave the spring market a miss.",
    "The thin glazes I left for the autumn.",
    "I fired by the wood and not the gas. My back paid for it with a week in bed.",
    "The two tall jars I moved to the week after.",
    "I took the small kiln, knowing full well that the dealers would curse me.",
    "I went row by row, not by who had shouted first.",
    "If I was wrong, forty vases were gravel.",
    "If it had been the wood I’d have cursed a good stove for nothing. I opened the flue.",
    "For a lid you can throw it off the hump, or turn it from a slab. I threw it.",
    "Gas was the other way. I lit the wood.",
]
LESSONS = [
    DEED + "Were it today, I’d leave a brick out at the top.",
    DEED + "What stayed with me is the smell of a kiln that is angry.",
    DEED + "I’d always believed that heat is a matter of wood.",
    DEED + "I would ring the potter next door beforehand now.",
    DEED + "It had never occurred to me that bricks drink.",
    DEED + "The vases came out whole. I check the flue and the wind.",
    DEED + "I went at it too fast.",
    DEED + "I saw that I had been firing for the eye and not for the hand.",
]
NO_LESSONS = [
    "I saw that I had fired the same bowl twice. " + DEED,
    DEED + "I had the bricks from Delft.",
    "I carry the bricks down, then I check the flue and the wind.",
]
SCENES = [
    "A kiln, two potters, and the fair in nine days. I fired the bowls at ten.",
    "Frost, and eleven vases to glaze with glaze for seven. I fired the bowls at ten.",
    "Third winter, one bag of clay. The big wheel under ice. I fired the bowls at ten.",
    "On the ferry home it came to me that the flue was shut. I fired the bowls at ten.",
]
NO_SCENES = [
    "There was a project group for that. I kept the list.",
    "Prepare the clay, wedge the lumps, and I fire the bowls at ten.",
]
OUTCOMES = [
    DEED + "They’ve come out whole every Friday.",
    DEED + "Before, we were not at the table by eight.",
]
NO_OUTCOMES = [
    DEED + "Two hours is a long time at that heat.",
    DEED + "A hand in a hurry does not read.",
    DEED + "The bricks were from my grandfather.",
    DEED + "These days.",
    "I put two lids on another shelf and left the others where they were.",
    "I told everybody what was in the kiln.",
]
MEASURES = [
    DEED + "It used to be nine cracked lids a month, and last time I counted it was two.",
    DEED + "Cracked bowls had been 31 a month and are now 6.",
    "Last year, when forty bowls cracked a week, I came. I moved the shelf. Now it is three bowls.",
]


def _cases(*groups: tuple[E, list[str]]) -> list[tuple[E, str]]:
    return [(kind, text) for kind, texts in groups for text in texts]


@pytest.mark.parametrize(
    ("kind", "text"),
    _cases(
        (E.REASONING, REASONS),
        (E.TRADE_OFF, TRADE_OFFS),
        (E.REFLECTION, LESSONS),
        (E.SITUATION, SCENES),
        (E.RESULT, OUTCOMES),
        (E.MEASURE, MEASURES),
    ),
)
def test_it_is_heard_by_the_grammar_of_the_telling(kind: E, text: str) -> None:
    assert kind in heard(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    _cases(
        (E.REASONING, NO_REASONS),
        (E.REFLECTION, NO_LESSONS),
        (E.SITUATION, NO_SCENES),
        (E.RESULT, NO_OUTCOMES),
    ),
)
def test_the_same_forms_with_nothing_in_them_are_none(kind: E, text: str) -> None:
    assert kind not in heard(text)


@pytest.mark.parametrize(
    ("kind", "text"), _cases((E.SITUATION, SCENES), (E.MEASURE, MEASURES), (E.RESULT, OUTCOMES))
)
def test_filler_takes_nothing_away(kind: E, text: str) -> None:
    assert all(kind in heard(one) for one in padded(text))


def test_faults_traced_over_a_life_are_no_deed_on_an_occasion() -> None:
    assert E.OWN_ACTION not in heard("I have traced many faults in my life, with a torch.")
    assert E.OWN_ACTION in heard("I have traced the fault with a torch.")


def test_either_of_two_that_was_not_done_is_no_deed() -> None:
    assert E.OWN_ACTION not in heard("Either I painted the bowls or I sold the wheel.")


def test_deeds_told_in_the_present_of_one_person_are_deeds() -> None:
    text = "The son want to take his father home. I bring him a chair. I show him the number."

    assert len(heard(text)[E.OWN_ACTION]) == 2
    assert E.OWN_ACTION not in heard("I make lists. I check the stock. My team is good.")


@pytest.mark.parametrize(
    "text",
    [
        "I said that I won’t leave a pump like that on the ward.",
        "I told the driver the gate won't open.",
        "They won’t pay for the second pallet.",
        "I won’t go home before it is done.",
    ],
)
def test_what_will_not_be_is_not_won(text: str) -> None:
    assert E.RESULT not in heard(DEED + text)


def test_what_one_will_not_do_is_no_deed() -> None:
    assert E.OWN_ACTION not in heard("I won’t go home before it is done.")


def test_what_was_won_is_a_result() -> None:
    assert E.RESULT in heard(DEED + "We won the tender for the museum.")
