"""Leads the session: asks, follows up by rule, answers requests truthfully, and ends.

A follow-up is asked only for a type of evidence that is named in the plan and was not heard, at
most two to a question, never the same one twice. Nothing that a person says changes the plan.
"""

from collections.abc import Sequence

from contracts.interview import InterviewPlan, Probe, Question, Turn, TurnKind
from services.interview.domain import Heard, Line, asked
from services.interview.rules.bank import Intent, phrases
from services.interview.rules.heard import heard_in
from services.interview.rules.intents import intent_of

MAX_PROBES = 2


_ANSWERS = {Intent.ANSWER, Intent.UNKNOWN, Intent.ABUSE}
"""What closes a question, or opens a follow-up; all else is a request and moves nothing."""


class RulesInterviewer:
    """Deterministic and without memory: everything that it knows is in the plan and the turns."""

    def open(self, plan: InterviewPlan) -> tuple[Line, ...]:
        return Line(TurnKind.DISCLOSURE, plan.disclosure), _question(plan.questions[0])

    def hear(self, plan: InterviewPlan, turns: Sequence[Turn], said: str) -> Heard:
        open_turn = asked(turns)
        if open_turn is None:
            raise ValueError("Nothing was asked.")
        question = next(q for q in plan.questions if q.id == open_turn.question_id)
        intent = intent_of(said)
        if intent in _ANSWERS:
            follow_up = _follow_up(intent, question, turns, said) or _next(plan, question)
            return Heard(TurnKind.ANSWER, question.id, (follow_up,))
        if intent is Intent.SKIP:
            return Heard(TurnKind.SKIP, question.id, (_next(plan, question),))
        reply = Line(TurnKind.CLARIFICATION, _reply(intent, question, open_turn), question.id)
        return Heard(TurnKind.REQUEST, question.id, (reply,))

    def stop(self) -> Line:
        return Line(TurnKind.CLOSING, phrases().stopped)


def _question(question: Question) -> Line:
    return Line(TurnKind.QUESTION, question.text, question.id)


def _next(plan: InterviewPlan, question: Question) -> Line:
    place = plan.questions.index(question) + 1
    if place == len(plan.questions):
        return Line(TurnKind.CLOSING, phrases().closing)
    return _question(plan.questions[place])


def _follow_up(intent: Intent, question: Question, turns: Sequence[Turn], said: str) -> Line | None:
    """Who does not know is asked once for any occasion; who is abusive is not pressed at all."""
    if intent is Intent.ANSWER:
        return _probe(question, turns, said)
    is_first = not any(
        turn.question_id == question.id and turn.kind is TurnKind.ANSWER for turn in turns
    )
    if intent is Intent.ABUSE or not is_first:
        return None
    return Line(TurnKind.CLARIFICATION, phrases().reply[intent], question.id)


def _probe(question: Question, turns: Sequence[Turn], said: str) -> Line | None:
    """The next follow-up that the plan has for something not heard in all that was answered."""
    ours = [turn for turn in turns if turn.question_id == question.id]
    asked_before = {turn.text for turn in ours if turn.kind is TurnKind.PROBE}
    if len(asked_before) >= MAX_PROBES:
        return None
    answers = [turn.text for turn in ours if turn.kind is TurnKind.ANSWER]
    heard = heard_in(*answers, said)
    open_probes: list[Probe] = [
        probe
        for probe in question.probes
        if probe.if_missing not in heard and probe.ask not in asked_before
    ]
    return Line(TurnKind.PROBE, open_probes[0].ask, question.id) if open_probes else None


def _reply(intent: Intent, question: Question, open_turn: Turn) -> str:
    said = phrases()
    reply = said.clarify[question.kind] if intent is Intent.CLARIFY else said.reply[intent]
    if intent is Intent.THINKING:
        return reply
    return f"{reply} {said.reply['stays'].format(asked=open_turn.text)}"
