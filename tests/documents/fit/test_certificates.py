"""A certificate that is held meets the certificate that is asked for, and nothing else does."""

import pytest

from bench.fit import judged
from contracts.analysis import FitStatus
from tests.documents.build import Job, Written, a_fit

WORK = [Job("Team Member", ["Helped on the floor"], start="2020-01")]
ASKED = "Team Member\n\nRequirements\n- {}\n"


def status_of(held: str, asked: str) -> FitStatus:
    report = a_fit(Written(WORK, certifications=[held]), ASKED.format(asked))
    found = [*report.items[1:], *report.gates]
    assert len(found) == 1
    return found[0].status


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        (
            "Immediate Life Support (ILS), 2023",
            "Advanced Life Support (ALS) or Immediate Life Support (ILS)",
        ),
        ("ILS, 2023", "Immediate Life Support (ILS) certificate"),
        ("Immediate Life Support", "ALS or ILS certificate"),
        ("ACLS", "Immediate Life Support (ILS)"),
        ("Emergency First Aid at Work", "First aid certificate"),
        ("PRINCE2 Practitioner, 2021", "PMP or PRINCE2"),
        ("IOSH Managing Safely", "NEBOSH, SMSTS or IOSH certificate"),
        ("AWS Certified Solutions Architect - Associate", "AWS certification"),
        ("Food Hygiene Level 2", "Food hygiene certificate"),
        ("Professional Scrum Master (PSM I)", "CSM or PSM certification"),
        ("Immediate Life Support", "Immediate Life Support, Advanced Life Support or EPALS"),
        (
            "Certified Tree Risk Assessor",
            "Tree Risk Assessor or Arboricultural Consultant certificate",
        ),
    ],
)
def test_a_certificate_that_is_held_meets_what_asks_for_it_or_for_another(
    held: str, asked: str
) -> None:
    assert status_of(held, asked) is FitStatus.MET


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ("Immediate Life Support (ILS), 2023", "Advanced Life Support (ALS) certificate"),
        ("Immediate Life Support", "Advanced life support certificate"),
        ("Immediate Life Support (ILS), in progress", "Immediate Life Support (ILS)"),
        ("Basic Life Support (BLS)", "Advanced Life Support (ALS) or Immediate Life Support (ILS)"),
        ("CEH, 2022", "CISM certification"),
        ("AWS Certified Solutions Architect - Associate", "Five years of AWS"),
        ("Certificate in Data Analysis", "Experience in data analysis"),
        ("Food Hygiene Level 2", "First aid certificate"),
        ("ISTQB Foundation", "CSM or PSM certification"),
        ("Immediate Life Support", "ALS or ILS, and PRINCE2"),
    ],
)
def test_another_certificate_or_a_course_where_work_is_asked_for_does_not_meet_it(
    held: str, asked: str
) -> None:
    assert status_of(held, asked) is not FitStatus.MET


@pytest.mark.parametrize(
    ("line", "tier"), [("Chartered Accountant", 3), ("I hope to be a Chartered Accountant", 0)]
)
def test_a_paper_that_is_named_as_ones_own_is_held(line: str, tier: int) -> None:
    resume = (
        f"Ada Fernweh\n{line}\nada@example.org\n\nExperience\n\n"
        "Audit Clerk, Elm & Co, 2019 - 2021\n- Wrote memos\n"
    )
    job = "Clerk\n\nRequirements\n- Qualified Chartered Accountant\n"

    assert judged(resume.encode(), job)[0].items[-1].tier == tier


@pytest.mark.parametrize(
    ("held", "asked", "status"),
    [
        ("PRINCE2 Foundation", "PRINCE2 Practitioner", FitStatus.PARTIAL),
        ("PRINCE2 Practitioner", "PRINCE2 Practitioner", FitStatus.MET),
        ("PRINCE2", "PRINCE2 Practitioner", FitStatus.MET),
        ("PRINCE2 Foundation", "PRINCE2", FitStatus.MET),
    ],
)
def test_another_level_of_a_certificate_is_one_of_its_kind_and_no_more(
    held: str, asked: str, status: FitStatus
) -> None:
    assert status_of(held, asked) is status


@pytest.mark.parametrize(
    ("held", "asked", "is_met"),
    [
        ("Food Hygiene Level 3", "Level 3 food hygiene certificate", True),
        ("Level 3 Award in Food Safety", "Level 2 food hygiene certificate", True),
        ("Food Hygiene Level 2", "Level 3 food hygiene certificate", False),
        ("NVQ Level 3 Professional Cookery", "NVQ Level 2 or above in professional cookery", True),
        ("NVQ Level 2 Professional Cookery", "NVQ Level 3 or above in professional cookery", False),
        ("NVQ Level 3 Hairdressing", "NVQ Level 2 or above in professional cookery", False),
        ("Level 3 Diploma in Childcare", "Level 2 or above childcare qualification", True),
        ("NVQ Level 2 in Childcare", "Level 3 childcare qualification", False),
        ("PA1 and PA6 spraying", "PA1 and PA6 pesticide certificates", True),
        ("PA1 Safe use of pesticides", "PA1 and PA6 pesticide certificates", False),
        ("GCSE Maths", "Basic maths", True),
        ("Chartered Engineer (CEng)", "Chartered or close to achieving chartership", True),
        ("Asbestos awareness 2024", "Asbestos awareness training", True),
        ("Asbestos awareness 2024", "Manual handling training", False),
    ],
)
def test_a_paper_is_known_by_kind_level_and_subject_in_any_order(
    held: str, asked: str, *, is_met: bool
) -> None:
    resume = Written([Job("Cook", ["Cooked"])], certifications=[held])

    item = a_fit(resume, f"Team Member\n\nRequirements\n- {asked}\n").items[-1]

    assert (item.status is FitStatus.MET) is is_met
