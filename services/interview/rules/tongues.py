"""Whether somebody tells in another language than English: by its small words.

An answer in English with a name, a place or a saying of another language stays an answer.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import even, words

_FILE = Path(__file__).with_name("tongues.toml")
_WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")

FEWEST = 2
"""Different small words of one language; one alone may be a name, or a slip."""


def is_foreign(text: str) -> bool:
    """Whether it is told in another language, whole or for the most part."""
    said = [word.lower() for word in _WORD.findall(even(text))]
    if not said:
        return False
    strange = sum(not _LATIN.match(word) for word in said)
    if 2 * strange > len(said):
        return True
    english = sum(word in words().function for word in said)
    return any(_is_of(small, said, english) for small in _small_words().values())


def _is_of(small: frozenset[str], said: list[str], english: int) -> bool:
    """Words that English has too ("was", "in") count for both."""
    own = {word for word in said if word in small and word not in words().function}
    of_it = sum(word in small for word in said)
    return len(own) >= FEWEST and of_it > english


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    lists = TypeAdapter(dict[str, str]).validate_python(read)
    return {name: frozenset(text.split()) for name, text in lists.items()}
