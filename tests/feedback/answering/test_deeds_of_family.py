"""Where a wish or a case is asked for, what somebody of one's family did answers neither."""

import pytest

from contracts.evidence import Competency, Status
from contracts.interview import Question, QuestionKind
from tests.feedback.build import a_question, the_cell

WISH = a_question(
    text="Why do you want this job?",
    competencies=[Competency.LEARNING],
    kind=QuestionKind.MOTIVATION,
)
LAST = WISH.model_copy(update={"kind": QuestionKind.CLOSING})
CASE = a_question(
    text="A customer wants a refund that you may not give. What do you do?",
    competencies=[Competency.DECISION_MAKING],
    kind=QuestionKind.SITUATIONAL,
)
GAP = a_question(
    text="The job asks for welding. What have you done with it?",
    competencies=[Competency.TECHNICAL_DEPTH],
    kind=QuestionKind.GAP_PROBE,
)
PERSON = WISH.model_copy(update={"text": "Who made you want this work?", "kind": QuestionKind.OWN})
OF_FAMILY = [
    "My sister did that. She works as a nurse and loves it.",
    "My brother would know, he did that at his firm and sorted out a queue of angry drivers.",
    "My sister did that and she got the job. She was promoted within a year and led a ward.",
    "A friend of mine did that. He called the customer and gave her a voucher.",
]
OF_ONESELF = [
    "My sister did that. She loved it, and I want to work with customers as she does.",
    "My grandmother was ill for two years. The nurses gave her back some dignity.",
    "My mother worked nights in a laundry. That is why a job by day matters.",
    "My father did it for thirty years. Nobody in your firm has forgotten him.",
    "My children go to the school next door, so the hours of the job would fit.",
    "My reason is the work itself: every decision shows by the evening, and customers come back.",
]


@pytest.mark.parametrize("question", [WISH, LAST, CASE, GAP], ids=["wish", "last", "case", "gap"])
@pytest.mark.parametrize("told", OF_FAMILY)
def test_what_somebody_of_ones_family_did_is_no_answer_to_a_wish_or_a_case(
    told: str, question: Question
) -> None:
    level = the_cell(told, question).level

    assert level.status is Status.INSUFFICIENT
    assert level.why in {"deeds-of-others", "off-topic", "other-subject"}


@pytest.mark.parametrize("told", OF_ONESELF)
def test_who_has_a_part_in_it_or_says_why_tells_of_themselves(told: str) -> None:
    assert the_cell(told, WISH).level.why != "deeds-of-others"


def test_who_is_asked_for_somebody_may_tell_of_them() -> None:
    assert the_cell(OF_FAMILY[0], PERSON).level.why != "deeds-of-others"
