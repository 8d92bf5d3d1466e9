"""What a fit report says beside its score: gaps, reasons, the next fact; and the ordering."""

from bench.fit import four_kinds
from contracts.analysis import Closing, FitStatus, GapKind
from tests.documents.build import Job, Written, a_backend_resume, a_fit, a_text
from tests.documents.fit.test_fit import ASKED, DEVELOPER, tier_of


def test_what_is_partly_shown_is_no_missing_thing_and_may_be_closed_by_both_ways():
    resume = Written([Job(DEVELOPER)], skills="Skills: Docker")

    report = a_fit(resume, ASKED.format("Docker and Kubernetes"))

    (gap,) = [gap for gap in report.gaps if gap.requirement_id == report.items[-1].requirement.id]
    assert report.items[-1].status is FitStatus.PARTIAL
    assert gap.kind is GapKind.UNPROVEN
    assert gap.close_by == (
        Closing.ADD_LINE,
        Closing.PREPARE_STORY,
        Closing.LEARN,
        Closing.EXPECT_QUESTION,
    )


def test_nothing_that_is_shown_at_all_is_called_missing():
    for name in ("backend.txt", "nurse.txt", "sales.txt"):
        report = a_fit(a_backend_resume(), a_text(name))

        tiers = {item.requirement.id: item.tier for item in report.items}
        assert all(
            tiers[gap.requirement_id] == 0 for gap in report.gaps if gap.kind is GapKind.MISSING
        )


def test_the_next_fact_names_what_it_asks_about():
    resume = Written([Job(DEVELOPER)], skills="Skills: Kubernetes, Redis")

    report = a_fit(resume, ASKED.format("Kubernetes and Redis\n- Terraform"))

    assert report.next_fact.ask == (
        "In which role did you use Kubernetes, and for what? "
        "In which role did you use Redis, and for what?"
    )


def test_a_reason_says_through_what_an_unnamed_skill_is_shown():
    resume = Written([Job(DEVELOPER, ["Built 9 services with FastAPI"], start="2020-01")])

    said = a_fit(resume, ASKED.format("Python\n- FastAPI")).items[1:]

    assert [item.reason for item in said] == [
        "Python (through FastAPI): shown with an outcome.",
        "FastAPI: shown with an outcome.",
    ]


def test_two_languages_are_both_looked_for_unless_either_will_do():
    resume = Written([Job(DEVELOPER)], languages=["Dutch (native)", "French"])

    assert tier_of(resume, "Fluent Dutch and English") == (2, FitStatus.PARTIAL)
    assert tier_of(resume, "Fluent Dutch or English") == (3, FitStatus.MET)
    assert tier_of(resume, "Fluent German") == (0, FitStatus.MISSING)


def test_any_further_education_stands_for_school():
    asked = ASKED.format("Python\n- High school diploma or equivalent")

    (gate,) = a_fit(a_backend_resume(), asked).gates

    assert gate.status is FitStatus.MET


def test_a_title_shows_the_work_that_it_names():
    resume = Written([Job("Backend Developer", ["Wrote tools"], start="2019-01")])

    assert tier_of(resume, "Experience with backend services") == (3, FitStatus.MET)
    assert tier_of(resume, "4 years of backend development") == (3, FitStatus.MET)
    assert tier_of(resume, "20 years of backend development") == (1, FitStatus.PARTIAL)
    assert tier_of(resume, "Frontend development") == (0, FitStatus.MISSING)


def test_a_masters_degree_is_not_met_by_a_lower_one():
    asked = ASKED.format("Python\n- Master's degree in statistics\n- A degree in statistics")

    high, any_degree = a_fit(a_backend_resume(education=["BSc Statistics"]), asked).gates

    assert (high.status, any_degree.status) == (FitStatus.UNKNOWN, FitStatus.MET)


def test_a_backend_resume_fits_its_job_and_lies_far_above_every_other_kind():
    match, *rows = four_kinds()

    others = [row for row in rows if not row.job.startswith("backend")]

    assert len(others) == 5
    assert match.score >= 0.6
    assert all(match.score - row.score >= 0.3 for row in others)
    assert all(match.score > row.score for row in rows)
