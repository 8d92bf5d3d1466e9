"""Of which fields of work a thing is that a question names, and whether an answer speaks of one.

An assessor who asks for a tool or a trade wants to hear of it: a good story of another field shows
nothing of it. A thing that is in no list, or that people of every field have, is not held against
anybody here.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import listed, read_toml
from chassis.hearing.text import all_words

HERE = Path(__file__).parent

_PRODUCT = re.compile(r"\b[A-Z]{2,}|[a-z][A-Z]|[A-Za-z]\d")
"""A name that is written as those of products and standards are: no trait of a person."""

FEWEST_OF_IT = 2
"""Different words of its field that tell that an answer is about a thing; one does where no other
field has as many.
"""

FEWEST_OF_ANOTHER = 2
"""Different words of one other field, beyond those of its own, that an answer is about that."""


def is_of_a_field(asked: str) -> bool:
    """Whether what is `asked` about is of some field that we know."""
    return bool(_fields_of(asked))


def is_of_other_field(asked: str, said: str, *, may_be_vague: bool) -> bool:
    """Whether the things that are `asked` about are of fields of which nothing is `said`. An answer
    that `may_be_vague` must be plainly of another field.
    """
    fields, told = _fields_of(asked), _fields_of(said)
    own = max((told[one] for one in fields), default=0)
    others = max((count for one, count in told.items() if one not in fields), default=0)
    if own >= FEWEST_OF_IT or own > others:
        return False
    is_plain = others >= own + FEWEST_OF_ANOTHER and bool(fields or _PRODUCT.search(asked))
    return is_plain or bool(fields and not own and not may_be_vague)


def _fields_of(text: str) -> Counter[str]:
    """How many different words of each field there are."""
    spoken = set(all_words(text))
    found: Counter[str] = Counter()
    for name, words in _fields().items():
        whole, roots = listed(words)
        found[name] = sum(word in whole or word.startswith(roots) for word in spoken)
    return +found


@cache
def _fields() -> dict[str, str]:
    return TypeAdapter(dict[str, str]).validate_python(read_toml(HERE / "fields.toml")["field"])
