"""Titles, employers and years of an answer beside the roles of a résumé."""

import pytest

from contracts.claims import ClaimKind, ResumeFacts, RoleFact
from contracts.evidence import DocumentKind
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.claimed.titles import Agreement, agreement
from tests.feedback.build import a_report
from tests.interview.build import a_span


def a_role(title: str, employer: str, start: str, end: str | None) -> RoleFact:
    return RoleFact(
        title=a_span(DocumentKind.RESUME, title),
        employer=a_span(DocumentKind.RESUME, employer),
        start=start,
        end=end,
        is_current=end is None,
        dates=a_span(DocumentKind.RESUME, f"{start} - {end or 'present'}"),
    )


KNOWN = ResumeFacts(
    roles=(
        a_role("Support Team Lead", "Larkfield Software Ltd", "2020-03", None),
        a_role("Support Agent", "Brindle & Sons", "2016-05", "2018-06"),
    )
)


def claims(said: str, kind: ClaimKind) -> list[tuple[str, str]]:
    found = with_claims(a_report(said), KNOWN).questions[0].claims
    return [(one.text, one.status.value) for one in found if one.kind is kind]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Support Team Lead", "Support Team Lead"),
        ("team lead", "Support Team Lead"),
        ("team leader", "Team Lead"),
        ("cook", "Chef"),
        ("software engineer", "Software Developer"),
    ],
)
def test_titles_of_one_rank_and_function_agree(said: str, written: str) -> None:
    assert agreement(said, written) is Agreement.SAME


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Support Director", "Support Team Lead"),
        ("Head of Sales", "Sales Manager"),
        ("senior nurse", "Nurse"),
        ("kitchen manager", "Kitchen Porter"),
        ("head of design", "Head of Support"),
        ("welder", "Driver"),
    ],
)
def test_titles_of_another_rank_or_function_differ(said: str, written: str) -> None:
    assert agreement(said, written) is Agreement.OTHER


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("nurse", "Charge Nurse"),
        ("engineer", "Senior Backend Engineer"),
        ("shift supervisor", "Shift Lead"),
        ("junior buyer", "Buyer"),
    ],
)
def test_a_title_in_short_or_in_near_words_is_neither(said: str, written: str) -> None:
    assert agreement(said, written) is Agreement.UNSURE


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("I was the Support Director at Larkfield Software Ltd.", "Support Director"),
        ("I became Head of Support at Larkfield.", "Head of Support"),
        ("At Larkfield I was the support manager and I wrote rotas.", "support manager"),
        ("I joined Larkfield as Director of Support.", "Director of Support"),
        ("I worked as a warehouse manager for 2 years at Brindle.", "warehouse manager"),
    ],
)
def test_another_title_at_an_employer_is_a_difference(said: str, title: str) -> None:
    assert claims(said, ClaimKind.TITLE) == [(title, "conflict")]


@pytest.mark.parametrize(
    "said",
    [
        "I was happy at Larkfield.",
        "I was a bit of a loner at Larkfield.",
        "I was a member of the choir at Larkfield.",
        "I was an agent at Larkfield Foods.",
        "I was an engineer at Zendesk.",
    ],
)
def test_what_is_no_title_or_of_no_employer_of_the_resume_is_none(said: str) -> None:
    assert claims(said, ClaimKind.TITLE) == []


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("At Larkfield I rebuilt the rota when I came in March 2018.", "conflict"),
        ("I joined Larkfield in 2021.", "conflict"),
        ("I joined Larkfield Software Ltd in May 2020.", "conflict"),
        ("I left Brindle in 2019.", "conflict"),
        ("I have worked at Larkfield since 2018.", "conflict"),
        ("I joined Larkfield in March 2020.", "supported"),
        ("I have been with Larkfield since 2020.", "supported"),
        ("I left Brindle in June 2018.", "supported"),
        ("In 2023 I rebuilt the rota at Larkfield.", "within"),
        ("At Brindle we moved the shop in 2017.", "within"),
        ("Since 2021 I run the rota at Larkfield.", "within"),
    ],
)
def test_a_year_is_an_end_or_lies_within_or_outside(said: str, status: str) -> None:
    assert [each for _, each in claims(said, ClaimKind.DATE)] == [status]


@pytest.mark.parametrize(
    "said",
    [
        "In 2014 I visited Larkfield Castle.",
        "In 2014 I ran the choir.",
        "In 2014 I was at Larkfield Foods.",
    ],
)
def test_a_year_without_an_employer_is_laid_beside_none(said: str) -> None:
    assert claims(said, ClaimKind.DATE) == []


def test_a_town_names_no_employer() -> None:
    role = a_role("Nurse", "Leeds Teaching Hospitals", "2020-03", None)
    report = a_report("In 2012 I was a student at Leeds.")

    assert with_claims(report, ResumeFacts(roles=(role,))).questions[0].claims == ()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I was team lead for 8 years at Brindle.", [("8 years", "conflict")]),
        ("I was a support agent at Brindle for 2 years.", [("2 years", "supported")]),
        ("I have been a support agent for 14 years.", [("14 years", "conflict")]),
        ("I have been a support agent for 9 years.", []),
        ("I was a support agent at Brindle for 1 year.", []),
        ("I was happy at Brindle for 8 years.", [("8 years", "conflict")]),
    ],
)
def test_years_at_an_employer_are_laid_beside_its_roles(
    said: str, expected: list[tuple[str, str]]
) -> None:
    assert [one for one in claims(said, ClaimKind.YEARS) if "year" in one[0]] == expected
