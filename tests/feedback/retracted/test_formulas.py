"""Formulas such as "to be honest" take nothing back, whichever words stand beside them."""

import pytest

from tests.feedback.build import a_report
from tests.feedback.retracted.test_disowned import OWN, landed, taken_back

STORIES = [
    "In March the foremen hated the new forms. I went to their canteen and drew one door on paper.",
    "Last winter a widow came in for a third card. I went out to the cash machine beside her.",
    "In May the lower field was wet. I took the pump to the ditch and dug a second drain.",
    "In June our kiln cracked twice. I got the plates out and built a smaller arch of brick.",
    "Last autumn the tram was late all week. I came in at four and put sand on the hill.",
]
FORMULAS = [
    "Well, to be honest, you know, that is how it is.",
    "In fact, you know how such things go.",
    "To be precise, it took two hours and it went well.",
    "Actually, that went on until the evening, and it came to a good end.",
    "To be fair, it got dark by then, out there.",
    "Honestly, we do it to this day.",
]
BACK = [
    "Actually, my brother went to their canteen.",
    "To be honest, the clerk went out to the cash machine.",
    "In fact the neighbour took the pump to the ditch.",
    "No, sorry, my master got the plates out.",
    "To be precise, the driver came in at four.",
]


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("story", STORIES)
def test_a_formula_takes_no_deed_back(story: str, formula: str) -> None:
    assert taken_back(f"{story} {formula}") == []


@pytest.mark.parametrize(("story", "back"), list(zip(STORIES, BACK, strict=True)))
def test_somebody_else_behind_a_formula_does(story: str, back: str) -> None:
    assert OWN in landed(a_report(story))
    assert len(taken_back(f"{story} {back}")) == 1
