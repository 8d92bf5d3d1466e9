"""A heading announces by its grammar, or by what stands under it, whatever its words are."""

import pytest

from tests.documents.build import a_job
from tests.documents.job.test_layouts import asked

OPENING = "Boat Builder\n\nWe build boats.\n\n"
HAS = (
    "Good knowledge of tides",
    "Three years of experience at sea",
    "A driving licence",
    "Calm in storms",
)
DOES = (
    "Maintain the boats and log repairs",
    "Lead a crew of six",
    "Plan trips with the harbour office",
    "Reporting to the owner each week",
)


def a_list(heading: str, points: tuple[str, ...], mark: str = "- ") -> str:
    return f"{OPENING}{heading}\n" + "".join(f"{mark}{point}\n" for point in points)


def strengths(text: str) -> list[str]:
    return [r.strength.value for r in a_job(text).requirements[1:]]


@pytest.mark.parametrize(
    "heading",
    [
        "We wish to appoint somebody who:",
        "You'll be someone with",
        "We would like to hear from people who have:",
        "Your capabilities and credentials",
        "Do I qualify?",
        "Am I a good fit?",
        "Are you the one?",
        "Your toolkit",
        "Your superpowers",
        "The nuts and bolts",
        "You'd suit us if you've got:",
    ],
)
@pytest.mark.parametrize("mark", ["- ", "•\t"])
def test_what_names_the_qualities_of_a_person_is_asked_for(heading: str, mark: str) -> None:
    assert strengths(a_list(heading, HAS, mark)) == ["must"] * 4


@pytest.mark.parametrize(
    "heading",
    ["The gig", "Your week", "What does the week look like?", "Each day the boat builder will:"],
)
def test_what_begins_with_deeds_is_the_work(heading: str) -> None:
    job = a_job(a_list(heading, DOES))

    assert (len(job.duties), len(job.requirements)) == (4, 1)


@pytest.mark.parametrize(
    ("heading", "strength"),
    [
        ("What would make us grin?", "bonus"),
        ("Plus points if you have", "bonus"),
        ("Of advantage are:", "nice"),
        ("Even better if", "nice"),
    ],
)
def test_a_heading_says_how_much_its_points_are_wanted(heading: str, strength: str) -> None:
    assert set(strengths(a_list(heading, HAS[:2]))) == {strength}


def test_a_question_above_prose_begins_something_else() -> None:
    text = f"{a_list('Requirements', HAS)}\nWhere are we?\nYou are by the sea. A calm place.\n"

    assert strengths(text) == ["must"] * 4


def test_a_paragraph_behind_the_list_of_duties_is_no_duty() -> None:
    text = f"{a_list('Your duties', DOES)}\nWe are owned by those who build.\n"

    assert len(a_job(text).duties) == 4


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("They will plan the trips and mend the nets.\n", 1),
        ("You'd look after the harbour.\n", 1),
        ("The successful candidate will teach sailing to children.\n", 1),
        ("Your tasks will be to plan trips, to mend nets and sails, and to teach.\n", 3),
        ("The successful candidate will have three years at sea.\n", 0),
        ("You'd suit us if you love the sea.\n", 0),
    ],
)
def test_duties_are_read_in_prose(text: str, number: int) -> None:
    assert len(a_job(OPENING + text).duties) == number


@pytest.mark.parametrize(
    "line",
    [
        "What we give you\nA day off at sea; sailing lessons; a boat.\n",
        "You can buy a large house for the price of a car.\n",
        "Failure to provide all of the required papers may affect your rating.\n",
        "Experience refers to paid and unpaid experience, of any kind.\n",
        "Requirements\n- Managing nobody: No\n- Costs of moving reimbursed: No\n",
        "Requirements\n- One year probationary period may be required\n",
        "By the end of the first year you'll have sailed to Norway.\n",
        "We'd love somebody to take the bookings off our hands.\n",
        "Call Ted in the boat shed from 07:00 to 17:00 on 01222 555 019 with your licence.\n",
        "Boats wanted. You don't need Kubernetes.\n",
    ],
)
def test_talk_asks_for_nothing(line: str) -> None:
    assert asked(line) == []


def test_what_is_not_needed_is_no_title() -> None:
    assert a_job("We sail.\nA data person. You don't need Kubernetes.\n").title is None


def test_points_below_each_other_may_begin_with_a_number() -> None:
    text = "Requirements:\n4+ yrs in good kitchens\na trade cert in cookery\na cool head\n"

    assert next(said for _, said in asked(text)) == "4+ yrs in good kitchens"
