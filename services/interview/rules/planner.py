"""Chooses the questions of one interview, and says of each why it is asked.

Five or six are fixed before the session: a claim of the résumé, competencies that the job needs,
a skill in use, what is missing, and a last one. No question and no follow-up stands twice.
"""

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from contracts.documents import Briefing
from contracts.evidence import Competency, Engine, EngineKind, Span
from contracts.interview import InterviewPlan, Probe, Question, QuestionKind
from contracts.message import InterviewId
from services.interview.domain import Planned
from services.interview.rules.bank import Phrases, Template, phrases, templates
from services.interview.rules.grounds import Ground, Grounds, grounds_of, shortened

VERSION = "1.1.0"
RUBRIC = "mira-bars 1.1.0"
SECONDS_BETWEEN = 30
UNTITLED = "Practice interview"

_ORDER = {competency: number for number, competency in enumerate(Competency)}


class RulesPlanner:
    """Deterministic: the same briefing gives the same questions, to the letter."""

    def plan(self, interview_id: InterviewId, briefing: Briefing) -> Planned:
        digest = hashlib.sha256(briefing.model_dump_json().encode()).hexdigest()
        grounds = grounds_of(briefing)
        choice = _Choice(grounds, phrases(), digest)
        questions = _chosen(choice, list(_slots(grounds)))
        title = shortened(briefing.job.title.span) if briefing.job.title else None
        plan = InterviewPlan(
            interview_id=interview_id,
            disclosure=phrases().disclosure,
            minutes=_minutes(questions),
            rubric=RUBRIC,
            questions=_focused(questions),
            quotes=_distinct(choice.quotes),
            engine=Engine(kind=EngineKind.RULES, version=VERSION, input_hash=digest),
        )
        return Planned(title=title.quote if title else UNTITLED, plan=plan)


def _slots(grounds: Grounds) -> Iterator[tuple[QuestionKind, Ground | None]]:
    """What kinds are asked, in which order, and about what where that is settled.

    It begins with what the person knows best and comes to what is missing only later.
    """
    claim, gap, skill = (
        next(iter(found), None) for found in (grounds.claims, grounds.gaps, grounds.shown)
    )
    yield (QuestionKind.RESUME_PROBE, claim) if claim else (QuestionKind.BEHAVIOURAL, None)
    yield QuestionKind.BEHAVIOURAL, None
    yield (QuestionKind.TECHNICAL, skill) if skill else (QuestionKind.SITUATIONAL, None)
    if gap:
        yield QuestionKind.GAP_PROBE, gap
    yield (QuestionKind.SITUATIONAL if skill else QuestionKind.BEHAVIOURAL), None
    yield (QuestionKind.MOTIVATION if gap else QuestionKind.CLOSING), None


def _chosen(choice: "_Choice", slots: list[tuple[QuestionKind, Ground | None]]) -> list[Question]:
    """A question for every slot, in the order of the slots. What is settled chooses first: gaps,
    then skills, then claims, so that the fitting competency is still free for them.
    """
    eager = {QuestionKind.GAP_PROBE: 0, QuestionKind.TECHNICAL: 1, QuestionKind.RESUME_PROBE: 2}
    by_eagerness = sorted(range(len(slots)), key=lambda place: eager.get(slots[place][0], 3))
    chosen = {place: choice.add(*slots[place]) for place in by_eagerness}
    return [chosen[place] for place in range(len(slots))]


@dataclass
class _Choice:
    """The questions chosen so far, and what is used up by them."""

    grounds: Grounds
    phrases: Phrases
    seed: str
    questions: list[Question] = field(default_factory=list)
    quotes: list[Span] = field(default_factory=list)

    def add(self, kind: QuestionKind, ground: Ground | None) -> Question:
        template = self._template(kind, ground)
        competency = template.competencies[0]
        about = ground or self._ground(competency, template.blank)
        if about:
            self.quotes.append(about.quote)
        expects = self.phrases.expects[competency]
        turn = len(self.questions)
        question = Question(
            id=template.id,
            kind=kind,
            text=template.text.format_map(_blanks(about)),
            competencies=template.competencies,
            because=self._because(competency, about),
            requirement_id=about.requirement_id if about else None,
            expects=expects,
            level=template.level,
            seconds=self.phrases.seconds[kind],
            probes=tuple(Probe(if_missing=t, ask=self.phrases.probe[t][turn]) for t in expects),
        )
        self.questions.append(question)
        return question

    def _template(self, kind: QuestionKind, ground: Ground | None) -> Template:
        """The best of the kind: a competency not yet asked about, near the ground, at the level."""
        weights, level = self.grounds.weights, self.grounds.level
        asked = {question.competencies[0] for question in self.questions}
        near = ground.competencies if ground else ()
        fitting = [template for template in templates() if self._fits(template, kind, ground)]
        return min(
            fitting,
            key=lambda template: (
                template.competencies[0] in asked,
                near.index(template.competencies[0])
                if template.competencies[0] in near
                else len(near),
                -weights.get(template.competencies[0], 0),
                abs(template.level - level),
                _ORDER[template.competencies[0]],
                _shuffled(self.seed, template.id),
            ),
        )

    def _fits(self, template: Template, kind: QuestionKind, ground: Ground | None) -> bool:
        if template.kind is not kind or template.id in {one.id for one in self.questions}:
            return False
        if ground or template.blank is None:
            return True
        return self._ground(template.competencies[0], template.blank) is not None

    def _ground(self, competency: Competency, blank: str | None) -> Ground | None:
        """What in the job description calls for `competency`, preferably not used yet."""
        named = [
            ground
            for ground in self.grounds.named
            if competency in ground.competencies and blank in (None, ground.blank)
        ]
        fresh = [ground for ground in named if ground.quote not in self.quotes]
        return next(iter(fresh or named), None)

    def _because(self, competency: Competency, about: Ground | None) -> str:
        sentence = self.phrases.because[about.because if about else "general"]
        quote = about.quoted if about else ""
        return sentence.format(quote=quote, label=self.phrases.label[competency])


def _blanks(about: Ground | None) -> dict[str, str]:
    return {about.blank: about.quoted} if about else {}


def _focused(questions: list[Question]) -> tuple[Question, ...]:
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


def _minutes(questions: list[Question]) -> int:
    return math.ceil(sum(question.seconds + SECONDS_BETWEEN for question in questions) / 60)


def _distinct(spans: list[Span]) -> tuple[Span, ...]:
    """Each quote once, though several spans may have the same words in different places."""
    return tuple({(span.document_id, span.quote): span for span in spans}.values())


def _shuffled(seed: str, name: str) -> str:
    """An order that differs from job to job and never for the same one."""
    return hashlib.sha256(f"{seed} {name}".encode()).hexdigest()
