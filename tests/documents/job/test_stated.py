"""Criteria that are only stated are asked for; procedure and what the employer tells are not."""

import pytest

from contracts.work import Remote
from tests.documents.build import a_job

HEAD = "Lock Keeper\n\nWe keep canals open.\n\n"


def asked(text: str) -> list[str]:
    return [r.span.quote for r in a_job(text).requirements[1:]]


@pytest.mark.parametrize(
    "heading",
    [
        "Behaviours",
        "Selection criteria (20 marks each)",
        "Key selection criteria",
        "Shortlisting criteria",
        "Competencies assessed",
        "Eligibility criteria",
        "The Candidate",
        "You will be assessed against these strengths:",
    ],
)
def test_a_section_that_only_states_criteria_asks_for_them(heading: str) -> None:
    text = f"{HEAD}{heading}\n- Managing the water level\n- Working with boaters\n"

    assert asked(text) == ["Managing the water level", "Working with boaters"]


@pytest.mark.parametrize(
    "heading",
    [
        "Selection process details",
        "The sift",
        "Employer questions",
        "Contact point for applicants",
        "Benefits",
    ],
)
def test_a_section_about_the_procedure_asks_for_nothing(heading: str) -> None:
    text = f"{HEAD}{heading}\n- Working with boaters\n- Managing the water level\n"

    assert asked(text) == []
    assert not a_job(text).duties


@pytest.mark.parametrize(
    "said",
    [
        "Which of the following statements best describes your experience of canals?",
        "How many years' experience do you have with sluices?",
        "Should many people apply, an initial sift may use the first criterion",
        "There are two ways to qualify: by training or by experience",
        "See the Required Papers section for the documents needed",
        "A degree from abroad may be used to meet the requirement if it is comparable",
        "Volunteer work helps build skills that count as experience",
        "Preference is given in line with our Employment Equity plan",
        "The Trust does not charge a fee at any stage",
        "Perform other related duties as required",
    ],
)
def test_procedure_is_no_requirement(said: str) -> None:
    assert asked(f"{HEAD}Requirements\n- Knowledge of canals\n- {said}\n") == [
        "Knowledge of canals"
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Experience sifting evidence from several sources",
        "Experience of employment law and equity release",
        "Experience of photographs and maps as evidence",
    ],
)
def test_work_in_the_words_of_a_procedure_is_asked_for_all_the_same(said: str) -> None:
    assert asked(f"{HEAD}Requirements\n- {said}\n") == [said]


@pytest.mark.parametrize("heading", ["Job Description:", "Description", "Job summary"])
def test_a_heading_of_the_whole_job_announces_what_its_points_tell(heading: str) -> None:
    skills = "- 5+ years of experience with Java\n- Good knowledge of Oracle\n"
    text = f"{HEAD}{heading}\n{skills}\nRoles:\n- Develop user stories\n- Review code\n"
    job = a_job(text)

    assert asked(text) == ["5+ years of experience with Java", "Good knowledge of Oracle"]
    assert [d.span.quote for d in job.duties] == ["Develop user stories", "Review code"]


def test_a_job_description_of_deeds_holds_duties() -> None:
    job = a_job(f"{HEAD}Job Description:\n- Open the locks\n- Check the gates\n")

    assert len(job.duties) == 2
    assert len(job.requirements) == 1


@pytest.mark.parametrize(
    "said",
    [
        "We are around 40 people in two towns.",
        "Our lock team advises boaters on tides.",
        "This is a small, friendly team of seven.",
        "Brookwater helps anglers find a stretch of river.",
        "You will join us at a time of change.",
    ],
)
def test_what_is_told_of_the_employer_is_no_duty(said: str) -> None:
    assert not a_job(f"{HEAD}Job summary\n\n{said}\n").duties


@pytest.mark.parametrize(
    "said",
    [
        "You will join a crew and open the locks.",
        "Opening the locks and helping anglers.",
        "The keeper will help anglers along the river.",
    ],
)
def test_what_the_reader_will_do_stays_a_duty(said: str) -> None:
    assert len(a_job(f"{HEAD}Job summary\n\n{said}\n").duties) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Successful candidates must meet the security requirements",
        "The level needed is a counter-terrorist check",
        "Baseline personnel security standard checks",
        "You must be suitable for public employment",
        "Full working rights in New Zealand",
        "You must satisfy the nationality rules",
    ],
)
def test_a_condition_of_the_state_is_a_gate(said: str) -> None:
    assert any(r.is_gate for r in a_job(f"{HEAD}Requirements\n- {said}\n").requirements)


@pytest.mark.parametrize(
    "said",
    [
        "Experience of writing security requirements",
        "Able to meet customers' requirements",
        "Knowledge of baseline surveys",
    ],
)
def test_work_with_such_conditions_is_no_gate(said: str) -> None:
    assert not any(r.is_gate for r in a_job(f"{HEAD}Requirements\n- {said}\n").requirements)


@pytest.mark.parametrize(
    "said",
    [
        "Experience of dredging will be highly regarded",
        "Experience of dredging is viewed favourably",
        "Experience of dredging would be considered an asset",
        "Experience of dredging will be well regarded",
    ],
)
def test_what_is_highly_regarded_is_only_wished_for(said: str) -> None:
    found = a_job(f"{HEAD}Requirements\n- {said}\n").requirements[1:]

    assert [r.strength.value for r in found] == ["nice"]


def test_a_wavy_line_marks_a_point() -> None:
    text = f"{HEAD}Duties\n~ open the locks\n~ help boaters to moor\n"

    assert len(a_job(text).duties) == 2


@pytest.mark.parametrize("label", ["Position title", "Job title", "Posting", "Role title"])
def test_a_labelled_title_and_the_employer_alone_above_it_are_read(label: str) -> None:
    job = a_job(f"Brookwater Navigation\n{label}: Lock Keeper\nPlant: Selby\n\nDuties\n- Open it\n")

    assert job.title is not None
    assert job.title.value == "Lock Keeper"
    assert job.company is not None
    assert job.company.value == "Brookwater Navigation"
    assert job.terms.place is not None
    assert job.terms.place.quote == "Selby"


@pytest.mark.parametrize("line", ["Urgent Vacancy", "Job Announcement", "Lock Keeper"])
def test_a_first_line_that_names_the_notice_or_the_work_is_no_employer(line: str) -> None:
    assert a_job(f"{line}\nTitle: Lock Keeper\n\nDuties\n- Open it\n").company is None


def test_a_place_beside_the_employer_that_is_after_somebody_is_read() -> None:
    job = a_job("The Tin Otter in Whitby is after a Line Cook to join our kitchen.\n")

    assert job.company is not None
    assert job.company.value == "Tin Otter"
    assert job.terms.place is not None
    assert job.terms.place.quote == "Whitby"


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Salary on offer: 14-20 LPA", "14-20 LPA"),
        ("6.5 to 9 lakhs", "6.5 to 9 lakhs"),
        ("Grade: PO2 (£40,476 - £45,718)", "£40,476 - £45,718"),
        ("Grade 12 / Matric", None),
        ("Grade 5", "Grade 5"),
    ],
)
def test_pay_in_lakhs_or_beside_a_grade_is_pay_and_a_school_grade_is_none(
    line: str, pay: str | None
) -> None:
    found = a_job(f"Lock Keeper\n{line}\n\nDuties\n- Open the locks\n").terms.pay

    assert (found.quote if found else None) == pay


def test_agile_working_is_partly_from_home() -> None:
    assert a_job("Lock Keeper\nSelby office, agile working\n").terms.remote is Remote.HYBRID
    assert a_job("Lock Keeper\nAgile methods at work\n").terms.remote is Remote.UNKNOWN
