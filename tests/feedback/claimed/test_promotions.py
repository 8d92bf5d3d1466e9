"""When somebody became something and for how long, and by what short name they call an employer."""

import time

import pytest

from contracts.claims import ClaimKind, ResumeFacts, RoleFact
from contracts.evidence import DocumentKind
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.claimed.promotions import dated_titles
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
        a_role("Ward Manager", "St Anne's Hospital NHS Trust", "2018-03", "2022-06"),
        a_role("Staff Nurse", "Larkfield Clinic Ltd", "2014-09", "2018-02"),
        a_role("Head Baker", "O'Brien-Hughes Bakery Ltd", "2011-02", "2014-08"),
    )
)
BEGAN = [
    ("I became ward manager in 2019.", [("2019", "conflict")]),
    ("I was promoted to ward manager in 2021 and wrote the rota.", [("2021", "conflict")]),
    ("In 2016 I became ward manager and wrote the rota.", [("2016", "conflict")]),
    ("I have been a head baker since 2013 and I know each oven.", [("2013", "conflict")]),
    ("I started out as head baker in 2012.", [("2012", "conflict")]),
    ("I became ward manager in 2018.", [("2018", "supported")]),
    ("In spring 2011 I was made head baker.", [("2011", "supported")]),
    ("I was ward manager in 2020 when the roof leaked.", [("2020", "within")]),
    ("I became a nurse in 2009.", []),
    ("I became a father in 2019.", []),
    ("My colleague became ward manager in 2019.", []),
    ("I made the head baker laugh in 2019.", []),
    ("I promoted a nurse to ward manager in 2021.", []),
    ("I became a choir leader in 2019.", []),
    ("I was head baker in 2005 in my uncle's shop.", []),
]
LASTED = [
    ("In my ten years as ward manager I wrote each rota.", [("ten years", "conflict")]),
    ("I had twelve years as head baker behind me.", [("twelve years", "conflict")]),
    ("I spent 9 years as a staff nurse on nights.", [("9 years", "conflict")]),
    ("After eight years as head baker I knew each oven.", [("eight years", "conflict")]),
    ("I looked back on 15 years of working as ward manager.", [("15 years", "conflict")]),
    ("In my four years as ward manager I wrote each rota.", [("four years", "supported")]),
    ("In my first two years as ward manager I wrote each rota.", []),
    ("My boss had ten years as ward manager.", []),
    ("I want ten years as ward manager.", []),
    ("The oven served ten years as a shelf.", []),
    ("I waited ten years as the oven rusted.", []),
]
AT = [
    ("I was Director of Nursing at St Anne's.", [("Director of Nursing", "conflict")]),
    ("I was head of nursing at Larkfield.", [("head of nursing", "conflict")]),
    ("I was bakery director at O'Brien-Hughes.", [("bakery director", "conflict")]),
    ("I joined St. Anne's in 2015.", [("2015", "conflict")]),
    ("I left Larkfield in 2021.", [("2021", "conflict")]),
    ("I was ward manager at Saint Anne's.", [("ward manager", "supported")]),
    ("I joined St. Anne's in 2018.", [("2018", "supported")]),
    ("I left Larkfield in 2018.", [("2018", "supported")]),
    ("I was a pupil and head boy at St Anne's School.", []),
    ("I was head of nursing at Larkfield Road Surgery.", []),
    ("I drove past St Anne's every day.", []),
]
KINDS = {ClaimKind.DATE, ClaimKind.YEARS, ClaimKind.TITLE}


@pytest.mark.parametrize(("said", "wanted"), [*BEGAN, *LASTED, *AT])
def test_what_is_said_of_ones_jobs_is_laid_beside_them(
    said: str, wanted: list[tuple[str, str]]
) -> None:
    made = with_claims(a_report(said), KNOWN)

    found = [(one.text, one.status.value) for one in made.questions[0].claims if one.kind in KINDS]
    assert found == wanted


@pytest.mark.parametrize("unit", ["i became a ", "since 2019 i have been ", "x", "a a a ", "in "])
def test_looking_for_jobs_takes_no_longer_on_hostile_text(unit: str) -> None:
    text = (unit * 60_000)[:60_000]
    start = time.perf_counter()

    list(dated_titles(text, KNOWN.roles))

    assert time.perf_counter() - start < 1
