"""Headings as people really write them, in their own words and languages."""

import pytest

from services.documents.rules.resume.layout.lines import lines_of
from services.documents.rules.resume.sections.headings import Section, section_of, section_of_line


@pytest.mark.parametrize(
    ("said", "section"),
    [
        ("WHERE I HAVE WORKED", Section.EXPERIENCE),
        ("Career so far", Section.EXPERIENCE),
        ("Military career", Section.EXPERIENCE),
        ("Trayectoria", Section.EXPERIENCE),
        ("DOŚWIADCZENIE ZAWODOWE", Section.EXPERIENCE),
        ("Pracovní zkušenosti", Section.EXPERIENCE),
        ("Arbetslivserfarenhet", Section.EXPERIENCE),
        ("İŞ DENEYİMİ", Section.EXPERIENCE),
        ("Опыт работы", Section.EXPERIENCE),
        ("EDUCATION AND QUALIFICATIONS", Section.EDUCATION),
        ("Istruzione e formazione", Section.EDUCATION),
        ("WYKSZTAŁCENIE", Section.EDUCATION),
        ("Utbildning", Section.EDUCATION),
        ("Tools I use", Section.SKILLS),
        ("Umiejętności", Section.SKILLS),
        ("Języki obce", Section.LANGUAGES),
        ("Kursy i szkolenia", Section.CERTIFICATIONS),
        ("Licences and courses", Section.CERTIFICATIONS),
        ("Awards and certifications", Section.CERTIFICATIONS),
        ("Centres d'intérêt", Section.INTERESTS),
        ("References on request.", Section.REFERENCES),
        ("Other bits", Section.OTHER),
    ],
)
def test_a_heading_is_known(said: str, section: Section) -> None:
    assert section_of(said) is section


@pytest.mark.parametrize("said", ["College", "Tickets", "Positions", "Methods"])
def test_a_word_that_may_end_a_line_above_is_a_heading_only_apart(said: str) -> None:
    (_, close) = lines_of(f"Gulf Technical\n{said}")
    (_, apart) = lines_of(f"Gulf Technical\n\n{said}")

    assert section_of_line(close) is None
    assert section_of_line(apart) is not None
