"""A question is about what a requirement names, never about a number of years."""

import time

import pytest

from contracts.documents import Briefing
from contracts.evidence import DocumentKind
from contracts.interview import QuestionKind
from services.interview.rules.plan.subjects import subject_in
from tests.interview.build import a_briefing, a_plan, a_span

PLACE = 40


@pytest.mark.parametrize(
    ("asked", "subject"),
    [
        ("At least 5 years of experience in hotel work", "experience in hotel work"),
        ("5+ years of Python", "Python"),
        ("Minimum of 3 years’ experience as a pastry chef", "experience as a pastry chef"),
        ("Must have 4-6 yrs. of hands-on experience with forklifts", "experience with forklifts"),
        ("Five (5) years of experience in social work", "experience in social work"),
        ("5 years’ post-registration nursing experience", "post-registration nursing experience"),
        ("At least 12 months’ experience on cranes", "experience on cranes"),
        ("3 years on cranes", "cranes"),
        ("18 months of experience driving lorries", "driving lorries"),
        ("8+ years, preferably in logistics", "logistics"),
        ("Over 6 years working with SAP S/4HANA", "SAP S/4HANA"),
        ("Python (5+ years)", "Python"),
        ("Experience in kitchens, 3 years minimum", "kitchens"),
        ("Welding: 3 years", "Welding"),
        ("Proven experience as a joiner (minimum 4 years)", "Proven experience as a joiner"),
        ("E3: 4 years of bar work", "bar work"),
        ("Several years’ experience leading crews", "leading crews"),
        ("Several years of experience in dairy work", "experience in dairy work"),
        ("A few years on trawlers", "trawlers"),
        ("Many years’ experience as a farrier", "experience as a farrier"),
        ("Tree work, or a willingness to train", "Tree work"),
        ("Level 3 in welding or working towards it", "Level 3 in welding"),
    ],
)
def test_the_years_are_left_out_and_what_they_are_of_stays(asked: str, subject: str) -> None:
    whole = a_span(DocumentKind.JOB_DESCRIPTION, asked, PLACE)

    found = subject_in(whole)

    assert found is not None
    assert found.quote == subject
    assert asked[found.start - PLACE : found.end - PLACE] == subject


@pytest.mark.parametrize(
    "asked",
    [
        "Strong communication",
        "3+ years in a similar role",
        "A minimum of 2 years in this position",
        "Chartered engineer with 8 years’ post-qualification experience",
        "ACLS must be obtained within six months of hire",
        "First aid certificate, renewed every 3 years of service",
        "Two audits in the last 2 years of trading",
        "C++: templates",
        "Willing to train",
        "Drivers, loaders or happy helpers",
        "Several years in a similar role",
        "iv.",
    ],
)
def test_what_names_no_years_or_points_back_stays_whole(asked: str) -> None:
    whole = a_span(DocumentKind.JOB_DESCRIPTION, asked)

    assert subject_in(whole) == whole


@pytest.mark.parametrize(
    ("asked", "subject"),
    [
        ("KSC2: proven ability to win people over", "proven ability to win people over"),
        ("iv. proficiency in Canva", "proficiency in Canva"),
        ("3) Menu costing", "Menu costing"),
        ("E12. Grading of oak", "Grading of oak"),
        ("B: knife skills", "knife skills"),
    ],
)
def test_the_number_of_a_line_in_its_list_is_left_out(asked: str, subject: str) -> None:
    whole = a_span(DocumentKind.JOB_DESCRIPTION, asked, PLACE)

    found = subject_in(whole)

    assert found is not None
    assert found.quote == asked[found.start - PLACE : found.end - PLACE] == subject


@pytest.mark.parametrize(
    ("asked", "subject"),
    [
        (
            "are GDC registered with at least two years' experience since qualifying",
            "GDC registered",
        ),
        ("You are a vet with three years after graduating", "a vet"),
        ("Two years on wards since qualifying", "wards since qualifying"),
    ],
)
def test_since_when_years_count_is_nothing_to_be_asked_about(asked: str, subject: str) -> None:
    found = subject_in(a_span(DocumentKind.JOB_DESCRIPTION, asked))

    assert found is not None
    assert found.quote == subject


@pytest.mark.parametrize(
    "asked",
    [
        "At least 5 years of experience",
        "5 years of professional experience required",
        "Minimum 3 years",
        "10+ years of work experience, 2 of which abroad",
    ],
)
def test_years_of_nothing_are_not_asked_about(asked: str) -> None:
    assert subject_in(a_span(DocumentKind.JOB_DESCRIPTION, asked)) is None
    assert all(
        asked not in question.text for question in a_plan(a_briefing(musts=[asked])).questions
    )


def test_the_reason_keeps_the_years_that_the_question_leaves_out() -> None:
    asked = "At least 5 years of experience in hotel front office"

    plan = a_plan(a_briefing(musts=[asked], met=[]))

    probe = next(one for one in plan.questions if one.kind is QuestionKind.GAP_PROBE)
    assert probe.text.startswith("The job asks for “experience in hotel front office”.")
    assert f"“{asked}”" in probe.because
    assert {asked, "experience in hotel front office"} <= {span.quote for span in plan.quotes}


def with_its_title_asked(musts: tuple[str, ...]) -> Briefing:
    """A job whose title is the first of its musts, and none of them is met."""
    briefing = a_briefing(musts=musts, met=())
    assert briefing.job.title is not None
    first, *others = briefing.fit.items
    named = first.requirement.model_copy(update={"span": briefing.job.title.span})
    items = (first.model_copy(update={"requirement": named}), *others)
    return briefing.model_copy(
        update={"fit": briefing.fit.model_copy(update={"items": items})},
    )


def asked_about_gaps(briefing: Briefing) -> list[str]:
    kind = QuestionKind.GAP_PROBE
    return [each.requirement_id for each in a_plan(briefing).questions if each.kind is kind]


def test_a_title_that_nobody_bore_is_no_gap_to_ask_about_while_there_is_another() -> None:
    gaps = asked_about_gaps(with_its_title_asked(("Billing Engineer", "Kafka", "Terraform")))

    assert gaps == ["q1", "q2"]


def test_a_title_is_asked_about_where_nothing_else_is_missing() -> None:
    assert asked_about_gaps(with_its_title_asked(("Billing Engineer",))) == ["q0"]


def test_words_before_a_number_that_may_be_read_in_two_ways_are_read_in_one() -> None:
    asked = f"{'minimum of ' * 40}(x) 5 years of experience"
    begun = time.process_time()

    subject_in(a_span(DocumentKind.JOB_DESCRIPTION, asked))

    assert time.process_time() - begun < 1
