"""A figure that is named once more to take it back, in the same answer or a later one."""

import pytest

from contracts.claims import ClaimStatus
from contracts.feedback import FeedbackReport
from services.feedback.rules.claimed.claims import with_claims
from tests.feedback.build import a_report

MISSES = (
    "In 2022 near misses worried us on nights, so I walked the aisles every week, and near misses"
    " fell from 7 to 1 a month."
)
CALLS = (
    "In 2022 two teams wanted the same lab week. I chose the clinic team because their release was"
    " nearer. Support calls fell from 80 to 25 a week."
)
CREW = "At the depot I lead 40 operatives on nights, and I wrote the rota in May."


def taken_back(report: FeedbackReport) -> list[tuple[str, str]]:
    return [
        (claim.text, claim.corrected.quote)
        for question in with_claims(report, None).questions
        for claim in question.claims
        if claim.status is ClaimStatus.RETRACTED and claim.corrected
    ]


@pytest.mark.parametrize(
    ("first", "then", "figure", "right"),
    [
        (
            MISSES,
            "Correction about the near misses earlier: it was from 7 to 3 a month, not to 1.",
            "1",
            "it was from 7 to 3 a month",
        ),
        (MISSES, "I take back the 1, it was nearer 3. I ordered wrap.", "1", "it was nearer 3."),
        (CREW, "Also I do not lead 40 people. I lead 14. I ordered wrap in June.", "40", "40"),
    ],
)
def test_a_later_answer_takes_it_back(first: str, then: str, figure: str, right: str) -> None:
    report = a_report(first, then)

    ((text, correction),) = taken_back(report)

    assert text == figure
    assert right in correction
    assert all(f" {figure} " not in one.span.quote for one in report.scorecard.cells[0].evidence)


@pytest.mark.parametrize(
    "said",
    [
        "Hm, the 25 was not right; it was 40.",
        "The 25 wasn’t right, it was 40.",
        "That 25 was wrong: it was 40.",
    ],
)
def test_the_next_sentence_takes_it_back(said: str) -> None:
    report = a_report(f"{CALLS} {said}")

    ((text, correction),) = taken_back(report)

    assert (text, correction) == ("25", "it was 40.")
    assert "80 to 25" not in (report.questions[0].stronger_version or "")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (CALLS, "The form said 12 a day. The 12 was wrong, so I counted them with the porter."),
        (MISSES, "In May the scale was wrong earlier in the week, and I set it from 7 to 3 grams."),
        (CREW, "I do not lead people by shouting. I asked 14 of them one by one in June."),
        (CALLS, "I took back the 25 crates to the dock and it was nearer 3 when I came home."),
    ],
)
def test_a_story_of_something_else_takes_nothing_back(first: str, then: str) -> None:
    assert taken_back(a_report(first, then)) == []
