"""What ads say in plain words: what nobody needs, who one works with, who offers it and where."""

import pytest

from contracts.analysis import JobAnalysis, Seniority
from contracts.work import Remote
from tests.documents.build import a_job
from tests.documents.job.test_worded import wanted

HEAD = "Policy Officer\n\nRequirements\n"


@pytest.mark.parametrize(
    "said",
    [
        "No experience of being a form tutor is required.",
        "No prior experience with firearms needed",
        "A master's degree may not be substituted for experience at this grade",
    ],
)
def test_what_is_denied_is_not_asked(said: str) -> None:
    assert wanted(f"{HEAD}- Tact\n- {said}\n") == [("must", "Tact")]


@pytest.mark.parametrize("heading", ["What you do not need", "What we don't ask for"])
def test_what_nobody_needs_is_neither_asked_nor_done(heading: str) -> None:
    job = a_job(f"{HEAD}- Tact\n\n{heading}\n- Prior experience with firearms\n- A licence\n")

    assert [r.span.quote for r in job.requirements[1:]] == ["Tact"]
    assert job.duties == ()


def test_a_kind_behind_a_name_is_a_choice() -> None:
    (asked,) = a_job(f"{HEAD}- Knowledge of SAP EWM or a similar WMS\n").requirements[1:]

    assert set(asked.any_of) == {"sap", "wms"}


def test_training_beside_a_degree_is_one_gate() -> None:
    asked = a_job(f"{HEAD}- Vocational training or a bachelor's degree\n").requirements[1:]

    assert [r.is_gate for r in asked] == [True]


@pytest.mark.parametrize(
    "said",
    [
        "Reporting to the CFO, you will lead a finance team of 8.",
        "You'll work with two product managers and six engineers.",
    ],
)
def test_what_one_will_do_is_a_duty(said: str) -> None:
    job = a_job(f"Controller\n\nWe need someone who\n* is fluent in Figma\n\n{said}\n")

    assert [duty.span.quote for duty in job.duties] == [said.rstrip(".")]


def test_with_whom_one_works_is_a_duty_right_below_what_is_asked() -> None:
    job = a_job(
        "Controller\n\nWe need someone who\n* is fluent in Figma\nYou'll work with six nurses.\n"
    )

    assert [r.span.quote for r in job.requirements[1:]] == ["is fluent in Figma"]


def head_of(job: JobAnalysis) -> tuple[str | None, str | None, str | None]:
    terms = job.terms
    return (
        job.company and job.company.value,
        terms.place and terms.place.quote,
        terms.pay and terms.pay.quote,
    )


def test_a_head_in_sentences_names_employer_place_and_pay() -> None:
    job = a_job(
        "Controller\nHarrow Foods plc, Birmingham. £85,000 plus car allowance.\n\nWe bake.\n"
    )

    assert head_of(job) == ("Harrow Foods plc", "Birmingham", "£85,000")


def test_an_ad_that_begins_with_we_names_the_work_and_the_town() -> None:
    job = a_job(
        "We are hiring a Head of Talent to join Quillon, a 400-person company in Dublin"
        " (3 days onsite).\n\nYou have managed six recruiters.\n"
    )

    assert job.title is not None
    assert job.title.value == "Head of Talent"
    assert head_of(job)[:2] == ("Quillon", "Dublin")
    assert job.terms.remote is Remote.HYBRID
    assert job.scope.people == 6


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Product Designer - mid-level", Seniority.MID),
        ("Product Designer (Senior)", Seniority.SENIOR),
        ("Product Designer - Senior Leadership Team", Seniority.UNKNOWN),
    ],
)
def test_a_level_may_stand_alone_behind_the_title(title: str, level: Seniority) -> None:
    assert a_job(f"{title}\n\nRequirements\n- Figma\n").seniority is level
