"""What is let fall or put down is not given up, and how one learned a trade is no lesson."""

import pytest

from contracts.evidence import EvidenceType
from tests.feedback.build import heard

PUT_DOWN = [
    "I dropped the box.",
    "I dropped a tray of glasses and swept it up.",
    "I dropped my hammer, and it cracked a tile.",
    "I dropped the parcel at the neighbour's.",
    "We dropped the children at school.",
    "I left the keys at reception until Monday.",
    "I left the keys to the store at reception for the next shift.",
    "I left the van with the mechanic until the Friday.",
]
GIVEN_UP = [
    "I dropped the plan to repaint.",
    "I dropped the hot starter so the second oven stayed free.",
    "I dropped it because it cost too much.",
    "I dropped the box of extras from the offer.",
    "I dropped two features.",
    "I left the windows at the back until spring.",
    "I left the tiles in the bathroom for later.",
]
SKILLS = [
    "I learned welding from my uncle.",
    "I learned the trade from my father, who was a joiner.",
    "I learned sewing at school.",
    "I learnt baking on a course.",
]
LESSONS = [
    "I learned to wait from my uncle.",
    "I learned patience from my uncle.",
    "I learned from my uncle that steel forgives nothing.",
    "I learned listening from my mentor.",
    "I learned planning from that winter.",
]


@pytest.mark.parametrize("told", PUT_DOWN)
def test_what_falls_or_is_put_down_is_not_given_up(told: str) -> None:
    assert EvidenceType.TRADE_OFF not in heard(told)


@pytest.mark.parametrize("told", GIVEN_UP)
def test_what_is_dropped_or_left_for_something_is_given_up(told: str) -> None:
    assert EvidenceType.TRADE_OFF in heard(told)


@pytest.mark.parametrize("told", SKILLS)
def test_where_one_has_a_skill_from_is_no_lesson(told: str) -> None:
    assert EvidenceType.REFLECTION not in heard(told)


@pytest.mark.parametrize("told", LESSONS)
def test_what_one_took_from_somebody_is_a_lesson(told: str) -> None:
    assert EvidenceType.REFLECTION in heard(told)
