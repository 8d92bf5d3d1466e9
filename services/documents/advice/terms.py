"""Which words are the name of a skill that we know: they say nothing about whose document it is."""

from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from services.documents.rules.skills.catalogue import skills

LEAST_LETTERS = 7
"""A shorter name must be written as we know it: one letter away stands another skill."""


def skill_of(name: str) -> str | None:
    """The id of the skill that is called so, in any case; None where none is."""
    return _ids().get(_folded(name))


def is_term(said: str) -> bool:
    """Also where a long name has a letter wrong, swapped, missing or too many."""
    folded = _folded(said)
    if folded in _ids():
        return True
    is_long = len(folded) >= LEAST_LETTERS and folded.isalpha()
    return (
        is_long
        and process.extractOne(folded, _long(), scorer=OSA.distance, score_cutoff=1) is not None
    )


@cache
def _long() -> tuple[str, ...]:
    """Names of one word in which a wrong letter still leaves no other one."""
    return tuple(name for name in _ids() if len(name) >= LEAST_LETTERS and name.isalpha())


@cache
def _ids() -> dict[str, str]:
    """Every name that we know, folded, with the skill that it names."""
    return {_folded(name): entry.id for entry in skills().values() for name in entry.names}


def _folded(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").split())
