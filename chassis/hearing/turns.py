"""Whether what came of something was for the worse: more errors, fewer orders, a client lost.

The direction alone says nothing: it needs the noun. "From 2 to 20 percent" is good of sales and bad
of errors; where figures stand, they decide which way it went.
"""

import re

from chassis.hearing.lexicon import sign_lists, signs

_FIGURES = re.compile(
    r"\bfrom \D{0,12}?(\d[\d.,]*)(?: ?(?!to\b)[\w%]+){0,3}? to \D{0,12}?(\d[\d.,]*)", re.IGNORECASE
)
_UNITS = re.compile(r"\b(seconds?|minutes?|hours?|days?|weeks?|months?|years?|ms)\b", re.IGNORECASE)


def is_for_worse(words: str) -> bool:
    """Whether `words` tell of a loss, or of a number that went the wrong way."""
    lists = sign_lists("turns.toml")
    more, less = (lists[name].search(words) is not None for name in ("more", "less"))
    told = ("lost", "moved") if more or less else ("lost",)  # what moved is one of those
    found = (lists[name].search(words) for name in told)
    if any(hit and not signs().modal["negated"].search(words[: hit.start()]) for hit in found):
        return True
    if more == less:
        return False
    return _went(words) > 0 if more else _went(words) < 0


def is_cost(words: str) -> bool:
    """Whether `words` tell what had to be paid: no number of it is one of an achievement."""
    return sign_lists("turns.toml")["paid"].search(words) is not None


def _went(words: str) -> float:
    """Which way the figures of "from 2 to 20" went: above 0 up, 0 where they do not compare."""
    hit = _FIGURES.search(words)
    if hit is None or len({unit.rstrip("s") for unit in _UNITS.findall(hit[0].lower())}) > 1:
        return 0
    first, last = (float(one.replace(",", "").rstrip(".") or 0) for one in hit.groups())
    return last - first
