"""Languages as people tell them: lists, sentences, levels before, behind, or for several."""

import pytest

from tests.documents.reading import a_resume

TOP = "Ada Fernweh\nada@example.org\n\nExperience\nBaker, Corner Mill, 2019 - 2021\n- Baked bread\n"


def found(heading: str, lines: str) -> list[tuple[str, str | None]]:
    read = a_resume(f"{TOP}\n{heading}\n{lines}\n").languages
    return [(each.title.value, each.detail and each.detail.value) for each in read]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "French is my first language, English fluent, some Igbo.",
            [("French", "first language"), ("English", "fluent"), ("Igbo", "some")],
        ),
        ("Speaks Twi (native), Swedish (C1)", [("Twi", "native"), ("Swedish", "C1")]),
        ("English and Spanish – bilingual", [("English", "bilingual"), ("Spanish", "bilingual")]),
        ("Fluent in Polish and English", [("Polish", "Fluent"), ("English", "Fluent")]),
        ("Yoruba (a few words), GCSE Spanish", [("Yoruba", "a few words"), ("Spanish", "GCSE")]),
        ("I speak Welsh and a little Breton.", [("Welsh", None), ("Breton", "a little")]),
        ("Native Turkish, good German", [("Turkish", "Native"), ("German", "good")]),
        ("Deutsch – Muttersprache / Kurdisch", [("Deutsch", "Muttersprache"), ("Kurdisch", None)]),
        ("catalán y gallego (nativos)", [("catalán", "nativos"), ("gallego", "nativos")]),
    ],
)
@pytest.mark.parametrize("heading", ["Languages", "Other bits"])
def test_a_language_comes_with_its_level_wherever_the_words_stand(
    heading: str, line: str, told: list[tuple[str, str | None]]
) -> None:
    assert found(heading, line) == told


@pytest.mark.parametrize(
    "line",
    [
        "BA French and Spanish",
        "Taught English to adults",
        "English, maths and science",
        "English teacher of the year",
    ],
)
def test_a_line_about_more_than_languages_names_none(line: str) -> None:
    assert found("Other bits", line) == []


def test_a_sentence_among_others_tells_languages_too() -> None:
    assert found("Profile", "Calm baker. I'm fluent in Welsh. I like tea.") == [("Welsh", "fluent")]


@pytest.mark.parametrize(
    ("heading", "line", "told"),
    [
        (
            "Languages",
            "English, and Yoruba with my grandmother",
            [("English", None), ("Yoruba", "with my grandmother")],
        ),
        (
            "Personal details",
            "Languages known : English, Hindi",
            [("English", None), ("Hindi", None)],
        ),
        (
            "Other",
            "I bake and draw. English and some Gaelic.",
            [("English", None), ("Gaelic", "some")],
        ),
    ],
)
def test_languages_are_told_among_other_things(
    heading: str, line: str, told: list[tuple[str, str | None]]
) -> None:
    assert found(heading, line) == told


@pytest.mark.parametrize("heading", ["Languages", "SPRACHEN"])
def test_languages_beside_each_other_have_the_levels_right_below_them(heading: str) -> None:
    assert found(heading, "Dutch\tEnglish\tFrench\nNative speaker\tFluent\tIntermediate") == [
        ("Dutch", "Native speaker"),
        ("English", "Fluent"),
        ("French", "Intermediate"),
    ]
    assert found(heading, "Dutch\tEnglish\nNative speaker\tFluent\n\nFrench\nIntermediate") == [
        ("Dutch", "Native speaker"),
        ("English", "Fluent"),
        ("French", "Intermediate"),
    ]
