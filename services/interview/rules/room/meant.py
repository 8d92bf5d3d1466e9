"""What one sentence of a turn means by itself, and which deeds are told in it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from textwrap import wrap
from uuid import UUID

from chassis.hearing.detectors import detect
from chassis.hearing.distress import ends_in_distress, holds_distress, tells_what_came
from chassis.hearing.orders import place_of_order
from chassis.hearing.text import LONGEST_SENTENCE, sentences_of
from contracts.evidence import EvidenceType
from contracts.message import TurnId
from services.interview.rules.room.heard import stretches
from services.interview.rules.room.registers import plainly
from services.interview.rules.room.signs import Intent, signs

LONGEST_REQUEST = 16
"""A longer sentence tells something, whatever turn of phrase it contains."""

FIRST = (Intent.DANGER, Intent.DISTRESS, Intent.COMMAND)
KEPT = 4
"""Texts in sentences: a turn is read for more than one thing."""

KEPT_MEANT = 2_048
"""Sentences: those of one long turn, which are asked about more than once."""

_AT_ANY_LENGTH = {Intent.COMMAND, Intent.DANGER}

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_WORD = re.compile(r"[^\W_]+(?:’[^\W_]+)?")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|(?<!\w)[\u2018'][^\u2018']*['’](?!\w)")


@lru_cache(maxsize=KEPT)
def sentences_in(text: str) -> tuple[str, ...]:
    """Without what is quoted of others, unless all of it is. Words without a full stop are cut, as
    the detectors cut them, so that no sign is looked for over a whole long answer.
    """
    own = _QUOTED.sub(" ", text)
    even = (own if _WORD.search(own) else text).replace("'", "’")
    said = (" ".join(one.split()) for one in _SENTENCE.findall(even) if _WORD.search(one))
    cut = (part for one in said for part in wrap(one, LONGEST_SENTENCE, break_on_hyphens=False))
    return tuple(one for one in map(plainly, cut) if _WORD.search(one))


@lru_cache(maxsize=KEPT_MEANT)
def meant_by(sentence: str) -> Intent:
    """Orders may be long, and so may a cry for help; any other long sentence tells something."""
    is_told = len(_WORD.findall(sentence)) > LONGEST_REQUEST or goes_on(sentence)
    for intent in (*FIRST, *signs().intent):
        if (intent in _AT_ANY_LENGTH or not is_told) and is_meant(intent, sentence):
            return intent
    return Intent.ANSWER


def is_order(sentence: str) -> bool:
    """Whether an order is what it means, and neither danger nor distress."""
    is_any = place_of(Intent.COMMAND, sentence) is not None
    return is_any and meant_by(sentence) is Intent.COMMAND


def is_meant(intent: Intent, sentence: str) -> bool:
    if intent is Intent.DISTRESS:
        if tells_what_came(sentence):
            return False
        sentence = signs().telling["lost_thread"].sub("", sentence)
        before_order = sentence[: place_of(Intent.COMMAND, sentence)]
        return holds_distress(sentence) or ends_in_distress(before_order)
    return place_of(intent, sentence) is not None


@lru_cache(maxsize=KEPT_MEANT)
def place_of(intent: Intent, sentence: str) -> int | None:
    """Where in a sentence it is said."""
    hits = signs().intent[intent].finditer(sentence)
    own = (hit for hit in hits if not is_reported(sentence[: hit.start()]))
    place = next((one.start() for one in own if not _is_told_of(intent, sentence, one.end())), None)
    disguised = place_of_order(sentence) if intent is Intent.COMMAND else None
    return min((one for one in (place, disguised) if one is not None), default=None)


def is_reported(before: str) -> bool:
    """Whether what follows is what somebody else said."""
    return bool(signs().telling["reported"].search(before))


def is_said_by(behind: str) -> bool:
    """Whether it is said behind it who said it, or where that is said: ", I tell the crew"."""
    return bool(signs().telling["reported_behind"].search(behind))


def _is_told_of(intent: Intent, sentence: str, end: int) -> bool:
    """A wish to die is one, whoever was told of it."""
    return intent is not Intent.DANGER and is_said_by(sentence[max(0, end - 1) :])


def goes_on(sentence: str) -> bool:
    return bool(signs().telling["goes_on"].search(sentence))


def tells_deed(text: str) -> bool:
    """Whether something is told that somebody did, beside what was said to the interviewer."""
    return next(deeds_in(text), None) is not None


def deeds_in(text: str) -> Iterator[str]:
    """Read stretch by stretch, so that who looks for one does not wait for the whole answer."""
    own = " ".join(_without_order(sentence) for sentence in sentences_in(text))
    to_interviewer = signs().telling["to_interviewer"]
    for stretch in stretches(sentences_of(TurnId(UUID(int=0)), own)):
        for found in detect(stretch):
            is_real = found.type is EvidenceType.OWN_ACTION and not found.is_unreal
            if is_real and not to_interviewer.search(found.words.text):
                yield found.words.text


def _without_order(sentence: str) -> str:
    """An order is one from its first word to where something is told again: ", and I did …"."""
    start = place_of(Intent.COMMAND, sentence)
    if start is None:
        return sentence
    told = signs().telling["goes_on"].search(sentence, start)
    return sentence[:start] + (sentence[told.start() :] if told else "")
