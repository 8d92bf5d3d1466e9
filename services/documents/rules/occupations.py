"""Families of work: which title belongs to which, and which lie beside each other."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True)
class TitleHit:
    """`title[start:end]` says that the work belongs to `family`."""

    family: str
    start: int
    end: int


def family_of(title: str) -> TitleHit | None:
    """The family of a job title, by the longest phrase that we know; None where none is.

    A general one only where no other is named: a backend software engineer is a backend engineer.
    """
    hits = [
        TitleHit(family, found.start(), found.end())
        for phrase, family in _phrases()
        if (found := phrase.search(title))
    ]
    return max(
        hits, key=lambda hit: (not _is_general(hit.family), hit.end - hit.start), default=None
    )


def _is_general(family: str) -> bool:
    return bool(_families()[family].get("general", False))


def are_near(one: str, other: str) -> bool:
    """Whether two families show part of the same work; symmetric."""
    families = _families()
    return other in families[one]["near"] or one in families[other]["near"]


@cache
def families_showing(skill_id: str) -> frozenset[str]:
    """The families whose titles say by themselves that somebody has the skill."""
    shown = ((name, facts.get("shows", [])) for name, facts in _families().items())
    return frozenset(name for name, skills in shown if skill_id in skills)


@cache
def _families() -> dict[str, dict[str, Any]]:
    families: dict[str, dict[str, Any]] = _load("occupations")
    for family, facts in families.items():
        if unknown := set(facts["near"]) - families.keys():
            raise ValueError(f"{family} is near unknown families: {sorted(unknown)}")
    return families


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<!\w){title}(?!\w)", re.IGNORECASE), family)
        for family, facts in _families().items()
        for title in (*(f"{_spaced(name)}s?" for name in facts["titles"]), *_elsewhere(family))
    )


def _elsewhere(family: str) -> list[str]:
    """What other languages call it."""
    found: list[str] = _load("occupations_elsewhere").get(family, [])
    return found


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _spaced(title: str) -> str:
    return r"[\s-]+".join(re.escape(word) for word in title.split())
