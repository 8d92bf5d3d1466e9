"""A résumé counts what its writer did: not what another did, what was turned down or never done."""

import pytest

from contracts.analysis import ResumeAnalysis, Tier
from contracts.evidence import Certainty
from tests.documents.build import Job, Written
from tests.documents.fit.test_evidence import only
from tests.documents.reading import a_resume

HEAD = "Imke Brandt\nimke@brandt.example\n\nEXPERIENCE\nEngineer, Lake Labs Inc\n2020 - 2021\n"


def read(line: str) -> ResumeAnalysis:
    return a_resume(f"{HEAD}- {line}\n- Kept the place in order\n")


NOT_DONE = [
    ("My colleague built it in Rust", "Rust"),
    ("Wrote the plan while a colleague built it in Rust", "Rust"),
    ("Another team ran Kafka", "Kafka"),
    ("The external contractors set up Kubernetes", "Kubernetes"),
    ("My manager had chosen and installed SAP", "SAP"),
    ("Kafka was run by another team", "Kafka"),
    ("The service was written in Rust by a colleague", "Rust"),
    ("Assisted the CTO, who ran Kubernetes", "Kubernetes"),
    ("The team used Scala; I did not", "Scala"),
    ("The team deployed with Docker, but I never did", "Docker"),
    ("The platform ran on Kubernetes (not me)", "Kubernetes"),
    ("Evaluated Kafka but chose NATS", "Kafka"),
    ("Compared Kafka and Redis, then went with Redis", "Kafka"),
    ("Considered MongoDB, in the end decided for PostgreSQL", "MongoDB"),
    ("Chose PostgreSQL over MongoDB", "MongoDB"),
    ("Wrote it in Java instead of Scala", "Scala"),
    ("Exposure to Docker through training only", "Docker"),
    ("Met Docker only in courses", "Docker"),
    ("Docker in theory only", "Docker"),
    ("Advised against SAP", "SAP"),
    ("Decided against moving to Kubernetes", "Kubernetes"),
    ("Rejected MongoDB", "MongoDB"),
    ("Never used Kubernetes", "Kubernetes"),
    ("Read about Kubernetes", "Kubernetes"),
    ("Attended a talk on Terraform", "Terraform"),
]

DONE = [
    ("My colleague and I built it in Rust", "Rust"),
    ("Trained a colleague in Docker", "Docker"),
    ("Taught colleagues who moved to Rust, and wrote it in Scala", "Scala"),
    ("Our team runs Kafka", "Kafka"),
    ("The team used Scala; I did the migrations", "Scala"),
    ("Built a Kafka platform used by other teams", "Kafka"),
    ("Another team wrote the plan, and I built it in Rust", "Rust"),
    ("Led a team of 4 engineers that built it in Scala", "Scala"),
    ("Supported Kubernetes in production", "Kubernetes"),
    ("Ran Kafka; I did not lose a message", "Kafka"),
    ("Evaluated Kafka and introduced it", "Kafka"),
    ("Evaluated Kafka and chose it", "Kafka"),
    ("Evaluated brokers and chose Kafka", "Kafka"),
    ("Compared Kafka and Redis and chose Redis", "Redis"),
    ("Evaluated students in Python, chose the tasks", "Python"),
    ("Chose PostgreSQL over MongoDB", "PostgreSQL"),
    ("Advised against a rewrite, kept it in Java", "Java"),
    ("Advised against SAP and moved all to Java", "Java"),
    ("Gave training in Docker", "Docker"),
    ("Held trainings on Docker, in person only", "Docker"),
    ("Never lost a message in Kafka", "Kafka"),
    ("Rejected a third of the builds with Docker", "Docker"),
    ("As the manager ran Kubernetes for two plants", "Kubernetes"),
]


@pytest.mark.parametrize(("line", "skill"), NOT_DONE)
def test_what_another_did_or_nobody_is_at_most_a_guess_and_listed(line: str, skill: str) -> None:
    found = {each.label: each for each in read(line).skills}

    assert (found[skill].tier, found[skill].certainty) == (Tier.LISTED, Certainty.GUESS)
    assert found[skill].years is None
    assert only(Written([Job("Agent", [line])]), f"Experience with {skill}").tier == 0


@pytest.mark.parametrize(("line", "skill"), DONE)
def test_honest_work_is_read_as_used(line: str, skill: str) -> None:
    found = {each.label: each for each in read(line).skills}

    assert (found[skill].tier, found[skill].certainty) == (Tier.USED, Certainty.SURE)
    assert only(Written([Job("Agent", [line])]), f"Experience with {skill}").tier == 3


def test_what_is_also_done_is_shown_by_that_alone() -> None:
    read_both = read("Never used Kafka at school\n- Ran Kafka for two plants")
    skill = next(each for each in read_both.skills if each.label == "Kafka")

    assert (skill.tier, skill.certainty, len(skill.evidence)) == (Tier.USED, Certainty.SURE, 1)


def test_what_is_implied_by_anothers_work_is_a_guess_too() -> None:
    found = {each.id: each for each in read("My colleague built 3 services with FastAPI").skills}

    assert (found["python"].tier, found["python"].certainty) == (Tier.LISTED, Certainty.GUESS)


def test_of_a_list_only_the_begun_one_is_a_guess() -> None:
    text = f"{HEAD}- Kept order\n\nSKILLS\nRedis, Docker (learning)\nTerraform\n"

    found = {each.label: each.certainty for each in a_resume(text).skills}

    assert (found["Redis"], found["Terraform"]) == (Certainty.SURE, Certainty.SURE)
    assert found["Docker"] is Certainty.GUESS


@pytest.mark.parametrize(
    "line",
    [
        "Reported to a director who led 300 people",
        "Reported directly to Wim Dekker, who led 300 people",
        "Supported the VP, who managed a team of 45",
        "Assistant to the head of sales, leading a team of 45",
        "My manager led 30 engineers",
        "Worked under a captain who commanded 120 soldiers",
        "Part of a 12-person team",
        "Worked in a team of 40",
        "Wrote code in a cross-functional team of 9",
        "Joined a team of 14 engineers",
        "Member of the department of 60",
        "Never managed a team of 10",
        "Would like to lead a team of 10",
    ],
)
def test_people_whom_another_leads_or_whom_one_works_among_are_not_led(line: str) -> None:
    assert read(line).scope.people is None


@pytest.mark.parametrize(
    "line",
    ["Assisted the CEO who ran a $40M budget", "My director managed a budget of $40M"],
)
def test_money_of_another_is_not_the_writers(line: str) -> None:
    assert read(line).scope.money is None


@pytest.mark.parametrize(
    ("line", "people", "certainty"),
    [
        ("Supervised 32 soldiers", 32, Certainty.SURE),
        ("Commanded 30 troops", 30, Certainty.SURE),
        ("Led 3 squads (17 engineers)", 17, Certainty.SURE),
        ("Managed two shifts with 24 workers", 24, Certainty.SURE),
        ("Led a team of 4 engineers that moved to Scala", 4, Certainty.SURE),
        ("Reported to the director who led 300 people, and led 12 engineers", 12, Certainty.SURE),
        ("Reported to the director; led a team of 8", 8, Certainty.SURE),
        ("Supported the plant manager and led a team of 8", 8, Certainty.SURE),
        ("Grew the team from 3 to 11", 11, Certainty.LIKELY),
        ("Hired 6 engineers who built it in Scala", 6, Certainty.SURE),
        ("In charge of a crew of 7", 7, Certainty.LIKELY),
    ],
)
def test_people_whom_the_writer_leads_are_counted(
    line: str, people: int, certainty: Certainty
) -> None:
    scope = read(line).scope

    assert scope.people == people
    assert [r.certainty for r in scope.readings if r.dimension == "people"] == [certainty]


def test_whom_the_team_served_counts_whoever_led_it() -> None:
    assert read("Supported a team that serves 3 million users").scope.users == 3_000_000
