"""What is said in dialect, in haste or with many courtesies, put as it is said plainly."""

import re
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import read_toml

_FILE = Path(__file__).with_name("registers.toml")
_WORD = re.compile(r"[^\W_]+(?:’[^\W\d_]+)?")

_Lists = dict[str, dict[str, str]]


def plainly(sentence: str) -> str:
    """The same request in standard words, without its ornaments. Apostrophes are ’."""
    word = _lists()["word"]
    said = _WORD.sub(lambda found: word.get(found[0].lower(), found[0]), sentence)
    for turn, plain in _turns():
        said = turn.sub(plain, said)
    return said


@cache
def _lists() -> _Lists:
    return TypeAdapter(_Lists).validate_python(read_toml(_FILE))


@cache
def _turns() -> list[tuple[re.Pattern[str], str]]:
    turns = _lists()["turn"].items()
    return [(re.compile(turn, re.IGNORECASE), plain) for turn, plain in turns]
