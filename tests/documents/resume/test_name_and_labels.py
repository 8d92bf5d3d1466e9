"""Names on two paragraphs, headings of other wordings, and dates and labels beside their text."""

import pytest

from services.documents.extract.columns import blocks
from services.documents.extract.pieces import Piece
from services.documents.rules.resume.sections.headings import section_of
from tests.documents.reading import a_resume

REST = "\nada@example.org\n\nExperience\nBaker, Mill Lane\nMay 2019 - June 2021\nBaked bread.\n"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("KEALOHA\n\nMAKANA-REYES\nRegistered Dental Hygienist", "KEALOHA MAKANA-REYES"),
        ("Callum\n\nAbercrombie-Singh\n4 Quayside Court, Dundee", "Callum Abercrombie-Singh"),
        ("Ines\n\nFernweh\nBaker", "Ines Fernweh"),
        ("Callum\n\nProfile\nA baker of bread.", "Callum"),
        ("Callum\n\nBaker\nMill Lane, Dundee", "Callum"),
    ],
)
def test_a_name_on_two_paragraphs_is_one(head: str, name: str) -> None:
    contact = a_resume(head + REST).contact

    assert contact.name is not None
    assert contact.name.value == name


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Study", "education"),
        ("Mandatory training", "certifications"),
        ("Cursos y certificados", "certifications"),
        ("Kurse und Zertifikate", "certifications"),
    ],
)
def test_headings_of_other_wordings_are_known(heading: str, section: str) -> None:
    assert section_of(heading) == section


def _page(labels: list[str], told: list[str], *, drop: float = 0.0) -> list[Piece]:
    """Labels at the left, what they are of at the right; `drop` lets the right one hang lower."""
    left = [Piece(text, 50, 50 + 5 * len(text), 700 - 20 * n, 10) for n, text in enumerate(labels)]
    right = [
        Piece(text, 200, 200 + 5 * len(text), 700 - 20 * n - drop, 10)
        for n, text in enumerate(told)
    ]
    return [*left, *right]


LABELS = ["Name", "04/2017 – heute", "10/2011 – 03/2017", "03/2010 – 09/2011", "1996 – 2005"]
TOLD = [
    "Annegret Hohenfels of Reutlingen by the river",
    "Leiterin Qualitätssicherung, Albwerk Präzision",
    "Qualitätsingenieurin, Neckar Fahrzeugteile",
    "Werkstudentin Fertigung, Schwabenguss in Aalen",
    "Allgemeine Hochschulreife, Gymnasium in Ulm",
]


def test_dates_and_labels_level_with_their_text_are_no_column() -> None:
    assert [len(block.columns) for block in blocks(_page(LABELS, TOLD))] == [1]


def test_a_side_bar_that_is_level_with_nothing_is_a_column() -> None:
    (block,) = blocks(_page(["Baking", "Brewing", "Bread", "Butter", "Beer"], TOLD, drop=7))

    assert len(block.columns) == 2


def test_a_side_bar_of_degrees_beside_dated_roles_is_a_column() -> None:
    dated = [f"{line}, 2019 – 2021" for line in TOLD]
    (block,) = blocks(_page(["Education", "BSc 2012", "Skills", "Baking", "Brewing"], dated))

    assert len(block.columns) == 2
