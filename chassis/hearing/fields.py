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

_TEACHING = "teaching"

FEWEST_OF_IT = 2
"""Different words of its field that tell that an answer is about a thing; one does where no other
field has as many.
"""

FEWEST_SURE = 2
"""Different words of one field in a line of a résumé that tell of which field it is."""

FEWEST_OF_ANOTHER = 2
"""Different words of one other field, beyond those of its own, that an answer is about that; one
more where it may be vague.
"""


def is_of_a_field(asked: str) -> bool:
    """Whether what is `asked` about is of some field that we know."""
    return bool(_fields_of(asked))


def is_of_other_field(asked: str, said: str, *, may_be_vague: bool) -> bool:
    """Whether the things that are `asked` about are of fields of which nothing is `said`. An answer
    that `may_be_vague` must be plainly of another field. Where a certificate is asked for, who
    tells of a course or an exam speaks of it, unless that was of another field.
    """
    fields, told = _fields_of(asked), _fields_of(said)
    if may_be_vague and max(fields.values(), default=0) < FEWEST_SURE:
        return False
    is_studied = both_of_study(asked, said)
    if is_studied:
        del told[_TEACHING]
    own = max((told[one] for one in fields), default=0)
    others = max((count for one, count in told.items() if one not in fields), default=0)
    if own >= FEWEST_OF_IT or own > others:
        return False
    if is_studied:
        return others > own
    fewest = FEWEST_OF_ANOTHER + may_be_vague
    is_plain = others >= own + fewest and bool(fields or _PRODUCT.search(asked))
    return is_plain or bool(fields and not own and not may_be_vague)


def both_of_study(asked: str, said: str) -> bool:
    return is_of_study(asked) and is_of_study(said)


def is_of_study(text: str) -> bool:
    """Whether it speaks of a course, an exam or what one has behind them."""
    whole, roots = listed(TypeAdapter(str).validate_python(_file()["studies"]))
    return any(word in whole or word.startswith(roots) for word in all_words(text))


def words_of_it(asked: str, said: str) -> int:
    """How many words are `said` of that field of the `asked` thing of which most are, among those
    fields that the thing itself names most.
    """
    told, named = _fields_of(said), _fields_of(asked)
    most = max(named.values(), default=0)
    return max((told[one] for one, count in named.items() if count == most), default=0)


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
    return TypeAdapter(dict[str, str]).validate_python(_file()["field"])


def _file() -> dict[str, object]:
    return read_toml(HERE / "fields.toml")
