"""What a person means by what they say: an answer, or something beside it."""

import re

from services.interview.rules.bank import Intent, signs

ENOUGH_WORDS = 8
"""With so many words beside a request, the whole is taken for an answer."""

LONGEST_REQUEST = 16
"""A longer sentence tells something, whatever turn of phrase it contains."""

_AT_ANY_LENGTH = {Intent.COMMAND, Intent.DANGER}
_AFTER_ANY_ANSWER = {Intent.DANGER}

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_WORD = re.compile(r"[^\W_]+(?:’[^\W_]+)?")


def intent_of(text: str) -> Intent:
    """What is meant. A request inside a real answer does not make it less of an answer, unless
    somebody may be in danger.
    """
    meant: set[Intent] = set()
    told = 0
    for sentence in _SENTENCE.findall(text.replace("'", "’")):
        intent = _meant(" ".join(sentence.split()))
        if intent is Intent.ANSWER:
            told += len(_WORD.findall(sentence))
        else:
            meant.add(intent)
    if not meant or (told >= ENOUGH_WORDS and not meant & _AFTER_ANY_ANSWER):
        return Intent.ANSWER
    return next(intent for intent in signs().intent if intent in meant)


def _meant(sentence: str) -> Intent:
    """Orders may be long, and so may a cry for help; any other long sentence tells something."""
    is_long = len(_WORD.findall(sentence)) > LONGEST_REQUEST
    for intent, sign in signs().intent.items():
        if (intent in _AT_ANY_LENGTH or not is_long) and sign.search(sentence):
            return intent
    return Intent.ANSWER
