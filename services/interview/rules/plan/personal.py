"""What no interviewer may ask: who somebody is, where the work is all that may be asked about."""

import re
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import compiled, read_toml

_FILE = Path(__file__).parent / "personal.toml"


def asks_what_is_personal(question: str) -> bool:
    """Whether it asks who somebody is: their age, family, creed, origin, health or convictions.

    How they work with others of an age, a creed or an illness may be asked.
    """
    plain = " ".join(question.replace("’", "'").split())
    return any(sign.search(plain) for sign in _signs())


@cache
def _signs() -> tuple[re.Pattern[str], ...]:
    read = read_toml(_FILE)
    pieces = TypeAdapter(dict[str, str]).validate_python(read["pieces"])
    lists = TypeAdapter(dict[str, list[str]]).validate_python(read["personal"])
    return tuple(compiled(signs, pieces) for signs in lists.values())
