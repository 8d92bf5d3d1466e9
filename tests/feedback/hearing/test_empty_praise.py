"""Praise in which nothing is named is no result and no reason."""

import pytest

from contracts.evidence import EvidenceType
from tests.feedback.build import heard

DEED = "I rebuilt the rota in May."


@pytest.mark.parametrize(
    "praise",
    [
        "We improved it and the team did well.",
        "As a team we did it together.",
        "Everything improved and it was a great success.",
        "It went well and we were all very pleased.",
    ],
)
def test_praise_without_anything_in_it_is_no_result_and_no_reason(praise: str) -> None:
    found = heard(f"{DEED} {praise}")

    assert EvidenceType.RESULT not in found
    assert EvidenceType.REASONING not in found


@pytest.mark.parametrize(
    "end",
    [
        "We improved the packing line.",
        "Waits fell from 40 to 12 minutes.",
        "The drivers were happier and left an hour earlier.",
        "It has held to this day.",
    ],
)
def test_an_end_in_which_something_is_named_is_one(end: str) -> None:
    assert EvidenceType.RESULT in heard(f"{DEED} {end}")


def test_what_something_was_like_is_a_reason_still() -> None:
    assert EvidenceType.REASONING in heard(f"{DEED} I used a board, as the old list was torn.")
