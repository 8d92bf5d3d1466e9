"""Of several quotes of one type the clearest is shown first."""

import pytest

from contracts.evidence import EvidenceType as E
from tests.feedback.build import a_report

TOLD = [
    (
        "The print shop was a heap of cases. I moved them. I labelled every drawer of lead type.",
        E.OWN_ACTION,
        "I labelled every drawer",
    ),
    (
        "I labelled each drawer. They agreed to it. As a result the night printers found the type.",
        E.RESULT,
        "night printers",
    ),
    (
        "I labelled it all. I would do it again. I learnt that a drawer nobody can read is lost.",
        E.REFLECTION,
        "a drawer nobody can read",
    ),
]


@pytest.mark.parametrize(("answer", "kind", "shown"), TOLD)
def test_the_clearest_quote_is_shown(answer: str, kind: E, shown: str) -> None:
    landed = a_report(answer).questions[0].what_landed

    assert shown in next(one.evidence.span.quote for one in landed if one.evidence.type is kind)
