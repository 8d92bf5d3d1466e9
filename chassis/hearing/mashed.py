"""Whether keys were pressed at random: no words, and so neither an answer nor a request."""

import re

from chassis.hearing.text import all_words

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertz", "azerty")
_IN_WORDS = {"erty", "trew"}
"""Of "property" and "strewn"."""

_FEWEST_IN_ROW = 4
_NO_SHORT_NAME = 5
"""Letters; in fewer there may be what a thing is called for short: "cnc", "dbs", "html"."""

_MOST_ODD = 0.4
"""Share of words that nobody could say."""


def _runs() -> set[str]:
    """Keys that stand side by side, in both directions."""
    rows = (way for row in _ROWS for way in (row, row[::-1]))
    size = _FEWEST_IN_ROW
    return {row[at : at + size] for row in rows for at in range(len(row) - size + 1)} - _IN_WORDS


_VOWEL = re.compile(r"[aeiouyà-ÿ]", re.IGNORECASE)
_PRESSED = rf"[bcdfghjklmnpqrstvwxz]{{5,}}|(.)\1{{3,}}|{'|'.join(sorted(_runs()))}"
_MASHED = re.compile(_PRESSED, re.IGNORECASE)


def is_mashed(text: str) -> bool:
    spoken = [word for word in all_words(text) if word.isalpha()]
    odd = [word for word in spoken if not _VOWEL.search(word) or _MASHED.search(word)]
    return len(odd) > _MOST_ODD * len(spoken)


def is_surely_mashed(text: str) -> bool:
    """Whether no short name of a thing can be meant either ("CNC milling")."""
    return is_mashed(text) and any(
        _MASHED.search(word) or (len(word) >= _NO_SHORT_NAME and not _VOWEL.search(word))
        for word in all_words(text)
        if word.isalpha()
    )
