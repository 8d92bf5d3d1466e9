"""What a question is about: only what it quotes, and what is missing before what is half there."""

import pytest

from contracts.analysis import (
    FitStatus,
    Gap,
    GapKind,
    RequirementKind,
    Strength,
    WorkScope,
)
from contracts.evidence import Competency, DocumentKind
from contracts.interview import QuestionKind
from services.interview.rules.plan.clipping import shortened
from services.interview.rules.plan.grounds import grounds_of
from services.interview.rules.plan.lines import LineKind
from services.interview.rules.plan.planner import RulesPlanner
from services.interview.rules.plan.ties import called_for
from tests.interview.build import INTERVIEW, a_briefing, a_plan, a_span, an_item

LINE = (
    "Established a standardised base for the declarative care of machines and of all that runs on "
    "them, in four sites with two shifts each, which were managed by three others until then"
)


def test_what_a_question_does_not_quote_of_a_line_it_is_not_about() -> None:
    (claim,) = grounds_of(a_briefing(claims=[LINE])).claims

    assert "managed" not in claim.quote.quote
    assert Competency.LEADERSHIP not in claim.competencies


def test_what_it_quotes_it_is_about() -> None:
    (claim,) = grounds_of(a_briefing(claims=["Managed three shifts of porters"])).claims

    assert claim.competencies[0] is Competency.LEADERSHIP


def test_an_unmet_must_comes_before_one_that_is_partly_shown_whatever_its_impact() -> None:
    briefing = a_briefing(musts=["Python", "Managing a budget"], met=[])
    partly, missing = briefing.fit.items
    items = (partly.model_copy(update={"status": FitStatus.PARTIAL, "tier": 2}), missing)
    gaps = (
        Gap(requirement_id="q0", kind=GapKind.LEVEL, impact=0.9, close_by=()),
        Gap(requirement_id="q1", kind=GapKind.MISSING, impact=0.1, close_by=()),
    )
    fit = briefing.fit.model_copy(update={"items": items, "gaps": gaps})

    plan = a_plan(briefing.model_copy(update={"fit": fit}))

    asked = [q.requirement_id for q in plan.questions if q.kind is QuestionKind.GAP_PROBE]
    assert asked[0] == "q1"


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("**18F core values alignment**: we answer for it", "18F core values alignment"),
        ("- **Values**: we answer for what we do.", "we answer for what we do"),
        ("Care for __all__ of them", "Care for"),
        ("Wrote the *whole* of the manual for the press", "of the manual for the press"),
        ("Maintained *nix hosts in two halls", "Maintained *nix hosts in two halls"),
        ("Kept 3 * 4 beds ready", "Kept 3 * 4 beds ready"),
    ],
)
def test_no_mark_of_emphasis_stands_in_a_quote(line: str, quoted: str) -> None:
    span = shortened(a_span(DocumentKind.RESUME, line, start=7))

    assert span.quote == quoted
    assert line[span.start - 7 : span.end - 7] == quoted


@pytest.mark.parametrize(
    "asked",
    [
        "Experience demonstrating each of the five skills listed below",
        "One or more of the following",
    ],
)
def test_what_stands_in_other_lines_is_not_asked_about(asked: str) -> None:
    assert grounds_of(a_briefing(musts=[asked, "Kafka"], met=[])).gaps[0].quote.quote == "Kafka"


def test_a_quote_that_is_cut_has_no_full_stop_behind_its_mark() -> None:
    endless = "Experience with services " + "that call other services " * 9

    plan = a_plan(a_briefing(claims=[endless], musts=[endless], met=[]))

    told = [text for q in plan.questions for text in (*q.texts, q.because)]
    assert any("” …" in text for text in told)
    assert not any("” …." in text for text in told)


def test_a_skill_that_says_nothing_of_behaviour_is_no_reason_for_a_question_about_it() -> None:
    briefing = a_briefing(musts=["Familiarity with Storybook"], met=[0], duties=[])
    (item,) = briefing.fit.items
    bare = item.requirement.model_copy(update={"competencies": ()})
    items = (item.model_copy(update={"requirement": bare}),)
    fit = briefing.fit.model_copy(update={"items": items})

    plan = a_plan(briefing.model_copy(update={"fit": fit}))

    reasons = [q.because for q in plan.questions if q.kind is not QuestionKind.TECHNICAL]
    assert not any("Storybook" in reason for reason in reasons)


def test_a_reason_that_its_question_does_not_quote_says_that_more_is_asked_for() -> None:
    plan = a_plan(a_briefing())

    beside = [q for q in plan.questions if "“" in q.because and "“" not in q.text]
    assert beside
    assert all(q.because.endswith("one of the usual ways to ask about that.") for q in beside)


def test_nobody_is_asked_for_a_first_step_to_being_kind() -> None:
    briefing = a_briefing(musts=["Good with people"], met=[])
    (item,) = briefing.fit.items
    kind = {"kind": RequirementKind.BEHAVIOUR, "competencies": (Competency.LEARNING,)}
    asked = item.model_copy(update={"requirement": item.requirement.model_copy(update=kind)})
    fit = briefing.fit.model_copy(update={"items": (asked,)})

    ids: list[str] = []
    for _ in range(12):
        plan = RulesPlanner().plan(INTERVIEW, briefing.model_copy(update={"fit": fit}), ids).plan
        ids += [question.id for question in plan.questions]

    assert not {"g-begun", "g-same", "g-transfer"} & set(ids)


def test_why_somebody_wants_the_work_has_a_reason_of_its_own() -> None:
    plan = a_plan(a_briefing(duties=[]))

    (asked,) = [q for q in plan.questions if q.kind is QuestionKind.MOTIVATION]
    assert "why you want the job" in asked.because


@pytest.mark.parametrize(
    ("soft", "hard"),
    [
        ("Good customer service skills", "ADR with tanks, class 3"),
        ("Basic numeracy and literacy", "12 months of tanker driving experience"),
        ("A friendly manner", "Terraform or CloudFormation"),
        ("Strong interpersonal skills", "Standard costing in a factory"),
        ("Own tools and transport", "CIPD Level 5"),
        ("Manual handling", "Experience of data centre projects"),
        ("Attention to detail", "Laser scanning and point cloud processing"),
    ],
)
def test_a_paper_or_a_kind_of_work_is_asked_about_before_what_anybody_is(
    soft: str, hard: str
) -> None:
    gaps = grounds_of(a_briefing(musts=[soft, hard], met=[])).gaps

    assert gaps[0].reason.strip("“”").endswith(hard)


def test_what_the_duties_speak_of_as_well_is_asked_about_first() -> None:
    duties = ["Assist with sedation", "Keep the sedation log"]
    briefing = a_briefing(musts=["Welding of pipes", "Sedation nursing"], met=[], duties=duties)

    assert grounds_of(briefing).gaps[0].quote.quote == "Sedation nursing"


def test_a_paper_that_would_be_welcome_is_not_asked_about() -> None:
    briefing = a_briefing(musts=["SIA licence", "Kafka"], met=[])
    paper, skill = briefing.fit.items
    nice = paper.requirement.model_copy(update={"strength": Strength.NICE})
    paper = paper.model_copy(update={"requirement": nice, "weight": 1})
    fit = briefing.fit.model_copy(update={"items": (paper, skill)})

    gaps = grounds_of(briefing.model_copy(update={"fit": fit})).gaps

    assert [gap.quote.quote for gap in gaps] == ["Kafka"]


@pytest.mark.parametrize(("people", "asked"), [(6, False), (None, True)])
def test_who_has_led_is_not_asked_whether_they_could(people: int | None, *, asked: bool) -> None:
    briefing = a_briefing(musts=["Leading a team of 6"], met=[])
    resume = briefing.resume.model_copy(update={"scope": WorkScope(people=people)})

    gaps = grounds_of(briefing.model_copy(update={"resume": resume})).gaps

    assert bool(gaps) is asked


def test_what_was_won_is_asked_about_as_a_result_whoever_it_was_for() -> None:
    (claim,) = grounds_of(a_briefing(claims=["Found a £900 error for a client"])).claims

    assert claim.competencies[0] is Competency.DELIVERY


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Safe Pass", LineKind.TOOL),
        ("Laser scanning and point cloud processing", LineKind.TOOL),
        ("Discreet with confidential information", LineKind.QUALITY),
        ("Good with people", LineKind.QUALITY),
    ],
)
def test_a_name_or_a_deed_that_was_read_as_a_way_to_be_is_none(asked: str, kind: LineKind) -> None:
    briefing = a_briefing(musts=[asked], met=[])
    (item,) = briefing.fit.items
    way = {"kind": RequirementKind.BEHAVIOUR, "competencies": ()}
    item = item.model_copy(update={"requirement": item.requirement.model_copy(update=way)})
    fit = briefing.fit.model_copy(update={"items": (item,)})

    (gap,) = grounds_of(briefing.model_copy(update={"fit": fit})).gaps

    assert gap.kinds == {kind}


@pytest.mark.parametrize(
    "line", ["Stylist", "Food safety level 2", "Gold award", "NVQ 2", "Teaching"]
)
def test_a_title_or_a_paper_alone_is_no_claim(line: str) -> None:
    assert grounds_of(a_briefing(claims=[line])).claims == ()


@pytest.mark.parametrize(
    "line", ["Cleaned nine classrooms", "Registered 40 new patients a week", "Mentored two juniors"]
)
def test_a_deed_in_a_few_words_is_one(line: str) -> None:
    assert len(grounds_of(a_briefing(claims=[line])).claims) == 1


def test_of_a_skill_that_is_shown_its_use_counts_for_more_than_how_it_was_learnt() -> None:
    briefing = a_briefing(musts=["Deep experience with Kiln control", "Slip casting"], met=[0])

    grounds = grounds_of(briefing)

    (shown,), (gap,) = grounds.shown, grounds.gaps
    solving, learning = Competency.PROBLEM_SOLVING, Competency.LEARNING
    assert shown.competencies.index(solving) < shown.competencies.index(learning)
    assert gap.competencies.index(learning) < gap.competencies.index(solving)


@pytest.mark.parametrize(
    ("asked", "calls_for"),
    [
        ("Experience of working with children with autism", False),
        ("Experience of working with carpenters and other colleagues", True),
    ],
)
def test_experience_calls_for_what_its_words_plainly_say(asked: str, *, calls_for: bool) -> None:
    item = an_item(0, asked, is_met=False)
    read = (Competency.COLLABORATION, Competency.TECHNICAL_DEPTH)
    wanted = item.requirement.model_copy(
        update={"kind": RequirementKind.EXPERIENCE, "competencies": read}
    )

    called = called_for(wanted, LineKind.TASK, is_shown=False)

    assert (Competency.COLLABORATION in called) is calls_for


@pytest.mark.parametrize(
    "line",
    [
        "Before nursing: Receptionist, Dr Kelm's surgery, 2012 to 2015",
        "Lead Storeman, Forth Merchants, 2004 – now",
    ],
)
def test_a_post_with_its_dates_is_no_claim(line: str) -> None:
    assert grounds_of(a_briefing(claims=[line])).claims == ()


@pytest.mark.parametrize(
    "line",
    [
        "Cut the wait from 20 minutes in 2019 to 4 in 2023",
        "Kept the ledger of 2012 to 2015 in order",
        "Cut complaints from 40 a month to 6, 2019-2022",
        "Cut the sick days of the depot by half between 2019 and 2022",
    ],
)
def test_a_deed_that_has_years_in_it_is_a_claim(line: str) -> None:
    (claim,) = grounds_of(a_briefing(claims=[line])).claims

    assert claim.quote.quote == line


def test_the_title_of_a_role_is_no_claim_where_nothing_else_is_told() -> None:
    briefing = a_briefing(claims=(), musts=["Forklift"])
    (role,) = briefing.resume.roles
    span = role.title.span.model_copy(update={"quote": "Warehouse operative, picking and loading"})
    title = role.title.model_copy(update={"span": span})
    roles = (role.model_copy(update={"title": title}),)
    items = tuple(one.model_copy(update={"evidence": (span,)}) for one in briefing.fit.items)
    fit = briefing.fit.model_copy(update={"items": items})
    resume = briefing.resume.model_copy(update={"roles": roles})

    assert grounds_of(briefing.model_copy(update={"fit": fit, "resume": resume})).claims == ()
