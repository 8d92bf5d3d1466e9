"""What a person means by what they say: an answer, or something beside it.

A request is a sentence that is nothing else, with polite words around it. What tells a deed is an
answer, whatever turn of phrase it contains.
"""

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap
from uuid import UUID

from chassis.hearing.danger import Danger, danger_in
from chassis.hearing.detectors import detect
from chassis.hearing.distress import (
    ends_in_distress,
    holds_distress,
    tells_blow,
    tells_what_came,
)
from chassis.hearing.lexicon import words
from chassis.hearing.mashed import is_mashed
from chassis.hearing.orders import place_of_order
from chassis.hearing.text import LONGEST_SENTENCE, content, sentences_of
from contracts.evidence import EvidenceType
from contracts.message import TurnId
from services.interview.rules.room.asked import asked_in, parts_of
from services.interview.rules.room.registers import plainly
from services.interview.rules.room.signs import MATTERS, Intent, signs

ENOUGH_WORDS = 8
"""With so many words beside a request, the whole is taken for an answer."""

LONGEST_REQUEST = 16
"""A longer sentence tells something, whatever turn of phrase it contains."""

MOST_SENTENCES = 3
"""A request with its excuse is no longer than that."""

_FIRST = (Intent.DANGER, Intent.DISTRESS, Intent.COMMAND)
_AT_ANY_LENGTH = {Intent.COMMAND, Intent.DANGER}

_SURER_THAN_CLARIFY = {
    *MATTERS,
    Intent.TIME,
    Intent.PAUSE,
    Intent.PROMISE,
    Intent.HUMAN,
    Intent.HINT,
}

_DECLINES = {Intent.SKIP, Intent.UNKNOWN, Intent.NO}
_INTERRUPTS = {Intent.PAUSE, Intent.THINKING}

_CLAUSE = re.compile(
    r"\s*[,;:–—]\s*(?:(?:and|so|but|then) )?"
    r"|\s+(?:and|but|so)\s+(?=(?:let|can|could|next|skip|please|i|we|go|move)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_WORD = re.compile(r"[^\W_]+(?:’[^\W_]+)?")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|(?<!\w)[\u2018'][^\u2018']*['’](?!\w)")


def intent_of(text: str) -> Intent:
    """What is meant. A request inside a real answer does not make it less of an answer, unless
    somebody may be in danger; an order is one however long it is, where no deed is told beside.
    """
    sentences = _sentences(text)
    each = [_meant(sentence) for sentence in sentences]
    meant = set(each) - {Intent.ANSWER}
    if Intent.DANGER in meant or _is_in_danger(text):
        return Intent.DANGER
    if Intent.DISTRESS not in meant and _goes_on_anyway(sentences):
        return Intent.RESUME
    told = [one for one, is_meant in zip(sentences, each, strict=True) if is_meant is Intent.ANSWER]
    return _of_whole(text, meant) or _of_parts(text, meant, told)


def _goes_on_anyway(sentences: Sequence[str]) -> bool:
    """Whether it says, and nothing else, that nothing is to be stopped, skipped or paused."""
    telling = signs().telling
    said = [one for one in sentences if not telling["courtesy"].search(one)]
    is_short = all(len(_WORD.findall(one)) <= LONGEST_REQUEST for one in said)
    return bool(said) and is_short and all(telling["refuses"].search(one) for one in said)


def _of_whole(text: str, meant: set[Intent]) -> Intent | None:
    """What all of it asks: clause by clause, in another language, or by its form."""
    by_clauses = _by_clauses(text)
    if by_clauses is not None:
        return by_clauses
    if _is_foreign(text):
        return Intent.LANGUAGE
    polite = signs().telling["courtesy"]
    told = [one for one in _sentences(text) if not polite.search(one)]
    asked = _asked(told or _sentences(text)) if meant <= {Intent.CLARIFY} else None
    return asked if not meant or asked in _SURER_THAN_CLARIFY else None


def _asked(sentences: Sequence[str]) -> Intent | None:
    """What is asked, at once or beside a word on what came between; no deed is told beside it."""
    asked = asked_in(sentences)
    if asked is not None or len(sentences) > MOST_SENTENCES:
        return asked
    cut = [_without_excuse(sentence) for sentence in sentences]
    beside = [one for one in cut if asked_in([one]) is None]
    length = sum(len(_WORD.findall(one)) for one in beside)
    if length >= ENOUGH_WORDS or any(_is_reported(one) or _tells_deed(one) for one in beside):
        return None
    is_last = bool(cut) and cut[-1] not in beside
    return asked_in([one for one in cut if one not in beside]) if is_last else None


def _without_excuse(sentence: str) -> str:
    """The request in it, where what stands beside tells nothing."""
    if len(_WORD.findall(sentence)) > 2 * LONGEST_REQUEST or _goes_on(sentence):
        return sentence
    for beside, request in parts_of(sentence):
        if asked_in([request]) and not (_is_reported(beside) or _tells_deed(beside)):
            return request
    return sentence


def _of_parts(text: str, meant: set[Intent], told: Sequence[str]) -> Intent:
    """What it comes to where one part asks and another tells."""
    length = sum(len(_WORD.findall(sentence)) for sentence in told)
    is_asked = all(signs().telling["question"].search(one) for one in told)
    asks = bool(told) and is_asked and length <= LONGEST_REQUEST
    if (not asks and _tells_deed(text)) or (told and meant == {Intent.CHANGE}):
        return Intent.ANSWER
    if asks:
        meant = meant | {Intent.CLARIFY}
    elif length >= ENOUGH_WORDS and Intent.COMMAND not in meant:
        return Intent.ANSWER
    decide = (*_FIRST, *signs().intent)
    return next((intent for intent in decide if intent in meant), Intent.ANSWER)


def _by_clauses(text: str) -> Intent | None:
    """What several clauses come to, none of which tells anything: "no idea, next question please";
    "the phone is ringing, one moment".
    """
    if len(_WORD.findall(text)) > 2 * LONGEST_REQUEST:
        return None
    cut = [one for each in _sentences(text) for one in _CLAUSE.split(each) if _WORD.search(one)]
    if len(cut) < 2:
        return None
    told = [one for one in cut if not signs().telling["courtesy"].search(one)]
    meant = {_meant(one) for one in told}
    if meant <= {*_DECLINES, Intent.RESUME} and meant & {Intent.SKIP, Intent.UNKNOWN}:
        return Intent.SKIP if meant & {Intent.SKIP, Intent.RESUME} else Intent.UNKNOWN
    return Intent.PAUSE if Intent.PAUSE in meant and meant <= _INTERRUPTS else None


def _is_foreign(text: str) -> bool:
    """Whether it is a question in another language."""
    known = sum(word.lower() in words().function for word in _WORD.findall(text))
    is_asked = text.rstrip().endswith("?") and len(text) < LONGEST_SENTENCE
    return is_asked and known <= 1 and bool(signs().telling["foreign"].search(text))


def is_distressed(text: str) -> bool:
    """Whether what is an answer otherwise says that somebody is unwell: in its last sentence, or
    anywhere where no deed is told. What has befallen them lately counts wherever it stands; what
    led to their work does not count.
    """
    if tells_what_came(text):
        return False
    unwell = [sentence for sentence in _sentences(text) if _is_unwell(sentence)]
    if not unwell:
        return False
    is_last = unwell[-1] == _sentences(text)[-1]
    return is_last or any(map(tells_blow, unwell)) or not _tells_deed(text)


def has_no_words(text: str) -> bool:
    """Whether it holds nothing of an answer: keys pressed at random, thanks, a greeting."""
    own = [word for word in content(text) if not signs().telling["nothing"].match(word)]
    return not own or (is_mashed(text) and not text.isupper())


def tells_of_work(text: str) -> bool:
    """Whether a deed is told that is more than to look after oneself, or to turn to somebody."""
    return any(not signs().telling["for_oneself"].search(deed) for deed in _deeds(text))


def tells_matter(text: str) -> bool:
    """Whether it answers without a deed: a motive, what ought to be done, a bare list."""
    return any(signs().telling["matter"].search(sentence) for sentence in _sentences(text))


def holds_order(text: str) -> bool:
    """Whether an order stands in it, beside whatever else: one in disguise, or a sentence that is
    one and tells of no deed.
    """
    return any(
        place_of_order(sentence) is not None
        or (_meant(sentence) is Intent.COMMAND and not _tells_deed(sentence))
        for sentence in _sentences(text)
    )


def _is_unwell(sentence: str) -> bool:
    return holds_distress(sentence) and not _goes_on(sentence)


def _is_in_danger(text: str) -> bool:
    """A wish to die counts whatever is told beside it; any other danger where no deed is told, or
    where it is what a text comes to.
    """
    sentences = _sentences(text)
    found = [_danger(sentence) for sentence in sentences]
    if Danger.WISH in found or any(found[-1:]):
        return True
    return any(found) and not _tells_deed(text)


def _danger(sentence: str) -> Danger | None:
    """Not what somebody else said, and not what goes on to what was done about it."""
    hit = danger_in(sentence)
    if hit is None or _is_reported(hit[1]) or _goes_on(sentence):
        return None
    return hit[0]


def _sentences(text: str) -> list[str]:
    """Without what is quoted of others, unless all of it is. Words without a full stop are cut, as
    the detectors cut them, so that no sign is looked for over a whole long answer.
    """
    own = _QUOTED.sub(" ", text)
    even = (own if _WORD.search(own) else text).replace("'", "’")
    said = (" ".join(one.split()) for one in _SENTENCE.findall(even) if _WORD.search(one))
    cut = (part for one in said for part in wrap(one, LONGEST_SENTENCE, break_on_hyphens=False))
    return [one for one in map(plainly, cut) if _WORD.search(one)]


def _meant(sentence: str) -> Intent:
    """Orders may be long, and so may a cry for help; any other long sentence tells something."""
    is_told = len(_WORD.findall(sentence)) > LONGEST_REQUEST or _goes_on(sentence)
    for intent in (*_FIRST, *signs().intent):
        if (intent in _AT_ANY_LENGTH or not is_told) and _is(intent, sentence):
            return intent
    return Intent.ANSWER


def _is(intent: Intent, sentence: str) -> bool:
    if intent is Intent.DISTRESS:
        if tells_what_came(sentence):
            return False
        sentence = signs().telling["lost_thread"].sub("", sentence)
        before_order = sentence[: _place(Intent.COMMAND, sentence)]
        return holds_distress(sentence) or ends_in_distress(before_order)
    return _place(intent, sentence) is not None


def _place(intent: Intent, sentence: str) -> int | None:
    """Where in a sentence it is said."""
    hits = signs().intent[intent].finditer(sentence)
    place = next((hit.start() for hit in hits if not _is_reported(sentence[: hit.start()])), None)
    disguised = place_of_order(sentence) if intent is Intent.COMMAND else None
    return min((one for one in (place, disguised) if one is not None), default=None)


def _is_reported(before: str) -> bool:
    """Whether what follows is what somebody else said."""
    return bool(signs().telling["reported"].search(before))


def _goes_on(sentence: str) -> bool:
    return bool(signs().telling["goes_on"].search(sentence))


def _tells_deed(text: str) -> bool:
    """Whether something is told that somebody did, beside what was said to the interviewer."""
    return next(_deeds(text), None) is not None


def _deeds(text: str) -> Iterator[str]:
    own = " ".join(_without_order(sentence) for sentence in _sentences(text))
    to_interviewer = signs().telling["to_interviewer"]
    for found in detect(sentences_of(TurnId(UUID(int=0)), own)):
        is_real = found.type is EvidenceType.OWN_ACTION and not found.is_unreal
        if is_real and not to_interviewer.search(found.words.text):
            yield found.words.text


def _without_order(sentence: str) -> str:
    """An order is one from its first word to where something is told again: ", and I did …"."""
    start = _place(Intent.COMMAND, sentence)
    if start is None:
        return sentence
    told = signs().telling["goes_on"].search(sentence, start)
    return sentence[:start] + (sentence[told.start() :] if told else "")
