"""Words that call for a competency, and the same words as the name of something else."""

import pytest

from contracts.evidence import Competency
from services.documents.rules.competencies import asked_in


@pytest.mark.parametrize(
    "asked",
    [
        "Able to work independently",
        "You are independent and organised",
        "An independent worker who needs little guidance",
        "Independent judgement in hard cases",
        "Independence and initiative",
        "Highly independent",
        "You are curious, independent, and kind",
    ],
)
def test_whoever_works_independently_takes_responsibility(asked: str) -> None:
    assert Competency.OWNERSHIP in asked_in(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "Independent prescriber",
        "V300 independent prescribing",
        "Experience in independent schools",
        "Knowledge of independent financial advice",
        "Experience with an independent living service",
        "Work for an independent bookshop",
        "Auditor independence rules",
        "Platform-independent code",
    ],
)
def test_what_is_called_independent_calls_for_no_responsibility(asked: str) -> None:
    assert Competency.OWNERSHIP not in asked_in(asked)
