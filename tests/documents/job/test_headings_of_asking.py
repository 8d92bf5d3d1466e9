"""Headings that announce what is asked for, in the words of those who ask."""

import pytest

from contracts.analysis import RequirementKind, Strength
from tests.documents.build import a_job

POINTS = "- Experience of night trunking\n- Moffett ticket\n"


def strengths(heading: str) -> list[Strength]:
    job = f"Driver\n\nWe run a depot of forty lorries.\n\n{heading}\n{POINTS}\nHow to apply\n"
    return [r.strength for r in a_job(f"{job}Send a letter.\n").requirements[1:]]


@pytest.mark.parametrize(
    "heading",
    [
        "To apply you will need:",
        "In order to apply, applicants must have",
        "To be considered for this role you must hold:",
        "Desired profile",
        "Required candidate profile",
    ],
)
def test_what_one_needs_to_apply_is_required(heading: str) -> None:
    assert strengths(heading) == [Strength.MUST, Strength.MUST]


@pytest.mark.parametrize("heading", ["Desirables", "Also useful", "Added advantage"])
def test_what_is_also_useful_is_nice_to_have(heading: str) -> None:
    assert strengths(heading) == [Strength.NICE, Strength.NICE]


@pytest.mark.parametrize("heading", ["To apply:", "To apply, send us", "How to apply"])
def test_how_to_apply_asks_for_nothing(heading: str) -> None:
    assert strengths(heading) == []


def test_a_degree_with_full_stops_is_one_with_its_subject() -> None:
    job = a_job("Chemist\n\nRequirements\n- M.Sc. Chemistry or B.Pharm. Biology\n- Titration\n")

    assert "M.Sc. Chemistry" in job.requirements[1].span.quote


def test_english_beside_maths_is_a_subject_and_no_language_that_is_spoken() -> None:
    asked = a_job("Driver\n\nRequirements\n- Basic maths and English\n- Fluent English\n")

    kinds = [r.kind for r in asked.requirements[1:]]
    assert kinds[0] is not RequirementKind.LANGUAGE
    assert kinds[1] is RequirementKind.LANGUAGE
