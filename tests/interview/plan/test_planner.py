"""A plan: six or seven questions, each with its reason, the same for the same briefing."""

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.analysis import ScopeLevel, Seniority, WorkScope
from contracts.documents import Briefing
from contracts.interview import InterviewPlan, QuestionKind
from contracts.message import FitId, InterviewId
from services.interview.rules.plan.bank import Field, template_of, templates
from services.interview.rules.plan.fields import field_of
from services.interview.rules.plan.planner import UNTITLED, RulesPlanner
from tests.interview.build import CLAIMS, INTERVIEW, MUSTS, a_briefing, a_plan

LINES = st.text("abcdefghij KLM0123456789-éß“”", min_size=3, max_size=220).filter(
    lambda text: text.strip(" -“”")
)
BRIEFINGS = st.builds(
    a_briefing,
    claims=st.lists(LINES, max_size=4, unique=True),
    musts=st.lists(LINES, max_size=5, unique=True),
    met=st.sets(st.integers(0, 4)).map(sorted),
    duties=st.lists(LINES, max_size=3, unique=True),
    seniority=st.sampled_from(Seniority),
    title=st.none() | LINES,
)


@given(BRIEFINGS)
@settings(max_examples=60, deadline=None)
def test_any_briefing_gives_six_or_seven_questions_on_four_to_six_competencies(
    briefing: Briefing,
) -> None:
    plan = a_plan(briefing)

    competencies = {c for question in plan.questions for c in question.competencies}
    assert len(plan.questions) in (6, 7)
    assert 4 <= len(competencies) <= 6
    assert all(question.because and question.competencies for question in plan.questions)


@given(BRIEFINGS)
@settings(max_examples=60, deadline=None)
def test_no_question_and_no_follow_up_stands_twice_in_a_plan(briefing: Briefing) -> None:
    plan = a_plan(briefing)

    said = [question.text for question in plan.questions] + probes(plan)
    assert len(set(said)) == len(said)


@given(BRIEFINGS)
@settings(max_examples=60, deadline=None)
def test_all_that_a_plan_quotes_is_named_in_its_quotes(briefing: Briefing) -> None:
    plan = a_plan(briefing)

    quoted = {span.quote for span in plan.quotes}
    inserted = [
        question.because[question.because.index("“") + 1 : question.because.rindex("”")]
        for question in plan.questions
        if "“" in question.because
    ]
    assert set(inserted) <= quoted


def test_the_same_briefing_gives_the_same_plan_twenty_times() -> None:
    plans = {a_plan(a_briefing()).model_dump_json() for _ in range(20)}

    assert len(plans) == 1


def test_an_unmet_must_is_asked_about_and_named_as_the_reason() -> None:
    plan = a_plan(a_briefing(met=[0, 2]))

    (probe,) = [q for q in plan.questions if q.kind is QuestionKind.GAP_PROBE]
    assert MUSTS[1] in probe.because
    assert MUSTS[1] in probe.text
    assert probe.requirement_id == "q1"


def test_the_strongest_claim_is_asked_about_first() -> None:
    plan = a_plan()

    assert plan.questions[0].kind is QuestionKind.RESUME_PROBE
    assert CLAIMS[0] in plan.questions[0].text


def test_without_gaps_there_are_six_questions_and_the_last_one_closes() -> None:
    plan = a_plan(a_briefing(met=[0, 1, 2]))

    assert [len(plan.questions), plan.questions[-1].kind] == [6, QuestionKind.CLOSING]


def test_a_question_has_three_wordings_and_asks_the_one_of_its_level() -> None:
    for question in a_plan(a_briefing(seniority=Seniority.LEAD)).questions:
        assert len(set(question.texts)) == 3
        assert question.text == question.texts[question.level - 1]


@pytest.mark.parametrize(
    ("seniority", "done", "level"),
    [
        (Seniority.ENTRY, 1, 1),
        (Seniority.MID, 1, 2),
        (Seniority.UNKNOWN, 1, 2),
        (Seniority.SENIOR, 2, 2),
        (Seniority.LEAD, 2, 3),
    ],
)
def test_what_was_done_is_asked_about_no_wider_than_the_job_lets_expect(
    seniority: Seniority, done: int, level: int
) -> None:
    plan = a_plan(a_lead(a_briefing(seniority=seniority)))

    levels = {question.kind: question.level for question in plan.questions}
    assert {levels[QuestionKind.RESUME_PROBE], levels[QuestionKind.GAP_PROBE]} == {done}
    assert {levels[QuestionKind.BEHAVIOURAL], levels[QuestionKind.CLOSING]} == {level}


def test_a_skill_is_asked_about_rather_than_years_of_something() -> None:
    plan = a_plan(a_briefing(musts=["5+ years of Python", "Kafka"], met=[0, 1]))

    (asked,) = [q for q in plan.questions if q.kind is QuestionKind.TECHNICAL]
    assert asked.requirement_id == "q1"


def test_an_empty_job_description_still_gives_a_plan_with_reasons() -> None:
    planned = RulesPlanner().plan(INTERVIEW, a_briefing(claims=[], musts=[], duties=[], title=None))

    assert planned.title == UNTITLED
    assert all("“" not in question.because for question in planned.plan.questions)


@pytest.mark.parametrize(
    ("seniority", "level"), [(Seniority.ENTRY, 1), (Seniority.MID, 2), (Seniority.LEAD, 3)]
)
def test_the_level_of_the_job_is_the_level_of_the_behavioural_questions(
    seniority: Seniority, level: int
) -> None:
    plan = a_plan(a_lead(a_briefing(seniority=seniority)))

    asked = [q.level for q in plan.questions if q.kind is QuestionKind.BEHAVIOURAL]
    assert set(asked) == {level}


def test_another_session_with_the_same_briefing_has_the_same_questions() -> None:
    other = RulesPlanner().plan(InterviewId(UUID(int=99)), a_briefing()).plan

    assert other.questions == a_plan().questions


def test_a_second_session_for_the_same_job_asks_other_questions_about_the_next_gap() -> None:
    briefing = a_briefing(musts=[*MUSTS, "Terraform", "Experience of running a rota"])
    first = a_plan(briefing)

    second = RulesPlanner().plan(INTERVIEW, briefing, ids(first)).plan

    assert not set(ids(first)) & set(ids(second))
    assert len({*gaps_of(first), *gaps_of(second)}) == 4
    assert first.engine.input_hash != second.engine.input_hash


def test_ten_sessions_for_one_job_repeat_no_question_while_the_bank_has_others() -> None:
    asked: list[str] = []
    for _ in range(10):
        asked += ids(RulesPlanner().plan(INTERVIEW, a_briefing(), asked).plan)

    assert len(set(asked)) == len(asked)


def test_a_session_after_all_questions_were_asked_still_has_its_plan() -> None:
    everything = [template.id for template in templates()]

    plan = RulesPlanner().plan(INTERVIEW, a_briefing(), everything).plan

    assert len(plan.questions) == 7


@pytest.mark.parametrize(
    ("title", "duty", "field"),
    [
        ("Staff nurse", "Care for patients on an acute ward", Field.HEALTH),
        ("Primary teacher", "Plan lessons for pupils of two classes", Field.EDUCATION),
        ("Sales manager", "Lead sales across three regions", Field.SALES),
        ("Warehouse lead", "Plan shifts and the inventory", Field.OPERATIONS),
        ("Council case officer", "Decide on permits for citizens", Field.PUBLIC),
        ("Accountant", "Prepare the month-end ledgers", Field.FINANCE),
        ("UX designer", "Run user research and prototyping", Field.DESIGN),
        ("Software developer", "Write and review code", Field.SOFTWARE),
        ("Florist", "Bind wreaths and bouquets", None),
        ("Receptionist", "Prepare tax packs for the accountants at month-end", None),
        ("School cook", "Cook lunch for pupils and teachers", None),
        ("Sales assistant", "Help customers and reach sales targets", None),
        ("Dental nurse", "Look after patients in the surgery", None),
        ("Hospital porter", "Move patients between wards", None),
        ("Warehouse cleaner", "Keep the offices tidy", None),
        ("Business developer", "Find partners for the festival", None),
        ("Accountant", "Bind wreaths and bouquets", None),
        ("Payroll clerk", "Reconcile payments at year-end", Field.FINANCE),
        ("Midwife", "Visit patients at home and in the clinic", Field.HEALTH),
        ("Maths lecturer", "Hold seminars for students of all classes", None),
        ("Home care worker", "Help people with washing, dressing and meals", Field.CARE),
        ("Care assistant", "Personal care for residents with dementia", Field.CARE),
        ("IT support worker", "Reset passwords in homes for older people", None),
        ("Property developer", "Test the market for flats", None),
        ("Maintenance electrician", "Respond to breakdowns of the ovens", Field.OPERATIONS),
        ("Skin care adviser", "Sell creams to clients", None),
        ("Child care worker", "Cook meals for the toddlers", None),
        ("Healthcare analyst", "Count the residents of the region", None),
        ("Policy adviser", "Draft policy for the council", None),
        ("Council parks officer", "Keep the public gardens of the council", None),
        ("Account executive", "Build a pipeline of new business", Field.SALES),
    ],
)
def test_a_job_is_asked_the_cases_of_its_own_field_and_of_no_other(
    title: str, duty: str, field: Field | None
) -> None:
    briefing = a_briefing(title=title, duties=[duty], musts=["Strong written communication"])
    allowed = {None, field}

    asked = {
        template.field
        for seed in range(4)
        for template in map(template_of, ids(a_plan(reseeded(briefing, seed))))
        if template
    }

    assert field_of(briefing) is field
    assert asked <= allowed


def test_a_nurse_is_asked_a_case_from_a_ward() -> None:
    briefing = a_briefing(
        title="Staff nurse", duties=["Care for patients on an acute ward"], musts=[], met=[]
    )

    before: list[str] = []
    for _ in range(6):
        before += ids(RulesPlanner().plan(INTERVIEW, briefing, before).plan)

    assert {"s-health-relative", "s-health-handover"} <= set(before)


def test_the_last_question_asks_for_no_story_of_what_a_gap_asked_for() -> None:
    musts = ["Experience of coaching other welders", "Kafka"]
    plan = a_plan(a_briefing(musts=musts, met=[1], duties=["Coach two junior welders"]))

    gaps = {q.competencies[0] for q in plan.questions if q.kind is QuestionKind.GAP_PROBE}
    assert plan.questions[-1].competencies[0] not in gaps


def a_lead(briefing: Briefing) -> Briefing:
    """Whose résumé tells of people who were led."""
    scope = WorkScope(people=8, level=ScopeLevel.LEAD)
    resume = briefing.resume.model_copy(update={"scope": scope})
    return briefing.model_copy(update={"resume": resume})


def ids(plan: InterviewPlan) -> list[str]:
    return [question.id for question in plan.questions]


def gaps_of(plan: InterviewPlan, kind: QuestionKind = QuestionKind.GAP_PROBE) -> list[str | None]:
    """The ids of what is asked about in questions of `kind`."""
    return [q.requirement_id for q in plan.questions if q.kind is kind]


def reseeded(briefing: Briefing, seed: int) -> Briefing:
    return briefing.model_copy(update={"fit_id": FitId(UUID(int=100 + seed))})


def probes(plan: InterviewPlan) -> list[str]:
    return [probe.ask for question in plan.questions for probe in question.probes]
