"""What came of a deed is heard by its grammar, in the words of any trade."""

import pytest

from contracts.evidence import EvidenceType as E
from tests.feedback.build import heard, the_cell

OUTCOMES = [
    "I drew the strap on a card. Nobody has asked for a refund since.",
    "I put in a new relay. That van has not been back in since.",
    "I moved his start by an hour. He has been on time for a year.",
    "I sat both of them down. There has not been one mail with the boss in copy since.",
    "I proposed a shorter round. The night nurses are home before seven these days.",
    "I ordered a new seal. From that week on the whole deck has baked even.",
    "I brought a bicycle pump. The chairman voted for it.",
    "I cut rehearsals. Nineteen of twenty-one sang at Easter.",
]
NO_OUTCOMES = [
    "I gave the pump to two strangers, sent the friends to carry.",
    "I called them. Nothing has changed since.",
    "I took the belts off. It had been so for years.",
    "Nobody has asked for a refund since.",
    "I wrote it on a card. Now I always write it on a card.",
]
COMPARED = [
    "Scrap was 7 percent when I came. I weighed each bin by press. It is 2.5 percent now.",
    "We threw away eleven batches in March. I brought the heat down. In April it was one.",
    "Thirty-one parents complained. I got a second lane. Two parents complained the term after.",
    "I moved the tablets. Next month it was six falls; the year before it had been twenty.",
    "I sowed early. We had 38 hectares in by June. The year before we had managed nine hectares.",
]
NOT_COMPARED = [
    "We had eleven batches in March. I brought the heat down at seven. The sauce was fine.",
    "I let each of the six choose one fixed night. Two of them chose Monday.",
    "In June we were four. I called the six suppliers.",
]
EXPLAINED = [
    "I packed it with shim. The knife hits if you go too far.",
    "I bought aluminium rods. Aluminium wants speed and steel wants patience.",
    "I picked the local firm, but their yard is five minutes away.",
]
NOT_EXPLAINED = [
    "I packed it with shim. Communication is the key to everything.",
    "My job is sales in a bakery. I sold bread.",
    "I packed it with shim. The pump now runs well.",
]


@pytest.mark.parametrize("text", OUTCOMES)
def test_what_was_so_from_then_on_is_a_result(text: str) -> None:
    assert E.RESULT in heard(text)


@pytest.mark.parametrize("text", NO_OUTCOMES)
def test_what_is_a_deed_or_led_to_nothing_is_none(text: str) -> None:
    assert E.RESULT not in heard(text)


@pytest.mark.parametrize("text", COMPARED)
def test_a_number_of_before_and_one_of_after_are_a_measure(text: str) -> None:
    assert E.MEASURE in heard(text)
    assert E.MEASURE in {one.type for one in the_cell(text).evidence} | set(heard(text))


@pytest.mark.parametrize("text", NOT_COMPARED)
def test_numbers_of_different_things_are_none(text: str) -> None:
    assert E.MEASURE not in heard(text)


@pytest.mark.parametrize("text", EXPLAINED)
def test_what_is_always_so_explains_a_deed(text: str) -> None:
    assert E.REASONING in heard(text)


@pytest.mark.parametrize("text", NOT_EXPLAINED)
def test_praise_the_present_job_and_a_result_explain_nothing(text: str) -> None:
    assert E.REASONING not in heard(text)
