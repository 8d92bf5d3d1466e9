"""What a degree was in, and whether that is what a job asks for."""

import re

from contracts.analysis import Entry
from services.documents.rules.lexicon import plain
from services.documents.rules.phrases import read

_IN = re.compile(
    r"\b(?:in|of|der|en|de|bsc|msc|ba|ma|beng|meng|bachelor|master)\b\s*(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = re.compile(r"\b(?:with|from|plus|and \d|at least|or equivalent experience)\b|[.;(]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_LEVEL = re.compile(r"\b(?:bachelors?|masters?|diploma|degree|honours|doctor\w*|licenciatura)\b")


def subject_asked(said: str) -> frozenset[str]:
    """Stems of the subjects that a requirement names behind its degree, if any."""
    found = _IN.search(said)
    return _stems(_ENDS.split(found["what"], maxsplit=1)[0]) if found else frozenset()


def subject_listed(entry: Entry) -> frozenset[str]:
    """Stems of what a degree of a résumé is called, without its level."""
    return _stems(_LEVEL.sub(" ", plain(entry.title.value)))


def are_alike(asked: frozenset[str], listed: frozenset[str]) -> bool:
    """Whether a word of both is the same, or names the same subject in other words."""
    return bool(asked & listed) or any(
        asked & known and listed & known for known in _same_subjects()
    )


def _stems(said: str) -> frozenset[str]:
    nothing = set(read("common")["subjects"])
    words = (word for word in _WORD.findall(plain(said)) if word not in nothing)
    return frozenset(word[:_STEM] for word in words)


def _same_subjects() -> list[frozenset[str]]:
    return [
        frozenset(word[:_STEM] for name in names for word in _WORD.findall(plain(name)))
        for names in read("common")["same_subjects"]
    ]
