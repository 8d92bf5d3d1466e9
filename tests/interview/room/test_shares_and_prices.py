"""A share of all is a figure that was heard; what had to be paid is none."""

import pytest

from contracts.evidence import EvidenceType
from services.interview.rules.room.heard import heard_in


@pytest.mark.parametrize(
    "told",
    [
        "I wrote a script that sorted the cases. It handled 58,000 of the 60,000 cases.",
        "I rewrote the form, and nine out of ten applicants filled it in right.",
        "I trained the porters, and 12 of the 14 passed.",
        "I changed the supplier and it saved us 400 pounds.",
        "I replaced the pump. It cost 400 pounds less than the year before.",
    ],
)
def test_a_share_and_a_saving_are_figures(told: str) -> None:
    assert EvidenceType.MEASURE in heard_in(told)


@pytest.mark.parametrize(
    "told",
    [
        "I chose the better paint, and it cost 400 pounds more.",
        "I took the night train and it cost us about 30 euros extra.",
        "I took over the project. It ended 12 % over budget.",
        "I changed the supplier. We paid a fine of 2,000 euros.",
        "There were 58,000 of the 60,000 cases left. I sorted them by hand.",
    ],
)
def test_a_price_and_what_stood_before_the_deed_are_none(told: str) -> None:
    assert EvidenceType.MEASURE not in heard_in(told)
