"""Everyday words for what was learnt, lacked, achieved or put off; figures of another matter."""

import pytest

from chassis.hearing.detectors import detect
from chassis.hearing.text import sentences
from contracts.evidence import EvidenceType
from contracts.interview import Speaker, TurnKind
from tests.interview.build import a_turn

STORY = "In 2020 the line stood still each Monday. I rebuilt the feeder by hand. "


def heard(text: str, before: str = STORY) -> set[EvidenceType]:
    """What is found in `text`, told behind `before`."""
    told = a_turn(0, Speaker.CANDIDATE, TurnKind.ANSWER, before + text, "k1")
    return {one.type for one in detect(sentences(told)) if one.words.start >= len(before)}


@pytest.mark.parametrize(
    "said",
    [
        "Since then, whenever I am reviewing a batch job, I am first asking which locks it takes.",
        "Since then, when I am packing a van, I am always weighing each crate.",
        "Now when something freezes I first check the cable.",
        "Now, before a guest arrives, I always look at the list of allergies.",
        "These days when a parent rings I let them talk first.",
        "Today whenever the oven smokes I start with the flue.",
        "After this I always check the cable first.",
        "After that night I always kept a torch by the bed.",
        "After this case I write down the time of each call.",
        "If it happened again I would ring the depot first.",
        "If this came up again, I'd ask for the drawings.",
        "If we had another flood I'd move the stock first.",
        "I wish I had called the supplier on the Monday.",
        "I only wish I'd weighed the flour.",
        "I regret not asking the driver.",
        "I ought to have rung the vet first.",
        "I haven't trusted a cheap cable since.",
        "I've kept a spare fuse in the van ever since.",
        "I've never left a ladder up overnight since.",
        "These days the cable is the first thing that I look at.",
        "The label is now the first thing I read.",
        "The hinge is what I check first now.",
    ],
)
def test_what_one_does_since_or_would_do_again_is_learnt(said: str) -> None:
    assert heard(said) == {EvidenceType.REFLECTION}


@pytest.mark.parametrize(
    "said",
    [
        "Now when something freezes the boss calls the firm.",
        "I did it since the wool wasn't even paying for the shearing.",
        "I took the van since my own lorry was still in the yard.",
        "After this I drove the van home.",
        "I wish the firm all the best.",
        "I haven't been to Leeds since.",
        "I have worked there since 2019.",
        "The cable was the first thing that I looked at.",
    ],
)
def test_what_was_done_next_or_why_is_nothing_learnt(said: str) -> None:
    assert EvidenceType.REFLECTION not in heard(said)


def test_a_wish_before_any_deed_looks_back_on_nothing() -> None:
    assert EvidenceType.REFLECTION not in heard("I wish I had called the supplier.", before="")


def test_what_a_regret_is_explained_by_is_no_result() -> None:
    said = "I should have sent my partner round the back first; he got out through the kitchen."

    assert EvidenceType.RESULT not in heard(said)
    assert EvidenceType.RESULT in heard("I should have rung first; still, all of them got home.")


@pytest.mark.parametrize(
    "said",
    [
        "I'd been driving artics for nine years before I found out I'd been reversing wrong.",
        "I had been nursing on days for six years.",
        "I didn't know how to reverse into a tight bay.",
        "I couldn't reverse into the bay in Reading, which all the others could.",
        "I'd never set up a till in my life.",
        "I didn't have a licence for the crane.",
    ],
)
def test_what_one_lacked_when_the_story_begins_sets_its_scene(said: str) -> None:
    assert EvidenceType.SITUATION in heard(said + " I asked the fitter to show me.", before="")


@pytest.mark.parametrize(
    "said",
    ["I couldn't believe my luck.", "I didn't like it.", "I couldn't be prouder of the crane."],
)
def test_what_one_felt_sets_no_scene(said: str) -> None:
    assert EvidenceType.SITUATION not in heard(said + " I asked the fitter to come.", before="")


@pytest.mark.parametrize(
    "said",
    [
        "She had been seen by nine that night.",
        "The parcels had all been sent within the hour.",
        "The roof had been sealed before the weekend.",
        "The girl was fine.",
        "Both lambs were alive.",
        "The tenants were safe by midnight.",
        "It was warm at her when the family came.",
        "It was dry in the cellar when the owner came back.",
        "It was ready when the shop opened.",
    ],
)
def test_how_it_stood_when_it_mattered_is_a_result(said: str) -> None:
    assert EvidenceType.RESULT in heard(said)


@pytest.mark.parametrize(
    "said",
    [
        "She had been seen by two men.",
        "The weather was fine.",
        "It was warm in July.",
        "That would have meant fencing again.",
        "Neither of us could fake the other.",
    ],
)
def test_what_would_have_been_or_only_was_is_no_result(said: str) -> None:
    assert EvidenceType.RESULT not in heard(said)


@pytest.mark.parametrize(
    "said",
    [
        "I left the wall display and the detailed comments for the top set until after Easter.",
        "I left the fence, the gate and the painting of the barn until the spring.",
        "I pushed the wall display back to January.",
        "I moved the staff meeting back to Friday.",
        "I shifted the two smaller orders back a week.",
        "I put the loft on hold.",
        "I parked the new website.",
        "I parked the idea of a second shop until spring.",
        "Of course it means that one machine was not having anybody near it.",
        "Of course, it meant that nobody was at the gate.",
        "Naturally that meant that the other ward had no porter.",
        "This meant that two lorries were standing without a driver.",
        "I set up a shared cluster, which cost us a month but was the safer way.",
    ],
)
def test_what_was_put_off_or_borne_is_a_trade_off(said: str) -> None:
    assert EvidenceType.TRADE_OFF in heard(said)


@pytest.mark.parametrize(
    "said",
    [
        "I parked the car outside.",
        "I parked the old delivery van in the yard.",
        "I pushed the trolley back to the shop.",
        "It means a lot to me.",
        "That meant that everybody got home.",
        "I put the kettle on.",
    ],
)
def test_what_was_only_moved_or_is_welcome_is_no_trade_off(said: str) -> None:
    assert EvidenceType.TRADE_OFF not in heard(said)


@pytest.mark.parametrize(
    "said",
    [
        "I set up a shared cluster, which cost us a month but was the safer way.",
        "I took the coast road, which was the surer route.",
        "I used lime, which dries slower but was kinder to the stone.",
        "I chose steel, the stronger option.",
    ],
)
def test_that_one_way_is_the_better_is_a_reason(said: str) -> None:
    assert EvidenceType.REASONING in heard(said)


def test_what_a_thing_was_like_is_no_reason() -> None:
    assert EvidenceType.REASONING not in heard("I bought a bike, which was red.")


@pytest.mark.parametrize(
    "said",
    [
        "Our rent rose from 900 to 1200.",
        "My sister lost 12 kilos, from 80 to 68.",
        "My mortgage fell from 900 to 700.",
        "I lost 12 kilos, from 80 to 68.",
        "At another hospital the queue went from 40 minutes to 15.",
        "In a different branch complaints fell from nine to two.",
        "Hopefully the queue will go from 40 minutes to 15.",
        "The queue will go from 40 minutes to 15.",
        "I worked from 9 to 5.",
        "We were open from eight to 17.",
        "I drove from 40 Main Street to 15 Park Road.",
    ],
)
def test_a_figure_of_another_matter_measures_nothing(said: str) -> None:
    assert not heard(said) & {EvidenceType.MEASURE, EvidenceType.RESULT}


@pytest.mark.parametrize(
    "said",
    [
        "The queue went from 40 minutes to 15.",
        "Waiting times went from 9 to 5.",
        "At another branch I did the same, and the queue went from 40 minutes to 15.",
        "Our scrap fell from 900 to 120.",
        "Complaints dropped to nil from about nine a month.",
        "Falls went to none from six a month.",
        "Before, 40 minutes. Now, 15.",
        "Before: nine loads a day. After: fourteen.",
        "They used to wait forty minutes, it is a quarter of an hour now.",
        "We used to lose six sheep a winter, it is one now.",
    ],
)
def test_a_figure_of_the_story_measures_it(said: str) -> None:
    assert EvidenceType.MEASURE in heard(said)


def test_a_private_figure_counts_where_the_story_is_about_it() -> None:
    story = "In 2020 a tenant could not pay the rent. I wrote to the landlord. "

    assert EvidenceType.MEASURE in heard("Our rent rose from 900 to 1200.", before=story)
