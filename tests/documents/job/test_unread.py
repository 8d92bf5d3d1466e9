"""What of a job description fed nothing is told, and what was read is not."""

import pytest

from services.documents.rules.places import MAX_OTHERS
from tests.documents.build import a_job, a_text
from tests.documents.truth import true_jobs

TOP = "Baker\nCorner Mill, Leeds\n\nRequirements\n- Experience with sourdough\n\n"


def unread(below: str) -> list[str]:
    return [span.quote for span in a_job(TOP + below).unread]


@pytest.mark.parametrize(
    "below",
    [
        "About us\nThree cousins opened the mill in 1911",
        "Benefits\n- Free bread",
        "A heading nobody knows",
        "Qualidades extraordinárias",
        "How to apply\nWrite to flour@example.org",
    ],
)
def test_a_line_that_fed_nothing_is_told(below: str) -> None:
    assert unread(below) == [below.rpartition("\n")[2].removeprefix("- ")]


def test_a_sentence_that_fed_nothing_is_told_beside_one_that_did() -> None:
    said = "You must know Excel. Our oven is called Otto. You need at least 2 years of baking."

    assert unread(said) == ["Our oven is called Otto"]


def test_what_was_read_is_not_told() -> None:
    assert unread("Responsibilities\n- Bake 300 loaves a night\n\nPay: £14 per hour\n---\n") == []


def test_more_lines_than_a_page_shows_are_counted_but_none_that_looks_like_a_requirement() -> None:
    others = "".join(f"Cousin {number} opened a mill.\n" for number in range(MAX_OTHERS + 3))
    read = a_job(f"{TOP}Our story\n{others}They have experience with Kubernetes.\n")

    assert (len(read.unread), read.unread_more) == (MAX_OTHERS + 1, 3)
    assert read.unread[-1].quote == "They have experience with Kubernetes"


def test_every_line_of_a_job_description_is_read_or_told() -> None:
    texts = [a_text("backend.txt"), *(job.text for job in true_jobs() if not job.is_held_out)]
    for text in texts:
        read = a_job(text)
        assert all(text[span.start : span.end] == span.quote for span in read.unread)


def test_a_sentence_of_which_a_part_was_read_is_not_told() -> None:
    assert unread("Requirements\n- SQL is a must, Tableau would be nice\n") == []
