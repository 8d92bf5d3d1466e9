"""The sentences of a fit report read right, whatever is asked for."""

import pytest

from contracts.evidence import Competency
from services.documents.rules.choices import choices
from services.documents.rules.competencies import asked_in
from tests.documents.build import Job, Written, a_fit

ASKED = "Team Member\n\nRequirements\n- {}\n"


def reason(resume: Written, asked: str) -> str:
    return a_fit(resume, ASKED.format(asked)).items[-1].reason


@pytest.mark.parametrize(
    ("line", "asked", "told"),
    [
        (
            "Set up learning management systems",
            "Experience with a learning management system",
            "Learning management systems: used in a recent role.",
        ),
        ("Took payments", "Experience with payments", "Payments: used in a recent role."),
        ("Ran Kubernetes", "Kubernetes", "Kubernetes: used in a recent role."),
        (
            "Wrote lesson plans for 5 classes",
            "Lesson plans",
            "Lesson planning: shown with an outcome.",
        ),
    ],
)
def test_the_name_of_a_skill_stands_before_what_is_said_of_it_one_or_many(
    line: str, asked: str, told: str
) -> None:
    assert reason(Written([Job("Team Member", [line])]), asked) == told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Moodle or Canvas", "Moodle or Canvas: not named."),
        ("IPAF or PASMA", "IPAF or PASMA: not named."),
        ("Independent prescriber", "Independent prescriber: not named."),
        ("Experience with electronic patient records", "Electronic patient records: not named."),
    ],
)
def test_what_is_missing_is_named_in_the_words_of_the_job(asked: str, told: str) -> None:
    assert reason(Written([Job("Team Member", ["Kept the rota"])]), asked) == told


def test_a_choice_reads_whole_where_a_word_comes_twice() -> None:
    assert choices("Dealing with guests by phone or face to face") == ("phone", "face to face")
    assert choices("Sit side by side or back to back") == ("Sit side by side", "back to back")


@pytest.mark.parametrize(
    "asked",
    ["Electronic patient records", "User interface design", "Customer data", "The public sector"],
)
def test_what_is_named_after_customers_calls_for_no_care_of_them(asked: str) -> None:
    assert Competency.CUSTOMER_FOCUS not in asked_in(asked)


@pytest.mark.parametrize("asked", ["Listen to patients", "Public-facing work", "Help our users"])
def test_whoever_serves_people_cares_for_customers(asked: str) -> None:
    assert Competency.CUSTOMER_FOCUS in asked_in(asked)
