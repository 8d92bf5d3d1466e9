"""What is said beside answers: it is understood, met rightly, and moves nothing by itself."""

import re

from contracts.interview import Mode, TurnKind
from services.interview.rules.phrases import phrases
from services.interview.rules.room.signs import Intent
from tests.interview.audit.checks import check
from tests.interview.audit.questions import of_kind
from tests.interview.audit.sessions import Beat, Held, is_over

_MOVES_NOTHING = (
    Intent.COMMAND,
    Intent.HUMAN,
    Intent.PROMISE,
    Intent.REPEAT,
    Intent.CLARIFY,
    Intent.THINKING,
    Intent.TIME,
    Intent.RECORD,
    Intent.HINT,
    Intent.PAUSE,
    Intent.DISTRESS,
    Intent.DANGER,
)
_DIAGNOSES = re.compile(
    r"\b(?:depress\w+|anxi\w+|disorder|diagnos\w+|symptoms?|panic|ill(?:ness)?|suicid\w+)\b",
    re.IGNORECASE,
)


def _open(beat: Beat) -> tuple[str | None, int]:
    questions = sum(turn.kind is TurnKind.QUESTION for turn in beat.after.turns)
    asked = beat.after.asked
    return (asked.question_id if asked else None), questions


def _was_open(beat: Beat) -> tuple[str | None, int]:
    questions = sum(turn.kind is TurnKind.QUESTION for turn in beat.before.turns)
    asked = beat.before.asked
    return (asked.question_id if asked else None), questions


def _care(held: Held) -> list[Beat]:
    return held.meant(Intent.DISTRESS, Intent.DANGER)


@check("takes every answer for an answer")
def _answers(held: Held) -> bool:
    meant = (Intent.ANSWER, Intent.UNKNOWN, Intent.ABUSE)
    return all(beat.heard and beat.heard.kind is TurnKind.ANSWER for beat in held.meant(*meant))


@check("takes no request for an answer, so that none is ever scored")
def _requests(held: Held) -> bool:
    kinds = {beat.heard.kind for beat in held.meant(*_MOVES_NOTHING) if beat.heard}
    return kinds <= {TurnKind.REQUEST}


@check("lets no request move the interview")
def _unmoved(held: Held) -> bool:
    return all(_open(beat) == _was_open(beat) for beat in held.meant(*_MOVES_NOTHING))


@check("refuses an order in one sentence")
def _one_sentence(held: Held) -> bool:
    return all(
        [turn.text for turn in beat.replies] == [phrases().reply["command"]]
        and len(re.findall(r"[.!?]", beat.replies[0].text)) == 1
        for beat in held.meant(Intent.COMMAND)
    )


@check("reads what was asked word for word when asked to repeat")
def _verbatim(held: Held) -> bool:
    for beat in held.meant(Intent.REPEAT):
        asked = beat.before.asked
        is_between = asked is not None and asked.kind is TurnKind.BETWEEN
        if asked is None or not (is_between or asked.text in beat.replies[-1].text):
            return False
    return True


@check("says in which way it is meant, and what was asked, when asked what it means")
def _rephrased(held: Held) -> bool:
    said = phrases()
    simplest, _ = said.reply["simplest"].split("{asked}")
    ways = (
        *said.clarify.values(),
        *said.plainly.values(),
        *said.meant.values(),
        *said.simply.values(),
    )
    ways += (simplest,)
    return all(
        any(way in beat.replies[-1].text for way in ways) for beat in held.meant(Intent.CLARIFY)
    )


@check("says it in other words each time, when asked what it means time after time")
def _other_words(held: Held) -> bool:
    said = [
        (beat.before.asked and beat.before.asked.turn_id, beat.replies[-1].text)
        for beat in held.meant(Intent.CLARIFY)
    ]
    return len(set(said[:2])) == len(said[:2])


@check("answers everything that is said")
def _replies(held: Held) -> bool:
    return all(beat.replies for beat in held.beats if beat.heard)


@check("leaves time to think, and asks nothing meanwhile")
def _patient(held: Held) -> bool:
    said = {phrases().reply["thinking"], phrases().reply["thinking_live"]}
    return all({t.text for t in beat.replies} <= said for beat in held.meant(Intent.THINKING))


@check("goes on at a skip without another word about it")
def _skips(held: Held) -> bool:
    return all(
        beat.replies[-1].kind in _goes_on_with(beat, held) and len(beat.replies) == 1
        for beat in held.meant(Intent.SKIP)
    )


def _goes_on_with(beat: Beat, held: Held) -> set[TurnKind]:
    """In practice a skipped follow-up ends at the stop after its question."""
    asked = beat.before.asked
    is_follow_up = asked is not None and asked.kind is TurnKind.PROBE
    stop = {TurnKind.BETWEEN} if is_follow_up and held.person.mode is Mode.PRACTICE else set()
    return {TurnKind.QUESTION, TurnKind.CLOSING, *stop}


@check("presses who knows nothing once at most")
def _once_pressed(held: Held) -> bool:
    said = [t.question_id for t in held.turns if t.text == phrases().reply["unknown"]]
    return len(said) == len(set(said))


@check("presses nobody who is abusive")
def _unpressed(held: Held) -> bool:
    pressing = {TurnKind.PROBE, TurnKind.CLARIFICATION}
    return not any(b.replies[-1].kind in pressing for b in held.meant(Intent.ABUSE))


@check("meets distress with care")
def _cares(held: Held) -> bool:
    return all([t.kind for t in beat.replies] == [TurnKind.CARE] for beat in _care(held))


@check("offers in distress to pause, to skip and to stop")
def _offers(held: Held) -> bool:
    words = ("pause", "skip", "stop", "nothing of this is scored")
    return all(word in turn.text for b in _care(held) for turn in b.replies for word in words)


@check("names no number to call, since none is right everywhere")
def _no_hotline(held: Held) -> bool:
    return not any(re.search(r"\d", turn.text) for turn in of_kind(held, TurnKind.CARE))


@check("diagnoses nobody")
def _no_diagnosis(held: Held) -> bool:
    return not any(_DIAGNOSES.search(turn.text) for turn in of_kind(held, TurnKind.CARE))


@check("sends somebody in danger to people who can help")
def _helps(held: Held) -> bool:
    return all("emergency number" in b.replies[-1].text for b in held.meant(Intent.DANGER))


@check("ends at once when somebody in distress wants to stop")
def _ends_kindly(held: Held) -> bool:
    return all(
        is_over(beat.after)
        for beat in held.meant(Intent.STOP)
        if beat.before.turns[-1].kind is TurnKind.CARE
    )


@check("asks once before it ends at a word, and then ends")
def _ends_on_second(held: Held) -> bool:
    sure = {TurnKind.CARE, TurnKind.CONFIRMATION}
    return all(
        is_over(beat.after) == (beat.before.turns[-1].kind in sure)
        for beat in held.meant(Intent.STOP)
    )


@check("goes on when the end is taken back")
def _takes_back(held: Held) -> bool:
    return not any(is_over(beat.after) for beat in held.meant(Intent.NO))


@check("stops after each question in practice, for another try, and never in live")
def _between(held: Held) -> bool:
    stops = of_kind(held, TurnKind.BETWEEN)
    if held.person.mode is Mode.LIVE:
        return not stops
    ended = [
        beat
        for beat in held.meant(Intent.ANSWER, Intent.UNKNOWN, Intent.ABUSE)
        if beat.replies[-1].kind in (TurnKind.QUESTION, TurnKind.CLOSING)
    ]
    return not ended


@check("asks the same question again for another try, word for word, in practice alone")
def _retries(held: Held) -> bool:
    for beat in held.meant(Intent.RETRY):
        turn = beat.replies[-1]
        question = [
            t.text
            for t in beat.before.turns
            if t.kind is TurnKind.QUESTION and t.question_id == turn.question_id
        ]
        if held.person.mode is Mode.LIVE and turn.kind is TurnKind.RETRY:
            return False
        if turn.kind is TurnKind.RETRY and question[0] not in turn.text:
            return False
    return not (held.person.mode is Mode.LIVE and of_kind(held, TurnKind.RETRY))
