"""What is said in return to a request: truthful, short, and it moves nothing.

A hint and another try are for practice alone. Distress is met with care and never judged: the
clock stands, and the person chooses to pause, to skip or to stop. Until they go on, or tell of
what they did, all that they say stays in care.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from contracts.interview import Mode, Question, Speaker, Turn, TurnKind
from contracts.room import GRACE_S
from services.interview.domain import Line, Session
from services.interview.rules.bank import Intent, phrases
from services.interview.rules.heard import heard_in, is_motive
from services.interview.timing import STANDING

_STOPPABLE = {TurnKind.CARE, TurnKind.CONFIRMATION}
"""After these the word that ends the session is not asked for twice."""

_AROUND = {TurnKind.BETWEEN, TurnKind.RETRY}
"""In these words stand around the question, or it is not in them: it is read as it was asked."""

_NEAR = {Intent.THINKING, Intent.HUMAN, Intent.RECORD, Intent.PROMISE, Intent.COMMAND, Intent.TIME}
"""What may be asked in care without going on: it is answered, and no time runs after it either."""


@dataclass(frozen=True)
class Moment:
    """Where a session stands when something is said."""

    session: Session
    question: Question
    open_turn: Turn
    at: datetime

    @property
    def is_live(self) -> bool:
        return self.session.setting.mode is Mode.LIVE

    @property
    def is_between(self) -> bool:
        return self.open_turn.kind is TurnKind.BETWEEN

    @property
    def last(self) -> TurnKind:
        """The kind of what the interviewer said last."""
        return self.session.turns[-1].kind

    @property
    def is_stop_expected(self) -> bool:
        return self.last in _STOPPABLE

    @property
    def is_in_care(self) -> bool:
        """Whether a word of care stands last, or a pause after it."""
        ours = (
            turn.kind
            for turn in reversed(self.session.turns)
            if turn.speaker is Speaker.INTERVIEWER and turn.kind is not TurnKind.PAUSE
        )
        return next(ours, None) is TurnKind.CARE

    @property
    def told(self) -> list[str]:
        """What was answered to the open question so far."""
        return [
            turn.text
            for turn in self.session.turns
            if turn.kind is TurnKind.ANSWER and turn.question_id == self.question.id
        ]


def in_context(intent: Intent, moment: Moment) -> Intent:
    """Yes, no and go on mean what was asked just before; elsewhere they are answers, or nothing.

    No to a question or a follow-up says that there is none, or no more.
    """
    if intent is Intent.YES and moment.last is TurnKind.CONFIRMATION:
        return Intent.STOP
    if intent in (Intent.YES, Intent.NO):
        if intent is Intent.YES and moment.last is TurnKind.CARE:
            return Intent.YES
        is_asked = moment.last in STANDING or moment.last is TurnKind.CONFIRMATION
        if intent is Intent.NO and moment.last in (TurnKind.PROBE, TurnKind.QUESTION):
            return Intent.UNKNOWN
        return Intent.RESUME if is_asked else Intent.ANSWER
    if intent is Intent.RESUME and moment.last is TurnKind.BETWEEN:
        return Intent.SKIP
    return intent


def reply(intent: Intent, moment: Moment) -> Line:
    """What is said in return."""
    said = phrases().reply
    if intent in (Intent.DISTRESS, Intent.DANGER):
        text = said["care" if intent is Intent.DISTRESS else "danger"]
        return _line(TurnKind.CARE, text, moment)
    if intent is Intent.YES:
        return _line(TurnKind.CARE, said["choices"], moment)
    if intent in _NEAR and moment.is_in_care:
        return _line(TurnKind.CARE, _near(intent, moment), moment)
    if intent is Intent.PAUSE:
        return _line(TurnKind.PAUSE, said["pause"], moment)
    if intent is Intent.STOP:
        return _line(TurnKind.CONFIRMATION, said["stop"], moment)
    if intent is Intent.HINT and not moment.is_live:
        return _line(TurnKind.HINT, _hint(moment), moment)
    if intent is Intent.RETRY and not moment.is_live and moment.told:
        return _line(TurnKind.RETRY, said["again"].format(asked=_asked(moment)), moment)
    return _line(TurnKind.CLARIFICATION, _clarified(intent, moment), moment)


def stay(moment: Moment) -> Line:
    """What is said in care to words that ask for nothing: no answer is made of them."""
    return _line(TurnKind.CARE, phrases().reply["in_care"], moment)


def _line(kind: TurnKind, text: str, moment: Moment) -> Line:
    return Line(kind, text, moment.question.id)


def _near(intent: Intent, moment: Moment) -> str:
    said = phrases().reply
    match intent:
        case Intent.THINKING:
            return f"{said['thinking']} {said['choices']}"
        case Intent.TIME:
            return _time(moment)
        case Intent.COMMAND:
            return said["command"]
        case _:
            return f"{said[intent]} {said['choices']}"


def _clarified(intent: Intent, moment: Moment) -> str:
    said = phrases().reply
    stays = said["stays"].format(
        asked=_asked(moment) if moment.open_turn.kind in _AROUND else moment.open_turn.text
    )
    match intent:
        case Intent.THINKING:
            return said["thinking_live" if moment.is_live else "thinking"]
        case Intent.COMMAND:
            return said["command"]
        case Intent.HINT | Intent.RETRY if moment.is_live:
            return said[f"{intent}_live"]
        case Intent.TIME:
            return _time(moment)
        case Intent.RESUME | Intent.RETRY:
            return stays
        case Intent.CLARIFY:
            return f"{phrases().clarify[moment.question.kind]} {stays}"
        case _:
            return f"{said[intent]} {stays}"


def _asked(moment: Moment) -> str:
    """The open question as it was asked, word for word."""
    return next(
        turn.text
        for turn in moment.session.turns
        if turn.kind is TurnKind.QUESTION and turn.question_id == moment.question.id
    )


def _hint(moment: Moment) -> str:
    heard = heard_in(*moment.told, question=moment.question)
    missing = next((kind for kind in moment.question.expects if kind not in heard), None)
    if missing is None:
        return phrases().reply["hint_none"]
    of_wish = is_motive(moment.question.kind, moment.question.text)
    return (phrases().motive_hint if of_wish else phrases().hint)[missing]


def _time(moment: Moment) -> str:
    said, time = phrases().time, moment.session.left(moment.at)
    place = {
        "number": sum(turn.kind is TurnKind.QUESTION for turn in moment.session.turns),
        "count": len(moment.session.plan.questions),
    }
    if time is None:
        return said["practice"].format(**place)
    if time.nearest <= timedelta(0):
        of = "grace_of_whole" if time.is_whole_up else "grace"
        return said[of].format(grace=_spoken(time.nearest + timedelta(seconds=GRACE_S)))
    sentence = said["paused" if time.is_paused else "live"]
    question, whole = _spoken(min(time.question, time.whole)), _spoken(time.whole)
    return sentence.format(question=question, whole=whole, **place)


def _spoken(time: timedelta) -> str:
    """Rounded down, so that it promises nothing: in minutes from two on, below that in seconds."""
    seconds = max(1, int(time.total_seconds()))
    if seconds >= 120:
        return f"{seconds // 60} minutes"
    return f"{seconds} second{'s' if seconds != 1 else ''}"
