"""How people of many trades tell what was short, why, what came of it and what they did."""

import pytest

from contracts.evidence import Competency, EvidenceType
from tests.feedback.build import a_question, heard, the_cell

SCENE, OWN = EvidenceType.SITUATION, EvidenceType.OWN_ACTION
WHY, LESSON = EvidenceType.REASONING, EvidenceType.REFLECTION
END, GIVEN_UP, FIGURE = EvidenceType.RESULT, EvidenceType.TRADE_OFF, EvidenceType.MEASURE

DEED = "I cleaned the seal. "
NEW = "Tell me about something new that you had to learn."
IN_HASTE = "How do you decide when there is little time?"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (SCENE, "We were four cooks short on the day. I fried the eggs."),
        (SCENE, "We were one man down in the yard. I took the crane."),
        (SCENE, "We were three for the whole laundry. I ran the press."),
        (SCENE, "At the library I set up a reading hour for toddlers."),
        (SCENE, "That was me who left the gate open. It was raining and I ran out with the dog."),
        (SCENE, "So there’s this lad comes in with a chair. I turned him a leg."),
        (OWN, "I had the two boys carry the sand."),
        (OWN, "I had him press every key himself."),
        (OWN, "I done the wiring in the loft."),
        (OWN, "I got on the phone to the supplier."),
        (OWN, "I got rid of the second form."),
        (OWN, "I got everyone to sign the sheet."),
        (OWN, "I hid the keys of the van."),
        (OWN, "I double checked the dose."),
        (OWN, "I learnt the lads to splice a rope."),
        (OWN, "It fell to me to sort the crates."),
        (OWN, "In the end I was able to patch the hose."),
        (OWN, "That was me who left the gate open."),
        (WHY, "I drew it on the wall, as half of the crew read little English."),
        (WHY, "I gave Tunde the till, as half of the crew were new."),
        (WHY, "I took the window, as I had no key."),
        (WHY, "I left a probe in since the back wall felt warmer."),
        (END, DEED + "By the evening nobody needed to call me."),
        (END, "I mended the chair. She sat in it all through her party."),
        (FIGURE, DEED + "We lose one plate a week where it used to be ten."),
        (FIGURE, DEED + "No plate came back where at the last one it had been thirty."),
        (GIVEN_UP, "I took the soup off the card."),
        (GIVEN_UP, "I decided not to tell the guests yet."),
        (LESSON, DEED + "Only now I keep a blanket in every room."),
        (LESSON, DEED + "I got to see that half of the quarrels were about one stamp."),
    ],
)
def test_it_is_heard(kind: EvidenceType, told: str) -> None:
    assert kind in heard(told)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (SCENE, "We were over the moon. I cleaned the seal."),
        (SCENE, "At the end I rang them."),
        (SCENE, "I cleaned the seal at the library."),
        (OWN, "I had the right to carry the box."),
        (OWN, "I had a hard time to keep the pace."),
        (OWN, "I done my best."),
        (OWN, "I got people wrong."),
        (OWN, "I learnt to splice a rope."),
        (OWN, "I learned the names of the boys."),
        (OWN, "It was up to me to decide."),
        (OWN, "I was not able to open the door."),
        (OWN, "That was me at the door."),
        (WHY, "I rang them as many times as I could."),
        (WHY, "I did the stairs, as many of you know."),
        (WHY, "As half the room sat down I opened the door."),
        (WHY, "I packed the van as my brother read the list."),
        (WHY, "So there’s this lad comes in with a chair. I turned him a leg."),
        (WHY, "That was me that left the gate open."),
        (END, DEED + "Nobody wanted to sit by the door."),
        (END, DEED + "I was up all through the night."),
        (FIGURE, "I put one shelf in a hall where there were thirty machines."),
        (FIGURE, "I went to a school where it used to be cold in two rooms."),
        (GIVEN_UP, "I took the soup off the stove."),
        (GIVEN_UP, "I decided not to lift her."),
        (LESSON, "I got to see the boss."),
        (LESSON, "I began to see the light."),
    ],
)
def test_words_alike_are_not_it(kind: EvidenceType, told: str) -> None:
    assert kind not in heard(told)


def test_where_one_looks_first_is_a_custom_where_one_is_asked_for() -> None:
    asked = a_question(text=IN_HASTE, competencies=[Competency.DECISION_MAKING])
    told = "I look who can be hurt first, because everything else can be put right later."

    assert the_cell(told, asked).level.value == 3


def test_what_one_likes_to_find_out_is_no_custom() -> None:
    asked = a_question(text=IN_HASTE, competencies=[Competency.DECISION_MAKING])
    told = "I know who is good at things and I see what people need in every hospital."

    assert the_cell(told, asked).level.value in (None, 1)


def test_which_trade_one_came_from_belongs_to_the_story() -> None:
    asked = a_question(text=NEW, competencies=[Competency.LEARNING])
    told = (
        "I came from the bakery to the dialysis and I did not know what a fistula is. "
        "I read the old notebook at night."
    )

    quotes = [one.span.quote for one in the_cell(told, asked).evidence]

    assert any("fistula" in quote for quote in quotes)


def test_where_one_was_born_moves_nothing() -> None:
    asked = a_question(text=NEW, competencies=[Competency.LEARNING])
    told = "I come from the coast and in June it rained. I read the notebook. I asked the nurse."

    quotes = [one.span.quote for one in the_cell(told, asked).evidence]

    assert not any("coast" in quote for quote in quotes)
