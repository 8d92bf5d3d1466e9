"""Job descriptions say the same thing in many layouts, and many things that ask for nothing."""

import pytest

from contracts.analysis import RequirementKind, Strength
from tests.documents.build import a_job

OPENING = "Baker\n\nHollin Bakery is looking for a baker.\n\n"


def asked(text: str) -> list[tuple[str, str]]:
    """Strength and quote of everything that is asked for beside the title, gates aside."""
    requirements = a_job(OPENING + text).requirements[1:]
    return [(r.strength.value, r.span.quote) for r in requirements if not r.is_gate]


def gates(text: str) -> list[RequirementKind]:
    return [r.kind for r in a_job(OPENING + text).requirements if r.is_gate]


@pytest.mark.parametrize(
    "heading",
    [
        "REQUIREMENTS\n",
        "## What you'll bring\n",
        "**Who you are**\n",
        "What do we expect?\n",
        "🙌 What do you bring?\n",
        "The person\n",
        "Person specification\n\nEssential\n",
        "Minimum qualifications:\n",
        "What makes us happy:\n",
    ],
)
@pytest.mark.parametrize("mark", ["- ", "• ", "→ ", "1. ", "✓ "])
def test_a_list_is_asked_for_under_many_headings(heading: str, mark: str) -> None:
    text = f"{heading}{mark}Experience with Kafka\n{mark}Good manners\n"

    assert asked(text) == [("must", "Experience with Kafka"), ("must", "Good manners")]


@pytest.mark.parametrize(
    "text",
    [
        "What we require. You have experience with Kafka. You can laugh.",
        "Requirements: You have experience with Kafka. You can laugh.",
        "You have experience with Kafka. You can laugh.",
    ],
)
def test_prose_is_asked_for_with_or_without_a_heading(text: str) -> None:
    said = [quote for _, quote in asked(text)]

    assert said == ["You have experience with Kafka", "You can laugh"]


@pytest.mark.parametrize(
    "heading", ["You may also have", "Even better", "Desirable", "What would set you apart"]
)
def test_many_headings_say_nice_to_have(heading: str) -> None:
    text = f"Requirements\n- Experience with Kafka\n\n{heading}\n- Redis\n"

    assert asked(text)[-1] == ("nice", "Redis")


@pytest.mark.parametrize(
    "text",
    [
        "If you have never worked with Kafka before, you are in good company.",
        "A degree is not required.",
        "We do not ask for experience with Kafka.",
        "You plan the shift and you bake until six.",
        "How you will be evaluated\n\nYou will hear from us. Experts read your application.",
    ],
)
def test_what_asks_for_nothing_is_no_requirement(text: str) -> None:
    assert asked(text) == []
    assert gates(text) == []


def test_what_is_welcome_but_not_required_is_nice_to_have() -> None:
    assert asked("Requirements\n- Danish is a plus, but not required\n") == [
        ("nice", "Danish is a plus, but not required")
    ]


def test_a_label_speaks_of_its_own_line_alone() -> None:
    text = "Pay: $27.00 per hour\nContract: permanent\n\nYou will lead a team of 22 people.\n"

    job = a_job(OPENING + text)

    assert [duty.span.quote for duty in job.duties] == ["You will lead a team of 22 people"]
    assert job.scope.people == 22


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("4 years of Python, preferably with Django", Strength.MUST),
        ("Preferably 4 years of Python", Strength.NICE),
        ("Python or Java, ideally both", Strength.MUST),
    ],
)
def test_a_preference_for_a_detail_softens_nothing_else(line: str, strength: Strength) -> None:
    requirement, *_ = a_job(f"Requirements\n- {line}\n").requirements

    assert requirement.strength is strength


def test_years_within_which_something_was_done_are_not_asked_for() -> None:
    line = "2 years of Python within the last 5 years"

    (requirement,) = a_job(f"Requirements\n- {line}\n").requirements

    assert requirement.min_years == 2


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("You need a valid work permit.", [RequirementKind.LOGISTICS]),
        ("The post is subject to an enhanced DBS check.", [RequirementKind.LOGISTICS]),
        ("Visa sponsorship is not available.", [RequirementKind.LOGISTICS]),
        (
            "Requirements\n- QTS and a degree in mathematics\n",
            [RequirementKind.EDUCATION, RequirementKind.CERTIFICATION],
        ),
        ("We sponsor a choir.", []),
    ],
)
def test_gates_are_found_in_prose_and_several_in_a_line(
    text: str, kinds: list[RequirementKind]
) -> None:
    assert gates(text) == kinds


HOSPITALS = "Vale of Elm Hospitals NHS Foundation Trust"
INSTITUTE = "Elm Institute for Bread"


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Baker\nHollin Bakery, Dublin\n\nWe bake.", "Hollin Bakery"),
        ("Baker - Hollin Bread, Dublin\n\nWe bake.", "Hollin Bread"),
        ("Baker at Hollin\n\nWe bake.", "Hollin"),
        ("Baker @ Hollin\n\nWe bake.", "Hollin"),
        ("**Hollin** · Remote within Ireland\n\nBaker\n\nWe bake.", "Hollin"),
        ("Baker\n\nAt Hollin we bake bread.", "Hollin"),
        ("Baker\n\nHollin sells bread.", "Hollin"),
        ("Baker\n\nHollin Mutual insures ovens.", "Hollin Mutual"),
        ("We are hiring a baker to join Hollin Bread in Dublin.", "Hollin Bread"),
        ("Baker\n\nEnglish is a must and German is a plus.", None),
        ("Baker\n\nExperience makes bread.", None),
        ("Baker\nVale of Elm Hospitals NHS Foundation Trust\n\nWe bake.", HOSPITALS),
        ("BAKER | HOLLIN & PINE | ELM SQUARE\n\nWho is Hollin & Pine?\nWe bake.", "HOLLIN & PINE"),
        ("Baker\nHollin Kitchen\n\nLast year Hollin Kitchen fed a town.", "Hollin Kitchen"),
        ("Baker\nWarm Bread Counter\n\nYou run our warm bread counter.", None),
        ("Baker\n\nOur client, Hollin Bread, run two ovens.", "Hollin Bread"),
        ("Baker\nCompany: Hollin Bread (the one with the ovens)\n\nWe bake.", "Hollin Bread"),
        ("Baker\n\nThe Elm Institute for Bread in Graz invites applications.", INSTITUTE),
        ("Baker\n\nThe Ideal Candidate is a team player.", None),
        ("Baker\nCalgary, Alberta, Canada\n\nHollin Ltd. is an old bakery.", "Hollin Ltd."),
        ("Baker\n\nAll offers are conditional.", None),
        ("Baker\nHollin Park Academy, Graz. One of four.\n\nWe bake.", "Hollin Park Academy"),
        ("Nurse – Emergency Department\nSt Elm's Hospital, Graz\n\nWe heal.", "St Elm's Hospital"),
        ("Nurse\nChildren's Ward, Elm General Hospital\n\nWe heal.", "Elm General Hospital"),
        ("Paramedic\nElm Fire Department, Graz\n\nWe heal.", "Elm Fire Department"),
    ],
)
def test_an_employer_is_found_where_it_stands_and_not_invented(
    text: str, company: str | None
) -> None:
    found = a_job(text).company

    assert (found and found.value) == company


def test_people_are_counted_in_words_too() -> None:
    assert a_job(OPENING + "You will lead a squad of seven.").scope.people == 7
    assert a_job(OPENING + "You will supervise two assistants.").scope.people == 2


@pytest.mark.parametrize("name", ["Go", "Excel", "Teams", "Swift"])
def test_a_point_that_is_only_the_name_of_a_skill_asks_for_the_skill(name):
    found = a_job(f"Requirements\n- Python\n- {name}\n- Kafka\n").requirements

    assert [r.kind for r in found] == [RequirementKind.SKILL] * 3
    assert len(found[1].any_of) == 1


@pytest.mark.parametrize("said", ["Go the extra mile", "Excel at what you do", "Access: badge"])
def test_a_point_that_only_begins_like_a_skill_asks_for_no_skill(said):
    found = a_job(f"Requirements\n- Python\n- {said}\n").requirements

    assert not any(r.any_of for r in found[1:])
