"""Edits a plan by what the bank has: every edit leaves a whole plan, and none loses the first."""

import re
from collections.abc import Callable, Iterator
from itertools import count

from chassis.errors import Conflict, Invalid, NotFound
from chassis.hearing.text import all_words
from contracts.evidence import Competency, Engine, EngineKind, Level
from contracts.interview import InterviewPlan, Question, QuestionKind
from contracts.message import Slug
from contracts.replanning import MAX_QUESTIONS, MIN_QUESTIONS, PlanChange, PlanEdit
from services.interview.rules.phrases import phrases
from services.interview.rules.plan.asking import (
    SECONDS_A_MINUTE,
    because,
    expected,
    probes_for,
    question_of,
    whole,
)
from services.interview.rules.plan.bank import Template, template_of, templates
from services.interview.rules.plan.lines import kinds_filling
from services.interview.rules.plan.personal import asks_what_is_personal

FEWEST_CHARACTERS = 10
"""A shorter line is no question."""

NOT_TO_BE_ASKED = (
    "Mira asks about work only. No interviewer may ask about age, family plans, religion, origin, "
    "health, sexuality or political views, so this question was not added."
)

ALREADY_THERE = "This question stands in the plan already, so it was not added once more."

ONE_WORDING = "What is asked here has one wording, so no other level was set."

FEWEST_ALIKE = 3
"""With fewer others of its competency, a question is swapped for any of its kind."""

_ADDED = (QuestionKind.BEHAVIOURAL, QuestionKind.SITUATIONAL, QuestionKind.MOTIVATION)
"""What is added needs no quote; what was lived through comes first."""

_TAKES: dict[PlanEdit, frozenset[str]] = {
    PlanEdit.SWAP: frozenset({"question_id"}),
    PlanEdit.DROP: frozenset({"question_id"}),
    PlanEdit.ADD: frozenset({"competency"}),
    PlanEdit.WRITE: frozenset({"competency", "text"}),
    PlanEdit.MOVE: frozenset({"question_id", "place"}),
    PlanEdit.SET: frozenset({"question_id", "level", "minutes"}),
    PlanEdit.RESTORE: frozenset(),
}

Questions = tuple[Question, ...]


class RulesEditor:
    """Deterministic: the same plan and change give the same plan."""

    def edited(self, plan: InterviewPlan, change: PlanChange) -> InterviewPlan:
        _refuse_idle(change)
        if change.do is PlanEdit.RESTORE:
            return _kept(_by_rules(plan), plan.original or plan.questions)
        return _kept(plan, _EDITS[change.do](plan, change))


def _refuse_idle(change: PlanChange) -> None:
    """Nothing that was given is passed over in silence: an edit refuses what it has no use for."""
    given = (name for name, value in change if name != "do" and value not in {None, ""})
    for name in given:
        if name not in _TAKES[change.do]:
            raise Invalid(f"This edit takes no {name.replace('_', ' ')}.", field=name)


def _by_rules(plan: InterviewPlan) -> InterviewPlan:
    """`plan` as made by the rules, whose first one stands beside another engine's."""
    twin = plan.engine.twin
    if twin is None:
        return plan
    alone = Engine(kind=EngineKind.RULES, version=twin.version, input_hash=plan.engine.input_hash)
    return plan.model_copy(update={"engine": alone})


def _kept(plan: InterviewPlan, questions: Questions) -> InterviewPlan:
    """`plan` with other questions, and with those of before its first edit beside them."""
    first = plan.original or plan.questions
    original = () if questions == first else first
    return whole(plan.model_copy(update={"original": original}), questions)


def _swap(plan: InterviewPlan, change: PlanChange) -> Questions:
    """The next of the same kind and competency; round the bank, then back to the first."""
    old = _named(plan, change)
    others = tuple(one for one in plan.questions if one is not old)
    template = _next(plan, old)
    if template is None:
        raise Conflict("The question bank has no other question like this.", code="bank-empty")
    stands = _reason_stands(template, old)
    new = question_of(
        template,
        because=old.because if stands else because("chosen", template.competencies[0]),
        level=old.level,
        beside=others,
        quoted=_quoted(old),
        requirement_id=old.requirement_id if stands else None,
    ).model_copy(update={"seconds": old.seconds})
    return tuple(_narrowed(new, plan) if one is old else one for one in plan.questions)


def _drop(plan: InterviewPlan, change: PlanChange) -> Questions:
    old = _named(plan, change)
    if len(plan.questions) <= MIN_QUESTIONS:
        raise Conflict(
            f"An interview has at least {MIN_QUESTIONS} questions, so none was dropped.",
            code="plan-small",
        )
    return tuple(one for one in plan.questions if one is not old)


def _add(plan: InterviewPlan, change: PlanChange) -> Questions:
    """A question of the bank about a competency, one that the plan has not had if there is one."""
    competency = _competency(plan, change)
    had = {question.id for question in (*plan.original, *plan.questions)}
    found = [one for kind in _ADDED for one in _unused(plan, kind, competency)]
    template = next((one for one in found if one.id not in had), next(iter(found), None))
    if template is None:
        raise Conflict("The question bank has no more about that.", code="bank-empty")
    new = question_of(
        template,
        because=because("chosen", competency),
        level=_usual_level(plan),
        beside=plan.questions,
    )
    return _before_closing(plan, _narrowed(new, plan))


def _write(plan: InterviewPlan, change: PlanChange) -> Questions:
    """A question of the person's own. It has one wording, so its level stays."""
    competency = _competency(plan, change)
    text = " ".join(change.text.translate({ord(mark): None for mark in "⟦⟧"}).split())
    if len(text) < FEWEST_CHARACTERS:
        said = f"A question of your own has at least {FEWEST_CHARACTERS} characters."
        raise Invalid(said, code="question-short", field="text")
    if asks_what_is_personal(text):
        raise Invalid(NOT_TO_BE_ASKED, code="question-personal", field="text")
    if any(all_words(text) == all_words(one.text) for one in plan.questions):
        raise Conflict(ALREADY_THERE, code="question-there")
    new = Question(
        id=_free_id(plan),
        kind=QuestionKind.OWN,
        text=text,
        competencies=(competency,),
        because=because("own", competency),
        expects=expected(QuestionKind.OWN, text, competency),
        level=_usual_level(plan),
        seconds=phrases().seconds[QuestionKind.OWN],
        probes=probes_for(QuestionKind.OWN, text, competency, plan.questions),
    )
    return _before_closing(plan, new)


def _move(plan: InterviewPlan, change: PlanChange) -> Questions:
    """To a place, counted from 1; behind the last there is none."""
    old = _named(plan, change)
    if change.place is None:
        raise Invalid("Say to which place.", field="place")
    others = [one for one in plan.questions if one is not old]
    others.insert(change.place - 1, old)
    return tuple(others)


def _set(plan: InterviewPlan, change: PlanChange) -> Questions:
    """Level and time of one question, or of all."""
    if change.level is None and change.minutes is None:
        raise Invalid("Say which level, or how many minutes.", field="level")
    chosen = plan.questions if change.question_id is None else (_named(plan, change),)
    if change.level is not None and not any(one.texts for one in chosen):
        raise Conflict(ONE_WORDING, code="one-wording")
    return tuple(_at(one, change) if one in chosen else one for one in plan.questions)


_EDITS: dict[PlanEdit, Callable[[InterviewPlan, PlanChange], Questions]] = {
    PlanEdit.SWAP: _swap,
    PlanEdit.DROP: _drop,
    PlanEdit.ADD: _add,
    PlanEdit.WRITE: _write,
    PlanEdit.MOVE: _move,
    PlanEdit.SET: _set,
}


def _at(question: Question, change: PlanChange) -> Question:
    """What has one wording only keeps its level."""
    new: dict[str, object] = {}
    if change.level is not None and question.texts:
        new |= {"level": change.level, "text": question.texts[change.level - 1]}
    if change.minutes is not None:
        new |= {"seconds": int(change.minutes * SECONDS_A_MINUTE)}
    return question.model_copy(update=new)


def _named(plan: InterviewPlan, change: PlanChange) -> Question:
    if change.question_id is None:
        raise Invalid("Say which question.", field="question_id")
    for question in plan.questions:
        if question.id == change.question_id:
            return question
    raise NotFound("There is no such question in this plan.")


def _competency(plan: InterviewPlan, change: PlanChange) -> Competency:
    """Of a question to be added, for which there has to be room."""
    if len(plan.questions) >= MAX_QUESTIONS:
        raise Conflict(
            f"An interview has at most {MAX_QUESTIONS} questions, so none was added.",
            code="plan-full",
        )
    if change.competency is None:
        raise Invalid("Say what the question is to be about.", field="competency")
    return change.competency


def _next(plan: InterviewPlan, old: Question) -> Template | None:
    """The one behind `old` in the bank: of its competency where there are several, else of its
    kind, so that nobody is sent to and fro between two.
    """
    kind = QuestionKind.BEHAVIOURAL if old.kind is QuestionKind.OWN else old.kind
    same = [one for one in _unused(plan, kind, old.competencies[0]) if _fills(one, old)]
    others = [one for one in _unused(plan, kind) if _fills(one, old)]
    found = same if len(same) >= FEWEST_ALIKE else sorted(others, key=_place)
    return next((one for one in found if _place(one) > _place(old)), next(iter(found), None))


def _place(one: Template | Question) -> tuple[int, Slug]:
    return tuple(Competency).index(one.competencies[0]), one.id


def _unused(
    plan: InterviewPlan, kind: QuestionKind, competency: Competency | None = None
) -> Iterator[Template]:
    """What the bank has beside the plan, of the fields of work that the plan speaks of."""
    used = {question.id for question in plan.questions}
    known = [template_of(question.id) for question in (*plan.original, *plan.questions)]
    fields = {None, *(template.field for template in known if template)}
    for template in templates():
        is_about = competency in (None, template.competencies[0])
        is_free = template.id not in used and template.field in fields
        if template.kind is kind and is_about and is_free:
            yield template


def _fills(template: Template, old: Question) -> bool:
    """Whether the blank of `template`, if any, is that of `old`: its quote fits there."""
    before = template_of(old.id)
    if template.blank is None:
        return True
    if before is None or template.blank != before.blank:
        return False
    told = (_quoted(old), *re.findall("“([^”]+)”", old.because))
    kinds = frozenset().union(*(kinds_filling(before.blank, line) for line in told))
    return template.takes(kinds if kinds & before.suits else kinds | before.suits)


def _reason_stands(template: Template, old: Question) -> bool:
    """A reason speaks of a quote that is asked about, or of a competency; or of who wrote it."""
    is_same = template.competencies[0] is old.competencies[0]
    return template.blank is not None or (is_same and template_of(old.id) is not None)


def _quoted(question: Question) -> str:
    """What fills the blank of a question that has one: its text without the words of the bank."""
    template = template_of(question.id)
    if template is None or template.blank is None:
        return ""
    head, _, tail = template.texts[question.level - 1].partition("{" + template.blank + "}")
    return question.text[len(head) : len(question.text) - len(tail)]


def _narrowed(question: Question, plan: InterviewPlan) -> Question:
    """With its first competency, and its others where the plan asks about them too."""
    asked = {one.competencies[0] for one in plan.questions} | {question.competencies[0]}
    kept = tuple(each for each in question.competencies if each in asked)
    return question.model_copy(update={"competencies": kept})


def _before_closing(plan: InterviewPlan, new: Question) -> Questions:
    if plan.questions[-1].kind is QuestionKind.CLOSING:
        return (*plan.questions[:-1], new, plan.questions[-1])
    return (*plan.questions, new)


def _usual_level(plan: InterviewPlan) -> Level:
    """The level of most questions."""
    levels = [question.level for question in plan.questions]
    return max(sorted(set(levels)), key=levels.count)


def _free_id(plan: InterviewPlan) -> Slug:
    used = {question.id for question in (*plan.original, *plan.questions)}
    return next(name for name in (f"own-{number}" for number in count(1)) if name not in used)
