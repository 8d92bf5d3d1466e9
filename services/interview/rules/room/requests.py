"""What is said in return to a request: truthful, short, and it moves nothing.

A hint and another try are for practice alone. Distress is met with care and never judged: the
clock stands, and the person chooses to pause, to skip or to stop. Until they go on, or
answer, what they say stays in care; they are told so once, and then are let on.
"""

from datetime import timedelta

from chassis.hearing.motives import is_motive
from contracts.interview import TurnKind
from contracts.room import GRACE_S
from services.interview.domain import Line
from services.interview.rules.phrases import phrases
from services.interview.rules.room.heard import heard_in
from services.interview.rules.room.moment import Moment
from services.interview.rules.room.plainer import plainer
from services.interview.rules.room.signs import MATTERS, Intent
from services.interview.timing import STANDING

_NEAR = {
    *MATTERS,
    Intent.THINKING,
    Intent.HUMAN,
    Intent.RECORD,
    Intent.PROMISE,
    Intent.COMMAND,
    Intent.TIME,
}
"""What may be asked in care without going on: it is answered, and no time runs after it either."""

_READS_QUESTION = {Intent.REPEAT, Intent.CLARIFY, Intent.WHY}
"""At the stop after a question it is read again for these; for all else the choice is."""


def in_context(intent: Intent, moment: Moment) -> Intent:
    """Yes, no and go on mean what was asked just before; elsewhere they are answers, or nothing.

    No to a question or a follow-up says that there is none, or no more. At the stop after a
    question yes and go on mean the next one, whatever was asked beside meanwhile. To move on is to
    go on where the interview stands, and to skip where a question is open.
    """
    if intent is Intent.YES and moment.last is TurnKind.CONFIRMATION:
        return Intent.STOP
    is_asked = moment.last in STANDING or moment.last is TurnKind.CONFIRMATION
    if intent is Intent.ONWARD:
        return Intent.RESUME if is_asked else Intent.SKIP
    if moment.is_between and not is_asked and intent in (Intent.YES, Intent.RESUME):
        return Intent.SKIP
    if intent in (Intent.YES, Intent.NO):
        if intent is Intent.YES and moment.last is TurnKind.CARE:
            return Intent.YES
        if intent is Intent.NO and moment.last in (TurnKind.PROBE, TurnKind.QUESTION):
            return Intent.UNKNOWN
        return Intent.RESUME if is_asked else Intent.ANSWER
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
        return _line(TurnKind.RETRY, said["again"].format(asked=moment.asked), moment)
    return _line(TurnKind.CLARIFICATION, _clarified(intent, moment), moment)


def stay(moment: Moment) -> Line:
    """What is said in care to words that ask for nothing: no answer is made of them."""
    return _line(TurnKind.CARE, phrases().reply["in_care"], moment)


def has_stayed(moment: Moment) -> bool:
    """Whether that was said already since somebody was last met with care."""
    said = phrases().reply
    met = {said[each] for each in ("care", "danger", "care_after")}
    ours = (
        turn.text
        for turn in reversed(moment.since)
        if turn.text in met or turn.text == said["in_care"]
    )
    return next(ours, None) == said["in_care"]


def _line(kind: TurnKind, text: str, moment: Moment) -> Line:
    return Line(kind, text, moment.question.id)


def truth(intent: Intent, moment: Moment) -> Line:
    """What is true of what was asked beside an answer, which stands."""
    return _line(TurnKind.CLARIFICATION, _said(intent, moment), moment)


def unread(moment: Moment) -> Line:
    """What is said at the stop after a question to what holds no words of an answer."""
    text = f"{phrases().reply['unread']} {_stays(Intent.ANSWER, moment)}"
    return _line(TurnKind.CLARIFICATION, text, moment)


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
            return f"{_said(intent, moment)} {said['choices']}"


def _clarified(intent: Intent, moment: Moment) -> str:
    said, stays = phrases().reply, _stays(intent, moment)
    match intent:
        case Intent.THINKING:
            return said["thinking_live" if moment.is_live else "thinking"]
        case Intent.COMMAND:
            return said["command"]
        case Intent.HINT | Intent.RETRY if moment.is_live:
            return said[f"{intent}_live"]
        case Intent.TIME:
            return _time(moment)
        case Intent.RETRY if moment.is_later:
            return f"{said['later']} {stays}"
        case Intent.RESUME | Intent.RETRY:
            return stays
        case Intent.CLARIFY:
            return f"{plainer(moment)} {stays}"
        case _:
            return f"{_said(intent, moment)} {stays}"


def _said(intent: Intent, moment: Moment) -> str:
    """What is true of the matter here: in live, in practice, and once the question is behind."""
    if intent is Intent.WHY:
        return moment.question.because
    if intent is Intent.WHICH and moment.session.title:
        return phrases().reply["which_titled"].format(title=moment.session.title)
    if intent is Intent.CHANGE and moment.is_later:
        return phrases().reply["change_past"]
    in_live = f"{intent}_live"
    has_other = moment.is_live and in_live in phrases().reply
    return phrases().reply[in_live if has_other else intent]


def _stays(intent: Intent, moment: Moment) -> str:
    """What is open, at the end of a reply."""
    said = phrases().reply
    if moment.is_between and intent not in _READS_QUESTION:
        return said["choose_last" if moment.is_last_question else "choose"]
    return said["stays"].format(asked=moment.open_words)


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
