"""Direct speech, the present tense that goes on, and scenes set beside a deed of before."""

import pytest

from contracts.evidence import EvidenceType as E
from tests.feedback.build import heard

SPOKEN_BY_OTHERS = [
    'The foreman said, "I built the wall and I sold the van."',
    "Her note read: “I wrote to the landlord and I called the bank.”",
]
AFTER_SPEECH = [
    'So I lean over the hedge and say, "I’ll hold the gate." I take his dog and tie it up.',
    'I told the porter, "We would never do that!" I called the ward and wrote it on the board.',
]
GOES_ON = [
    "So I ring the vet. I put the calf under the lamp. I carry her milk in a bottle.",
    "Then I stop the belt. I take their boxes off. I do each by hand.",
]
DOES_NOT_GO_ON = [
    "So I ring the vet. I always carry the calf under the lamp.",
    "I carry the calf under the lamp.",
]
SET_BESIDE_A_DEED = [
    "I’d promised the choir a dry hall. When I opened the roof the beams were soft. I bought oak.",
    "When I came in the oven stood cold and forty trays of dough waited by the door. I lit it.",
]
SETS_NO_SCENE = [
    "My school was Trinity College and my mother was born in Leeds. I bought oak.",
    "I am Amira Okonkwo and I was born in a town by the sea. I bought oak.",
]


def deeds(text: str) -> list[str]:
    return heard(text).get(E.OWN_ACTION, [])


def has_scene(text: str) -> bool:
    return E.SITUATION in heard(text)


@pytest.mark.parametrize("text", SPOKEN_BY_OTHERS)
def test_what_somebody_says_of_themselves_in_a_story_is_no_deed_of_the_teller(text: str) -> None:
    assert deeds(text) == []


@pytest.mark.parametrize("text", AFTER_SPEECH)
def test_a_deed_behind_what_was_said_is_a_deed(text: str) -> None:
    assert len(deeds(text)) >= 1


@pytest.mark.parametrize("text", GOES_ON)
def test_a_story_in_the_present_tense_goes_on(text: str) -> None:
    assert len(deeds(text)) == 3


@pytest.mark.parametrize("text", DOES_NOT_GO_ON)
def test_what_is_always_done_does_not_go_on_with_it(text: str) -> None:
    assert not any("lamp" in words for words in deeds(text))


@pytest.mark.parametrize("text", SET_BESIDE_A_DEED)
def test_a_deed_of_before_does_not_end_the_setting(text: str) -> None:
    assert has_scene(text)


@pytest.mark.parametrize("text", SETS_NO_SCENE)
def test_who_somebody_is_sets_no_scene(text: str) -> None:
    assert not has_scene(text)
