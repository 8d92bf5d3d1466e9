"""Only what a résumé shows of its writer is evidence: not what is denied, wished for, another's."""

import pytest

from contracts.analysis import FitItem, FitStatus, GapKind, WorkScope
from services.documents.rules.carries import carries
from tests.documents.build import Job, Written, a_fit
from tests.documents.fit.test_fit import ASKED, tier_of


def only(resume: Written, asked: str) -> FitItem:
    report = a_fit(resume, ASKED.format(asked))
    (item,) = [*report.items[1:], *report.gates]
    return item


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("No experience with Java yet", "Java"),
        ("Did not use Kafka", "Kafka"),
        ("Want to learn Terraform", "Terraform"),
        ("Looking to work with Redis", "Redis"),
        ("Interested in Ansible", "Ansible"),
        ("Started a course in Python", "Python"),
        ("Currently learning PostgreSQL", "PostgreSQL"),
        ("Helped the team that runs Kubernetes", "Kubernetes"),
        ("Assisted our Kafka engineers", "Kafka"),
        ("Recruited 20 Java developers", "Java"),
    ],
)
def test_a_line_that_names_a_skill_may_not_show_it(line: str, skill: str) -> None:
    resume = Written([Job("Support Agent", [line])])

    item = only(resume, f"Experience with {skill}")

    assert (item.tier, item.status) == (0, FitStatus.MISSING)
    assert item.reason == f"{skill}: named, but not as something you have or have done."


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Moved all to Kubernetes with no downtime of Kafka", "Kafka"),
        ("Supported Kubernetes in production", "Kubernetes"),
        ("Planned the cut of costs and moved to Terraform", "Terraform"),
        ("Worked with the team on Kafka", "Kafka"),
        ("Supported the team of ten and built Java services", "Java"),
        ("Never lost a message in Kafka", "Kafka"),
        ("Began with a spreadsheet, ended with PostgreSQL", "PostgreSQL"),
        ("Did not wait, but wrote Terraform", "Terraform"),
    ],
)
def test_honest_work_still_shows_its_skill(line: str, skill: str) -> None:
    assert carries(line, line.index(skill), line.index(skill) + len(skill))
    assert only(Written([Job("Support Agent", [line])]), f"Experience with {skill}").tier == 3


def test_of_several_in_one_list_only_the_begun_one_is_not_shown() -> None:
    resume = Written([Job("Support Agent")], skills="Skills: Docker (learning), Redis (basic)")

    assert only(resume, "Docker").tier == 0
    assert only(resume, "Redis").tier == 1


def test_what_is_shown_elsewhere_counts_there() -> None:
    resume = Written(
        [Job("Support Agent", ["Want to learn Terraform"])], skills="Skills: Terraform, Docker"
    )

    assert tier_of(resume, "Terraform") == (1, FitStatus.PARTIAL)


@pytest.mark.parametrize(
    ("asked", "tier", "status"),
    [
        ("1 year of nursing", 3, FitStatus.MET),
        ("Minimum 12 months' experience in nursing", 3, FitStatus.MET),
        ("Six months of beekeeping experience", 0, FitStatus.UNKNOWN),
        ("8 years of nursing", 1, FitStatus.PARTIAL),
        ("8 years of supervising nurses", 1, FitStatus.PARTIAL),
        ("One year of supervising nurses", 3, FitStatus.MET),
        ("5 years of selling to hospitals", 0, FitStatus.UNKNOWN),
        ("3 years of inspecting care homes for nurses", 0, FitStatus.UNKNOWN),
        ("10 years of beekeeping", 0, FitStatus.UNKNOWN),
        ("4 years of managing vineyards", 0, FitStatus.UNKNOWN),
    ],
)
def test_years_are_years_of_what_is_asked(asked: str, tier: int, status: FitStatus) -> None:
    lines = ["Gave one year of supervision to 10 nurses on a ward of 24 beds", "Managed the rota"]
    resume = Written([Job("Nurse", lines, start="2025-01")], years_total=1.0)

    assert (only(resume, asked).tier, only(resume, asked).status) == (tier, status)


def test_a_number_of_people_is_no_number_of_years() -> None:
    lines = ["Led 12 people"]
    resume = Written([Job("Agent", lines, start="2025-06")], scope=WorkScope(people=12))

    item = only(resume, "10 years of beekeeping with a team of 10")

    assert item.status is not FitStatus.MET


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("Class B driving licence", FitStatus.MET),
        ("Class C driving licence", FitStatus.UNKNOWN),
        ("Driving licence", FitStatus.MET),
        ("Bachelor's degree", FitStatus.UNKNOWN),
        ("Certified Solutions Architect by Umbra", FitStatus.UNKNOWN),
        ("Certified Solutions Architect by Velo", FitStatus.MET),
        ("NMC registered nurse with current PIN", FitStatus.MET),
        ("Intermediate Life Support, or willing to work towards it", FitStatus.MET),
        ("Certified Tree Surveyor", FitStatus.UNKNOWN),
    ],
)
def test_a_paper_is_the_one_that_is_asked_for_and_is_held(asked: str, status: FitStatus) -> None:
    resume = Written(
        [Job("Agent")],
        certifications=[
            "Class B driving licence",
            "Velo Certified Solutions Architect",
            "NMC Registered Nurse",
            "Intermediate Life Support, 2024",
            "Tree Surveyor (in progress)",
        ],
        education=["BSc Physics (not completed)", "BA History, expected 2028"],
    )

    assert only(resume, asked).status is status


@pytest.mark.parametrize(
    ("asked", "tier"),
    [
        ("Fluent German", 1),
        ("German (A1)", 3),
        ("Basic German", 2),
        ("Good Spanish", 3),
        ("Business French", 1),
        ("Fluent Spanish and basic French", 3),
        ("Fluent German or Spanish", 3),
    ],
)
def test_a_language_is_shown_at_the_level_that_is_listed(asked: str, tier: int) -> None:
    resume = Written(
        [Job("Agent")], languages=["German (A1)", "Spanish (native)", "French - basic"]
    )

    assert only(resume, asked).tier == tier


def test_a_language_below_the_level_asked_is_a_gap_of_level() -> None:
    resume = Written([Job("Agent", ["Wrote PostgreSQL"])], languages=["German (A1)"])

    report = a_fit(resume, ASKED.format("Fluent German"))

    assert GapKind.LEVEL in {gap.kind for gap in report.gaps}


@pytest.mark.parametrize(
    "line",
    [
        "Would like to mentor juniors",
        "Reported to the head who mentored juniors",
        "Did not coach anybody",
    ],
)
def test_behaviour_that_is_wished_denied_or_anothers_is_not_shown(line: str) -> None:
    item = only(Written([Job("Agent", [line])]), "You lead by example")

    assert item.status is FitStatus.UNKNOWN
