"""Points need no bullets: a line of its own asks for its own thing, a wrapped line goes on."""

from textwrap import wrap

import pytest

from contracts.analysis import RequirementKind
from tests.documents.build import a_job
from tests.documents.job.test_layouts import OPENING, asked, gates

ELECTRICIAN = (
    "Completed apprenticeship as an electrician",
    "Three years of experience with three-phase installations in industrial buildings",
    "Driving licence B",
    "Able to read wiring diagrams",
    "Experience with KNX and DALI",
)
LIBRARIAN = (
    "A calm manner with children who do not want to read",
    "Knowledge of Dewey classification",
    "Experience of running events for more than fifty people, indoors and outdoors",
    "Good written English",
)
DEVELOPER = (
    "PostgreSQL",
    "Experience with Kafka",
    "At least 4 years of Python",
    "Secret clearance",
)


def quotes(text: str) -> list[str]:
    """What is asked for beside the title, gates too, each once and on one line."""
    said = (" ".join(r.span.quote.split()) for r in a_job(OPENING + text).requirements[1:])
    return list(dict.fromkeys(said))


@pytest.mark.parametrize("points", [ELECTRICIAN, LIBRARIAN, DEVELOPER])
@pytest.mark.parametrize("heading", ["Requirements\n", "REQUIREMENTS:\n\n", "## About you\n"])
@pytest.mark.parametrize("between", ["\n", ".\n", "\n\n", "  \n"])
def test_every_line_below_a_heading_asks_for_its_own_thing(
    points: tuple[str, ...], heading: str, between: str
) -> None:
    text = heading + between.join(points) + "\n"

    assert quotes(text) == list(points)


def test_a_clearance_and_a_skill_on_lines_of_their_own_are_not_lost() -> None:
    text = "Requirements\nSecret clearance\nPostgreSQL\nExperience with Kafka\n"

    assert gates(text) == [RequirementKind.LOGISTICS]
    assert asked(text) == [("must", "PostgreSQL"), ("must", "Experience with Kafka")]


@pytest.mark.parametrize("width", [48, 60, 72, 80])
def test_wrapped_prose_is_put_together_again(width: int) -> None:
    said = [
        "You have at least four years of experience with Kafka and PostgreSQL in firms of any size",
        "You know your way around Kubernetes and have written Terraform that others still use",
        "Experience with Grafana or another tool of that kind is required for our night watch",
    ]

    text = "Requirements\n\n" + "\n".join(wrap(". ".join(said) + ".", width)) + "\n"

    assert quotes(text) == said


@pytest.mark.parametrize("width", [60, 72])
@pytest.mark.parametrize("points", [ELECTRICIAN, LIBRARIAN])
def test_a_point_may_be_wrapped_among_lines_that_are_not(
    width: int, points: tuple[str, ...]
) -> None:
    text = "Requirements\n\n" + "\n".join("\n".join(wrap(point, width)) for point in points)

    assert quotes(text) == list(points)


def test_a_list_keeps_its_lines_beside_prose_that_is_wrapped() -> None:
    story = "We bake for four villages and have done so since my grandmother began with one oven."
    text = "\n".join(wrap(f"{story} {story}", 60)) + "\n\nRequirements\n" + "\n".join(ELECTRICIAN)

    assert quotes(text) == list(ELECTRICIAN)


def test_lines_in_small_letters_are_points_too() -> None:
    text = "Requirements\nexperience with kafka\ngood written english\nknowledge of ansible\n"

    assert len(quotes(text)) == 3


def test_capitals_throughout_are_no_headings() -> None:
    text = (
        "BAKER\n\nREQUIREMENTS\nEXPERIENCE WITH KAFKA\nGOOD MANNERS\n\n"
        "DUTIES\nBAKING OF BREAD\nSELLING OF CAKES\n"
    )

    read = a_job(text)

    assert [r.span.quote for r in read.requirements[1:]] == [
        "EXPERIENCE WITH KAFKA",
        "GOOD MANNERS",
    ]
    assert [d.span.quote for d in read.duties] == ["BAKING OF BREAD", "SELLING OF CAKES"]


@pytest.mark.parametrize("mark", ["🔹", "✅", "👉", "⭐️", "🥐"])
def test_a_picture_marks_a_point_and_a_heading(mark: str) -> None:
    text = f"{mark} What you bring\n{mark} Experience with Kafka\n{mark} Good manners\n"

    assert asked(text) == [("must", "Experience with Kafka"), ("must", "Good manners")]


def test_what_is_marked_as_unwanted_is_not_asked_for() -> None:
    assert asked("What you bring\n✅ Experience with Kafka\n❌ Agency profiles only\n") == [
        ("must", "Experience with Kafka")
    ]


def test_a_shortened_word_ends_no_sentence() -> None:
    text = "Your profile\n- Min. 3 yrs of experience with Kafka\n- MS Office, esp. Excel\n"

    assert [quote for _, quote in asked(text)] == [
        "Min. 3 yrs of experience with Kafka",
        "MS Office, esp. Excel",
    ]


def test_a_numbered_role_above_its_own_headings_is_no_requirement_of_the_first() -> None:
    text = (
        "1) Sous Chef\nRequirements:\n- Experience with Kafka\n\n"
        "2) Kitchen Porter\nRequirements:\n- Good manners\n"
    )

    assert [quote for _, quote in asked(text)] == ["Experience with Kafka"]
