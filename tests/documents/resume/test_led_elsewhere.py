"""People led and served, as German, French, Spanish, Italian and Polish lines say it."""

import pytest

from contracts.analysis import ScopeLevel, WorkScope
from tests.documents.reading import a_resume


def scope_of(line: str) -> WorkScope:
    top = "Ada Fernweh\nada@example.org\n\nEXPERIENCE\n\nBaker, Corner Mill   2019-01 – 2021-06\n"
    return a_resume(f"{top}• {line}\n").roles[0].scope


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Leitete ein Team von 12 Personen", 12),
        ("Fachliche Leitung eines Teams aus 6 Entwicklern", 6),
        ("Führte 5 Mitarbeitende in zwei Schichten", 5),
        ("Verantwortlich für 9 Mitarbeiter", 9),
        ("Dirigé une équipe de 8 personnes", 8),
        ("Encadré 14 collaborateurs", 14),
        ("Responsable d’une équipe de 7 designers dans 3 pays", 7),
        ("Lideré un equipo de 11 personas", 11),
        ("Coordinato una squadra di 4 persone", 4),
        ("Kierowałam zespołem 6 osób", 6),
    ],
)
def test_whom_somebody_led_is_read_in_other_languages(line: str, people: int) -> None:
    scope = scope_of(line)

    assert (scope.people, scope.level) == (people, ScopeLevel.LEAD)


@pytest.mark.parametrize(
    "line",
    [
        "Mitglied eines Teams von 12 Personen",
        "Arbeit im Team mit 5 Personen",
        "Membre d’une équipe de 8 personnes",
        "Führte 5 Projekte für 40 Kunden",
        "Directed a film of 90 minutes",
        "Coordinated with 12 schools",
        "Coordinated events with our team of 12",
    ],
)
def test_who_works_in_a_team_elsewhere_leads_none(line: str) -> None:
    assert scope_of(line).people is None


@pytest.mark.parametrize(
    ("line", "users"),
    [("Betreute 80.000 Kunden", 80_000), ("Accompagné 120 élèves", 120)],
)
def test_whom_somebody_served_is_read_in_other_languages(line: str, users: int) -> None:
    assert scope_of(line).users == users
