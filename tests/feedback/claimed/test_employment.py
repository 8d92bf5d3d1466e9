"""What somebody says of their jobs, beside the jobs of their résumé."""

import pytest

from contracts.claims import Claim, ClaimKind, ResumeFacts, RoleFact
from contracts.evidence import DocumentKind
from services.feedback.rules.claimed.claims import with_claims
from tests.feedback.build import a_report
from tests.interview.build import a_span

WARD = RoleFact(
    title=a_span(DocumentKind.RESUME, "Staff Nurse"),
    employer=a_span(DocumentKind.RESUME, "Pennard General Hospital"),
    start="2015-01",
    end="2019-12",
    dates=a_span(DocumentKind.RESUME, "2015 - 2019"),
)
CLINIC = RoleFact(
    title=a_span(DocumentKind.RESUME, "Charge Nurse"),
    employer=a_span(DocumentKind.RESUME, "Pennard Clinic"),
    start="2020-01",
    end="2021-12",
    dates=a_span(DocumentKind.RESUME, "2020 - 2021"),
)
NURSE = ResumeFacts(roles=(WARD, CLINIC))


def claims(said: str, *kinds: ClaimKind) -> list[tuple[str, str]]:
    found: tuple[Claim, ...] = with_claims(a_report(said), NURSE).questions[0].claims
    return [(one.text, one.status.value) for one in found if one.kind in kinds]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I have been a nurse for fifteen years and I like it.", [("fifteen years", "conflict")]),
        ("I’ve worked as a nurse for about 7 years now.", [("7 years", "supported")]),
        ("I have been a nurse for 8 years on wards.", [("8 years", "supported")]),
        ("I have been a nurse for 3 years in that house.", []),
        ("I have been a baker for fifteen years.", []),
        ("I have had the same car for fifteen years.", []),
    ],
)
def test_years_in_a_job_are_laid_beside_the_roles(
    said: str, expected: list[tuple[str, str]]
) -> None:
    assert claims(said, ClaimKind.YEARS) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I was the head of nursing at Pennard General and I ran audits.", "conflict"),
        ("I was a staff nurse at Pennard General Hospital and I ran audits.", "supported"),
        ("I was a staff nurse at the Pennard General then.", "supported"),
    ],
)
def test_an_employer_is_known_by_the_beginning_of_its_name(said: str, expected: str) -> None:
    assert [status for _, status in claims(said, ClaimKind.TITLE)] == [expected]


def test_a_word_that_two_employers_begin_with_names_neither() -> None:
    assert claims("I was the head of nursing at Pennard then.", ClaimKind.TITLE) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I spent nine years at Pennard General Hospital.", [("nine years", "conflict")]),
        ("I was at Pennard General Hospital for 9 years.", [("9 years", "conflict")]),
        ("I have five years at Pennard General Hospital behind me.", [("five years", "supported")]),
        ("I spent two years at Pennard General Hospital on nights.", []),
        ("My boss spent nine years at Pennard General Hospital.", []),
        ("I treated patients of nine years at Pennard General Hospital.", []),
    ],
)
def test_years_at_an_employer_are_laid_beside_all_roles_there(
    said: str, expected: list[tuple[str, str]]
) -> None:
    assert claims(said, ClaimKind.YEARS) == expected
