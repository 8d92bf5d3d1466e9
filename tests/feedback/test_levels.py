"""Answers that were judged by the anchors before the rules read them: the levels agree."""

from bench.agreement import agreement
from contracts.evidence import Competency
from tests.feedback.build import a_question, the_cell
from tests.feedback.tellings import told

ASKED = "Tell me about such a time in your work. What did you do?"
LEAST_KAPPA, LEAST_EXACT = 0.85, 0.75


def test_levels_agree_with_the_anchors_over_many_trades() -> None:
    pairs = []
    for one in told("levels"):
        asked = a_question(text=ASKED, competencies=[one.competency])
        pairs.append((one.level or 0, the_cell(one.text, asked).level.value or 0))

    found = agreement(pairs)

    assert {one.competency for one in told("levels")} == set(Competency)
    assert found.kappa >= LEAST_KAPPA
    assert found.exact >= LEAST_EXACT
