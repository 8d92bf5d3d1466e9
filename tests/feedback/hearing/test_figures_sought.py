"""No figure is looked for where no word of one stands, and none is missed for that."""

import pytest

from chassis.hearing.figures import is_compared, may_be_measured
from chassis.hearing.lexicon import signs
from contracts.evidence import EvidenceType

COMPARED = [
    "The wait fell to half of what it was.",
    "The orders doubled within the month.",
    "It takes two hours instead of seven.",
    "One crate breaks each week now, it was one an hour.",
    "It was thirty, and it is often under ten.",
    "We stand at six, before that it was nineteen.",
]
MEASURED = [
    *COMPARED[:3],
    "There were no accidents on my shift.",
    "Zero faults came back from the line.",
    "It rose by a third.",
]


@pytest.mark.parametrize("text", COMPARED)
def test_what_is_compared_has_a_word_of_a_figure(text: str) -> None:
    assert is_compared(text) == bool(signs().modal["compared"].search(text))


@pytest.mark.parametrize("text", MEASURED)
def test_what_is_measured_has_a_word_of_a_figure(text: str) -> None:
    tables = (signs().sentence, signs().sentence_late)

    assert may_be_measured(text) or not any(
        table[EvidenceType.MEASURE].search(text) for table in tables
    )


def test_a_sentence_without_a_figure_is_not_looked_through_for_one() -> None:
    assert not may_be_measured("I rang the depot and the driver turned round.")
