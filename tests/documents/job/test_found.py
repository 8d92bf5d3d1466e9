"""Where requirements hide: in prose below any heading, in tables, in other languages."""

import pytest

from contracts.analysis import RequirementKind, Strength
from tests.documents.build import a_job


def wanted(text: str) -> list[tuple[str, str]]:
    """What is asked for beside the title, with how much; gates too."""
    found = a_job(text).requirements
    title = a_job(text).title
    return [
        (r.strength.value, " ".join(r.span.quote.split()))
        for r in found
        if title is None or r.span != title.span
    ]


def title_of(text: str) -> str | None:
    title = a_job(text).title
    return title.value if title else None


@pytest.mark.parametrize(
    "said", ["Wasserkunde (m/w/d)", "Conteur de rue (F/H)", "Beekeeping (f/m/x)"]
)
def test_a_line_that_says_who_may_apply_is_the_title_whatever_it_names(said: str) -> None:
    assert title_of(f"{said}\nTown of Oxmoor\n\nWe keep bees.\n") == said.partition(" (")[0]


@pytest.mark.parametrize("heading", ["", "Your shifts\n", "Who we want\n", "The practical side\n"])
@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Salesforce experience is essential.", "must"),
        ("The ideal candidate brings HubSpot and five years in B2B sales.", "must"),
        ("The right person knows Python.", "must"),
        ("The successful applicant has run Kubernetes.", "must"),
        ("We are after someone with 2 years of stock control.", "must"),
        ("You will have used Tableau for two years.", "must"),
        ("Fork lift licence essential.", "must"),
        ("Fluency in German is essential.", "must"),
        ("For that you need solid Python.", "must"),
        ("You will need Tableau from the first day.", "must"),
        ("We do ask that you know Python.", "must"),
        ("SAP would help.", "nice"),
        ("HubSpot knowledge is welcome.", "nice"),
        ("Experience in retail would be an advantage.", "nice"),
    ],
)
def test_a_sentence_that_wants_something_is_read_under_any_heading(
    heading: str, sentence: str, strength: str
) -> None:
    text = f"Sales Lead\n\n{heading}{sentence} Our office has a view.\n"

    assert wanted(text) == [(strength, sentence.rstrip("."))]


@pytest.mark.parametrize(
    "sentence",
    [
        "You will look after Salesforce and our HubSpot lists.",
        "We use Python to move letters.",
        "Our team has 20 years of experience with SAP.",
        "People who have worked here for two years often stay.",
        "You will have access to Tableau.",
        "Teamwork is what we like.",
    ],
)
def test_a_sentence_that_only_tells_asks_for_no_must(sentence: str) -> None:
    found = wanted(f"Sales Lead\n\n{sentence}\n")

    assert "must" not in [strength for strength, _ in found]


COLUMN = "Criteria\tEssential / Desirable\tAssessed by\n"
TABLES = [
    COLUMN + "Experience with Kafka\tE\tA\nKnowledge of Redis\tD\tA/I\nGood writing\tE\tT\n",
    """| Requirement | Level |
|---|---|
| Experience with Kafka | must |
| Knowledge of Redis | nice to have |
| Good writing | must |
""",
    """Skill | Essential | Desirable
Experience with Kafka | ✓ |
Knowledge of Redis | | ✓
Good writing | ✓ |
""",
]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_says_by_its_columns_how_much_each_is_wanted(table: str) -> None:
    found = [(strength, said) for strength, said in wanted(f"Backend Engineer\n\n{table}")]

    assert sorted(found) == [
        ("must", "Experience with Kafka"),
        ("must", "Good writing"),
        ("nice", "Knowledge of Redis"),
    ]


def test_a_table_of_two_columns_is_read_by_its_labels() -> None:
    text = (
        "Job title | Chef de Partie\nSalary | £28,000\nRequirements | 2 years in a kitchen; SAP\n"
        "Nice to have | Experience with Excel\n"
    )

    assert title_of(text) == "Chef de Partie"
    assert wanted(text) == [
        ("must", "2 years in a kitchen"),
        ("must", "SAP"),
        ("nice", "Experience with Excel"),
    ]


FRENCH = """Développeur backend (H/F)

Vos missions
- Concevoir des API

Profil recherché
- Minimum 3 ans d'expérience en Python
- Anglais courant
- Permis B exigé
- La connaissance de Kubernetes serait un plus
"""
GERMAN = """Softwareentwickler (m/w/d) gesucht

Ihre Aufgaben
- Entwicklung von Diensten

Das bringen Sie mit
- Mindestens drei Jahre Erfahrung mit Python
- Fließend Englisch
- Führerschein Klasse B
- Kubernetes wünschenswert
"""
SPANISH = """Desarrollador backend

Funciones
- Desarrollar servicios

Requisitos
- Al menos 3 años de experiencia en Python
- Inglés nivel B2
- Carnet de conducir
Deseable
- Conocimientos de Kubernetes
"""


@pytest.mark.parametrize("text", [FRENCH, GERMAN, SPANISH])
def test_the_commonest_words_of_three_other_languages_are_read(text: str) -> None:
    years, language, licence, nice = a_job(text).requirements[1:]

    assert (years.any_of, years.min_years, years.strength) == (("python",), 3.0, Strength.MUST)
    assert language.kind is RequirementKind.LANGUAGE
    assert (licence.kind, licence.is_gate) == (RequirementKind.CERTIFICATION, True)
    assert (nice.any_of, nice.strength) == (("kubernetes",), Strength.NICE)
    assert len(a_job(text).duties) == 1
    assert a_job(text).red_flags == ("language_partly_read",)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Koch (m/w/d) gesucht", "Koch"),
        ("Lageristin (m/w/d) in Köln gesucht", "Lageristin"),
        ("Wir suchen einen Bäcker (m/w/d)", "Bäcker"),
        ("Bilanzbuchhalter (m/w/d)", "Bilanzbuchhalter"),
        (
            "(Senior) Softwareentwickler Java (m/w/d) – Karlsruhe",
            "(Senior) Softwareentwickler Java",
        ),
        ("WAREHOUSE OPERATIVES NEEDED - IMMEDIATE START!!!", "WAREHOUSE OPERATIVES"),
        ("Post: Site Engineer (Drainage)", "Site Engineer (Drainage)"),
        ("Chef comptable", "Chef comptable"),
        ("Cocinero", "Cocinero"),
        ("Accounting Manager", "Accounting Manager"),
    ],
)
def test_a_title_is_found_without_who_may_apply(line: str, title: str) -> None:
    assert title_of(f"{line}\n\nRequirements\n- Excel\n") == title


def test_a_point_of_one_letter_is_read() -> None:
    assert wanted("Programmer\n\nRequirements\n- R\n- C\n") == [("must", "R"), ("must", "C")]


def test_years_with_a_plural_in_brackets_are_read() -> None:
    read = a_job("Barista\n\nFrom 1 year(s) of experience\n")

    assert [r.min_years for r in read.requirements[1:]] == [1.0]


@pytest.mark.parametrize(
    ("line", "looked_for"),
    [
        ("CEN or TNCC certification", ("CEN", "TNCC certification")),
        ("Fosterbase or Kinbook", ("Fosterbase", "Kinbook")),
        ("Experience with Opera PMS", ("Opera PMS",)),
        ("Python and Lumigo", ("Python", "Lumigo")),
        ("Fluent Spanish or Somali", ("Spanish", "Somali")),
        ("Strong judgement under pressure in London", ()),
        ("Experience of working on Mondays", ()),
    ],
)
def test_what_is_looked_for_is_named_where_no_skill_of_ours_covers_it(
    line: str, looked_for: tuple[str, ...]
) -> None:
    (_, *found) = a_job(f"Baker\n\nRequirements\n- {line}\n").requirements

    assert found[-1].looked_for == looked_for


@pytest.mark.parametrize("mark", ["1. {}", "Role 1: {}", "1) {} - £30k"])
def test_several_roles_in_one_text_are_told(mark: str) -> None:
    first, second = mark.format("Backend Engineer"), mark.replace("1", "2").format("Bookkeeper")
    text = f"Two jobs at Norrin\n\n{first}\nYou know SQL.\n\n{second}\nYou know SAP.\n"

    assert "several_roles" in a_job(text).red_flags
    assert "several_roles" not in a_job(text.replace(second, "More of it")).red_flags
