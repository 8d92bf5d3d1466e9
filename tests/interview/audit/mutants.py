"""One wrong interviewer, or one spoilt record, for every check: what each must notice."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from contracts.interview import TurnKind
from services.interview.domain import Heard, Line, Session
from services.interview.rules.phrases import phrases
from services.interview.rules.room.heard import heard_in
from services.interview.rules.room.intents import intent_of
from services.interview.rules.room.interviewer import RulesInterviewer
from services.interview.rules.room.signs import Intent
from tests.interview.audit.sessions import Beat, Held

Change = Callable[[Heard, Session, str], Heard]
Spoil = Callable[[Held], Held]

Q, P = TurnKind.QUESTION, TurnKind.PROBE
CLEAR, CARE, END = TurnKind.CLARIFICATION, TurnKind.CARE, TurnKind.CLOSING


@dataclass(frozen=True)
class Wrong(RulesInterviewer):
    """Says what the rules say, changed."""

    change: Change = lambda heard, _session, _said: heard

    def hear(self, session: Session, said: str, at: datetime) -> Heard:
        return self.change(super().hear(session, said, at), session, said)


class Backwards(RulesInterviewer):
    def open(self, session: Session) -> tuple[Line, ...]:
        return super().open(session)[::-1]


class Nameless(RulesInterviewer):
    def open(self, session: Session) -> tuple[Line, ...]:
        first, second = super().open(session)
        return replace(first, text="Hello, I am Mira."), second


class Silent(RulesInterviewer):
    """Goes on at the bell without a word."""

    def time_up(self, session: Session, *, is_whole: bool) -> tuple[Line, ...]:
        return super().time_up(session, is_whole=is_whole)[1:]


class Curt(RulesInterviewer):
    """Does not say what becomes of a draft, nor thanks."""

    def time_up(self, session: Session, *, is_whole: bool) -> tuple[Line, ...]:
        first, second = super().time_up(session, is_whole=is_whole)
        return replace(first, text="Time."), second

    def stop(self) -> Line:
        return Line(END, "Bye.")


def to(*intents: Intent, kind: TurnKind = CLEAR, text: str = "Hm.") -> Wrong:
    """Answers `intents` with `text`."""

    def change(heard: Heard, _session: Session, said: str) -> Heard:
        if intent_of(said) not in intents:
            return heard
        return replace(heard, replies=(Line(kind, text, heard.question_id),))

    return Wrong(change)


def taking(intent: Intent, kind: TurnKind) -> Wrong:
    """Takes what means `intent` for `kind`."""

    def change(heard: Heard, _session: Session, said: str) -> Heard:
        return replace(heard, kind=kind) if intent_of(said) is intent else heard

    return Wrong(change)


def saying(kind: TurnKind, text: str = "", **fields: object) -> Wrong:
    """Changes every line of `kind`."""
    new = {**fields, "text": text} if text else fields

    def change(heard: Heard, _session: Session, _said: str) -> Heard:
        lines = (replace(one, **new) if one.kind is kind else one for one in heard.replies)
        return replace(heard, replies=tuple(lines))

    return Wrong(change)


def adding(text: str) -> Wrong:
    """Says something more to every request."""

    def change(heard: Heard, _session: Session, _said: str) -> Heard:
        if heard.replies[0].kind is not CLEAR:
            return heard
        first = heard.replies[0]
        return replace(heard, replies=(replace(first, text=f"{first.text} {text}"),))

    return Wrong(change)


def asking(place: int) -> Wrong:
    """Has one question of the plan for every next one."""

    def change(heard: Heard, session: Session, _said: str) -> Heard:
        if heard.replies[-1].kind is not Q:
            return heard
        question = session.plan.questions[place]
        return replace(heard, replies=(Line(Q, question.text, question.id, level=2),))

    return Wrong(change)


def probing(which: Callable[[Session, Heard, str], str | None]) -> Wrong:
    """Follows up on answers with what `which` chooses."""

    def change(heard: Heard, session: Session, said: str) -> Heard:
        text = which(session, heard, said) if heard.kind is TurnKind.ANSWER else None
        return replace(heard, replies=(Line(P, text, heard.question_id),)) if text else heard

    return Wrong(change)


def _probes(session: Session, heard: Heard) -> list[str]:
    question = next(q for q in session.plan.questions if q.id == heard.question_id)
    return [probe.ask for probe in question.probes]


def third(session: Session, heard: Heard, _said: str) -> str | None:
    asked = {turn.text for turn in session.turns}
    fresh = [ask for ask in _probes(session, heard) if ask not in asked]
    return fresh[0] if fresh else None


def first_again(session: Session, heard: Heard, _said: str) -> str:
    return _probes(session, heard)[0]


def heard_already(session: Session, heard: Heard, said: str) -> str | None:
    question = next(q for q in session.plan.questions if q.id == heard.question_id)
    heard = heard_in(said, question=question)
    return next((p.ask for p in question.probes if p.if_missing in heard), None)


def same_question(heard: Heard, session: Session, _said: str) -> Heard:
    asked = session.asked
    if heard.kind is not TurnKind.ANSWER or asked is None:
        return heard
    return replace(heard, replies=(Line(TurnKind.RETRY, asked.text, heard.question_id),))


def twofold(heard: Heard, _session: Session, _said: str) -> Heard:
    return replace(heard, replies=(*heard.replies, *heard.replies))


def mute(heard: Heard, _session: Session, said: str) -> Heard:
    return replace(heard, replies=()) if intent_of(said) is Intent.HUMAN else heard


def parrot(heard: Heard, _session: Session, said: str) -> Heard:
    line = Line(CLEAR, said, heard.question_id)
    return replace(heard, replies=(line,)) if intent_of(said) is Intent.COMMAND else heard


def sorry(heard: Heard, _session: Session, said: str) -> Heard:
    sorry = Line(CLEAR, "Are you sure?", heard.question_id)
    is_skip = intent_of(said) is Intent.SKIP
    return replace(heard, replies=(sorry, *heard.replies)) if is_skip else heard


def hurried(heard: Heard, session: Session, said: str) -> Heard:
    """Moves on when it is given an order, and never stops in practice."""
    is_order = intent_of(said) is Intent.COMMAND
    if not is_order and heard.replies[-1].kind is not TurnKind.BETWEEN:
        return heard
    return replace(heard, replies=(_after(session, heard),))


def _after(session: Session, heard: Heard) -> Line:
    ids = [question.id for question in session.plan.questions]
    following = session.plan.questions[ids.index(heard.question_id) + 1 :]
    if not following:
        return Line(END, phrases().closing)
    return Line(Q, following[0].text, following[0].id, level=following[0].level)


def spoilt(**fields: object) -> Spoil:
    """The record with other values."""
    return lambda held: replace(held, **fields)


def spoilt_session(change: Callable[[Session], Session]) -> Spoil:
    return lambda held: replace(held, session=change(held.session))


def spoilt_beats(change: Callable[[Beat], Beat]) -> Spoil:
    return lambda held: replace(held, beats=tuple(change(beat) for beat in held.beats))


def unplanned(session: Session) -> Session:
    return replace(session, plan=session.plan.model_copy(update={"minutes": 1}))


def homeless(session: Session) -> Session:
    turns = (turn.model_copy(update={"question_id": None}) for turn in session.turns)
    return replace(session, turns=tuple(turns))


def closed_twice(session: Session) -> Session:
    return replace(session, turns=(*session.turns, session.turns[-1]))


def reworded(session: Session) -> Session:
    turns = (turn.model_copy(update={"text": turn.text.upper()}) for turn in session.turns)
    return replace(session, turns=tuple(turns))


def twin(session: Session) -> Session:
    drafts = {turn.turn_id: turn.text for turn in session.turns if turn.kind is TurnKind.ANSWER}
    return replace(session, drafts=drafts)


def hastened(beat: Beat) -> Beat:
    """Its clock ran a second more than it did."""
    if beat.time is None:
        return beat
    return replace(
        beat, time=replace(beat.time, question=beat.time.question - timedelta(seconds=1))
    )


def overdue(beat: Beat) -> Beat:
    if beat.time is None:
        return beat
    return replace(beat, time=replace(beat.time, question=timedelta(hours=-1)))


def forgotten(beat: Beat) -> Beat:
    return replace(beat, after=replace(beat.after, drafts={}))


def refused(beat: Beat) -> Beat:
    return replace(beat, heard=None)


def resent(beat: Beat) -> Beat:
    return replace(beat, is_resend_harmless=False)
