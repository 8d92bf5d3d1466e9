"""What somebody owns up to is taken back wherever it was said, and only that."""

import pytest

from contracts.claims import Claim, ClaimStatus, ResumeFacts
from contracts.evidence import DocumentKind
from contracts.feedback import FeedbackReport
from services.feedback.rules.claimed.claims import with_claims
from tests.feedback.build import a_report
from tests.interview.build import a_span

LINES = ("Ran a kitchen of 8 cooks with 120 covers a night", "Cut food cost from 34% to 28%")
COST = (
    "In 2021 I cut food cost from 34 % to 20 % at the Gannet because suppliers were dear, and I "
    "wrote the stock sheet."
)
COOKS = "I ran a kitchen of 25 cooks at the Gannet, and I wrote the rota because nobody else had."
WRONG_COST = [
    "Sorry, I was wrong about the 20 %. It was 28 %.",
    "I am mistaken about the 20 %, it was 28 %.",
    "Forget what I said about the 20 %. It was 28 %.",
]
WRONG_COOKS = [
    "I told you I ran 25 cooks. That was wrong, sorry: it was 8 cooks, I take that back.",
    "I said that I had 25 cooks. No, it was 8 cooks.",
]


def report_on(*answers: str) -> FeedbackReport:
    facts = ResumeFacts(lines=tuple(a_span(DocumentKind.RESUME, line) for line in LINES))
    return with_claims(a_report(*answers), facts)


def taken_back(report: FeedbackReport, place: int = 0) -> list[str]:
    claims: tuple[Claim, ...] = report.questions[place].claims
    return [one.text for one in claims if one.status is ClaimStatus.RETRACTED]


@pytest.mark.parametrize("wrong", WRONG_COST)
def test_the_figure_that_is_named_is_taken_back_and_its_fellow_stands(wrong: str) -> None:
    report = report_on(f"{COST} {wrong}")

    stronger = report.questions[0].stronger_version
    assert taken_back(report) == ["20 %"]
    assert stronger is not None
    assert "34 %" in stronger
    assert "20 %" not in stronger
    assert "wrong" not in stronger


@pytest.mark.parametrize("wrong", WRONG_COOKS)
def test_what_is_named_again_and_taken_back_is_so_in_the_answer_of_before(wrong: str) -> None:
    report = report_on(COOKS, f"{wrong} I trained two commis and they passed.")

    told, stronger = report.questions[0], report.questions[0].stronger_version
    assert taken_back(report) == ["25 cooks"]
    assert [one.status for one in told.claims] == [ClaimStatus.RETRACTED]
    assert stronger is not None
    assert "25" not in stronger
    assert "I told you" not in (report.questions[1].stronger_version or "")
    assert "I said" not in (report.questions[1].stronger_version or "")


def test_what_is_denied_and_owned_up_to_is_no_claim() -> None:
    report = report_on(
        "I did not really cut food cost to 20 %, that is not true, forget what I said about that."
        " I wrote the stock sheet myself."
    )

    assert taken_back(report) == ["20 %"]
    assert "20 %" not in (report.questions[0].stronger_version or "")


@pytest.mark.parametrize(
    "more",
    [
        "The owner was wrong about the 20 %. I showed him the sheet.",
        "I told the cooks to forget what I had said about 30 covers.",
        "I said 25 cooks were enough. They were.",
    ],
)
def test_what_others_were_wrong_about_takes_nothing_back(more: str) -> None:
    assert not taken_back(report_on(f"{COST} {more}"))
