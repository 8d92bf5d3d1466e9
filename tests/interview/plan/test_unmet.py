"""What is asked about as lacking is lacking: nothing that is plainly shown, and no yes or no."""

import pytest

from contracts.analysis import (
    Entry,
    FitItem,
    FitStatus,
    Gap,
    GapKind,
    RequirementKind,
    ResumeAnalysis,
    Strength,
    Text,
)
from contracts.documents import Briefing
from contracts.evidence import DocumentKind
from services.interview.rules.plan.grounds import grounds_of
from tests.interview.build import a_briefing, a_span

OTHER = "Welding of pipes"


def asked_of(briefing: Briefing) -> list[str]:
    return [gap.reason.strip("“”") for gap in grounds_of(briefing).gaps]


def with_items(briefing: Briefing, *items: FitItem) -> Briefing:
    fit = briefing.fit.model_copy(update={"items": items})
    return briefing.model_copy(update={"fit": fit})


def holding(paper: str) -> ResumeAnalysis:
    resume = a_briefing().resume
    entry = Entry(title=Text(value=paper, span=a_span(DocumentKind.RESUME, paper, 3000)))
    return resume.model_copy(update={"certifications": (entry,)})


def a_gate(text: str, kind: RequirementKind, *, status: FitStatus = FitStatus.UNKNOWN) -> FitItem:
    (item,) = a_briefing(musts=[text], met=[]).fit.items
    gate = {"kind": kind, "is_gate": True, "competencies": ()}
    asks = item.requirement.model_copy(update=gate)
    return item.model_copy(update={"requirement": asks, "weight": 0, "status": status})


def with_gates(*gates: FitItem) -> Briefing:
    briefing = a_briefing(musts=[OTHER], met=[])
    return briefing.model_copy(
        update={"fit": briefing.fit.model_copy(update={"gates": tuple(gates)})}
    )


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Wrote the off-duty rota for 62 staff", "Experience of rostering"),
        ("Mentored four students on the ward", "Experience of mentoring or coaching students"),
        ("Answered complaints of tenants in writing", "Experience of managing complaints"),
        ("Set up alerts with Grafana for two teams", "Monitoring or alerts, for example Grafana"),
        ("Wrote risk assessments for the yard", "Experience of writing risk assessments"),
        ("Taught whole classes for two terms", "Experience of teaching whole classes"),
    ],
)
def test_what_a_line_plainly_shows_is_not_asked_about_as_lacking(line: str, asked: str) -> None:
    assert asked_of(a_briefing(claims=[line], musts=[asked, OTHER], met=[])) == [OTHER]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Wrote letters about a risk to the roof", "Experience of writing risk assessments"),
        ("Ran the payroll of nine plants", "Experience of international payrolls"),
        ("Passed the food safety test with 98 %", "Experience of food or drink manufacturing"),
        ("Drove a Category C lorry in Leeds", "Category C+E licence"),
        ("Worked with a class of infants", "Experience of teaching whole classes"),
    ],
)
def test_what_shares_a_word_or_two_with_a_line_is_still_lacking(line: str, asked: str) -> None:
    assert asked in asked_of(a_briefing(claims=[line], musts=[asked], met=[]))


@pytest.mark.parametrize(
    ("paper", "asked", "is_asked"),
    [
        ("Driver CPC, valid until 2027", "Driver CPC", False),
        ("Confined space entry", "Confined space certificate", False),
        ("SIA Door Supervisor licence", "SIA CCTV licence", True),
        ("Level 2 food safety", "Level 3 food safety certificate", True),
    ],
)
def test_a_paper_is_asked_about_unless_it_is_held(
    paper: str, asked: str, *, is_asked: bool
) -> None:
    gate = a_gate(asked, RequirementKind.CERTIFICATION)
    briefing = with_gates(gate).model_copy(update={"resume": holding(paper)})

    assert (asked in asked_of(briefing)) is is_asked


def test_a_paper_that_opens_a_gate_is_asked_about_first_and_no_second_beside_it() -> None:
    briefing = with_gates(
        a_gate("SIA licence", RequirementKind.CERTIFICATION),
        a_gate("Teaching qualification", RequirementKind.EDUCATION),
    )

    assert asked_of(briefing) == ["SIA licence", OTHER, "Teaching qualification"]


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Must be able to work Saturdays", RequirementKind.BEHAVIOUR),
        ("Must be able to work across seven days", RequirementKind.BEHAVIOUR),
        ("Willing to travel to our sites once a month", RequirementKind.LOGISTICS),
        ("One Saturday in four", RequirementKind.BEHAVIOUR),
        ("You must be willing to join a standby rota", RequirementKind.BEHAVIOUR),
        ("Able to work 12-hour shifts, days and nights", RequirementKind.BEHAVIOUR),
        ("Occasional travel required", RequirementKind.BEHAVIOUR),
        ("No more than 6 points on the licence", RequirementKind.CERTIFICATION),
        ("Five years of address history for vetting", RequirementKind.BEHAVIOUR),
        ("At least five years since qualifying", RequirementKind.EXPERIENCE),
        ("GCSE maths at grade 4 or above", RequirementKind.EDUCATION),
    ],
)
def test_what_is_settled_by_a_yes_or_a_no_is_not_asked_about(
    asked: str, kind: RequirementKind
) -> None:
    (item,) = a_briefing(musts=[asked], met=[]).fit.items
    as_gate = a_gate(asked, kind)
    plain = item.model_copy(
        update={"requirement": item.requirement.model_copy(update={"kind": kind})}
    )
    is_school = kind is RequirementKind.EDUCATION

    assert asked_of(with_gates(as_gate)) == [OTHER]
    assert is_school or asked_of(with_items(with_gates(), plain)) == []


@pytest.mark.parametrize(
    "asked",
    [
        "Able to work under pressure",
        "Experience of working nights on a ward",
        "Experience of planning shifts for 20 people",
        "Able to work with data from many sources",
        "Experience of travel booking",
    ],
)
def test_what_can_be_told_of_is(asked: str) -> None:
    assert asked_of(a_briefing(musts=[asked], met=[])) == [asked]


def test_of_two_gaps_about_the_same_the_second_waits() -> None:
    musts = ["Experience of managing budgets", "Experience of budget reports", "Kafka streams"]

    asked = asked_of(a_briefing(claims=["Cleaned nine classrooms"], musts=musts, met=[]))

    assert asked == [musts[0], musts[2], musts[1]]


def test_a_gap_about_what_the_first_claim_is_about_waits() -> None:
    musts = ["Experience of budget reports", "Kafka streams"]

    asked = asked_of(a_briefing(claims=["Cut the budget by 12 %"], musts=musts, met=[]))

    assert asked == [musts[1], musts[0]]


def test_another_subject_does_not_bring_forward_what_anybody_says_of_themselves() -> None:
    musts = ["Experience of budgets", "Experience of budget reports", "A friendly manner"]

    assert asked_of(a_briefing(musts=musts, met=[])) == musts


@pytest.mark.parametrize(
    ("kind", "is_asked"),
    [
        (GapKind.UNPROVEN, False),
        (GapKind.STALE, False),
        (GapKind.LEVEL, True),
        (GapKind.SCOPE, True),
    ],
)
def test_of_what_is_shown_of_late_only_how_much_can_be_lacking(
    kind: GapKind, *, is_asked: bool
) -> None:
    briefing = a_briefing(claims=["Tuned Kafka for 40 services"], musts=["Kafka"], met=[])
    (item,) = briefing.fit.items
    partly = item.model_copy(
        update={"status": FitStatus.PARTIAL, "evidence": (a_span(DocumentKind.RESUME, "Kafka"),)}
    )
    gap = Gap(requirement_id="q0", kind=kind, impact=0.2, close_by=())
    fit = briefing.fit.model_copy(update={"items": (partly,), "gaps": (gap,)})

    assert bool(asked_of(briefing.model_copy(update={"fit": fit}))) is is_asked


def test_a_paper_that_is_held_does_not_grow_old() -> None:
    briefing = a_briefing(musts=["CIPP qualification"], met=[])
    (item,) = briefing.fit.items
    held = item.model_copy(
        update={"status": FitStatus.PARTIAL, "evidence": (a_span(DocumentKind.RESUME, "CIPP"),)}
    )
    gap = Gap(requirement_id="q0", kind=GapKind.STALE, impact=0.2, close_by=())
    fit = briefing.fit.model_copy(update={"items": (held,), "gaps": (gap,)})

    assert asked_of(briefing.model_copy(update={"fit": fit})) == []


def test_a_gate_that_would_be_welcome_is_not_asked_about() -> None:
    gate = a_gate("ADR certificate", RequirementKind.CERTIFICATION)
    nice = gate.requirement.model_copy(update={"strength": Strength.NICE})

    assert asked_of(with_gates(gate.model_copy(update={"requirement": nice}))) == [OTHER]


def test_of_skills_that_are_shown_the_one_that_the_claim_is_not_about_comes_first() -> None:
    briefing = a_briefing(
        claims=["Cut the lag of Kafka by 40 %"], musts=["Kafka", "Terraform"], met=[0, 1]
    )

    shown = [skill.quote.quote for skill in grounds_of(briefing).shown]

    assert shown == ["Terraform", "Kafka"]


def test_a_duty_about_the_same_as_a_gap_is_no_reason_before_others() -> None:
    duties = ["Plan the budget of the ward", "Plan the training of the staff"]
    briefing = a_briefing(musts=["Experience of managing a budget"], met=[], duties=duties)

    named = [line.quote.quote for line in grounds_of(briefing).named]

    assert named.index(duties[1]) < named.index(duties[0])


def test_a_post_is_shown_by_its_title_and_the_house_it_was_in() -> None:
    asked = "Experience as head chef in a quality hotel or restaurant"
    briefing = a_briefing(musts=[asked], met=[])
    (role,) = briefing.resume.roles
    title = Text(value="Head Chef", span=a_span(DocumentKind.RESUME, "Head Chef", 3000))
    house = Text(value="Larkrise Hotel", span=a_span(DocumentKind.RESUME, "Larkrise Hotel", 3100))
    there = role.model_copy(update={"title": title, "employer": house})
    resume = briefing.resume.model_copy(update={"roles": (there,)})

    assert asked_of(briefing) == [asked]
    assert asked_of(briefing.model_copy(update={"resume": resume})) == []


REGISTERED = "GDC registered with two years' experience since qualifying"
IN_IMPLANTS = "GDC registered with two years of work in implants"


@pytest.mark.parametrize(
    ("line", "status", "asked"),
    [
        (REGISTERED, FitStatus.MET, []),
        (REGISTERED, FitStatus.UNKNOWN, [REGISTERED]),
        (IN_IMPLANTS, FitStatus.MET, [IN_IMPLANTS]),
    ],
)
def test_a_paper_that_opened_its_gate_is_not_asked_about_beside_its_years(
    line: str, status: FitStatus, asked: list[str]
) -> None:
    briefing = a_briefing(musts=[line, OTHER], met=[])
    gate = a_gate(line, RequirementKind.CERTIFICATION, status=status)
    span = briefing.fit.items[0].requirement.span
    asks = gate.requirement.model_copy(update={"span": span})
    gates = (gate.model_copy(update={"requirement": asks}),)
    beside = briefing.model_copy(update={"fit": briefing.fit.model_copy(update={"gates": gates})})

    assert {gap for gap in asked_of(beside) if gap == line} == {*asked}
