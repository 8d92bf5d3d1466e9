"""What was lost, paid or spent beyond the plan is no line that a résumé lacks."""

import pytest

from tests.feedback.claimed.test_beside import facts, statuses

LINE = "Led a team of 5 at the depot"


@pytest.mark.parametrize(
    "said",
    [
        "I ran the move of the depot and it ended 12 % over budget.",
        "I finished the move at 12 percent over the budget.",
        "I changed the route and costs rose by 9 percent.",
        "I cut the range and sales fell by 20 percent.",
    ],
)
def test_a_loss_is_not_missed_in_the_resume(said: str) -> None:
    assert statuses(said, facts(LINE)) == []


@pytest.mark.parametrize(
    "said",
    [
        "I changed the route and costs fell by 9 percent.",
        "I widened the range and sales rose by 20 percent.",
        "I cut waste by 40 percent, but it ended 12 % over budget.",
    ],
)
def test_an_improvement_is(said: str) -> None:
    assert [status for _, status in statuses(said, facts(LINE))] == ["unsupported"]
