"""A heading that says behind a colon how much is wanted is a heading as a whole."""

import pytest

from services.documents.domain import JobSource
from services.documents.rules.engine import RulesAnalyst
from tests.documents.build import JOB_ID


def asked_in(text: str) -> list[tuple[str, str]]:
    analysis = RulesAnalyst().read_job(JobSource(JOB_ID, text))
    return [(str(one.strength), one.span.quote) for one in analysis.requirements]


@pytest.mark.parametrize(
    ("essential", "desirable"),
    [
        ("Person specification: essential", "Person specification: desirable"),
        ("Skills: required", "Skills: preferred"),
        ("Requirements: essential", "Requirements: desirable criteria"),
        ("Qualifications: mandatory", "Qualifications: optional"),
        ("Experience: essential.", "Experience: desirable."),
        ("**Experience**: Essential", "**Experience**: Desirable"),
    ],
)
def test_how_much_is_wanted_heads_the_points_below_and_asks_for_nothing(
    essential: str, desirable: str
) -> None:
    found = asked_in(f"Baker\n\n{essential}\n- Laminating dough\n{desirable}\n- Forklift licence\n")

    assert found[-2:] == [("must", "Laminating dough"), ("nice", "Forklift licence")]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Skills: Python, SQL", "Python, SQL"),
        ("Languages: German required", "German required"),
        ("Requirements: essential baking skills and care", "essential baking skills and care"),
    ],
)
def test_what_is_asked_behind_a_label_is_still_asked(line: str, asked: str) -> None:
    assert asked_in(f"Baker\n\n{line}\n")[-1] == ("must", asked)
