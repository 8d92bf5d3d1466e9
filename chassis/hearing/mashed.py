"""Whether keys were pressed at random: no words, and so neither an answer nor a request."""

import re

from chassis.hearing.text import all_words

_VOWEL = re.compile(r"[aeiouyà-ÿ]", re.IGNORECASE)
_MASHED = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}|(.)\1{3,}|asdf|qwer|zxcv|hjkl", re.IGNORECASE)
_MOST_ODD = 0.4
"""Share of words that nobody could say."""


def is_mashed(text: str) -> bool:
    spoken = [word for word in all_words(text) if word.isalpha()]
    odd = [word for word in spoken if not _VOWEL.search(word) or _MASHED.search(word)]
    return len(odd) > _MOST_ODD * len(spoken)
