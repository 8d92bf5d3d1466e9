"""Which words are the name of a skill that we know: they say nothing about whose document it is."""

from functools import cache

from services.documents.rules.catalogue import skills


def skill_of(name: str) -> str | None:
    """The id of the skill that is called so, in any case; None where none is."""
    return _ids().get(_folded(name))


def is_term(said: str) -> bool:
    return skill_of(said) is not None


@cache
def _ids() -> dict[str, str]:
    """Every name that we know, folded, with the skill that it names."""
    return {_folded(name): entry.id for entry in skills().values() for name in entry.names}


def _folded(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").split())
