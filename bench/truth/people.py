"""The invented people: one TOML file each in `people/`.

In a line of work `{35%}` marks a measure and `<Kafka>` a skill; neither mark is rendered.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

FOLDER = Path(__file__).parent / "people"

_MARKS = re.compile(r"[{}<>]")
_MEASURE = re.compile(r"\{([^{}]+)\}")
_SKILL = re.compile(r"<([^<>]+)>")


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stay(_Fact):
    """One role; `start` and `end` are `2021-04`, `end` is empty while it lasts."""

    title: str
    employer: str
    place: str
    start: str
    end: str
    bullets: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(_MARKS.sub("", bullet) for bullet in self.bullets)


class Study(_Fact):
    degree: str
    school: str
    start: str
    end: str


class Person(_Fact):
    """`certifications` are (name, issuer, year); `language` is that of the whole résumé."""

    language: str
    name: str
    headline: str
    email: str
    phone: str
    place: str
    links: tuple[str, ...]
    summary: str
    skills: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]
    certifications: tuple[tuple[str, str, str], ...]
    stays: tuple[Stay, ...]
    studies: tuple[Study, ...]

    def measures(self) -> list[str]:
        return [found for stay in self.stays for b in stay.bullets for found in _MEASURE.findall(b)]

    def skills_used(self) -> list[str]:
        """Marked in the lines of work; the list of skills aside."""
        return [found for stay in self.stays for b in stay.bullets for found in _SKILL.findall(b)]


@cache
def people() -> dict[str, Person]:
    """By the name of their file, in its order."""
    files = sorted(FOLDER.glob("*.toml"))
    return {file.stem: Person.model_validate(tomllib.loads(file.read_text())) for file in files}
