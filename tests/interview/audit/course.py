"""How a session runs: by the clock, once, and to a proper end."""

import re
from datetime import timedelta
from itertools import pairwise

from contracts.interview import Mode, Speaker, TurnKind
from services.interview.rules.room.signs import Intent
from services.interview.timing import GRACE, STANDING
from tests.interview.audit.checks import check
from tests.interview.audit.questions import of_kind
from tests.interview.audit.sessions import Beat, Held

_MINUTES, _SECONDS = re.compile(r"(\d+) minutes"), re.compile(r"(\d+) seconds?")


def _told(beat: Beat) -> timedelta:
    """The first stretch of time that the reply names."""
    text = beat.replies[-1].text
    minutes, seconds = _MINUTES.search(text), _SECONDS.search(text)
    first = min((m for m in (minutes, seconds) if m), key=lambda m: m.start())
    number = int(first[1])
    return timedelta(minutes=number) if first is minutes else timedelta(seconds=number)


@check("tells the time when asked, in live by the clock, in practice that none runs")
def _tells_time(held: Held) -> bool:
    if held.person.mode is Mode.PRACTICE:
        return all("No time runs" in b.replies[-1].text for b in held.meant(Intent.TIME))
    return all(
        _SECONDS.search(b.replies[-1].text) or _MINUTES.search(b.replies[-1].text)
        for b in held.meant(Intent.TIME)
    )


@check("never tells of more time than there is")
def _no_more_time(held: Held) -> bool:
    return held.person.mode is Mode.PRACTICE or all(
        beat.time is not None
        and _told(beat) <= (beat.time.nearest if beat.time.nearest > timedelta(0) else GRACE)
        for beat in held.meant(Intent.TIME)
    )


@check("lets no time run in a pause or after a word of care")
def _clock_stands(held: Held) -> bool:
    return all(
        two.time is None or one.time_after is None or two.time.question == one.time_after.question
        for one, two in pairwise(held.beats)
        if one.after.turns[-1].kind in STANDING
    )


@check("takes no answer after its time and the grace")
def _in_time(held: Held) -> bool:
    return not any(
        beat.heard
        and beat.heard.kind is TurnKind.ANSWER
        and beat.time
        and beat.time.nearest < -GRACE
        for beat in held.beats
    )


@check("takes every answer that comes within its time and the grace")
def _grace(held: Held) -> bool:
    return all(
        not beat.is_late for beat in held.beats if beat.time is None or beat.time.nearest >= -GRACE
    )


@check("keeps what came too late, unsent and unscored")
def _keeps_late(held: Held) -> bool:
    return all(
        beat.before.asked is not None
        and beat.after.drafts.get(beat.before.asked.turn_id) == beat.said.text
        for beat in held.beats
        if beat.is_late
    )


@check("says that time is up before it goes on")
def _says_so(held: Held) -> bool:
    return all(
        before.kind in (TurnKind.TIME_UP, TurnKind.DISCLOSURE, TurnKind.CLARIFICATION)
        for before, turn in pairwise(held.turns)
        if turn.kind is TurnKind.QUESTION and before.speaker is Speaker.INTERVIEWER
    )


@check("says truly what becomes of what was not sent")
def _says_truly(held: Held) -> bool:
    return all("kept, and is not scored" in turn.text for turn in of_kind(held, TurnKind.TIME_UP))


@check("says that time is up only where it is, and never in practice")
def _only_then(held: Held) -> bool:
    ends = [beat for beat in held.beats if any(t.kind is TurnKind.TIME_UP for t in beat.replies)]
    return all(beat.time is not None and beat.time.is_over for beat in ends)


@check("takes the same turn twice for one")
def _idempotent(held: Held) -> bool:
    return all(beat.is_resend_harmless for beat in held.beats)


@check("finishes once, however often it is told to")
def _finishes_once(held: Held) -> bool:
    return held.is_finish_harmless


@check("ends with one closing, and with nothing after it")
def _closes(held: Held) -> bool:
    closings = of_kind(held, TurnKind.CLOSING)
    return len(closings) == 1 and held.turns[-1] == closings[0]


@check("ends only after the last question, at a word, at the bell, or when finished")
def _ends_properly(held: Held) -> bool:
    for beat in held.beats:
        if beat.after.asked is None:
            is_last = beat.before.asked and (
                beat.before.asked.question_id == held.plan.questions[-1].id
            )
            is_word = beat.said.means in (Intent.STOP, Intent.YES)
            is_bell = beat.time is not None and beat.time.is_over
            if not (is_last or is_word or is_bell):
                return False
    return True


@check("says at the end that it is finished, and thanks")
def _thanks(held: Held) -> bool:
    return "finished" in held.turns[-1].text and "Thank you" in held.turns[-1].text


@check("numbers its turns without a gap, and time runs forward")
def _numbered(held: Held) -> bool:
    is_counted = [turn.number for turn in held.turns] == list(range(len(held.turns)))
    return is_counted and all(one.said_at <= two.said_at for one, two in pairwise(held.turns))


@check("keeps what the candidate said to the letter")
def _to_the_letter(held: Held) -> bool:
    said = {t.text for t in held.turns if t.speaker is Speaker.CANDIDATE}
    return all(
        beat.said.text in said for beat in held.beats if beat.heard and "{" not in beat.said.text
    )


@check("leaves no draft beside the answer that was sent")
def _no_twin(held: Held) -> bool:
    sent = {turn.text for turn in of_kind(held, TurnKind.ANSWER)}
    late = {beat.said.text for beat in held.beats if beat.is_late}
    return not (set(held.session.drafts.values()) - late) & sent
