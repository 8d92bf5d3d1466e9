"""Whether somebody tells in another language than English: by its small words.

An answer in English with a name, a place or a saying of another language stays an answer.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import even, read_toml, words

_FILE = Path(__file__).with_name("tongues.toml")
_WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")

FEWEST = 2
"""Different words of one language; one alone may be a name, or a slip."""

A_PHRASE = 3
"""In so few words each has to be of it: "no entiendo"."""


def is_foreign(text: str) -> bool:
    """Whether it is told in another language, whole or for the most part."""
    said = _WORD.findall(even(text))
    if not said:
        return False
    if 2 * sum(not _LATIN.match(word) for word in said) > len(said):
        return True
    accented = {word for word in said if word[0].islower() and not word.replace("’", "").isascii()}
    return any(_is_of(small, said, accented) for small in _small_words().values())


def _is_of(small: frozenset[str], said: list[str], accented: set[str]) -> bool:
    """Words that English has too ("was", "in") count for both."""
    low = [word.lower() for word in said]
    known = [word for word in low if word in small]
    own = {word for word in known if word not in words().function and word not in _shared()}
    if len(said) <= A_PHRASE and len(known) == len(said):
        return bool(own)
    english = sum(word in words().function for word in low)
    return bool(own) and len(own | accented) >= FEWEST and len(known) + len(accented) > english


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    read = read_toml(_FILE)
    lists = TypeAdapter(dict[str, str]).validate_python(read)
    return {name: frozenset(text.split()) for name, text in lists.items()}


def _shared() -> frozenset[str]:
    return _lists()["shared"]


def _small_words() -> Mapping[str, frozenset[str]]:
    return {name: small for name, small in _lists().items() if name != "shared"}
