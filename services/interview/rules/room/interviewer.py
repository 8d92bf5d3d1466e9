"""Leads the session: asks, follows up by rule, answers requests truthfully, and ends.

No follow-up is asked in the grace. Once the time of the whole interview is over no question is
opened. Nothing that a person says changes the plan.
"""

from datetime import datetime, timedelta

from chassis.hearing.customs import asks_for_custom
from chassis.hearing.motives import is_motive
from chassis.hearing.turns import is_for_worse
from contracts.interview import InterviewPlan, Question, QuestionKind, Turn, TurnKind
from services.interview.domain import Heard, Line, Session
from services.interview.rules.phrases import phrases
from services.interview.rules.room import chatting, probing, requests
from services.interview.rules.room.chatter import chatter_in
from services.interview.rules.room.heard import heard_in, is_case, is_imagined
from services.interview.rules.room.intents import (
    has_no_words,
    holds_order,
    intent_of,
    is_distressed,
    tells_matter,
    tells_of_work,
)
from services.interview.rules.room.levels import level_of, worded
from services.interview.rules.room.moment import Moment
from services.interview.rules.room.owed import truths_owed
from services.interview.rules.room.signs import Intent

_ANSWERS = {Intent.ANSWER, Intent.UNKNOWN, Intent.ABUSE}
"""What closes a question, or opens a follow-up; all else is a request and moves nothing."""

_REHEARSED = (
    "When two drivers left I wrote a new plan, because nobody else would. A gull sat on the mast. "
    "The harbour lay under fog. Is that enough?"
)
"""With a sentence that stands beside the story: that is a list of its own."""


class RulesInterviewer:
    """Without memory: everything that it knows is in the plan and the turns."""

    def prepare(self) -> None:
        """Have all lists read and compiled: the first turn takes no longer than the next."""
        for listen in (intent_of, is_distressed, tells_of_work, holds_order, heard_in, chatter_in):
            listen(_REHEARSED)
        truths_owed(_REHEARSED)
        for read in (asks_for_custom, is_for_worse):
            read(_REHEARSED)
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
        intent = requests.in_context(meant, moment)
        if intent in _ANSWERS:
            return _answered(intent, said, moment)
        if intent is Intent.SKIP:
            kind = TurnKind.REQUEST if moment.is_between else TurnKind.SKIP
            return Heard(kind, question.id, (_after_skip(moment),))
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


def _answered(intent: Intent, said: str, moment: Moment) -> Heard:
    """What is an answer unless nothing is told in it: chat uses up no follow-up."""
    question = moment.question
    if _stays_in_care(intent, said, moment):
        return Heard(TurnKind.REQUEST, question.id, (requests.stay(moment),))
    if intent is Intent.ANSWER and moment.is_between and has_no_words(said):
        return Heard(TurnKind.REQUEST, question.id, (requests.unread(moment),))
    if is_distressed(said):
        care = Line(TurnKind.CARE, phrases().reply["care_after"], question.id)
        return Heard(TurnKind.ANSWER, question.id, (care,))
    is_told = intent is not Intent.ANSWER or _is_copied(said, moment.open_turn)
    beside = None if is_told else chatting.chatter_at(said, moment)
    intent = chatting.MEANT.get(beside, intent) if beside else intent
    if beside and intent is Intent.ANSWER:
        return Heard(TurnKind.REQUEST, question.id, (chatting.reply(beside, moment),))
    time = moment.session.left(moment.at)
    has_time = time is None or time.nearest > timedelta(0)
    follow_up = probing.follow_up(intent, moment, said) if has_time else None
    reply = follow_up or _after_answer(intent, moment, said)
    return Heard(TurnKind.ANSWER, question.id, (*_beside(said, moment), reply))


def _stays_in_care(intent: Intent, said: str, moment: Moment) -> bool:
    """Nobody is held there twice, but for more distress and for what holds no words."""
    if not moment.is_in_care or tells_of_work(said):
        return False
    if is_distressed(said) or has_no_words(said):
        return True
    is_matter = tells_matter(said) or (is_case(moment.question) and is_imagined(said))
    return not (is_matter and intent is Intent.ANSWER) and not requests.has_stayed(moment)


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


def _after_skip(moment: Moment) -> Line:
    """In practice a follow-up that is skipped closes what was told before it, as an answer does."""
    if moment.is_live or moment.is_in_care or not (moment.is_follow_up and moment.told):
        return _next(moment)
    choose = phrases().reply["choose_last" if moment.is_last_question else "choose"]
    return Line(TurnKind.BETWEEN, choose, moment.question.id)


def _last() -> Line:
    return Line(TurnKind.CLOSING, phrases().closing)


def _following(plan: InterviewPlan, question: Question) -> Question | None:
    place = plan.questions.index(question) + 1
    return plan.questions[place] if place < len(plan.questions) else None


def _beside(said: str, moment: Moment) -> tuple[Line, ...]:
    """What is said to what stands beside an answer, questions or an order; the answer stands."""
    told = tuple(requests.truth(each, moment) for each in truths_owed(said))
    if not holds_order(said):
        return told
    order = Line(TurnKind.CLARIFICATION, phrases().reply["order_inside"], moment.question.id)
    return (*told, order)


def _after_answer(intent: Intent, moment: Moment, said: str) -> Line:
    """In practice there is a stop after each question, for another try; live goes on at once."""
    if moment.is_live:
        return _next(moment, said)
    text = phrases().reply["between_last" if moment.is_last_question else "between"]
    if intent is Intent.ABUSE:
        choose = phrases().reply["choose_last" if moment.is_last_question else "choose"]
        text = f"{phrases().reply['elsewhere']} {choose}"
    return Line(TurnKind.BETWEEN, text, moment.question.id)
