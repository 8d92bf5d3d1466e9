"""What a résumé claims outside of its roles can be asked about as well."""

import pytest

from contracts.analysis import Entry, ResumeAnalysis, Text
from contracts.evidence import DocumentKind
from services.interview.rules.plan.elsewhere import claimed_elsewhere
from services.interview.rules.plan.grounds import grounds_of
from tests.interview.build import a_briefing, a_resume, a_span


def a_resume_beside(*lines: str, claims: tuple[str, ...] = ()) -> ResumeAnalysis:
    """With `lines` that stand in no role."""
    unread = tuple(
        a_span(DocumentKind.RESUME, line, 5000 + 500 * at) for at, line in enumerate(lines)
    )
    return a_resume(claims).model_copy(update={"unread": unread})


def claimed(*lines: str) -> list[str]:
    return [line.span.quote for line in claimed_elsewhere(a_resume_beside(*lines))]


@pytest.mark.parametrize(
    "line",
    [
        "Raised £26,000 from one spring appeal",
        "Cut the cost of the parish fair by a third",
        "I organised a sponsored swim for the lifeboat",
        "Successfully rebuilt the engine of a 1962 tractor",
        "We won the regional debating cup two years running",
        "Also trained five volunteers on the new till",
    ],
)
def test_a_deed_outside_of_roles_is_a_claim(line: str) -> None:
    assert claimed(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Baking, netball, drawing",
        "Reference: Mrs Aske, head of year, on request",
        "Full clean driving licence. I speak Welsh at home",
        "Motivated and reliable, with an eye for detail",
        "Certified first aider since 2019",
        "Interested in boats and old maps",
        "Married, two children",
        "Winner of hearts and team player",
        "I look after my grandmother at weekends",
    ],
)
def test_what_tells_of_no_deed_is_no_claim(line: str) -> None:
    assert claimed(line) == []


def test_of_a_paragraph_only_the_sentence_that_claims_is_quoted() -> None:
    line = "I help at St. Anne's on Sundays. I ran the raffle and raised £310 for the roof. I sing."

    (claim,) = claimed_elsewhere(a_resume_beside(line))

    assert claim.span.quote == "I ran the raffle and raised £310 for the roof."
    assert line[claim.span.start - 5000 : claim.span.end - 5000] == claim.span.quote


def test_the_lines_of_voluntary_work_are_read_too() -> None:
    title = a_span(DocumentKind.RESUME, "Trustee", 4000)
    told = a_span(DocumentKind.RESUME, "Opened a second toy library with 40 families", 4100)
    work = Entry(title=Text(value="Trustee", span=title), lines=(told,))
    resume = a_resume(()).model_copy(update={"volunteering": (work,)})

    assert [line.span for line in claimed_elsewhere(resume)] == [told]


def test_a_resume_whose_roles_say_nothing_is_asked_about_its_achievements() -> None:
    resume = a_resume_beside("Raised £26,000 from one spring appeal")

    (claim,) = grounds_of(a_briefing().model_copy(update={"resume": resume})).claims

    assert claim.quote.quote == "Raised £26,000 from one spring appeal"


def test_what_a_role_says_of_the_job_comes_before_a_deed_of_another_kind() -> None:
    in_role = "Cut the errors of billing from 40 a month to 6"
    resume = a_resume_beside("Raised £26,000 from one spring appeal", claims=(in_role,))

    first, *_ = grounds_of(a_briefing().model_copy(update={"resume": resume})).claims

    assert first.quote.quote == in_role
