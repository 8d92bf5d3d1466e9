"""How hard the first questions are, by the job and by what the résumé tells."""

import pytest

from contracts.analysis import ScopeLevel, Seniority, WorkScope
from contracts.documents import Briefing
from services.interview.rules.starting import levels_at_start
from tests.interview.build import a_briefing

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
