"""A head names the work in many ways: a role, a day, a week, what is to be done."""

import pytest

from tests.documents.build import a_job

DOES = (
    "Load the oven and set the timers for each batch.",
    "Keep the cleaning records up to date.",
    "Agree the week’s orders with the shop staff.",
    "Show new bakers how the dough should feel.",
)
ASKED = "What you need\n- Experience as a baker\n- Level 2 food hygiene\n"


def a_job_below(heading: str, points: tuple[str, ...] = DOES, mark: str = "") -> str:
    said = "".join(f"{mark}{point}\n" for point in points)
    return f"Baker\nRosedale Breads\n\n{heading}\n{said}\n{ASKED}"


@pytest.mark.parametrize(
    "heading",
    [
        "Role",
        "Role:",
        "Position",
        "What the job is",
        "What the role looks like",
        "What this job involves",
        "What a day looks like",
        "What a week here looks like",
        "What’s involved",
        "A typical day",
        "A day in the life of a baker",
        "On a typical day you will",
        "How you’ll spend your time",
        "Role overview",
        "Main purpose",
        "Overview of the role",
        "What you’d be doing",
        "What you’ll deliver",
        "What needs doing",
        "What we need you to do",
        "Typical duties",
        "Key deliverables",
        "You’ll be responsible for",
        "Your contribution",
        "The successful candidate will:",
    ],
)
@pytest.mark.parametrize("mark", ["", "- "])
def test_what_stands_below_a_head_of_work_is_to_be_done(heading: str, mark: str) -> None:
    job = a_job_below(heading, mark=mark)

    assert [duty.span.quote for duty in a_job(job).duties] == [one.rstrip(".") for one in DOES]
    assert len(a_job(job).requirements) == len(("title", "experience", "paper"))


@pytest.mark.parametrize("heading", ["Role", "What the job is", "A typical day", "Job overview"])
def test_a_paragraph_below_a_head_of_work_is_to_be_done(heading: str) -> None:
    job = a_job_below(heading, (" ".join(DOES),))

    assert len(a_job(job).duties) == len(DOES)


@pytest.mark.parametrize("heading", ["Role", "Position", "Post:"])
def test_a_value_below_a_label_is_none_of_the_work(heading: str) -> None:
    job = a_job(f"Rosedale Breads\n\n{heading}\nHead Baker\n\nLocation\nHull\n\n{ASKED}")

    assert job.duties == ()
    assert job.title
    assert job.title.value == "Head Baker"


def test_facts_behind_a_label_are_none_of_the_work() -> None:
    job = a_job(f"Rosedale Breads\n\nRole: Head Baker\nHours: 40 a week\nPost: 1\n\n{ASKED}")

    assert job.duties == ()


@pytest.mark.parametrize(
    ("heading", "points"),
    [
        ("What the role offers", ("A pension from the first day", "Free bread every week")),
        ("What you’ll get to enjoy", ("A pension from the first day", "Free bread every week")),
        ("What you do need", ("Experience of night work", "Level 2 food hygiene")),
        ("What we need", ("Experience of night work", "Level 2 food hygiene")),
        ("The successful candidate will:", ("have baked for a year", "hold Level 2 food hygiene")),
        ("The successful candidate will:", ("manage own transport", "show care", "be punctual")),
    ],
)
def test_what_is_offered_or_asked_is_none_of_the_work(
    heading: str, points: tuple[str, ...]
) -> None:
    job = a_job(f"Baker\nRosedale Breads\n\n{heading}\n" + "".join(f"- {p}\n" for p in points))

    assert job.duties == ()


@pytest.mark.parametrize("mark", ["", "- "])
def test_what_makes_a_good_fit_is_asked_for_behind_what_is_done(mark: str) -> None:
    has = ("Experience of night work", "A history of early starts", "Level 2 food hygiene")
    said = "".join(f"{mark}{point}\n" for point in has)

    job = a_job(a_job_below("What you’ll do").replace(ASKED, f"What makes you a good fit\n{said}"))

    assert len(job.duties) == len(DOES)
    assert len(job.requirements) == 1 + len(has)
