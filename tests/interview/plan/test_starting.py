"""How hard the first questions are, by the job and by what the résumé tells."""

import pytest

from contracts.analysis import ScopeLevel, Seniority, Text, WorkScope
from contracts.documents import Briefing
from contracts.evidence import DocumentKind
from services.interview.rules.plan.starting import levels_at_start
from tests.interview.build import a_briefing, a_span

ALONE = ("Cut the nightly billing run from 6 hours to 40 minutes", "Cleaned nine classrooms")
NOBODY = WorkScope()


def of(seniority: Seniority, scope: WorkScope = NOBODY, *, years: float | None = 8) -> Briefing:
    briefing = a_briefing(claims=ALONE, seniority=seniority)
    resume = briefing.resume.model_copy(update={"scope": scope, "years_total": years})
    return briefing.model_copy(update={"resume": resume})


@pytest.mark.parametrize(
    "scope",
    [
        WorkScope(people=6),
        WorkScope(level=ScopeLevel.LEAD),
        WorkScope(level=ScopeLevel.MANAGER),
        WorkScope(level=ScopeLevel.DIRECTOR),
    ],
)
def test_a_lead_who_is_to_lead_begins_with_the_hardest(scope: WorkScope) -> None:
    assert levels_at_start(of(Seniority.LEAD, scope)) == (2, 3)


@pytest.mark.parametrize("seniority", Seniority)
def test_who_has_led_nobody_begins_at_the_second_at_most(seniority: Seniority) -> None:
    assert max(levels_at_start(of(seniority))) <= 2


@pytest.mark.parametrize("seniority", [one for one in Seniority if one is not Seniority.LEAD])
def test_a_lead_who_is_not_to_lead_is_not_asked_the_hardest(seniority: Seniority) -> None:
    assert max(levels_at_start(of(seniority, WorkScope(people=6)))) <= 2


@pytest.mark.parametrize("seniority", Seniority)
@pytest.mark.parametrize("years", [0.0, 0.5, 1.0])
def test_who_is_new_to_work_begins_with_the_easiest(seniority: Seniority, years: float) -> None:
    assert levels_at_start(of(seniority, years=years)) == (1, 1)


def test_who_never_worked_begins_with_the_easiest() -> None:
    briefing = of(Seniority.LEAD)
    resume = briefing.resume.model_copy(update={"roles": ()})

    assert levels_at_start(briefing.model_copy(update={"resume": resume})) == (1, 1)


def test_who_guided_others_without_leading_them_does_not_begin_with_the_hardest() -> None:
    briefing = a_briefing(claims=["Mentored two juniors"], seniority=Seniority.LEAD)

    assert levels_at_start(briefing) == (2, 2)


def held_by(title: str, briefing: Briefing) -> Briefing:
    """With a résumé whose only role has this title."""
    named = Text(value=title, span=a_span(DocumentKind.RESUME, title))
    (role,) = briefing.resume.roles
    resume = briefing.resume.model_copy(
        update={"roles": (role.model_copy(update={"title": named}),)}
    )
    return briefing.model_copy(update={"resume": resume})


def called(title: str, briefing: Briefing) -> Briefing:
    """With a job of this title."""
    named = Text(value=title, span=a_span(DocumentKind.JOB_DESCRIPTION, title))
    job = briefing.job.model_copy(update={"title": named})
    return briefing.model_copy(update={"job": job})


LEADS = [
    "Charge Nurse, Intensive Care",
    "Head Chef",
    "Site Foreman",
    "Depot Manager",
    "Lead Water Engineer",
    "Warehouse Shift Supervisor",
    "Ward Sister",
    "Assistant Store Manager",
    "Head of Payroll",
]
OTHERS = [
    "Head Office Receptionist",
    "Account Manager",
    "Lead Generation Executive",
    "Project Manager",
    "Assistant to the Depot Manager",
    "Funeral Director",
    "Staff Nurse",
    "Chef de Partie",
]


@pytest.mark.parametrize("title", LEADS)
def test_the_title_of_who_leads_tells_that_they_have_led(title: str) -> None:
    assert levels_at_start(held_by(title, of(Seniority.LEAD))) == (2, 3)


@pytest.mark.parametrize("title", OTHERS)
def test_a_title_without_people_does_not(title: str) -> None:
    assert levels_at_start(held_by(title, of(Seniority.LEAD))) == (2, 2)


@pytest.mark.parametrize("title", LEADS)
def test_a_job_with_such_a_title_is_that_of_a_lead(title: str) -> None:
    briefing = of(Seniority.UNKNOWN, WorkScope(people=9))

    assert levels_at_start(called(title, briefing)) == (2, 3)


@pytest.mark.parametrize("title", OTHERS)
def test_a_job_without_people_is_not(title: str) -> None:
    briefing = of(Seniority.UNKNOWN, WorkScope(people=9))

    assert levels_at_start(called(title, briefing)) == (2, 2)


@pytest.mark.parametrize(("years", "levels"), [(2.0, (1, 1)), (4.9, (1, 1)), (5.0, (1, 2))])
def test_who_has_worked_long_is_asked_about_a_hard_day(
    years: float, levels: tuple[int, int]
) -> None:
    assert levels_at_start(of(Seniority.UNKNOWN, years=years)) == levels


def test_a_first_job_is_asked_about_gently_whoever_asks_for_it() -> None:
    briefing = called("Trainee Manager", of(Seniority.ENTRY, WorkScope(people=9)))

    assert levels_at_start(briefing) == (1, 1)
