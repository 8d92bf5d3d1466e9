"""The interviewer follows up for what the coach would miss: two services hear alike.

They may not share code, so they are held together here.
"""

import pytest

from contracts.evidence import EvidenceType
from services.interview.rules.heard import heard_in
from tests.feedback.build import heard
from tests.feedback.test_detectors import NOT_SHOWN, SHOWN
from tests.interview.candidates import STRONG, WEAK

SENTENCES = [text for texts in (*SHOWN.values(), *NOT_SHOWN.values()) for text in texts]


@pytest.mark.parametrize("text", STRONG)
def test_both_hear_all_that_a_full_answer_shows(text: str) -> None:
    assert heard_in(text) == set(heard(text))


@pytest.mark.parametrize("text", WEAK)
def test_neither_takes_fine_words_for_a_deed(text: str) -> None:
    assert EvidenceType.OWN_ACTION not in heard_in(text)
    assert EvidenceType.OWN_ACTION not in heard(text)


@pytest.mark.parametrize("kind", list(EvidenceType))
def test_over_many_sentences_they_agree_nine_times_in_ten(kind: EvidenceType) -> None:
    agreed = [(kind in heard_in(text)) == (kind in heard(text)) for text in SENTENCES]

    assert sum(agreed) >= 0.9 * len(agreed)
