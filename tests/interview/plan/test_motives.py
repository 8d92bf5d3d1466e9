"""Who is asked why they want the work is asked for reasons and their ground, not for a deed."""

import re

import pytest

from chassis.hearing.motives import asks_why_wanted, is_motive
from contracts.evidence import Competency, EvidenceType
from contracts.interview import Mode, Question, QuestionKind, TurnKind
from contracts.replanning import PlanChange, PlanEdit
from services.interview.rules.phrases import phrases
from services.interview.rules.plan.asking import question_of, reason_of
from services.interview.rules.plan.bank import Template, templates
from services.interview.rules.plan.editor import RulesEditor
from services.interview.rules.plan.planner import RulesPlanner
from services.interview.rules.room.heard import heard_in
from tests.interview.build import INTERVIEW, Rehearsal, a_briefing, a_plan

MOTIVATION = [one for one in templates() if one.kind is QuestionKind.MOTIVATION]
ASKING_WHY = [one for one in MOTIVATION if one.why]
WHY = frozenset({EvidenceType.REASONING})
TIE = frozenset({EvidenceType.OWN_ACTION})
ASKS = [
    "Why do you want this job?",
    "Why this hospital, and why now?",
    "What draws you to teaching?",
    "What attracted you to our company?",
    "Why did you apply here?",
    "Why are you interested in working with older people?",
    "What do you hope to find in this role?",
    "Why did you choose this profession?",
]
ASKS_OTHERWISE = [
    "Why did you choose Kafka over a queue in the database?",
    "Why did the project fail?",
    "Tell me about a time you had to motivate a team.",
    "What made the customer leave?",
    "What brought the cost down?",
    "Why should we hire you?",
]
WANTED = [
    "I like that no day on a ward is like the one before.",
    "What draws me is to see people walk again.",
    "It matters to me that food is grown well.",
    "I've always cared about how things are made.",
    "My reason is simple: numbers that are right let people sleep.",
    "I am looking for a place where I can teach more.",
]
TIED = [
    "Your clinic is the one that my training prepared me for.",
    "When I was a volunteer at the shelter it was the best part of the week.",
    "I have looked after my father for three years.",
    "In my studies I spent every free hour in the lab.",
    "As an apprentice I saw how it is done well.",
    "This role has both: the bench and the customers.",
]
LONGEST = 20
NEITHER = [
    "The weather was fine.",
    "Good money and short days.",
    "It is a job.",
    "Everybody says so.",
]


def a_motive(template: Template) -> Question:
    return question_of(template, because="", level=1, beside=(), quoted="“Water the ferns”")


@pytest.mark.parametrize("template", MOTIVATION, ids=lambda one: one.id)
def test_every_question_about_a_wish_looks_for_reasons_and_what_they_rest_on(
    template: Template,
) -> None:
    question = a_motive(template)

    assert question.expects == (EvidenceType.REASONING, EvidenceType.OWN_ACTION)
    assert [probe.if_missing for probe in question.probes] == list(question.expects)


@pytest.mark.parametrize("level", [0, 1, 2])
@pytest.mark.parametrize("template", ASKING_WHY, ids=lambda one: one.id)
def test_why_somebody_wants_the_work_is_asked_at_every_level_and_heard_as_that(
    template: Template, level: int
) -> None:
    text = template.texts[level]

    assert asks_why_wanted(text)
    assert is_motive(QuestionKind.MOTIVATION, text)
    assert is_motive(QuestionKind.OWN, text)


def test_hardly_any_question_about_a_wish_asks_for_something_else() -> None:
    assert len(MOTIVATION) - len(ASKING_WHY) == 1


def test_no_question_about_a_wish_bends_it_to_a_competency() -> None:
    """Nobody asks why somebody likes problems, plans, responsibility or other people."""
    bent = re.compile(
        r"\b(?:problems?|plan\w*|responsib\w+|take charge|the lead|serve|help people|the people"
        r"|people you|solve|decid\w+|communicat\w+|beginners find|newcomers)\b",
        re.IGNORECASE,
    )

    assert [text for one in MOTIVATION for text in one.texts if bent.search(text)] == []


def test_a_question_about_a_wish_is_one_that_is_said_aloud() -> None:
    """Short, and without the turns of a form: "in spite of", "although", "would you still"."""
    stiff = re.compile(
        r"\b(?:although|in spite of|would you still|you still want|if you (?:think|compare)"
        r"|all that it would|knowing that)\b",
        re.IGNORECASE,
    )
    said = [text.partition("}. ")[2] or text for one in MOTIVATION for text in one.texts]

    assert [text for text in said if stiff.search(text) or len(text.split()) > LONGEST] == []


def test_no_follow_up_to_a_wish_asks_for_a_deed() -> None:
    asked = {probe.ask for one in MOTIVATION for probe in a_motive(one).probes}

    of_deeds = {ask for asks in phrases().probe.values() for ask in asks}
    assert asked.isdisjoint(of_deeds)


def test_no_follow_up_to_wishes_is_said_twice_in_a_plan_full_of_them() -> None:
    plan = a_plan()
    (asked,) = [one for one in plan.questions if one.kind is QuestionKind.MOTIVATION]
    had = [asked]
    for template in MOTIVATION[:7]:
        had.append(question_of(template, because="", level=1, beside=had, quoted="“it”"))

    asks = [probe.ask for one in had for probe in one.probes]
    assert len(asks) == len(set(asks))


@pytest.mark.parametrize("level", [0, 1, 2])
def test_at_least_half_of_them_ask_why_this_work_at_each_level(level: int) -> None:
    reason = re.compile(
        r"\bwhy\b.{0,60}\b(?:you|your|worth)\b|\b(?:draws?|drew) you\b|\bappeals? to you\b"
        r"|\bmakes? (?:you want|this field)\b|\bmake you want\b|\bwould you (?:want|like) to\b"
        r"|\bhope to \w+\b|\binterests you\b|\blook forward to\b",
        re.IGNORECASE,
    )
    asking = [one for one in MOTIVATION if reason.search(one.texts[level])]

    assert 2 * len(asking) >= len(MOTIVATION)
    assert {one.id for one in MOTIVATION if one.why} <= {one.id for one in asking}


def test_a_plan_asks_why_until_all_of_those_were_asked() -> None:
    ids: list[str] = []
    for _ in range(10):
        plan = RulesPlanner().plan(INTERVIEW, a_briefing(), ids).plan
        (asked,) = [one for one in plan.questions if one.kind is QuestionKind.MOTIVATION]
        template = next(one for one in MOTIVATION if one.id == asked.id)
        ids += [one.id for one in plan.questions]

        assert template.why
        assert "why you want the job" in asked.because or template.blank


def test_the_reason_of_a_question_that_asks_for_no_why_does_not_say_so() -> None:
    reasons = {one.why: reason_of(one, None) for one in MOTIVATION if one.blank is None}

    assert "why you want the job" in reasons[True]
    assert "why" not in reasons[False]
    assert "care about" in reasons[False]


@pytest.mark.parametrize("text", ASKS)
def test_a_question_of_ones_own_after_a_wish_is_followed_up_as_one(text: str) -> None:
    change = PlanChange(do=PlanEdit.WRITE, text=text, competency=Competency.LEARNING)

    plan = RulesEditor().edited(a_plan(), change)

    (own,) = [one for one in plan.questions if one.kind is QuestionKind.OWN]
    assert own.expects == (EvidenceType.REASONING, EvidenceType.OWN_ACTION)
    assert {probe.ask for probe in own.probes} <= set(sum(phrases().motive_probe.values(), ()))


@pytest.mark.parametrize("text", ASKS_OTHERWISE)
def test_another_question_of_ones_own_looks_for_what_its_anchors_ask(text: str) -> None:
    assert not asks_why_wanted(text)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        *((said, WHY) for said in WANTED),
        *((said, TIE) for said in TIED),
        *((said, frozenset()) for said in NEITHER),
    ],
)
def test_what_is_plainly_said_of_a_wish_is_not_asked_for_again(
    said: str, heard: frozenset[EvidenceType]
) -> None:
    asked = a_motive(MOTIVATION[0])

    assert heard_in(said, question=asked) & (WHY | TIE) >= heard
    assert heard or not heard_in(said, question=asked)


@pytest.mark.parametrize("said", [*WANTED, *TIED])
def test_a_wish_is_nothing_where_a_deed_is_asked_for(said: str) -> None:
    asked = a_motive(MOTIVATION[0]).model_copy(update={"kind": QuestionKind.BEHAVIOURAL})

    assert heard_in(said, question=asked) == heard_in(said)


def test_who_says_why_and_what_it_rests_on_is_asked_nothing_more() -> None:
    plan = a_plan()
    alone = [one for one in plan.questions if one.kind is QuestionKind.MOTIVATION]
    session = Rehearsal(plan.model_copy(update={"questions": tuple(alone)}), mode=Mode.LIVE)

    first = session.say("It matters to me that food is grown well.")
    second = session.say("When I was a volunteer in the school garden I saw what it does.")

    assert first.kind is TurnKind.PROBE
    assert first.text in phrases().motive_probe[EvidenceType.OWN_ACTION]
    assert second.kind is TurnKind.CLOSING
