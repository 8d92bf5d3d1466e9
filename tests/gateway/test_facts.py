"""The lines of a résumé that answers are laid beside, as they stand in its text."""

from gateway.feedback.facts import facts_of
from tests.documents.reading import a_resume

TEXT = """Dana Petrov
dana@example.org

EXPERIENCE
Physicist, Larkfield Optics
2016 - 2021
- Measured 40 lenses a week

EDUCATION
BSc Physics, University of Hull, 2012 - 2015

LANGUAGES
English (native), German B1, French - basic

CERTIFICATIONS
ITIL Foundation (2019)
PMP, Project Management Institute, 2018
"""


def test_schooling_languages_and_certificates_are_lines_and_no_deeds() -> None:
    facts = facts_of(a_resume(TEXT), TEXT)

    papers = [line.quote for line in facts.lines if line not in facts.deeds]
    assert papers == [
        "BSc Physics, University of Hull, 2012 - 2015",
        "ITIL Foundation (2019)",
        "PMP, Project Management Institute, 2018",
        "English (native)",
        "German B1",
        "French - basic",
    ]
    assert all(TEXT[line.start : line.end] == line.quote for line in facts.lines)


def test_without_the_text_a_line_is_its_title_alone() -> None:
    facts = facts_of(a_resume(TEXT))

    assert "BSc Physics" in {line.quote for line in facts.lines}
