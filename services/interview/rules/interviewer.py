"""Leads the session: asks, follows up by rule, answers requests truthfully, and ends.

A follow-up is asked only for a type of evidence that is named in the plan and was not heard, at
most two to a question, never the same one twice, and none in the grace. Once the time of the whole
interview is over no question is opened. Nothing that a person says changes the plan.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from contracts.evidence import EvidenceType
from contracts.interview import InterviewPlan, Probe, Question, QuestionKind, Turn, TurnKind
from services.interview.domain import Heard, Line, Session
from services.interview.rules import requests
from services.interview.rules.bank import Intent, phrases
from services.interview.rules.heard import heard_in, is_case, is_imagined, is_motive
from services.interview.rules.intents import (
    has_no_words,
    holds_order,
    intent_of,
    is_distressed,
    tells_matter,
    tells_of_work,
)
from services.interview.rules.levels import level_of, worded
from services.interview.rules.moment import Moment

MAX_PROBES = 2

_ANSWERS = {Intent.ANSWER, Intent.UNKNOWN, Intent.ABUSE}
"""What closes a question, or opens a follow-up; all else is a request and moves nothing."""

_AFTER_DEEDS = set(EvidenceType) - {EvidenceType.SITUATION, EvidenceType.OWN_ACTION}
"""Of what one would do nothing has come; to a case there are follow-ups of its own (case_probe)."""

_REHEARSED = "When two drivers left I wrote a new plan, because nobody else would. Is that enough?"


class RulesInterviewer:
    """Without memory: everything that it knows is in the plan and the turns."""

    def prepare(self) -> None:
        """Have all lists read and compiled: the first turn takes no longer than the next."""
        for listen in (intent_of, is_distressed, tells_of_work, holds_order, heard_in):
            listen(_REHEARSED)
        is_motive(QuestionKind.OWN, _REHEARSED)

    def open(self, session: Session) -> tuple[Line, ...]:
        disclosure = Line(TurnKind.DISCLOSURE, session.plan.disclosure)
        return disclosure, _question(session, session.plan.questions[0])

    def hear(self, session: Session, said: str, at: datetime) -> Heard:
        open_turn = session.asked
        if open_turn is None:
            raise ValueError("Nothing was asked.")
        question = next(q for q in session.plan.questions if q.id == open_turn.question_id)
        moment = Moment(session, question, open_turn, at)
        meant = Intent.ANSWER if _is_copied(said, open_turn) else intent_of(said)
        intent, time = requests.in_context(meant, moment), session.left(at)
        if intent in _ANSWERS and _stays_in_care(intent, moment, said):
            return Heard(TurnKind.REQUEST, question.id, (requests.stay(moment),))
        if intent is Intent.ANSWER and moment.is_between and has_no_words(said):
            return Heard(TurnKind.REQUEST, question.id, (requests.unread(moment),))
        if intent in _ANSWERS and is_distressed(said):
            care = Line(TurnKind.CARE, phrases().reply["care_after"], question.id)
            return Heard(TurnKind.ANSWER, question.id, (care,))
        if intent in _ANSWERS:
            has_time = time is None or time.nearest > timedelta(0)
            follow_up = _follow_up(intent, question, session.turns, said) if has_time else None
            reply = follow_up or _after_answer(moment, said)
            return Heard(TurnKind.ANSWER, question.id, (*_on_order(said, question), reply))
        if intent is Intent.SKIP:
            kind = TurnKind.REQUEST if moment.is_between else TurnKind.SKIP
            return Heard(kind, question.id, (_next(moment),))
        if intent is Intent.STOP and moment.is_stop_expected:
            return Heard(TurnKind.REQUEST, question.id, (self.stop(),))
        return Heard(TurnKind.REQUEST, question.id, (requests.reply(intent, moment),))

    def time_up(self, session: Session, *, is_whole: bool) -> tuple[Line, ...]:
        open_turn = session.asked
        question = next(
            q for q in session.plan.questions if open_turn and q.id == open_turn.question_id
        )
        said = phrases().reply["whole_time_up" if is_whole else "time_up"]
        over = Line(TurnKind.TIME_UP, said, question.id)
        following = _following(session.plan, question)
        if is_whole:
            return over, self.stop()
        return over, _question(session, following) if following else _last()

    def stop(self) -> Line:
        return Line(TurnKind.CLOSING, phrases().stopped)


def _stays_in_care(intent: Intent, moment: Moment, said: str) -> bool:
    """Nobody is held there twice, but for more distress and for what holds no words."""
    if not moment.is_in_care or tells_of_work(said):
        return False
    if is_distressed(said) or has_no_words(said):
        return True
    is_matter = intent is Intent.ANSWER and tells_matter(said)
    return not is_matter and not requests.has_stayed(moment)


def _is_copied(said: str, open_turn: Turn) -> bool:
    """Whether it only reads back what was asked: that asks for nothing."""
    return " ".join(said.split()) == open_turn.text


def _question(session: Session, question: Question, *said: str) -> Line:
    level = level_of(session, question, *said)
    return Line(TurnKind.QUESTION, worded(question, level), question.id, level=level)


def _next(moment: Moment, *said: str) -> Line:
    """`said` was just answered to the open question, or nothing where it is skipped."""
    session = moment.session
    following, time = _following(session.plan, moment.question), session.left(moment.at)
    if following is None:
        return _last()
    if time is not None and time.is_whole_up:
        text = phrases().reply["whole_taken" if said else "whole_over"]
        return Line(TurnKind.CLOSING, text)
    return _question(session, following, *said)


def _last() -> Line:
    return Line(TurnKind.CLOSING, phrases().closing)


def _following(plan: InterviewPlan, question: Question) -> Question | None:
    place = plan.questions.index(question) + 1
    return plan.questions[place] if place < len(plan.questions) else None


def _on_order(said: str, question: Question) -> tuple[Line, ...]:
    """An order inside an answer is met as one; the answer stands."""
    if not holds_order(said):
        return ()
    return (Line(TurnKind.CLARIFICATION, phrases().reply["order_inside"], question.id),)


def _after_answer(moment: Moment, said: str) -> Line:
    """In practice there is a stop after each question, for another try; live goes on at once."""
    if moment.is_live:
        return _next(moment, said)
    text = phrases().reply["between_last" if moment.is_last_question else "between"]
    return Line(TurnKind.BETWEEN, text, moment.question.id)


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
    asked_before = [turn.text for turn in ours if turn.kind is TurnKind.PROBE]
    if len(asked_before) >= MAX_PROBES:
        return None
    answers = [turn.text for turn in ours if turn.kind is TurnKind.ANSWER]
    heard = heard_in(*answers, said, question=question)
    open_probes: list[Probe] = [
        probe
        for probe in question.probes
        if probe.if_missing not in heard
        and (probe.if_missing not in _AFTER_DEEDS or is_case(question) or not is_imagined(said))
        and not any(text.endswith(probe.ask) for text in asked_before)
    ]
    return Line(TurnKind.PROBE, open_probes[0].ask, question.id) if open_probes else None
