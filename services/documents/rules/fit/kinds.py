"""The kind of work of a role: by its title, else by what its lines are written in."""

from contracts.analysis import Role
from services.documents.rules.occupations import (
    TitleHit,
    calculating,
    coded_family_of,
    family_of,
)
from services.documents.rules.skills.catalogue import skills
from services.documents.rules.skills.matching import matcher

_SOFTWARE, _LANGUAGE = "software", "language"


def kind_of(role: Role) -> TitleHit | None:
    """The family of its title; of an engineer of no kind by the languages that the lines name."""
    if hit := family_of(role.title.value):
        return hit
    hit = coded_family_of(role.title.value)
    return hit if hit and _is_coded("\n".join(line.span.quote for line in role.bullets)) else None


def _is_coded(lines: str) -> bool:
    """Whether they name a language of software, or one of calculating beside something of it."""
    named = {hit.skill_id for hit in matcher().find(lines)}
    of_software = {each for each in named if skills()[each].field == _SOFTWARE}
    languages = {each for each in of_software if skills()[each].kind == _LANGUAGE}
    return bool(languages - calculating() or (languages and of_software - calculating()))
