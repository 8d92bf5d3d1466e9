"""What is usually so is a reason and no habit; a number against another is no choice."""

import pytest

from chassis.hearing.detectors import detect
from chassis.hearing.text import sentences
from contracts.evidence import EvidenceType
from contracts.interview import Speaker, TurnKind
from tests.interview.build import a_turn

STORY = "In 2020 the line stood still each Monday. I rebuilt the feeder by hand. "


def heard(text: str) -> set[EvidenceType]:
    """What is found behind the story."""
    told = a_turn(0, Speaker.CANDIDATE, TurnKind.ANSWER, STORY + text, "k1")
    return {one.type for one in detect(sentences(told)) if one.words.start >= len(STORY)}


@pytest.mark.parametrize(
    "said",
    [
        "I swapped the sensor, because such faults are usually a worn contact.",
        "I asked the night nurse first, since she normally sees the chart last.",
        "I wrote to the tenants who often pay late, so that they had a week more.",
        "I moved the oven; dough generally rises slower by the door.",
    ],
)
def test_what_is_usually_so_takes_no_deed_away(said: str) -> None:
    assert heard(said) >= {EvidenceType.OWN_ACTION, EvidenceType.REASONING}


@pytest.mark.parametrize(
    "said",
    [
        "I usually swap the sensor, because it is worn.",
        "Normally I rang the customer first.",
        "I often wrote to the tenants.",
        "Over the years I regularly moved the oven.",
    ],
)
def test_what_one_usually_does_is_no_deed(said: str) -> None:
    assert EvidenceType.OWN_ACTION not in heard(said)


@pytest.mark.parametrize(
    "said",
    [
        "We handled 3,000 requests a second instead of 400.",
        "We shipped 90 orders a day rather than 30.",
        "The count took two days instead of nine.",
        "The complaints fell from seven a month to one.",
        "Each van carried 40 parcels instead of about 25.",
    ],
)
def test_a_number_in_place_of_another_is_a_measured_result(said: str) -> None:
    found = heard(said)

    assert found >= {EvidenceType.RESULT, EvidenceType.MEASURE}
    assert EvidenceType.TRADE_OFF not in found


@pytest.mark.parametrize(
    "said",
    ["I used a queue instead of a table.", "I rang them rather than writing a letter."],
)
def test_a_way_in_place_of_another_is_a_choice(said: str) -> None:
    assert EvidenceType.TRADE_OFF in heard(said)


def test_a_number_in_place_of_the_same_measures_nothing() -> None:
    assert EvidenceType.MEASURE not in heard("It was done in 3 days instead of 3 days.")
