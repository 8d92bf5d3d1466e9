"""What a person means by what they say: an answer, or something beside it.

A request is a sentence that is nothing else, with polite words around it. What tells a deed is an
answer, whatever turn of phrase it contains.
"""

import re
from collections.abc import Sequence

from chassis.hearing.danger import Danger, danger_in
from chassis.hearing.distress import holds_distress, tells_blow, tells_what_came
from chassis.hearing.lexicon import words
from chassis.hearing.mashed import is_mashed
from chassis.hearing.orders import place_of_order
from chassis.hearing.text import LONGEST_SENTENCE, content
from services.interview.rules.room.asked import asked_in, parts_of, without_excuses
from services.interview.rules.room.meant import (
    FIRST,
    LONGEST_REQUEST,
    deeds_in,
    goes_on,
    is_meant,
    is_order,
    is_reported,
    is_said_by,
    meant_by,
    sentences_in,
    tells_deed,
)
from services.interview.rules.room.signs import MATTERS, Intent, signs

ENOUGH_WORDS = 8
"""With so many words beside a request, the whole is taken for an answer."""

MOST_SENTENCES = 3
"""A request with its excuse is no longer than that."""

_SURER_THAN_CLARIFY = {
    *MATTERS,
    Intent.TIME,
    Intent.PAUSE,
    Intent.PROMISE,
    Intent.HUMAN,
    Intent.HINT,
}

_DECLINES = {Intent.SKIP, Intent.UNKNOWN, Intent.NO}
_GOES_ON = {Intent.RESUME, Intent.ONWARD}
_INTERRUPTS = {Intent.PAUSE, Intent.THINKING}

_CLAUSE = re.compile(
    r"\s*[,;:–—]\s*(?:(?:and|so|but|then) )?"
    r"|\s+(?:and|but|so)\s+(?=(?:let|can|could|next|skip|please|i|we|go|move)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:’[^\W_]+)?")


def intent_of(text: str) -> Intent:
    """What is meant. A request inside a real answer does not make it less of an answer, unless
    somebody may be in danger; an order is one however long it is, where no deed is told beside.
    """
    sentences = sentences_in(text)
    if _is_in_danger(text, sentences):
        return Intent.DANGER
    if _is_plainly_told(text, sentences):
        return Intent.ANSWER
    each = {sentence: meant_by(sentence) for sentence in set(sentences)}
    meant = set(each.values()) - {Intent.ANSWER}
    if Intent.DISTRESS not in meant and _goes_on_anyway(sentences):
        return Intent.RESUME
    told = [sentence for sentence in sentences if each[sentence] is Intent.ANSWER]
    return _of_whole(text, meant) or _of_parts(text, meant, told)


def _is_plainly_told(text: str, sentences: Sequence[str]) -> bool:
    """Whether it is so long, with no order in it, that what some of its sentences tell decides: a
    long answer need not be looked through for every request.
    """
    if len(text) < LONGEST_SENTENCE or len(_WORD.findall(text)) <= 2 * LONGEST_REQUEST:
        return False
    own = [one for one in sentences if not signs().telling["courtesy"].search(one)]
    if len(own) <= MOST_SENTENCES or any(map(is_order, set(sentences))):
        return False
    length = 0
    for sentence in filter(_tells_alone, own):
        length += len(_WORD.findall(sentence))
        if length >= ENOUGH_WORDS:
            return True
    return False


def _tells_alone(sentence: str) -> bool:
    telling = signs().telling
    is_other = telling["question"].search(sentence) or telling["refuses"].search(sentence)
    is_told = not is_other and meant_by(sentence) is Intent.ANSWER
    return is_told and asked_in([sentence]) is None


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
    told = [one for one in sentences_in(text) if not polite.search(one)]
    asked = _asked(told or sentences_in(text)) if meant <= {Intent.CLARIFY} else None
    return asked if not meant or asked in _SURER_THAN_CLARIFY else None


def _asked(sentences: Sequence[str]) -> Intent | None:
    """What is asked, at once or beside a word on what came between; no deed is told beside it."""
    told = [one for one in sentences if not one.endswith("?")]
    if any(goes_on(one) or is_said_by(one) for one in told):
        return None
    asked = asked_in(sentences)
    if asked is not None or len(sentences) > MOST_SENTENCES:
        return asked
    asked = asked_in(without_excuses(sentences))
    if asked is not None:
        return asked
    cut = [_without_excuse(sentence) for sentence in sentences]
    beside = [one for one in cut if asked_in([one]) is None]
    length = sum(len(_WORD.findall(one)) for one in beside)
    if length >= ENOUGH_WORDS or any(is_reported(one) or tells_deed(one) for one in beside):
        return None
    is_last = bool(cut) and cut[-1] not in beside
    return asked_in([one for one in cut if one not in beside]) if is_last else None


def _without_excuse(sentence: str) -> str:
    """The request in it, where what stands beside tells nothing."""
    if len(_WORD.findall(sentence)) > 2 * LONGEST_REQUEST or goes_on(sentence):
        return sentence
    for beside, request in parts_of(sentence):
        if asked_in([request]) and not (is_reported(beside) or tells_deed(beside)):
            return request
    return sentence


def _of_parts(text: str, meant: set[Intent], told: Sequence[str]) -> Intent:
    """What it comes to where one part asks and another tells."""
    length = sum(len(_WORD.findall(sentence)) for sentence in told)
    is_asked = all(signs().telling["question"].search(one) for one in told)
    asks = bool(told) and is_asked and length <= LONGEST_REQUEST
    if (not asks and tells_deed(text)) or (told and meant == {Intent.CHANGE}):
        return Intent.ANSWER
    if asks:
        meant = meant | {Intent.CLARIFY}
    elif length >= ENOUGH_WORDS and Intent.COMMAND not in meant:
        return Intent.ANSWER
    decide = (*FIRST, *signs().intent)
    return next((intent for intent in decide if intent in meant), Intent.ANSWER)


def _by_clauses(text: str) -> Intent | None:
    """What several clauses come to, none of which tells anything: "no idea, next question please";
    "the phone is ringing, one moment".
    """
    if len(_WORD.findall(text)) > 2 * LONGEST_REQUEST:
        return None
    cut = [one for each in sentences_in(text) for one in _CLAUSE.split(each) if _WORD.search(one)]
    if len(cut) < 2:
        return None
    told = [one for one in cut if not signs().telling["courtesy"].search(one)]
    meant = {_of_clause(one) for one in told}
    if meant <= _DECLINES | _GOES_ON and meant & {Intent.SKIP, Intent.UNKNOWN}:
        return Intent.SKIP if meant & {Intent.SKIP, *_GOES_ON} else Intent.UNKNOWN
    return Intent.PAUSE if Intent.PAUSE in meant and meant <= _INTERRUPTS else None


def _of_clause(clause: str) -> Intent:
    meant = meant_by(clause)
    return (asked_in([clause]) or meant) if meant is Intent.ANSWER else meant


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
    unwell = [sentence for sentence in sentences_in(text) if _is_unwell(sentence)]
    if not unwell:
        return False
    is_last = unwell[-1] == sentences_in(text)[-1]
    return is_last or any(map(tells_blow, unwell)) or not tells_deed(text)


def has_no_words(text: str) -> bool:
    """Whether it holds nothing of an answer: keys pressed at random, thanks, a greeting."""
    own = [word for word in content(text) if not signs().telling["nothing"].match(word)]
    return not own or (is_mashed(text) and not text.isupper())


def tells_of_work(text: str) -> bool:
    """Whether a deed is told that is more than to look after oneself, or to turn to somebody."""
    return any(not signs().telling["for_oneself"].search(deed) for deed in deeds_in(text))


def tells_matter(text: str) -> bool:
    """Whether it answers without a deed: a motive, what ought to be done, a bare list."""
    return any(signs().telling["matter"].search(sentence) for sentence in sentences_in(text))


def holds_order(text: str) -> bool:
    """Whether an order stands in it, beside whatever else: one in disguise, or a sentence that is
    one and tells of no deed.
    """
    return any(
        place_of_order(sentence) is not None or (is_order(sentence) and not tells_deed(sentence))
        for sentence in set(sentences_in(text))
    )


def _is_unwell(sentence: str) -> bool:
    return holds_distress(sentence) and not goes_on(sentence)


def _is_in_danger(text: str, sentences: Sequence[str]) -> bool:
    """A wish to die counts whatever is told beside it; any other danger where no deed is told, or
    where it is what a text comes to.
    """
    if any(is_meant(Intent.DANGER, sentence) for sentence in set(sentences)):
        return True
    found = [_danger(sentence) for sentence in sentences]
    if Danger.WISH in found or any(found[-1:]):
        return True
    return any(found) and not tells_deed(text)


def _danger(sentence: str) -> Danger | None:
    """Not what somebody else said, and not what goes on to what was done about it."""
    hit = danger_in(sentence)
    if hit is None or is_reported(hit[1]) or goes_on(sentence):
        return None
    return hit[0]
