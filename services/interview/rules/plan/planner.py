"""Chooses the questions of one interview, and says of each why it is asked.

Six or seven are fixed before the session: a claim of the résumé, competencies that the job needs,
a skill in use, what is missing, why this work, and a last one. No question and no follow-up stands
twice, and who has practised for the same job before is asked what they were not asked yet.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from contracts.documents import Briefing
from contracts.evidence import Competency, Engine, EngineKind, Level, Span
from contracts.interview import InterviewPlan, Question, QuestionKind
from contracts.message import InterviewId, Slug
from services.interview.planning import Planned
from services.interview.rules.phrases import phrases
from services.interview.rules.plan.asking import question_of, reason_of, whole
from services.interview.rules.plan.bank import Template, template_of, templates
from services.interview.rules.plan.clipping import shortened
from services.interview.rules.plan.echoes import answers_to, echoes, shares_topic, strays
from services.interview.rules.plan.grounds import Ground, Grounds, grounds_of

VERSION = "2.10.0"
RUBRIC = "mira-bars 1.1.0"
UNTITLED = "Practice interview"
MOST_COMPETENCIES = 6

_ORDER = {competency: number for number, competency in enumerate(Competency)}
_EAGER = (QuestionKind.GAP_PROBE, QuestionKind.TECHNICAL, QuestionKind.RESUME_PROBE)
"""What is settled by its ground chooses first, so that the fitting competency is still free."""

_TOLD = (
    QuestionKind.BEHAVIOURAL,
    QuestionKind.SITUATIONAL,
    QuestionKind.MOTIVATION,
    QuestionKind.GAP_PROBE,
)
"""Kinds that ask for a story of a competency; the last question is about another than these."""

Slots = list[tuple[QuestionKind, Ground | None]]


class RulesPlanner:
    """Deterministic: the same briefing and past give the same questions, to the letter."""

    def plan(
        self, interview_id: InterviewId, briefing: Briefing, asked_before: Sequence[Slug] = ()
    ) -> Planned:
        given = "\n".join((briefing.model_dump_json(), *asked_before))
        digest = hashlib.sha256(given.encode()).hexdigest()
        before = Counter(asked_before)
        grounds = grounds_of(briefing)
        choice = _Choice(grounds, before, digest)
        questions = _chosen(choice, list(_slots(grounds, before)))
        title = shortened(briefing.job.title.span) if briefing.job.title else None
        plan = InterviewPlan(
            interview_id=interview_id,
            disclosure=phrases().disclosure,
            minutes=0,
            rubric=RUBRIC,
            questions=(),
            quotes=_distinct(choice.quotes),
            engine=Engine(kind=EngineKind.RULES, version=VERSION, input_hash=digest),
        )
        named = title.quote if title else UNTITLED
        return Planned(title=named, plan=whole(plan, focused(questions)))


def _slots(grounds: Grounds, before: Counter[Slug]) -> Iterator[tuple[QuestionKind, Ground | None]]:
    """What kinds are asked, in which order, and about what where that is settled.

    It begins with what the person knows best and comes to what is missing only later. Where
    claims, skills or gaps of the same weight were asked about before, the next ones have their
    turn.
    """
    rounds = _rounds(before)
    claim = _turn_of(grounds.claims, rounds[QuestionKind.RESUME_PROBE])
    skill = _skill_of(grounds.shown, rounds[QuestionKind.CLOSING])
    gap = _turn_of(grounds.gaps, rounds[QuestionKind.GAP_PROBE])
    other = _another(grounds.gaps, rounds[QuestionKind.GAP_PROBE] + 1, gap)
    yield (QuestionKind.RESUME_PROBE, claim) if claim else (QuestionKind.BEHAVIOURAL, None)
    yield QuestionKind.BEHAVIOURAL, None
    yield (QuestionKind.TECHNICAL, skill) if skill else (QuestionKind.SITUATIONAL, None)
    if gap:
        yield QuestionKind.GAP_PROBE, gap
    if other and (other.is_must or not skill):
        yield QuestionKind.GAP_PROBE, other
    else:
        yield (QuestionKind.SITUATIONAL if skill else QuestionKind.BEHAVIOURAL), None
    yield QuestionKind.MOTIVATION, None
    yield QuestionKind.CLOSING, None


def _rounds(before: Counter[Slug]) -> Counter[QuestionKind]:
    """How often each kind was asked before."""
    rounds: Counter[QuestionKind] = Counter()
    for question_id, times in before.items():
        template = template_of(question_id)
        if template:
            rounds[template.kind] += times
    return rounds


def _turn_of(grounds: tuple[Ground, ...], rounds: int) -> Ground | None:
    """One of those that weigh as much as the first: that which has been waiting longest."""
    first = [ground for ground in grounds if ground.weight == grounds[0].weight]
    return first[rounds % len(first)] if first else None


def _another(grounds: tuple[Ground, ...], rounds: int, gap: Ground | None) -> Ground | None:
    """Of those whose turn it is from `rounds` on, the first that is about something else."""
    if gap is None:
        return None
    turns = (_turn_of(grounds, rounds + later) for later in range(len(grounds)))
    return next((one for one in turns if one and not shares_topic(one.reason, gap.reason)), None)


def _skill_of(shown: tuple[Ground, ...], plans: int) -> Ground | None:
    """Each in its turn from plan to plan; one that is alone has its turn in every second."""
    if len(shown) == 1:
        return None if plans % 2 else shown[0]
    return shown[plans % len(shown)] if shown else None


def _chosen(choice: "_Choice", slots: Slots) -> list[Question]:
    """A question for every slot, in the order of the slots."""
    ranks = {kind: rank for rank, kind in enumerate(_EAGER)}
    by_eagerness = sorted(range(len(slots)), key=lambda at: ranks.get(slots[at][0], len(ranks)))
    chosen = {place: choice.add(*slots[place]) for place in by_eagerness}
    return [chosen[place] for place in range(len(slots))]


@dataclass
class _Choice:
    """The questions chosen so far, and what is used up by them."""

    grounds: Grounds
    before: Counter[Slug]
    seed: str
    questions: list[Question] = field(default_factory=list)
    quotes: list[Span] = field(default_factory=list)

    def add(self, kind: QuestionKind, ground: Ground | None) -> Question:
        fitting = [template for template in templates() if self._fits(template, kind, ground)]
        if ground and all(self.before[template.id] for template in fitting):
            return self.add(QuestionKind.BEHAVIOURAL, None)
        template = min(fitting, key=lambda one: self._rank(one, ground))
        about = ground or self._about(template)
        if about:
            self.quotes += about.quotes
        question = question_of(
            template,
            because=reason_of(template, about),
            level=self._level(kind),
            beside=self.questions,
            quoted=about.quoted if about else "",
            requirement_id=about.requirement_id if about else None,
        )
        self.questions.append(question)
        return question

    def _rank(self, template: Template, ground: Ground | None) -> tuple[object, ...]:
        """The best comes first: not asked before, on something else than the others, not what
        another asks in other words, near its ground or called for by a line of the job that none
        has spoken of, of its field, weighty, about what that line names. Ties fall differently from
        job to job.
        """
        competency = template.competencies[0]
        near = ground.competencies if ground else ()
        asked = {question.competencies[0] for question in self.questions}
        is_full = len(asked) >= MOST_COMPETENCIES
        return (
            self.before[template.id],
            (competency in asked) is not is_full,
            self._told_of(competency),
            echoes(template, self.questions),
            template.kind is QuestionKind.MOTIVATION and not template.why,
            near.index(competency) if competency in near else len(near),
            ground is None and self._ground(template, None) is None,
            template.field is None,
            -self.grounds.weights.get(competency, 0),
            _ORDER[competency],
            not self._answers(template, ground),
            _shuffled(self.seed, template.id),
        )

    def _level(self, kind: QuestionKind) -> Level:
        return self.grounds.done_level if kind in _EAGER else self.grounds.level

    def _answers(self, template: Template, ground: Ground | None) -> bool:
        """Whether it asks for what the line that it stands on names."""
        about = ground or self._about(template)
        if about is None:
            return False
        return any(
            answers_to(template, self._level(template.kind), span.quote) for span in about.quotes
        )

    def _told_of(self, competency: Competency) -> int:
        """How many questions ask for a story of it already."""
        return sum(
            question.kind in _TOLD and question.competencies[0] is competency
            for question in self.questions
        )

    def _fits(self, template: Template, kind: QuestionKind, ground: Ground | None) -> bool:
        if template.kind is not kind or template.id in {one.id for one in self.questions}:
            return False
        if template.field not in {None, self.grounds.field}:
            return False
        if ground:
            return template.takes(ground.kinds)
        if template.competencies[0] is Competency.LEADERSHIP and not self.grounds.is_of_leading:
            return False
        return template.blank is None or self._about(template) is not None

    def _about(self, template: Template) -> Ground | None:
        """What `template` is asked about; why somebody wants the work has no line of its own."""
        if template.kind is QuestionKind.MOTIVATION and template.blank is None:
            return None
        return self._ground(template, template.blank)

    def _ground(self, template: Template, blank: str | None) -> Ground | None:
        """What in the job description calls for its competency, names no other act and is not
        spoken of yet; rather not what is about the same thing as a line that is.
        """
        named = [
            ground
            for ground in self.grounds.named
            if template.competencies[0] in ground.competencies
            and blank in (None, ground.blank)
            and not self._is_quoted(ground)
            and not self._is_of_another_act(template, ground)
        ]
        return min(named, key=self._is_told_of, default=None)

    def _is_of_another_act(self, template: Template, ground: Ground) -> bool:
        """Whether its line names another act than `template` asks for without quoting it."""
        if template.blank or template.kind is QuestionKind.MOTIVATION:
            return False
        level = self._level(template.kind)
        return any(strays(template, level, span.quote) for span in ground.quotes)

    def _is_told_of(self, ground: Ground) -> bool:
        return any(shares_topic(ground.reason, used.quote) for used in self.quotes)

    def _is_quoted(self, ground: Ground) -> bool:
        return any(
            span.document is used.document and span.start < used.end and used.start < span.end
            for span in ground.quotes
            for used in self.quotes
        )


def focused(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Each question with its first competency, and its others where they are asked about too:
    so that a session is about as many competencies as it has questions, at most six.
    """
    asked = {question.competencies[0] for question in questions}
    return tuple(
        question.model_copy(
            update={"competencies": tuple(c for c in question.competencies if c in asked)}
        )
        for question in questions
    )


def _distinct(spans: list[Span]) -> tuple[Span, ...]:
    """Each quote once, though several spans may have the same words in different places."""
    return tuple({(span.document_id, span.quote): span for span in spans}.values())


def _shuffled(seed: str, name: str) -> str:
    """An order that differs from job to job and never for the same one."""
    return hashlib.sha256(f"{seed} {name}".encode()).hexdigest()
