"""Two words are forms of one, or only begin alike."""

import pytest

from services.documents.rules.words import are_alike, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("negotiating", "negotiated"),
        ("planning", "planned"),
        ("wrote", "written"),
        ("charities", "charity"),
        ("partnership", "partnered"),
        ("organisation", "organise"),
        ("tree", "trees"),
        ("rota", "rotas"),
        ("supervising", "supervision"),
    ],
)
def test_forms_of_one_word_are_alike(one: str, other: str) -> None:
    assert are_alike(one, other)
    assert are_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("plan", "plant"),
        ("part", "party"),
        ("present", "presence"),
        ("form", "formal"),
        ("port", "portal"),
        ("even", "event"),
        ("community", "communication"),
        ("cat", "catering"),
        ("organ", "organise"),
    ],
)
def test_words_with_one_beginning_may_be_two(one: str, other: str) -> None:
    assert not are_alike(one, other)
    assert not are_alike(other, one)


def test_an_amount_is_no_word() -> None:
    assert [word.said for word in words_of("The 3rd of 10k wards (18F), 2,000 beds")] == [
        "the",
        "of",
        "wards",
        "18f",
        "beds",
    ]
