"""Who somebody is, and whom they speak of, moves nothing: no level, no status and no evidence."""

from collections.abc import Callable, Sequence
from itertools import cycle, islice

import pytest

from bench.raters import report
from bench.swaps import AGES, FAMILY, ORIGINS, SCHOOLS, swapped
from bench.truth.answers import Sample, samples
from chassis.hearing.persons import speaks_of_others, tells_who, without_names
from contracts.evidence import Competency
from tests.feedback.build import a_question, the_cell

NAMES = (
    "Amira", "Ngozi", "Zsófia", "Nguyen Thi Lan", "Mehmet Aydin", "Hope", "Grace", "Mark", "Will",
    "Mr Old", "Mrs Young", "Dr Short", "Mr. Price", "Siobhán", "Kwabena Mensah", "Li Wei", "Olga",
    "Ms Hardy", "Miss Best", "Summer", "Frank", "Ravi", "María José García", "O’Brien", "Mx Law",
)  # fmt: skip
FEW = 3
LED = 4

Telling = Callable[[str, str], str]


def moved_by(told: Sequence[tuple[Sample, Sequence[str]]]) -> list[tuple[str, str]]:
    """The answers of which not every telling has one level, one status and one kind of evidence."""
    return [
        (sample.id, texts[0])
        for sample, texts in told
        if len({_shown(sample, text) for text in texts}) > 1
    ]


def _shown(sample: Sample, text: str) -> tuple[object, ...]:
    (cell,) = report(sample.model_copy(update={"text": text})).scorecard.cells
    return cell.level.value, cell.level.status, frozenset(one.type for one in cell.evidence)


def with_each(said: Sequence[str], telling: Telling) -> list[tuple[Sample, Sequence[str]]]:
    """Of each answer a few tellings; together the answers have all of `said`."""
    turns = cycle(said)
    return [
        (sample, [telling(one, sample.text) for one in islice(turns, FEW)]) for sample in samples()
    ]


@pytest.mark.parametrize(
    "telling",
    [
        lambda name, text: f"My name is {name}. {text}",
        lambda name, text: f"My colleague {name} was there. {text}",
        lambda name, text: f"{name} asked me about it. {text}",
    ],
    ids=["the teller", "a colleague", "who asks"],
)
def test_no_name_of_any_origin_moves_anything(telling: Telling) -> None:
    assert moved_by(with_each(NAMES, telling)) == []


def test_no_family_moves_anything() -> None:
    told = with_each(FAMILY, lambda said, text: f"{said} {text}")

    assert moved_by([(sample, [sample.text, *texts]) for sample, texts in told]) == []


@pytest.mark.parametrize(
    ("of", "sentence"),
    [
        (SCHOOLS, "I studied at {}."),
        (AGES, "I am {} years old."),
        (ORIGINS, "I come from {}."),
    ],
)
def test_no_school_age_or_origin_moves_anything(of: Sequence[str], sentence: str) -> None:
    told = with_each(of, lambda one, text: f"{sentence.format(one)} {text}")

    assert moved_by([(sample, [sample.text, *texts]) for sample, texts in told]) == []


def test_no_pronoun_moves_anything() -> None:
    told = [(one, texts) for one in samples() for texts in swapped(one.text)]

    assert moved_by(told) == []


NEED = a_question(
    text="Tell me about a customer whose need you found out.",
    competencies=[Competency.CUSTOMER_FOCUS],
)
DRAWINGS = "I printed the drawings on plastic in large type. The sheets were in use each day since."


def test_whoever_is_served_the_deed_is_the_same() -> None:
    served = (
        *(f"{name} could not read our drawings." for name in NAMES),
        *(f"The {who} could not read our drawings." for who in ("welder", "bookkeeper", "brewer")),
        *(f"The {who} could not read our drawings." for who in ("altos", "jurors", "cyclists")),
    )

    levels = {the_cell(f"{who} {DRAWINGS}", NEED).level.value for who in served}

    assert len(levels) == 1
    assert None not in levels


@pytest.mark.parametrize(
    "text",
    [
        "The subscribers print the list each Friday.",
        "A brewery kept sending our labels back.",
        "I showed the welders the first seam.",
        "The apprentice did not understand phase angles.",
        "Each of them had a key.",
        "They asked for larger type.",
        "Xe asked for larger type.",
        "I wrote it down for them.",
        "I gave the blind a rail to hold.",
    ],
)
def test_somebody_else_is_known_by_grammar(text: str) -> None:
    assert speaks_of_others([without_names(text), "So I changed it."])


@pytest.mark.parametrize(
    "text",
    [
        "I moved the boxes, and they fit.",
        "I swapped the printer and both servers.",
        "As a father of two, I like quiet.",
        "My wife and I have two children.",
        "I am the grandson of a miner.",
        "I trained my dog to sit, and he learned it. I gave him two treats.",
        "I learnt to be patient.",
        "The corner of the container was damaged in winter.",
    ],
)
def test_things_animals_and_ones_own_family_are_nobody_else(text: str) -> None:
    assert not speaks_of_others([text, "So I changed it."])


@pytest.mark.parametrize(
    "text",
    ["I am Ngozi.", "My name is Will.", "I am a father of two.", "I am thirty-five.",
     "I was born in Lagos.", "I went to a night school.", "My husband is from here."],
)  # fmt: skip
def test_who_somebody_is_is_no_part_of_an_answer(text: str) -> None:
    assert tells_who(without_names(text))


@pytest.mark.parametrize(
    "text",
    ["I went to the supplier.", "I am a nurse on a ward of twelve.", "I am in charge.",
     "I was born in Lagos and I built the shop there.", "I was the captain of our club."],
)  # fmt: skip
def test_what_somebody_does_is_part_of_it(text: str) -> None:
    assert not tells_who(without_names(text))


def test_names_of_people_are_masked_and_names_of_things_are_not() -> None:
    said = "Will asked me. I told Ngozi about Rust. At Northwind I wrote Ruby. Will it run in May?"

    masked = without_names(said)

    assert len(masked) == len(said)
    assert "Ngozi" not in masked
    assert not masked.startswith("Will")
    assert all(name in masked for name in ("Rust", "Northwind", "Ruby", "Will it run in May?"))


@pytest.mark.parametrize("whom", ["each of them", "each nurse", "each welder", "both of them"])
def test_whom_one_led_may_be_told_by_a_pronoun(whom: str) -> None:
    led = a_question(
        text="Tell me about a time when you led others.", competencies=[Competency.LEADERSHIP]
    )
    said = f"I gave {whom} a topic of her own, since people stay where they grow."

    assert the_cell(f"{said} Nobody left for two years.", led).level.value == LED
