"""Claims beside the résumé: what reads the same, what differs, what was taken back."""

import pytest

from contracts.claims import Claim, ClaimKind, ClaimStatus, ResumeFacts, RoleFact
from contracts.evidence import DocumentKind, Span
from contracts.interview import QuestionKind
from contracts.message import TurnId
from services.feedback.domain import filled_report, hollow_report, opened_case, with_claim_quotes
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.figures import figures_in
from tests.feedback.build import a_question, a_report
from tests.interview.build import NOON, RESUME, a_span

ROLE = RoleFact(
    title=a_span(DocumentKind.RESUME, "Backend Engineer"),
    employer=a_span(DocumentKind.RESUME, "Northwind"),
    start="2019-03",
    end="2022-05",
    dates=a_span(DocumentKind.RESUME, "03/2019 - 05/2022"),
)


def facts(*lines: str) -> ResumeFacts:
    spans = tuple(a_span(DocumentKind.RESUME, line) for line in lines)
    return ResumeFacts(lines=spans, deeds=spans, roles=(ROLE,))


TEAM = facts("Led a team of 5 engineers through the billing move")


def claims(answer: str, known: ResumeFacts | None = TEAM) -> list[Claim]:
    return list(with_claims(a_report(answer), known).questions[0].claims)


def statuses(answer: str, known: ResumeFacts | None = TEAM) -> list[tuple[str, str]]:
    return [(one.text, one.status.value) for one in claims(answer, known)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("a team of twelve", ClaimKind.PEOPLE, 12),
        ("I managed 7", ClaimKind.PEOPLE, 7),
        ("a five-person crew", ClaimKind.PEOPLE, 5),
        ("1,200,000 users", ClaimKind.USERS, 1_200_000),
        ("€2.5 million", ClaimKind.MONEY, 2_500_000),
        ("$40k", ClaimKind.MONEY, 40_000),
        ("30 %", ClaimKind.SHARE, 30),
        ("5 years of Python", ClaimKind.YEARS, 5),
        ("14 services", ClaimKind.FIGURE, 14),
    ],
)
def test_a_figure_says_what_it_counts(text: str, kind: ClaimKind, value: float) -> None:
    (figure,) = figures_in(text)

    assert (figure.kind, figure.value) == (kind, value)


def test_a_calendar_year_is_no_figure() -> None:
    assert figures_in("In 2021 we began.") == []


def test_both_quotes_of_a_difference_stand_side_by_side() -> None:
    (claim,) = claims("Last spring I led a team of 12 engineers through the billing move.")

    assert claim.status is ClaimStatus.CONFLICT
    assert "team of 12" in claim.said.quote
    assert claim.resume is not None
    assert "team of 5" in claim.resume.quote


def test_the_same_figure_of_the_same_is_supported() -> None:
    said = "Last spring I led a team of 5 engineers through the billing move."

    assert statuses(said) == [("5 engineers", "supported")]


def test_a_figure_of_something_else_is_no_conflict() -> None:
    known = facts("Led a team of 5 engineers in billing", "Hired 3 designers for the shop")

    said = statuses("Last spring I trained 40 nurses in a clinic on a new system.", known)

    assert said == [("40 nurses", "unsupported")]


def test_the_unit_of_a_figure_is_not_the_matter_that_it_speaks_of() -> None:
    known = facts("Introduced automated tests; escaped defects fell by half in six months")

    assert (
        statuses("I wrote the retries. Failures fell from 8 a month to 1 in two months.", known)
        == []
    )


def test_the_same_number_of_something_else_supports_nothing() -> None:
    known = facts("Made the slowest report 14 times faster")

    assert statuses("The crew was woken 14 times a month, so I rewrote the alerts.", known) == []


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("I led it, and we cut costs by 90%.", "Over 90% of AWS resources were put in order"),
        ("I reduced spending by 31% in a year.", "Cut medication errors by 31%"),
        ("I saved £40k on paper in 2022.", "Held the training budget of £40k"),
    ],
)
def test_an_equal_share_or_sum_of_another_matter_supports_nothing(said: str, line: str) -> None:
    assert "supported" not in [status for _, status in statuses(said, facts(line))]


def test_what_i_would_do_claims_nothing() -> None:
    asked = a_question(kind=QuestionKind.SITUATIONAL, text="What would you do with a late project?")
    report = a_report("I would ask for a team of 12 engineers at once.", questions=[asked])

    assert with_claims(report, TEAM).questions[0].claims == ()


def test_a_correction_is_honoured_and_compared_in_its_place() -> None:
    said = "Last spring I led a team of 12 for the billing move. Sorry, it was 5, not 12."

    assert statuses(said) == [("12", "retracted"), ("5", "supported")]


@pytest.mark.parametrize(
    "correction", ["Sorry, I mean 5.", "Correction: it was 5 engineers.", "I misspoke, not 12, 5."]
)
def test_a_correction_may_be_said_in_many_ways(correction: str) -> None:
    found = statuses(f"Last spring I led a team of 12 engineers in billing. {correction}")

    assert ("12 engineers", "retracted") in found


@pytest.mark.parametrize(
    "correction",
    [
        "Actually it was 5 engineers, not 12.",
        "In fact there were 5 of us, not 12.",
        "Well, strictly speaking we were 5, not 12.",
        "It was 5 in fact, not 12.",
    ],
)
def test_a_figure_is_taken_back_by_name_without_an_apology(correction: str) -> None:
    found = statuses(f"Last spring I led a team of 12 engineers in billing. {correction}")

    assert ("12 engineers", "retracted") in found
    assert not any(text.startswith("12") and status != "retracted" for text, status in found)


@pytest.mark.parametrize(
    "more",
    [
        "Actually I hired 5 more.",
        "In fact it took 5 months.",
        "I asked for 5 servers, not 12.",
        "Actually it was 5 engineers who asked for it.",
    ],
)
def test_what_is_only_added_takes_nothing_back(more: str) -> None:
    said = f"Last spring I led a team of 12 engineers in billing. {more}"

    assert "retracted" not in [status for _, status in statuses(said)]


def test_what_was_taken_back_is_quoted_as_no_strength() -> None:
    report = a_report(
        "Last spring I led a team of 12 for the billing move. Sorry, it was 5, not 12. "
        "I wrote the plan and I cut the run from 6 hours to 2 hours because it was late."
    )

    (question,) = report.questions
    quoted = [one.evidence.span.quote for one in question.what_landed]
    quoted += [one.span.quote for cell in report.scorecard.cells for one in cell.evidence]
    assert quoted
    assert not any("12" in quote for quote in quoted)
    assert "12" not in (question.stronger_version or "").replace("not 12", "")


def test_a_correction_takes_back_the_nearest_number_that_it_names() -> None:
    said = (
        "Two colleagues and I disagreed about the retries. I tried both, and errors fell from 30 a"
        " week to 2. Actually, I have to correct myself: it was 5, not 2."
    )

    (one,) = [each for each in claims(said, None) if each.status is ClaimStatus.RETRACTED]

    assert "errors fell" in one.said.quote


def test_sorry_alone_takes_nothing_back() -> None:
    said = "I led a team of 12 engineers in billing. I was sorry for the customers who waited."

    assert "retracted" not in [status for _, status in statuses(said)]


def test_a_year_at_an_employer_is_laid_beside_its_dates() -> None:
    within = claims("In 2021 I moved the invoices at Northwind to a new bank.")
    without = claims("In 2017 I moved the invoices at Northwind to a new bank.")

    assert [(one.kind, one.status.value) for one in within] == [(ClaimKind.DATE, "within")]
    assert [(one.kind, one.status.value) for one in without] == [(ClaimKind.DATE, "conflict")]


def test_another_title_than_the_one_written_is_shown_beside_it() -> None:
    (claim,) = claims("I was the head of design at Northwind and I wrote the plan.")

    assert (claim.kind, claim.status.value) == (ClaimKind.TITLE, "conflict")
    assert claim.resume == ROLE.title


@pytest.mark.parametrize(
    "said",
    [
        "The float was the kitchen money of the breakfast room at Northwind and I counted it.",
        "It became a habit for the whole floor at Northwind, and I kept the list.",
    ],
)
def test_what_was_something_is_no_title_of_the_speaker(said: str) -> None:
    assert claims(said) == []


def test_without_a_resume_only_corrections_are_told() -> None:
    said = "Last spring I led a team of 12 for the billing move. Sorry, it was 5, not 12."

    assert statuses(said, None) == [("12", "retracted")]


def test_every_quote_of_a_claim_stands_at_its_place() -> None:
    report = with_claims(
        a_report("I led a team of 12 in billing, sorry, 5. In 2017 I was at Northwind."), TEAM
    )
    spoken = {turn.turn_id: turn.text for turn in report.transcript.turns}

    for claim in report.questions[0].claims:
        for span in filter(None, (claim.said, claim.corrected)):
            assert spoken[TurnId(span.document_id)][span.start : span.end] == span.quote


def test_what_a_claim_quotes_of_a_resume_can_be_deleted_apart() -> None:
    report = with_claims(a_report("I led a team of 12 engineers through the billing move."), TEAM)
    transcript = report.transcript.model_copy(update={"resume_id": RESUME})
    case = with_claim_quotes(opened_case(transcript, NOON), report)
    title = report.title

    bare = hollow_report(report, case.quotes)

    assert "team of 5" not in bare.model_dump_json()
    assert filled_report(bare, case.quotes, title) == report
    (claim,) = filled_report(bare, {}, title).questions[0].claims
    assert isinstance(claim.resume, Span)
    assert claim.resume.quote == "[deleted]"


@pytest.mark.parametrize(
    "said",
    [
        "The billing run was late, so I asked my boss for two more engineers in billing.",
        "I led two more engineers through billing that spring.",
        "We lost three people in billing, and I planned the engineers anew.",
        "Another four people joined billing in June and I showed the engineers around.",
        "The first two people that I called in billing were engineers on leave.",
        "I shadowed two colleagues of the engineers in billing for a week.",
        "Three engineers in billing wrote the tests with me.",
        "We had 3 fewer people in billing than engineers wanted.",
        "I reported to two people in billing, both engineers.",
    ],
)
def test_some_people_or_some_more_are_no_team_and_stand_beside_none(said: str) -> None:
    assert statuses(said, facts("Led a team of 5 engineers in billing")) == []


@pytest.mark.parametrize(
    "said",
    [
        "I led a team of 12 engineers in billing.",
        "In billing we were 12 engineers.",
        "I ran a 12-person team of engineers in billing.",
        "I managed about 12 engineers in billing.",
    ],
)
def test_another_size_of_the_same_team_is_still_named(said: str) -> None:
    told = statuses(said, facts("Led a team of 5 engineers in billing"))

    assert [status for _, status in told] == ["conflict"]
