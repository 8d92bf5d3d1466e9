"""A template of the bank becomes a question of a plan: filled, with its follow-ups and its time."""

import math
from collections.abc import Iterable, Sequence

from chassis.hearing.cases import is_case
from chassis.hearing.motives import is_motive
from contracts.evidence import Competency, EvidenceType, Level
from contracts.interview import InterviewPlan, Probe, Question, QuestionKind
from contracts.message import Slug
from services.interview.rules.phrases import phrases
from services.interview.rules.plan.bank import Template
from services.interview.rules.plan.grounds import Ground

SECONDS_BETWEEN = 30
SECONDS_A_MINUTE = 60


CUT, CUT_AT_END = "” …", "” …."


def question_of(
    template: Template,
    *,
    because: str,
    level: Level,
    beside: Iterable[Question],
    quoted: str = "",
    requirement_id: Slug | None = None,
) -> Question:
    """`template` at `level`, from 1, its blank filled with `quoted`.

    No follow-up of it is one of the questions `beside` it.
    """
    filled = (text.format_map({template.blank or "": quoted}) for text in template.texts)
    texts = tuple(text.replace(CUT_AT_END, CUT) for text in filled)
    return Question(
        id=template.id,
        kind=template.kind,
        text=texts[min(level, len(texts)) - 1],
        texts=texts,
        competencies=template.competencies,
        because=because,
        requirement_id=requirement_id,
        expects=expected(template.kind, texts[0], template.competencies[0]),
        level=level,
        seconds=phrases().seconds[template.kind],
        probes=tuple(
            probe
            for probe in probes_for(template.kind, texts[0], template.competencies[0], beside)
            if probe.if_missing not in template.is_asked
        ),
    )


def expected(kind: QuestionKind, text: str, competency: Competency) -> tuple[EvidenceType, ...]:
    """What an interviewer looks for in a reply: to a question about a wish, its reason and what it
    rests on; to any other, what shows `competency`.
    """
    return phrases().motive["expects"] if is_motive(kind, text) else phrases().expects[competency]


def probes_for(
    kind: QuestionKind, text: str, competency: Competency, beside: Iterable[Question]
) -> tuple[Probe, ...]:
    """One follow-up for each type that is looked for, none of them used `beside` it."""
    used = {probe.ask for question in beside for probe in question.probes}
    asks = phrases().motive_probe if is_motive(kind, text) else phrases().probe
    if is_case(kind, text):
        asks = phrases().case_probe
    return tuple(
        Probe(if_missing=one, ask=_unused(asks[one], used))
        for one in expected(kind, text, competency)
    )


def reason_of(template: Template, ground: Ground | None) -> str:
    """Why `template` is asked. A question that does not quote its ground says that it asks for
    more than that line.
    """
    competency = template.competencies[0]
    if ground is None:
        if template.kind is QuestionKind.MOTIVATION:
            return because("motivation" if template.why else "cares", competency)
        return because("general", competency)
    said = because(ground.because, competency, ground.reason)
    return said if template.blank else f"{said} {phrases().because['beyond']}"


def because(reason: str, competency: Competency, quoted: str = "") -> str:
    """The sentence that says why, by its name in phrases.toml."""
    return phrases().because[reason].format(quote=quoted, label=phrases().label[competency])


def whole(plan: InterviewPlan, questions: Sequence[Question]) -> InterviewPlan:
    """`plan` with these questions, and the time that they take."""
    seconds = sum(question.seconds + SECONDS_BETWEEN for question in questions)
    minutes = math.ceil(seconds / SECONDS_A_MINUTE)
    return plan.model_copy(update={"questions": tuple(questions), "minutes": minutes})


def _unused(asks: Sequence[str], used: set[str]) -> str:
    """Of the follow-ups there are as many as a plan may have questions."""
    return next((ask for ask in asks if ask not in used), asks[-1])
