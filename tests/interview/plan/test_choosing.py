"""What stands of a plan that a model chooses: ids of our bank, and words of the briefing."""

import re

import pytest

from chassis.llm.asker import Instead
from contracts.disclosure import Names
from contracts.interview import InterviewPlan
from services.interview.advice.bank import Given, given_by, offered, places
from services.interview.advice.planning import (
    FEWEST_COMPETENCIES,
    MOST_COMPETENCIES,
    MOST_QUESTIONS,
    PlannedQuestion,
    PlannedQuestions,
    Planning,
    planning,
    suggested,
)
from services.interview.rules.plan.asking import probes_for
from services.interview.rules.plan.bank import template_of
from services.interview.rules.plan.planner import RulesPlanner
from tests.documents.test_injections import ORDERS
from tests.interview.build import INTERVIEW, a_briefing, a_plan
from tests.interview.suggested import Pick, picks

NAMES = Names(person=("Ada Example",))


def asked(briefing=None, before=()) -> Planning:
    briefing = briefing or a_briefing()
    plan = RulesPlanner().plan(INTERVIEW, briefing).plan
    return planning(plan, given_by(briefing, before), NAMES)


def said(picked: list[Pick]) -> PlannedQuestions:
    return PlannedQuestions(
        questions=[
            PlannedQuestion(question=question, line=line, quote=quote)
            for question, line, quote in picked
        ]
    )


def made(picked: list[Pick], of: Planning | None = None) -> InterviewPlan:
    return suggested(of or asked(), said(picked), "sample-1")


def ids(plan: InterviewPlan) -> list[str]:
    return [question.id for question in plan.questions]


def assert_stands(plan: InterviewPlan, given: Given) -> None:
    """Every question is of our bank, at the rules' level, and quotes what the briefing says."""
    grounds = [ground for place in places(given.grounds) for ground in place.grounds]
    lines = [span.quote for ground in grounds for span in ground.quotes]
    for question in plan.questions:
        template = template_of(question.id)
        quoted = re.findall("“([^”]+)”", f"{question.text} {question.because}")
        blank = "“" + quoted[0] + "”" if quoted else ""
        texts = tuple(re.sub(r"\{\w+\}", lambda _, new=blank: new, one) for one in template.texts)
        assert tuple(text.replace(" …", "") for text in question.texts) == texts
        assert question.level in (given.grounds.level, given.grounds.done_level)
        assert all(any(quote in line for line in lines) for quote in quoted)
        assert {probe.if_missing for probe in question.probes} == {
            probe.if_missing
            for probe in probes_for(template.kind, question.text, template.competencies[0], ())
        }
    about = {question.competencies[0] for question in plan.questions}
    assert FEWEST_COMPETENCIES <= len(about) <= MOST_COMPETENCIES
    assert len(ids(plan)) == len(set(ids(plan))) <= MOST_QUESTIONS


def test_a_whole_choice_stands_as_it_is() -> None:
    plan = made(picks())

    assert ids(plan) == [question for question, *_ in picks()]
    assert plan.engine.twin is not None
    assert plan.engine.twin.dropped == 0
    assert_stands(plan, asked().given)


@pytest.mark.parametrize(
    "wrong",
    [
        ("b-invented", "l1", "Cut the nightly billing run"),
        ("r-hard", "l99", "Cut the nightly billing run"),
        ("r-hard", "l1", "Cut the costs by 90 %"),
        ("r-hard", "l1", ""),
        ("r-hard", "", ""),
        ("g-people", "l1", "Cut the nightly billing run"),
        ("g-people", "l6", "Python"),
        ("t-choice", "l4", "Kafka"),
        ("b-leadership-show", "l8", "quarterly migration work"),
        ("m-pride", "l99", "quarterly"),
        picks()[1],
    ],
    ids=[
        "no question of ours",
        "no such line",
        "words that do not stand",
        "no words",
        "no line",
        "a gap out of a claim",
        "a gap that is met",
        "a skill that is not shown",
        "a competency that the line does not call for",
        "a motive out of nothing",
        "a question twice",
    ],
)
def test_what_does_not_stand_is_dropped_and_counted(wrong: Pick) -> None:
    plan = made([*picks()[:3], wrong, *picks()[3:]])

    assert plan.engine.twin is not None
    assert ids(plan) == [question for question, *_ in picks()]
    assert plan.engine.twin.dropped == 1


def test_no_kind_has_more_than_its_room() -> None:
    more = [
        (one, "l1", "Cut the nightly billing run") for one in ("r-beginning", "r-part", "r-hard")
    ]

    plan = made([*more, *picks()[1:4], picks()[6]])

    assert [one for one in ids(plan) if one.startswith("r-")] == ["r-beginning", "r-part"]


def test_what_would_be_one_competency_too_many_is_dropped() -> None:
    more = ("r-choice", "l1", "Cut the nightly billing run")

    plan = made([*picks()[:6], more, picks()[6]])

    assert plan.engine.twin is not None
    assert "r-choice" not in ids(plan)
    assert plan.engine.twin.dropped == 1
    assert_stands(plan, asked().given)


def test_a_plan_without_an_end_ends_as_that_of_the_rules() -> None:
    plan = made(picks()[:-1])

    assert ids(plan)[-1] == a_plan().questions[-1].id


def test_an_end_in_the_middle_comes_last() -> None:
    plan = made([picks()[-1], *picks()[:-1]])

    assert ids(plan) == [question for question, *_ in picks()]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("channel", ["claims", "musts", "duties"])
def test_a_model_that_obeys_every_order_chooses_our_questions_and_nothing_else(
    order: str, channel: str
) -> None:
    """It knows of no other: whatever an order says, ids and words are all that it can give."""
    known = {"claims": a_claims(), "musts": a_musts(), "duties": a_duties()}
    of = asked(a_briefing(**{channel: (*known[channel], order)}))
    lines = [line for line in of.question.data.lines if order[:20] in line.text]
    obeyed = [
        (question, line.id, line.text)
        for question in ("b-invented", order, *(one.id for one in offered(of.given)))
        for line in lines
    ]

    for picked in (obeyed[:40], [*obeyed[:30], *picks()], [*picks(), *obeyed[:30]]):
        try:
            plan = made(picked, of)
        except Instead:
            continue
        assert_stands(plan, of.given)


def a_claims() -> tuple[str, ...]:
    return ("Cut the nightly billing run from 6 hours to 40 minutes", "Mentored two juniors")


def a_musts() -> tuple[str, ...]:
    return ("5+ years of Python", "Experience with Kafka or similar")


def a_duties() -> tuple[str, ...]:
    return ("Run the on-call rota with two other teams", "Plan the quarterly migration work")


def test_what_was_practised_before_is_not_offered_again() -> None:
    before = asked(before=("b-planning-week",))

    assert "b-planning-week" in asked().question.text
    assert "b-planning-week" not in before.question.text


def test_a_question_that_is_not_offered_is_not_taken_although_the_bank_has_it() -> None:
    before = asked(before=("r-hard",))
    wanted = ("r-hard", "l1", "Cut the nightly billing run")

    plan = made([*picks()[:1], wanted, *picks()[1:]], before)

    assert plan.engine.twin is not None
    assert "r-hard" not in ids(plan)
    assert plan.engine.twin.dropped == 1


def test_the_same_briefing_makes_the_same_question() -> None:
    texts = {asked(before=b).question.text for b in (("x", "y"), ("y", "x"), ("y", "x", "x"))}

    assert len(texts) == 1


def test_the_shape_has_no_room_for_words_of_its_own() -> None:
    assert set(PlannedQuestion.model_fields) == {"question", "line", "quote"}
    assert PlannedQuestion.model_json_schema()["additionalProperties"] is False


def test_who_the_employer_is_stays_here() -> None:
    text = (
        a_briefing().model_dump_json().replace("two other teams", "two teams of Umbrella Parcels")
    )
    briefing = type(a_briefing()).model_validate_json(text)
    given = given_by(briefing, ())
    named = Names(person=("Ada Example",), employers=("Umbrella Parcels",))

    sent = planning(a_plan(), given, named).question.text

    assert "Umbrella" not in sent
    assert "[[EMPLOYER_1]]" in sent


def test_skills_that_were_read_are_nobodys_names() -> None:
    plain = a_briefing()
    (first, *others) = plain.job.requirements
    skilled = first.model_copy(update={"any_of": ("python",)})
    job = plain.job.model_copy(update={"requirements": (skilled, *others)})

    lines = asked(plain.model_copy(update={"job": job})).question.data.lines

    assert any("Python" in line.text for line in lines)
