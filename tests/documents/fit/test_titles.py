"""A title that is asked for: borne, borne in other words, or never, which is nothing to learn."""

import pytest

from contracts.analysis import Closing, FitItem, FitStatus, Gap
from tests.documents.build import Job, Written, a_fit


def compared(titles: list[str], job: str) -> tuple[FitItem, Gap | None]:
    report = a_fit(Written([Job(title, ["Kept the rota"]) for title in titles]), job)
    item = report.items[0]
    gap = [gap for gap in report.gaps if gap.requirement_id == item.requirement.id]
    return item, gap[0] if gap else None


@pytest.mark.parametrize(
    ("title", "job"),
    [
        ("Staff Nurse", "Backend Developer"),
        ("Bus Driver", "Accountant"),
        ("Chef", "Solicitor"),
        ("Graphic Designer", "Electrician"),
        ("Retail Assistant", "Data Engineer"),
    ],
)
def test_a_title_that_nobody_bore_is_told_as_one_by_the_roles_and_is_nothing_to_learn(
    title: str, job: str
) -> None:
    item, gap = compared([title], f"{job}\n\nRequirements\n- Kubernetes\n")

    assert item.status is FitStatus.MISSING
    assert item.reason == "This is a title. No role bore it, or one of the same kind of work."
    assert [span.quote for span in item.evidence] == [title]
    assert gap is not None
    assert gap.close_by == (Closing.PREPARE_STORY, Closing.EXPECT_QUESTION)


def test_years_in_a_kind_of_work_that_nobody_did_are_nothing_to_learn() -> None:
    resume = Written([Job("Chef", ["Cooked"])])

    report = a_fit(resume, "Chef\n\nRequirements\n- Five years as an architect\n- Kubernetes\n")

    ways = {gap.requirement_id: gap.close_by for gap in report.gaps}
    _, years, other = (item.requirement.id for item in report.items)
    assert Closing.LEARN not in ways[years]
    assert Closing.LEARN in ways[other]


@pytest.mark.parametrize(
    ("title", "job"),
    [
        ("Flood Risk Officer", "Flood Risk Officer"),
        ("Senior Flood Risk Officer", "Flood Risk Officer (Band 6)"),
        ("Advanced Clinical Practitioner", "Advanced Clinical Practitioner, Leeds"),
        ("Organ Builder, Rowan Workshop", "Organ Builder"),
        ("Beekeeping Adviser", "Beekeeping Adviser (part time)"),
    ],
)
def test_a_title_of_an_unknown_kind_of_work_is_compared_by_its_words(title: str, job: str) -> None:
    item, _ = compared([title], f"{job}\n\nRequirements\n- Kubernetes\n")

    assert item.status is FitStatus.MET


@pytest.mark.parametrize(
    ("title", "job"),
    [
        ("Parish Records Officer", "Flood Risk Officer"),
        ("Officer", "Officer"),
        ("Organ Tuner", "Organ Builder"),
    ],
)
def test_other_words_or_one_alone_leave_it_open(title: str, job: str) -> None:
    item, gap = compared([title], f"{job}\n\nRequirements\n- Kubernetes\n")

    assert item.status is FitStatus.UNKNOWN
    assert gap is not None
    assert Closing.LEARN not in gap.close_by


@pytest.mark.parametrize(
    ("title", "job", "status"),
    [
        ("Site Supervisor", "Site Supervisor – Commercial", FitStatus.MET),
        ("Sales Assistant", "Site Supervisor – Commercial", FitStatus.MISSING),
        ("Procurement Officer", "Warehouse Operative", FitStatus.PARTIAL),
        ("Procurement Officer", "Purchasing Manager", FitStatus.MET),
        ("Nurse", "Staff Nurse - Sales of Health Services", FitStatus.MET),
    ],
)
def test_what_stands_behind_a_title_does_not_change_its_work(
    title: str, job: str, status: FitStatus
) -> None:
    item, _ = compared([title], f"{job}\n\nRequirements\n- Kubernetes\n")

    assert item.status is status


@pytest.mark.parametrize(
    ("title", "job", "status"),
    [
        ("Multi-drop Delivery Driver", "HGV Class 1 Driver", FitStatus.PARTIAL),
        ("HGV Driver (Class 1)", "HGV Class 1 Driver", FitStatus.MET),
        ("Civil Engineer", "Senior Civil Engineer", FitStatus.PARTIAL),
        ("Senior Civil Engineer", "Civil Engineer", FitStatus.MET),
        ("Lead Developer", "Senior Software Engineer", FitStatus.MET),
        ("Sous Chef", "Head Chef", FitStatus.PARTIAL),
        ("Head Chef", "Sous Chef", FitStatus.MET),
        ("Staff Nurse", "Charge Nurse", FitStatus.PARTIAL),
        ("Ward Sister", "Charge Nurse", FitStatus.MET),
        ("Shop Assistant", "Store Manager", FitStatus.PARTIAL),
        ("Store Manager", "Shop Manager", FitStatus.MET),
        ("Apprentice Plumber", "Plumber", FitStatus.PARTIAL),
        ("Plumber", "Apprentice Plumber", FitStatus.MET),
        ("Software Developer", "Software Engineer", FitStatus.MET),
        ("Registered Nurse", "Staff Nurse", FitStatus.MET),
        ("Head of Marketing", "Marketing Director", FitStatus.MET),
    ],
)
def test_a_title_of_another_kind_or_of_a_lower_rank_is_a_part_of_it(
    title: str, job: str, status: FitStatus
) -> None:
    resume = Written([Job(title, ["Kept the log"], start="2015-01")], years_total=11.0)

    item = a_fit(resume, f"{job}\n\nRequirements\n- Kubernetes\n").items[0]

    assert item.status is status


def test_one_word_of_a_title_may_stand_in_a_line_of_the_role() -> None:
    asked = "Night Bindery Supervisor\n\nRequirements\n- Kubernetes\n"
    by_night = Written([Job("Bindery Supervisor", ["In charge of a night team"])])
    by_day = Written([Job("Bindery Supervisor", ["In charge of a day team"])])

    assert a_fit(by_night, asked).items[0].status is FitStatus.MET
    assert a_fit(by_day, asked).items[0].status is FitStatus.UNKNOWN


@pytest.mark.parametrize(
    ("title", "line", "is_met"),
    [
        ("Staff Engineer", "Built the billing service in Kotlin", True),
        ("Tech Lead", "Built the billing service in Kotlin", True),
        ("Senior Engineer", "Wrote the ordering API in Python with Django", True),
        ("Staff Engineer", "Designed foundations of bridges", False),
        ("Principal Engineer", "Ran load cases in MATLAB and Python", False),
        ("Sales Engineer", "Showed the Kotlin SDK to buyers", False),
        ("Team Lead", "Led a call centre", False),
    ],
)
def test_an_engineer_of_no_kind_who_writes_software_has_years_in_it(
    title: str, line: str, *, is_met: bool
) -> None:
    roles = [
        Job(title, [line], start="2020-01"),
        Job("Senior Developer", ["Wrote the shop"], "2014-01", "2019-12"),
    ]
    asked = "Clerk\n\nRequirements\n- 10+ years of software engineering\n"

    item = a_fit(Written(roles), asked).items[-1]

    assert (item.status is FitStatus.MET) is is_met
