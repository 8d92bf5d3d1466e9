"""Headings, labels, names and degrees in the shapes that people give them."""

import pytest

from tests.documents.reading import a_resume

ROLE = "Baker, Corner Mill, 2019 - 2021\n- Baked bread for forty shops.\n"
PERSON = "Ada Fernweh\nada@example.org\n\n"


@pytest.mark.parametrize(
    "heading",
    [
        "Where I have worked",
        "Where I’ve baked",
        "Dónde he trabajado",
        "Wo ich gearbeitet habe",
        "Où j'ai travaillé",
        "Onde trabalhei",
        "Dove ho lavorato",
        "WORK HISTORY (latest first)",
        "Experience (most recent first)",
        "Berufserfahrung (Auswahl)",
    ],
)
def test_a_heading_for_work_may_be_a_sentence_or_say_its_order(heading: str) -> None:
    found = a_resume(f"{PERSON}{heading}\n\n{ROLE}")

    assert [role.title.value for role in found.roles] == ["Baker"]
    assert found.unread == ()


@pytest.mark.parametrize(
    "heading",
    ["FORMATION INITIALE", "Apprenticeship college", "Where I studied", "Dónde estudié"],
)
def test_a_heading_for_schooling_may_say_of_which_kind(heading: str) -> None:
    found = a_resume(
        f"{PERSON}Experience\n\n{ROLE}\n{heading}\n\nBSc Botany, Bergen College, 2018\n"
    )

    assert [(e.title.value, e.detail and e.detail.value) for e in found.education] == [
        ("BSc Botany", "Bergen College")
    ]


def test_a_form_may_label_dates_from_and_to() -> None:
    form = "Company:    Corner Mill\nJob title:  Baker\nFrom/to:    06/2017 - 08/2019\n"

    (role,) = a_resume(f"{PERSON}Experience\n\n{form}").roles

    assert (role.title.value, role.employer and role.employer.value) == ("Baker", "Corner Mill")
    assert (role.start, role.end) == ("2017-06", "2019-08")


@pytest.mark.parametrize(
    "name", ["José Luis de la Peña y Otxoa", "Maria do Carmo dos Santos e Silva"]
)
def test_particles_make_no_name_too_long(name: str) -> None:
    contact = a_resume(f"{name}\nBilbao | Carné B\n\nExperience\n\n{ROLE}").contact

    assert contact.name is not None
    assert contact.name.value == name


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ulm University — Dr. rer. nat. Biology, 2021", ("Dr. rer. nat. Biology", "Ulm University")),
        ("Derby College, Level 3 Heavy Vehicle Work, 2007", ("Level 3 Heavy Vehicle Work", "Derby College")),
        ("Technikum nr 2\tMatura (secondary school exam)\t2007", ("Matura (secondary school exam)", "Technikum nr 2")),
    ],
)  # fmt: skip
def test_a_degree_is_told_from_its_school(line: str, said: tuple[str, str]) -> None:
    found = a_resume(f"{PERSON}Experience\n\n{ROLE}\nEducation\n\n{line}\n")

    assert [(e.title.value, e.detail and e.detail.value) for e in found.education] == [said]
