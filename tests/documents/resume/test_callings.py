"""A job title says the core skill of its occupation, for as long as it was borne."""

import pytest

from contracts.analysis import Skill, Tier
from services.documents.rules.callings import skills_of
from tests.documents.reading import a_resume


def skill_of(roles: str, skill_id: str) -> Skill | None:
    text = f"Bodil Ekstrand\nbodil@example.org\n\nExperience\n{roles}\n"
    found = [skill for skill in a_resume(text).skills if skill.id == skill_id]
    return found[0] if found else None


def test_years_of_an_occupation_are_those_of_all_its_roles() -> None:
    roles = (
        "Teacher of mathematics and Swedish, Linden School, Malmö\n2014 - 2023\n- Led the group\n\n"
        "Substitute teacher, Beech School, Lund\n2011 - 2013\n- Taught all subjects\n"
    )

    skill = skill_of(roles, "teaching")

    assert skill is not None
    assert (skill.tier, skill.years) == (Tier.USED, 11.0)


@pytest.mark.parametrize(
    ("title", "skill_id"),
    [
        ("Electrician", "electrical"),
        ("Joiner", "carpentry"),
        ("Senior Staff Nurse", "nursing"),
        ("Sous Chef", "cooking"),
        ("Backend Developer", "backend"),
        ("Police Officer", "law-enforcement"),
        ("Physiotherapeutin", "physiotherapy"),
        ("Structural Engineer", "civil-engineering"),
        ("Product Owner", "product-management"),
    ],
)
def test_a_title_says_the_core_of_its_occupation_with_its_years(title: str, skill_id: str) -> None:
    skill = skill_of(f"{title}, Alder Ltd\nJanuary 2016 - December 2019\n- Kept it up\n", skill_id)

    assert skill is not None
    assert (skill.tier, skill.years) == (Tier.USED, 4.0)
    assert skill.evidence


@pytest.mark.parametrize(
    ("title", "skill_id"),
    [
        ("Nurse Recruiter", "nursing"),
        ("Teacher Assistant", "teaching"),
        ("Assistant to the Teacher", "teaching"),
        ("Student Nurse", "nursing"),
        ("Legal Secretary", "legal-research"),
        ("UX Researcher", "academic-research"),
        ("Bakery Inspector", "baking"),
        ("Veterinary Nurse", "nursing"),
    ],
)
def test_the_occupation_of_others_is_none_of_ones_own(title: str, skill_id: str) -> None:
    assert skill_id not in skills_of(title)
