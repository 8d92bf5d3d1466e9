"""How much each line is wanted is read from the marks and headings of forms and of loose talk."""

import pytest

from tests.documents.build import a_job


def asked(text: str) -> list[tuple[str, str]]:
    found = a_job(f"Baker\n\n{text}").requirements
    return [(each.strength.value, each.span.quote) for each in found[1:]]


def test_a_letter_behind_each_line_says_how_much_it_is_wanted() -> None:
    text = "Person specification\n- Community work (E)\n- Supervision of students (D)\n"

    assert asked(text) == [
        ("must", "Community work (E)"),
        ("nice", "Supervision of students (D)"),
    ]


@pytest.mark.parametrize(
    ("heading", "strength"),
    [
        ("Essential knowledge and experience", "must"),
        ("Education/Qualifications", "must"),
        ("Desirable knowledge and experience", "nice"),
        ("BRING THESE AND WE'LL BE EXTRA IMPRESSED:", "nice"),
        ("Highly valued", "nice"),
        ("The client would also love to see", "nice"),
        ("Not essential but useful", "nice"),
        ("YOU", "must"),
        ("You must:", "must"),
    ],
)
def test_a_heading_of_several_words_says_how_much_is_wanted(heading: str, strength: str) -> None:
    text = f"{heading}\n- Kotlin\n- Grafting\n"

    assert asked(text) == [(strength, "Kotlin"), (strength, "Grafting")]


@pytest.mark.parametrize(
    ("said", "strength"),
    [
        ("paid social: you've personally spent a million", "must"),
        ("bonus karma: you can design in Figma", "nice"),
    ],
)
def test_a_label_of_its_own_before_a_deed_hides_it_not(said: str, strength: str) -> None:
    assert asked(f"more detail\n• {said}\n") == [(strength, said)]


@pytest.mark.parametrize("label", ["Nice to have", "Se valorará", "Von Vorteil"])
def test_a_label_with_its_wishes_on_one_line_hides_them_not(label: str) -> None:
    text = f"Requirements:\n- Kotlin\n{label}: Tableau, driving licence\n"

    assert asked(text) == [("must", "Kotlin"), ("nice", "Tableau, driving licence")]


@pytest.mark.parametrize("said", ["Two written references will be required", "We check references"])
def test_references_are_for_others_to_write(said: str) -> None:
    assert asked(f"Requirements\n- Kotlin\n- {said}\n") == [("must", "Kotlin")]
