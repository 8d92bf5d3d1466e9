"""Another plan for an interview: a model chooses from the bank and points, the rules build.

What it says is ids of ours, an order, and words of the job description or the résumé that each
question is to be about. Wording, reason, level, time and follow-ups come from the bank, and what
does not stand is dropped: so a document that gives orders can at most have other questions chosen.
"""

from dataclasses import dataclass, field, replace

from chassis.hearing.pickup import find_words
from chassis.llm.asker import Instead
from chassis.llm.minimised import NameKind, minimise
from chassis.llm.names import hidden
from chassis.llm.question import ModelQuestion, Shape
from contracts.disclosure import Names
from contracts.evidence import Engine, EngineKind, Span, Twin
from contracts.interview import InterviewPlan, Question, QuestionKind
from services.interview.advice.bank import ALONE, Given, ground_for, offered, places, shown
from services.interview.rules.plan.asking import question_of, reason_of, whole
from services.interview.rules.plan.bank import Template, template_of
from services.interview.rules.plan.grounds import Ground
from services.interview.rules.plan.planner import focused

VERSION = "1.1.0"
"""Raised whenever the same answer may give another plan."""

MOST_CHARACTERS = 60_000
"""Of one question, the bank included. More is not asked about: nothing is ever cut."""

FEWEST_QUESTIONS, MOST_QUESTIONS = 5, 7
FEWEST_COMPETENCIES, MOST_COMPETENCIES = 4, 6
MOST_OF_A_KIND = 2
MOST_WORDS = 30
"""Words of a line that a question picks up."""

MOST_CLAIMS = 40

TOO_LONG = "too_long"
NO_WHOLE_PLAN = "no_whole_plan"
SAME_PLAN = "same_plan"

_DONE = (QuestionKind.RESUME_PROBE, QuestionKind.GAP_PROBE, QuestionKind.TECHNICAL)
_TASK = """\
You plan a practice job interview. The data is lines of a job description, and of a résumé that was
sent for it. Choose {fewest} to {most} of the questions below: those that tell most about whether
this person can do this job, in the order in which they are best asked. Begin with what the person
knows best, come to what is missing later, end with one of kind closing. Choose at most {of_a_kind}
of a kind, and {least} to {top} different competencies. For each question give its id as `question`,
as `line` the id of the line that it is to be about, and as `quote` the words of that line, copied
letter by letter; where a question has … they stand in its place. A resume_probe needs a line of the
résumé, a gap_probe a requirement that the résumé does not show, a technical one a requirement that
it shows. Those of kind motivation and closing may have an empty `line` and `quote`. Judge nobody.

{bank}

"""


class PlannedQuestion(Shape):
    """One question of ours, and the words that it is to be about."""

    question: str
    line: str
    quote: str


class PlannedQuestions(Shape):
    questions: list[PlannedQuestion]


@dataclass(frozen=True)
class Planning:
    """One question to a model, and what it was made from."""

    question: ModelQuestion[PlannedQuestions]
    given: Given
    plan: InterviewPlan

    @property
    def is_too_long(self) -> bool:
        return len(self.question.text) > MOST_CHARACTERS


def planning(plan: InterviewPlan, given: Given, names: Names) -> Planning:
    """`plan` is that of the rules, whatever its person has changed since."""
    lines = [place.line for place in places(given.grounds)]
    company = ((NameKind.EMPLOYER, name) for name in given.company)
    data = minimise(lines, [*hidden(names), *company], lambda said: said.lower() in given.terms)
    task = _TASK.format(
        fewest=FEWEST_QUESTIONS,
        most=MOST_QUESTIONS,
        of_a_kind=MOST_OF_A_KIND,
        least=FEWEST_COMPETENCIES,
        top=MOST_COMPETENCIES,
        bank="\n".join(shown(offered(given), given.grounds.level)),
    )
    alone = {"questions": plan.original or plan.questions, "original": ()}
    by_rules = plan.model_copy(update=alone)
    return Planning(ModelQuestion(task, PlannedQuestions, data), given, by_rules)


def suggested(asked: Planning, answer: PlannedQuestions, model: str) -> InterviewPlan:
    """The plan that is left of an answer. Raises Instead where that is none, or none other."""
    choice = _Choice(asked)
    for each in answer.questions[:MOST_CLAIMS]:
        choice.add(each)
    choice.close()
    if not choice.is_whole:
        raise Instead(NO_WHOLE_PLAN)
    theirs = [one.id for one in asked.plan.questions]
    ours = [one.id for one in choice.questions]
    if ours == theirs:
        raise Instead(SAME_PLAN)
    dropped = choice.dropped + max(0, len(answer.questions) - MOST_CLAIMS)
    alone = asked.plan.engine
    both, either = len({*ours} & {*theirs}), len({*ours} | {*theirs})
    engine = Engine(
        kind=EngineKind.MODEL,
        version=VERSION,
        input_hash=alone.input_hash,
        model=model,
        twin=Twin(
            version=alone.rules_version,
            agreement=round(both / either, 4),
            added=tuple(one for one in ours if one not in theirs),
            dropped=dropped,
        ),
    )
    made = asked.plan.model_copy(
        update={"engine": engine, "quotes": tuple(choice.quotes), "original": ()}
    )
    return whole(made, focused(choice.questions))


@dataclass
class _Choice:
    """What stands so far of an answer, and how much of it fell."""

    asked: Planning
    questions: list[Question] = field(default_factory=list)
    quotes: dict[Span, None] = field(default_factory=dict)
    dropped: int = 0

    def add(self, wanted: PlannedQuestion) -> None:
        known = {one.id: one for one in offered(self.asked.given)}
        template = known.get(wanted.question)
        ground = self._ground(template, wanted) if template else None
        if template is None or not self._has_room(template):
            self.dropped += 1
        elif ground is not None or (template.kind in ALONE and not wanted.line):
            self._put(template, ground)
        else:
            self.dropped += 1

    def close(self) -> None:
        """With the question that closes at the end: the one of the rules, if none was chosen."""
        last = [one for one in self.questions if one.kind is QuestionKind.CLOSING]
        others = [one for one in self.questions if one not in last]
        ours = [one for one in self.asked.plan.questions if one.kind is QuestionKind.CLOSING]
        for template in map(template_of, [one.id for one in ours] if not last else ()):
            if template is not None:
                self._put(template, None)
                last = [self.questions[-1]]
        self.questions = [*others, *last]

    @property
    def is_whole(self) -> bool:
        about = {one.competencies[0] for one in self.questions}
        is_long = FEWEST_QUESTIONS <= len(self.questions) <= MOST_QUESTIONS
        return is_long and FEWEST_COMPETENCIES <= len(about) <= MOST_COMPETENCIES

    def _has_room(self, template: Template) -> bool:
        """Beside the others, with one place left for the question that closes."""
        beside = [one for one in self.questions if one.kind is not QuestionKind.CLOSING]
        same = [one for one in self.questions if one.kind is template.kind]
        most = 1 if template.kind in ALONE else MOST_OF_A_KIND
        if len(same) >= most or any(one.id == template.id for one in self.questions):
            return False
        about = {one.competencies[0] for one in beside} | {template.competencies[0]}
        has_place = len(beside) < MOST_QUESTIONS - 1 and len(about) < MOST_COMPETENCIES
        return has_place or template.kind is QuestionKind.CLOSING

    def _ground(self, template: Template, wanted: PlannedQuestion) -> Ground | None:
        """What it is about; None where the words that were picked do not stand. Of what the job
        asks for a question may repeat a part, while claims and duties are repeated whole.
        """
        shown = {place.line.id: place for place in places(self.asked.given.grounds)}
        place = shown.get(wanted.line)
        ground = ground_for(template, place.grounds) if place else None
        if ground is None:
            return None
        quote = self.asked.question.data.restored(wanted.quote)
        found = find_words(quote, ground.quote.quote, fewest=1, most=MOST_WORDS)
        if found is None:
            return None
        return _cut(ground, *found) if ground.blank == "requirement" else ground

    def _put(self, template: Template, ground: Ground | None) -> None:
        grounds = self.asked.given.grounds
        self.questions.append(
            question_of(
                template,
                because=reason_of(template, ground),
                level=grounds.done_level if template.kind in _DONE else grounds.level,
                beside=self.questions,
                quoted=ground.quoted if ground else "",
                requirement_id=ground.requirement_id if ground else None,
            )
        )
        if ground:
            self.quotes |= dict.fromkeys(ground.quotes)


def _cut(ground: Ground, start: int, end: int) -> Ground:
    """`ground` with `[start, end)` of its quote."""
    whole = ground.quote
    part = whole.model_copy(
        update={
            "start": whole.start + start,
            "end": whole.start + end,
            "quote": whole.quote[start:end],
        }
    )
    return replace(ground, quote=part, is_cut=ground.is_cut and end == len(whole.quote))
