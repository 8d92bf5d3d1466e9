"""Each check of the audit with the fault that it must notice."""

from contracts.interview import TurnKind
from services.interview.domain import Interviewer
from services.interview.rules.phrases import phrases
from services.interview.rules.room.signs import Intent
from tests.interview.audit import mutants as m
from tests.interview.audit.mutants import CARE, END, P, Q, Wrong, adding, saying, to

INTERVIEWERS: dict[str, Interviewer] = {
    "opens with the disclosure, then the first question": m.Backwards(),
    "says that it is an AI for practice before anything else": m.Nameless(),
    "asks no question of the plan twice": m.asking(0),
    "asks in the planned order and leaves none out": m.asking(-1),
    "asks in one of the planned wordings, letter by letter": saying(Q, "Tell me a story."),
    "says at which level it asks, and it is the level of the wording": saying(Q, level=None),
    "stays within one step of the planned level": saying(Q, level=5),
    "keeps the level that the person has locked": saying(Q, level=2),
    "goes up only after nearly all was heard, and down only after hardly any": saying(Q, level=3),
    "follows up at most twice on one question": m.probing(m.third),
    "never says the same follow-up twice": m.probing(m.first_again),
    "follows up only as the plan of that question says": saying(P, "And so?"),
    "follows up for a named type that was not heard": m.probing(m.heard_already),
    "follows up on answers alone": to(Intent.SKIP, kind=P, text="Why not?"),
    "never asks the same twice in a row": Wrong(m.same_question),
    "asks one thing at a time": Wrong(m.twofold),
    "asks nothing about what no interviewer may ask": saying(P, "Are you married?"),
    "tells the time when asked, in live by the clock, in practice that none runs": to(
        Intent.TIME, text="Soon."
    ),
    "never tells of more time than there is": to(Intent.TIME, text="About 90 minutes."),
    "says that time is up before it goes on": m.Silent(),
    "says truly what becomes of what was not sent": m.Curt(),
    "says that time is up only where it is, and never in practice": to(
        Intent.COMMAND, kind=TurnKind.TIME_UP
    ),
    "ends only after the last question, at a word, at the bell, or when finished": to(
        Intent.COMMAND, kind=END
    ),
    "says at the end that it is finished, and thanks": m.Curt(),
    "takes every answer for an answer": m.taking(Intent.ANSWER, TurnKind.REQUEST),
    "takes no request for an answer, so that none is ever scored": m.taking(
        Intent.DISTRESS, TurnKind.ANSWER
    ),
    "lets no request move the interview": Wrong(m.hurried),
    "refuses an order in one sentence": adding("Please go on."),
    "reads what was asked word for word when asked to repeat": to(Intent.REPEAT),
    "says in which way it is meant, and what was asked, when asked what it means": to(
        Intent.CLARIFY
    ),
    "says it in other words each time, when asked what it means time after time": to(
        Intent.CLARIFY, text=phrases().clarify["own"]
    ),
    "answers everything that is said": Wrong(m.mute),
    "leaves time to think, and asks nothing meanwhile": to(Intent.THINKING, text="Ready?"),
    "goes on at a skip without another word about it": Wrong(m.sorry),
    "presses who knows nothing once at most": to(Intent.UNKNOWN, text=phrases().reply["unknown"]),
    "presses nobody who is abusive": to(Intent.ABUSE),
    "meets distress with care": to(Intent.DISTRESS),
    "offers in distress to pause, to skip and to stop": saying(CARE, "I am sorry to hear it."),
    "names no number to call, since none is right everywhere": saying(CARE, "Call 123."),
    "diagnoses nobody": saying(CARE, "That sounds like anxiety."),
    "sends somebody in danger to people who can help": saying(CARE, "I am sorry to hear it."),
    "ends at once when somebody in distress wants to stop": to(Intent.STOP, text="Sure?"),
    "asks once before it ends at a word, and then ends": to(Intent.STOP, kind=END),
    "goes on when the end is taken back": to(Intent.NO, kind=END),
    "stops after each question in practice, for another try, and never in live": Wrong(m.hurried),
    "asks the same question again for another try, word for word, in practice alone": to(
        Intent.RETRY, kind=TurnKind.RETRY, text="Once more."
    ),
    "says only sentences that are written down for it": adding("By the way."),
    "never repeats what it was told": Wrong(m.parrot),
    "never sums up what it was told": adding("So you moved it."),
    "never praises or finds fault": adding("Great."),
    "never promises an outcome": adding("You will get an offer."),
    "never lectures: every reply is short": adding("And more. " * 40),
    "gives a hint only when one was asked for": to(Intent.COMMAND, kind=TurnKind.HINT),
    "gives no hint in a live interview": to(Intent.HINT, kind=TurnKind.HINT),
    "hints at the first type that was not heard, and at no other": saying(
        TurnKind.HINT, "Be brave."
    ),
    "makes clear what is meant without a hint": to(
        Intent.CLARIFY, text="You should give a number."
    ),
    "says so when it is asked whether it is human": to(Intent.HUMAN),
    "never claims to be a person": to(Intent.HUMAN, text="I am a person like you."),
    "says that it can promise nothing when it is asked for the job": to(Intent.PROMISE),
}

RECORDS: dict[str, m.Spoil] = {
    "belongs to a question with everything between disclosure and end": m.spoilt_session(
        m.homeless
    ),
    "changes nothing of the plan, whatever is said": m.spoilt_session(m.unplanned),
    "lets no time run in a pause or after a word of care": m.spoilt_beats(m.hastened),
    "takes no answer after its time and the grace": m.spoilt_beats(m.overdue),
    "takes every answer that comes within its time and the grace": m.spoilt_beats(m.refused),
    "keeps what came too late, unsent and unscored": m.spoilt_beats(m.forgotten),
    "takes the same turn twice for one": m.spoilt_beats(m.resent),
    "finishes once, however often it is told to": m.spoilt(is_finish_harmless=False),
    "ends with one closing, and with nothing after it": m.spoilt_session(m.closed_twice),
    "numbers its turns without a gap, and time runs forward": m.spoilt_session(m.closed_twice),
    "keeps what the candidate said to the letter": m.spoilt_session(m.reworded),
    "leaves no draft beside the answer that was sent": m.spoilt_session(m.twin),
}
