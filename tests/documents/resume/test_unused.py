"""What below the head of a résumé fed nothing is told, and what was read is not."""

import pytest

from services.documents.rules.places import MAX_OTHERS
from tests.documents.reading import a_resume

TOP = "Ada Fernweh\nada@example.org\n\nEXPERIENCE\nBaker, Corner Mill\n2019 - 2021\n- Baked bread\n"


def unread(below: str) -> list[str]:
    return [span.quote for span in a_resume(f"{TOP}\n{below}\n").unread]


@pytest.mark.parametrize(
    "below",
    [
        "Publications\nFernweh, A. (2020). Machine learning for rising dough. Bread 3.",
        "Awards\nBaker of the Year",
        "Patents\nOven with two doors, US 123,456",
        "References\nDr Otto Ampere, Corner Mill, otto@example.org",
        "Interests\nSailing, Excel, choir",
    ],
)
def test_a_line_that_fed_nothing_is_told(below: str) -> None:
    assert unread(below) == [below.partition("\n")[2]]


def test_a_second_degree_that_nothing_is_told_of_is_not_lost() -> None:
    line = "MSc Physics, Leeds University, 2010, after a BSc Maths"

    assert unread(f"Education\n{line}") == ["after a BSc Maths"]
    assert unread("Education\nBSc Physics, University of Boston, Boston, MA, 2015") == []


def test_what_was_read_is_not_told() -> None:
    assert unread("Skills\nBaking, Excel\n\nLanguages\nEnglish (fluent)\n\nPage 2 of 2") == []


def test_more_lines_than_a_page_shows_are_counted() -> None:
    read = a_resume(f"{TOP}\nAwards\n" + "Baker of the Year\n" * (MAX_OTHERS + 3))

    assert (len(read.unread), read.unread_more) == (MAX_OTHERS, 3)


@pytest.mark.parametrize(
    "heading",
    [
        "Registration and Certificates",
        "Licences and Registrations",
        "Professional Registration",
        "Licensure & Certification",
        "Credentials and Professional Licensure",
    ],
)
def test_a_heading_for_papers_is_known_in_any_order(heading: str) -> None:
    (held,) = a_resume(
        f"{TOP}\n{heading}\nACLS Provider, American Heart Association, 2025\n"
    ).certifications

    assert (held.title.value, held.end) == ("ACLS Provider", "2025")


@pytest.mark.parametrize(
    ("line", "name", "level"),
    [
        ("Mandarin Chinese (Native or Bilingual)", "Mandarin Chinese", "Native or Bilingual"),
        ("Brazilian Portuguese: fluent", "Brazilian Portuguese", "fluent"),
        ("Norwegian Bokmål (C2)", "Norwegian Bokmål", "C2"),
        ("English (Native and Bilingual)", "English", "Native and Bilingual"),
    ],
)
def test_a_language_of_two_words_and_its_note_are_read(line: str, name: str, level: str) -> None:
    (held,) = a_resume(f"{TOP}\nLANGUAGES\n{line}\n").languages

    assert (held.title.value, held.detail and held.detail.value) == (name, level)
