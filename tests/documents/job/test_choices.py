"""A choice is read in the words of the clause, and counts once with its best."""

import pytest

from contracts.analysis import FitStatus
from services.documents.rules.choices import choices, names
from tests.documents.build import Job, Written, a_job
from tests.documents.fit.test_fit import tier_of


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("Fosterbase or Kinbook", ("Fosterbase", "Kinbook")),
        ("Fosterbase/Kinbook experience", ("Fosterbase", "Kinbook")),
        ("Experience with Word and/or Google Docs", ("Word", "Google Docs")),
        ("either a lifeguard or working towards it", ("lifeguard", "working towards it")),
        (
            "specialised in economics, sociology or statistics",
            ("economics", "sociology", "statistics"),
        ),
        (
            "a good degree in Music or a closely related subject",
            ("degree in Music", "closely related subject"),
        ),
        ("Diploma or HND in Fisheries, and a boat", ("Diploma", "HND")),
        ("Reach or counterbalance licence (in date)", ("Reach", "counterbalance licence")),
        ("Award level 2 or 3", ("Award level 2", "3")),
        ("Chartered or Fellow (ICE or CIWEM)", ("Chartered", "Fellow")),
        (
            "Abgeschlossenes Studium der Physik oder eine vergleichbare Ausbildung",
            ("Abgeschlossenes Studium der Physik", "vergleichbare Ausbildung"),
        ),
        ("Ausbildung als Koch oder Köchin", ("Koch", "Köchin")),
        ("Titulaire d'un BTS Vente ou d'un DUT, motivé", ("BTS Vente", "DUT")),
        ("Grado en Derecho o Economía", ("Derecho", "Economía")),
        ("Portuguese, or for having grown a pumpkin", ("Portuguese", "grown a pumpkin")),
    ],
)
def test_the_alternatives_are_read_as_they_are_worded(said: str, offered: tuple[str, ...]) -> None:
    assert choices(said) == offered


@pytest.mark.parametrize(
    "said",
    [
        "Must have led a team of five or more",
        "2 or 3 years in a kitchen",
        "He or she will work alone",
        "Age 25 or over",
        "Bring a friend, or call us",
        "Team player (m/w/d)",
        "5 Jahre oder mehr",
    ],
)
def test_a_turn_of_speech_is_no_choice(said: str) -> None:
    assert choices(said) == ()


def test_a_clause_without_an_end_offers_no_choice() -> None:
    assert choices("moor, " * 100 + "or dyke") == ()


def test_what_only_likens_names_nothing() -> None:
    assert names("closely related subject") == names("a similar system") == ()
    assert names("Fosterbase experience") == ("Fosterbase",)


@pytest.mark.parametrize(
    ("line", "any_of", "looked_for"),
    [
        ("Experience with Fosterbase or Kinbook", (), ("Fosterbase", "Kinbook")),
        ("Fosterbase or Python", ("python",), ("Fosterbase", "Python")),
        ("Java or Kotlin", ("java", "kotlin"), ("Java or Kotlin",)),
        ("Kafka or similar", ("kafka",), ("Kafka", "similar")),
        ("Fluent in Dutch or German", (), ("Dutch", "German")),
        ("Fluent in Dutch and German", (), ("Dutch", "German")),
    ],
)
def test_a_requirement_tells_the_alternatives_that_are_no_skills(
    line: str, any_of: tuple[str, ...], looked_for: tuple[str, ...]
) -> None:
    (found,) = a_job(f"Requirements\n- {line}\n").requirements

    assert (found.any_of, found.looked_for) == (any_of, looked_for)


def test_a_gate_tells_its_alternatives() -> None:
    (gate,) = a_job("Requirements\n- A degree or diploma in Music\n").requirements

    assert (gate.is_gate, gate.looked_for) == (True, ("degree", "diploma"))


def test_a_choice_counts_with_the_best_of_its_alternatives() -> None:
    used = Written([Job("Gardener", ["Kept 40 records in Kinbook"])])
    listed = Written([Job("Gardener", ["Kept the garden"])])

    assert tier_of(used, "Experience with Fosterbase or Kinbook") == (3, FitStatus.MET)
    assert tier_of(used, "Python or Kinbook") == (3, FitStatus.MET)
    assert tier_of(listed, "Experience with Fosterbase or Kinbook") == (0, FitStatus.UNKNOWN)


def test_a_choice_among_skills_and_what_likens_them_is_missing_where_nothing_shows_it() -> None:
    resume = Written([Job("Gardener", ["Kept the garden"])])

    assert tier_of(resume, "Kafka or similar") == (0, FitStatus.MISSING)
