"""Filler makes no answer out of junk, on whichever side of it it stands."""

import pytest

from contracts.evidence import Status
from tests.feedback.build import the_cell

FILLER = (
    "Well, to be honest, you know, that is how it is. Um, I mean, basically, yes. So yeah, at the"
    " end of the day, it is what it is, right? As I said, of course, certainly."
)
MASHED = "asdf jkl qwrtz sdfg hjkl xcvb mnbv qwer tzzz asdf"
RECIPE = (
    "Preheat the oven to 180 degrees. Mix two eggs with sugar, add flour and butter, pour it all"
    " into a tin and bake it for forty minutes. Serve with cream."
)
LECTURE = (
    "Leadership is the art of motivating people. A leader must listen. A leader must decide. A"
    " leader must set an example. Leadership is defined as influence."
)
AROUND = ["{junk} {filler}", "{filler} {junk}", "{filler} {junk} {filler}"]


@pytest.mark.parametrize("junk", [MASHED, RECIPE, LECTURE])
@pytest.mark.parametrize("around", AROUND)
def test_it_gets_no_level(junk: str, around: str) -> None:
    alone = the_cell(junk).level
    padded = the_cell(around.format(junk=junk, filler=FILLER)).level

    assert padded.status is Status.INSUFFICIENT
    assert padded == alone
