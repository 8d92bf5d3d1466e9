"""What is quoted of a line is what it asks for, without how much it is wanted."""

import pytest

from contracts.evidence import DocumentKind
from services.interview.rules.plan.demands import demand_in
from tests.interview.build import a_briefing, a_plan, a_span


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("SIA licence would be an advantage", "SIA licence"),
        ("Previous hotel reception experience is essential", "Previous hotel reception experience"),
        ("a warm manner is a must", "a warm manner"),
        ("PTS rail ticket advantageous", "PTS rail ticket"),
        ("Forklift certification required", "Forklift certification"),
        ("experience in retail would be great but not essential", "experience in retail"),
        ("Experience of Kerridge is useful, not required", "Experience of Kerridge"),
        ("Knowledge of Sage would be a bonus though not essential", "Knowledge of Sage"),
        ("ADR (essential)", "ADR"),
        ("Driving licence – essential", "Driving licence"),
        ("Python is a plus", "Python"),
        ("to be a team player", "a team player"),
        ("Must have previous supervisory experience", "previous supervisory experience"),
        ("Sedation nursing (certificate in sedation preferred)", "Sedation nursing"),
    ],
)
def test_how_much_it_is_wanted_is_no_part_of_it(line: str, asked: str) -> None:
    span = demand_in(a_span(DocumentKind.JOB_DESCRIPTION, line, start=9))

    assert span.quote == asked
    assert line[span.start - 9 : span.end - 9] == asked


@pytest.mark.parametrize(
    "line",
    [
        "Work to the standard required",
        "Know what is needed",
        "Support colleagues as required",
        "Give a warm welcome",
        "Have worked in a kitchen",
        "Calm when it is necessary",
    ],
)
def test_what_belongs_to_the_sentence_stays(line: str) -> None:
    assert demand_in(a_span(DocumentKind.JOB_DESCRIPTION, line)).quote == line


def test_a_question_quotes_no_more_than_that() -> None:
    plan = a_plan(a_briefing(musts=["Terraform is a must", "Kafka would be an advantage"], met=[]))

    asked = [question.text for question in plan.questions]
    assert any("“Terraform”" in text for text in asked)
    assert not any("is a must" in text for text in asked)
