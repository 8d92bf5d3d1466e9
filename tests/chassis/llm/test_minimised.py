"""What may leave holds no name, and what comes back has its names again."""

import pytest

from chassis.llm.minimised import Line, Minimised, NameKind, minimise
from contracts.disclosure import SentField

NAMES = [
    (NameKind.PERSON, "Imke de Brandt"),
    (NameKind.CONTACT, "Lisbon"),
    (NameKind.EMPLOYER, "Quarrystone & Sons"),
    (NameKind.EMPLOYER, "Harbour Light"),
    (NameKind.SCHOOL, "Brookhaven College"),
]


def hidden(*texts: str) -> Minimised:
    lines = [Line(f"l{n}", SentField.RESUME_WORK, text) for n, text in enumerate(texts, 1)]
    return minimise(lines, NAMES)


def texts(minimised: Minimised) -> list[str]:
    return [line.text for line in minimised.lines]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("At QUARRYSTONE  & Sons I wrote Go", "At [[EMPLOYER_1]] I wrote Go"),
        ("Imke and Mr Brandt", "[[PERSON_2]] and Mr [[PERSON_3]]"),
        ("Imke de Brandt, Lisbon", "[[PERSON_1]], [[CONTACT_1]]"),
        ("taught at Brookhaven College", "taught at [[SCHOOL_1]]"),
        ("write to imke@example.org", "write to [[CONTACT_2]]"),
        ("see https://example.org/me for more", "see [[CONTACT_2]] for more"),
        ("call +49 30 1234567 now", "call [[CONTACT_2]] now"),
        ("Brandtner is somebody else", "Brandtner is somebody else"),
    ],
)
def test_names_and_contacts_are_replaced_wherever_they_stand(text, left):
    assert texts(hidden(text)) == [left]


def test_the_same_name_has_the_same_token_everywhere():
    first = hidden("Harbour Light", "I left harbour light in 2020")
    second = hidden("Harbour Light", "I left harbour light in 2020")

    assert texts(first) == ["[[EMPLOYER_2]]", "I left [[EMPLOYER_2]] in 2020"]
    assert texts(first) == texts(second)


def test_names_come_back_and_tokens_that_are_not_ours_stay():
    said = hidden("Wrote Go at Harbour Light").restored("Go at [[EMPLOYER_2]], [[EMPLOYER_9]]")

    assert said == "Go at Harbour Light, [[EMPLOYER_9]]"


@pytest.mark.parametrize("form", ["GmbH", "Inc.", "Ltd", "Limited", "S.A.", "GmbH & Co. KG"])
def test_a_firm_is_hidden_by_its_everyday_name_too(form):
    line = Line("l1", SentField.RESUME_WORK, "Built Rust services at Corriedale.")

    left = texts(minimise([line], [(NameKind.EMPLOYER, f"Corriedale {form}")]))

    assert left == ["Built Rust services at [[EMPLOYER_2]]."]


def test_nobody_else_makes_what_may_leave():
    with pytest.raises(TypeError, match="minimise"):
        Minimised((), {}, None)


def test_names_are_not_in_its_repr():
    assert "Harbour" not in repr(hidden("Wrote Go at Harbour Light"))


def test_text_without_any_name_stays_as_it_is():
    line = Line("l1", SentField.JOB_DUTIES, "You write Go")

    assert texts(minimise([line], [])) == ["You write Go"]
