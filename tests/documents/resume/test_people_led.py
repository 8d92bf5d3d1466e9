"""How many people somebody leads, by who does it to whom; and the level that goes with it."""

import pytest

from contracts.analysis import Role, ScopeLevel
from tests.documents.reading import a_resume


def a_role(line: str, title: str = "Ward Clerk") -> Role:
    (role,) = a_resume(
        f"Ada Fernweh\n\nEXPERIENCE\n\n{title}, Corner Mill, 2019 - 2021\n- {line}\n"
    ).roles
    return role


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Lead shifts of 12 nurses and healthcare assistants", 12),
        ("Head of the mathematics group: 6 colleagues", 6),
        ("Responsible for a brigade of nine", 9),
        ("Ran the ward with 4 direct reports", 4),
        ("Sailed with a crew of 7 under me", 7),
        ("Had 4 tellers under my supervision", 4),
        ("Supervised two apprentices", 2),
        ("Led forty-two soldiers in the field", 42),
        ("Managed a dozen fitters", 12),
        ("Managed and rostered 26 carers", 26),
        ("In charge of 18 porters", 18),
        ("Headed a 16-strong sales floor", 16),
        ("Led the night shift (5 nurses, 3 aides)", 8),
        ("Managed 3 supervisors and 40 pickers", 43),
        ("Managed a branch with 13 employees", 13),
        ("Supervising up to 14 lifeguards per shift", 14),
        ("Nine tutors reported to me", 9),
        ("Direct reports: 5", 5),
        ("Led and coached a team of 14", 14),
        ("Team leader of 12 call handlers", 12),
        ("Line manager to 5 physiotherapists", 5),
        ("Managed 20–30 seasonal workers", 30),
        ("Led a small team (3)", 3),
        ("Leading the ward's 14 nurses", 14),
        ("Managed a team of 30 people, 12 cooks and 18 waiters", 30),
    ],
)
def test_people_who_are_led_are_counted_in_any_trade(line: str, people: int) -> None:
    assert a_role(line).scope.people == people


@pytest.mark.parametrize(
    "line",
    [
        "Mentored 9 new nurses",
        "Taught 120 pupils",
        "Served 80 guests",
        "Worked in a team of 12",
        "Coached 20 agents on the new script",
        "Trained a crew of 9",
        "One of a team of 8 nurses",
        "Cared for 24 residents with a team of 6 carers",
        "Fed a crew of 40",
        "Ran payroll for a staff of 85",
        "Our team of 9 won the cup",
        "Led 30 workshops for staff",
        "Led 3 people's pension cases",
        "Managed 30 staff rotas",
        "Led a group of 25 tourists",
        "Supervised 30 children at lunch",
        "Supervised 12 restaurants",
        "Managed shifts of 12 hours",
        "Managed units of 40 beds",
        "Led 10 people through the museum",
        "Reported to the manager of 25 people",
        "Assistant to the head of 25 nurses",
    ],
)
def test_people_who_are_taught_served_or_worked_with_are_not_led(line: str) -> None:
    assert a_role(line).scope.people is None


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Responsible for a brigade of nine", ScopeLevel.LEAD),
        ("Supervised two apprentices", ScopeLevel.LEAD),
        ("Had 4 tellers under my supervision", ScopeLevel.LEAD),
        ("Ran the ward with 4 direct reports", ScopeLevel.MANAGER),
        ("Line-managed seven assistants", ScopeLevel.MANAGER),
        ("Nine tutors reported to me", ScopeLevel.MANAGER),
        ("Mentored 9 new nurses", ScopeLevel.IC),
        ("Hired 6 engineers", ScopeLevel.IC),
        ("Served 80 guests", ScopeLevel.IC),
    ],
)
def test_who_leads_people_has_the_level_that_goes_with_it(line: str, level: ScopeLevel) -> None:
    assert a_role(line).scope.level is level


def skills_of(line: str) -> dict[str, str]:
    read = a_resume(f"Ada Fernweh\n\nEXPERIENCE\n\nClerk, Corner Mill, 2019 - 2021\n- {line}\n")
    return {skill.id: skill.tier.value for skill in read.skills}


@pytest.mark.parametrize(
    "line",
    [
        "Leads 15 agents on an airline account.",
        "Lead audits of 9 listed clients, team of 14",
        "Führung von 12 Mitarbeitern im Dreischichtbetrieb",
        "Ran the ward with 4 direct reports",
    ],
)
def test_who_leads_people_has_managed_people_in_whatever_words(line: str) -> None:
    assert skills_of(line)["people-management"] in ("used", "outcome")


@pytest.mark.parametrize(
    "line",
    [
        "Worked in a team of 14",
        "Look after 10 patients a shift",
        "Trained 35 officers",
        "Led a team of one",
        "Led 40 tours for visitors",
    ],
)
def test_who_works_in_a_team_or_for_others_has_not(line: str) -> None:
    assert "people-management" not in skills_of(line)
