"""Languages as people tell them: lists, sentences, levels before, behind, or for several."""

import pytest

from services.documents.rules.wording import is_language
from tests.documents.reading import a_resume

TOP = "Ada Fernweh\nada@example.org\n\nExperience\nBaker, Corner Mill, 2019 - 2021\n- Baked bread\n"


def found(heading: str, lines: str) -> list[tuple[str, str | None]]:
    read = a_resume(f"{TOP}\n{heading}\n{lines}\n").languages
    return [(each.title.value, each.detail.value if each.detail else None) for each in read]


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


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("Polish English\nNative  Fluent", [("Polish", "Native"), ("English", "Fluent")]),
        (
            "Dutch\tTwi Welsh\nMother tongue Basic\tGood",
            [("Dutch", "Mother tongue"), ("Twi", "Basic"), ("Welsh", "Good")],
        ),
        (
            "Twi\nFluency: everyday use\nWelsh\nLevel: B1",
            [("Twi", "everyday use"), ("Welsh", "B1")],
        ),
        (
            "Cebuano, Waray, English, some Korean",
            [("Cebuano", None), ("Waray", None), ("English", None), ("Korean", "some")],
        ),
        ("Mandarin Chinese, Swiss German", [("Mandarin Chinese", None), ("Swiss German", None)]),
    ],
)
def test_languages_beside_each_other_are_several(
    lines: str, told: list[tuple[str, str | None]]
) -> None:
    assert found("Languages", lines) == told


@pytest.mark.parametrize("said", ["Scottish Gaelic", "Brazilian Portuguese", "Sorani Kurdish"])
def test_a_kind_of_a_language_is_one(said: str) -> None:
    assert is_language(said)


@pytest.mark.parametrize("said", ["English French", "Polish German", "Russian Oak"])
def test_two_languages_are_not_one(said: str) -> None:
    assert not is_language(said)


@pytest.mark.parametrize(
    ("line", "spoken"),
    [
        (
            "Excel, Spanish (fluent), French, Mandarin",
            [("Spanish", "fluent"), ("French", None), ("Mandarin", None)],
        ),
        ("Tools: Excel, German B2, Advanced Word", [("German", "B2")]),
        ("Python, English literature, Danish design", []),
    ],
)
def test_spoken_languages_among_skills_are_languages(
    line: str, spoken: list[tuple[str, str | None]]
) -> None:
    said = a_resume(f"Ada Fernweh\nada@example.org\n\nSKILLS\n{line}\n")

    found = [(e.title.value, e.detail.value if e.detail else None) for e in said.languages]
    assert found == spoken


def test_a_list_of_programming_languages_is_none_of_spoken_ones() -> None:
    said = a_resume(
        "Ada Fernweh\nada@example.org\n\nSKILLS\nLanguages: Python, Go, Klingon, French\n"
    )

    assert [item.value for item in said.listed] == ["Klingon"]
    assert [entry.title.value for entry in said.languages] == ["French"]
