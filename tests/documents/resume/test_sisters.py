"""Headings, labels, names and degrees in the shapes that people give them."""

import json

import pytest

from services.documents.rules.resume.sections.headings import Section, section_of
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
    assert section_of(heading) is Section.EXPERIENCE


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
    ("line", "title", "school"),
    [
        ("Ulm University — Dr. rer. nat. Biology, 2021", "Dr. rer. nat. Biology", "Ulm University"),
        ("Derby College, Level 3 Motor Work, 2007", "Level 3 Motor Work", "Derby College"),
        ("Technikum nr 2\tMatura (school exam)\t2007", "Matura (school exam)", "Technikum nr 2"),
    ],
)
def test_a_degree_is_told_from_its_school(line: str, title: str, school: str) -> None:
    found = a_resume(f"{PERSON}Experience\n\n{ROLE}\nEducation\n\n{line}\n")

    said = [(e.title.value, e.detail and e.detail.value) for e in found.education]
    assert said == [(title, school)]


@pytest.mark.parametrize("unit", ["various ships", "HMS Wendover", "2nd Battalion", "Hull branch"])
def test_a_title_within_one_employer_stands_without_its_unit(unit: str) -> None:
    roles = a_resume(
        f"{PERSON}Experience\n\nRoyal Navy\t2006 - 2024\n\n"
        f"Instructor, {unit}, Jan 2016 - Aug 2024\n- Taught 340 people.\n\n"
        "Engineering Technician, HMS Sultan, Jan 2006 - Dec 2015\n- Kept engines running.\n"
    ).roles

    assert [(role.title.value, role.employer and role.employer.value) for role in roles] == [
        ("Instructor", "Royal Navy"),
        ("Engineering Technician", "Royal Navy"),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"roles": ["Writer"], "type": "postgresql"},
        {"type": "application", "entity": "Python club", "roles": ["Maker", "Docker"]},
    ],
)
def test_a_left_over_field_that_names_a_skill_is_told(fields: dict[str, object]) -> None:
    document = {
        "basics": {"name": "Ada Fernweh", "email": "ada@example.org"},
        "work": [{"name": "Corner Mill", "position": "Baker", "startDate": "2019-01"}],
        "projects": [{"name": "Sourdough map", **fields}],
    }

    told = [span.quote for span in a_resume(json.dumps(document)).unread]

    assert any("roles: " in line for line in told)
    assert any("type: " in line for line in told)


@pytest.mark.parametrize("frame", ["-- {} --", "- {} -", "=== {} ===", "~ {} ~", "– {} –"])
def test_a_heading_may_stand_between_dashes(frame: str) -> None:
    text = (
        f"{PERSON}{frame.format('WORK')}\n\nBaker, Corner Mill, 2019 - 2021\n"
        f"- Baked.\n\n{frame.format('TRAINING')}\n\nBA History, University of Leeds, 2010 - 2013\n"
    )
    read = a_resume(text)

    assert [role.title.value for role in read.roles] == ["Baker"]
    assert [each.title.value for each in read.education] == ["BA History"]


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("2011 - 2016     MVB, University of Leeds", "MVB"),
        ("BTSA Aménagements paysagers, Lycée du Parc, 2011", "BTSA Aménagements paysagers"),
        ("Higher Secondary (XII), Hill School, 2019", "Higher Secondary (XII)"),
        ("2018 – 2019   Meisterschule, Handwerkskammer Kassel", "Meisterschule"),
    ],
)
def test_more_degrees_are_known(line: str, degree: str) -> None:
    read = a_resume(f"Ada Fernweh\nada@example.org\n\nEducation\n\n{line}\n")

    assert [each.title.value for each in read.education] == [degree]


def test_till_date_is_now() -> None:
    read = a_resume(f"{PERSON}Experience\n\nBaker, Corner Mill (Aug 2023 - till date)\n- Baked.\n")

    assert read.roles[0].start == "2023-08"
    assert read.roles[0].end is None
