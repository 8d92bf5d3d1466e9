"""How strongly a résumé shows a skill, for how long, and when last."""

from contracts.analysis import Skill, Tier
from tests.documents.build import Job, Written
from tests.documents.reading import a_resume


def shown(resume: Written, skill_id: str) -> Skill:
    (skill,) = [skill for skill in resume.analysis.skills if skill.id == skill_id]
    return skill


def test_a_listed_skill_has_no_years() -> None:
    skill = shown(Written(skills="Skills: Python"), "python")

    assert (skill.tier, skill.years, skill.last_used) == (Tier.LISTED, None, None)


def test_a_skill_in_a_line_of_work_is_used_and_with_a_measure_it_has_an_outcome() -> None:
    resume = Written([Job("Developer", ["Used Redis", "Tuned MySQL, 40% faster"])])

    assert shown(resume, "redis").tier is Tier.USED
    assert shown(resume, "mysql").tier is Tier.OUTCOME


def test_the_strongest_showing_counts_and_comes_first_in_the_evidence() -> None:
    resume = Written([Job("Developer", ["Built 3 tools in Python"])], skills="Skills: Python")

    skill = shown(resume, "python")

    assert skill.tier is Tier.OUTCOME
    assert skill.evidence[0].start < skill.evidence[1].start
    assert len(skill.evidence) == 2


def test_years_are_the_union_of_roles_that_overlap() -> None:
    resume = Written(
        [
            Job("Developer", ["Python"], start="2020-01", end="2021-12"),
            Job("Consultant", ["Python"], start="2021-01", end="2022-12"),
        ]
    )

    skill = shown(resume, "python")

    assert skill.years == 3.0
    assert skill.last_used == "2022-12"


def test_what_is_implied_is_graded_as_what_implies_it() -> None:
    resume = Written([Job("Developer", ["Built 12 services with FastAPI"])])

    python, fastapi = shown(resume, "python"), shown(resume, "fastapi")

    assert (python.tier, python.years) == (fastapi.tier, fastapi.years)
    assert python.evidence[0].quote == "FastAPI"


def test_every_evidence_stands_in_the_text() -> None:
    resume = Written([Job("Developer", ["Docker on AWS"])], skills="Skills: SQL, Git, C++")

    spans = [span for skill in resume.analysis.skills for span in skill.evidence]

    assert spans
    assert all(resume.text[span.start : span.end] == span.quote for span in spans)


def test_a_number_that_went_the_wrong_way_is_no_outcome() -> None:
    lines = (
        "- Raised the error rate of the Redis cache from 2 to 20 percent\n"
        "- Cut the error rate of MySQL from 20 to 2 percent\n"
    )
    analysis = a_resume(
        f"Mira Tal\n\nExperience\nDeveloper, Quay Ltd\nMay 2019 - June 2021\n{lines}"
    )
    tiers = {skill.id: skill.tier for skill in analysis.skills}

    assert (tiers["redis"], tiers["mysql"]) == (Tier.USED, Tier.OUTCOME)
