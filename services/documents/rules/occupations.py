"""Families of work: which title belongs to which, and which lie beside each other."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"

_BEHIND = re.compile(r"[,(/|–—:]|\s-\s")


@dataclass(frozen=True)
class TitleHit:
    """`title[start:end]` says that the work belongs to `family`."""

    family: str
    start: int
    end: int


def family_of(title: str) -> TitleHit | None:
    """The family of a job title, by the longest phrase that we know; None where none is.

    A general one only where no other is named: a backend software engineer is a backend engineer.
    What a dash or comma parts from the title says of which kind it is, where the title does not.
    """
    behind = _BEHIND.search(title)
    head = behind.start() if behind else len(title)
    return max(
        _found(title),
        key=lambda hit: (not _is_general(hit.family), hit.start < head, hit.end - hit.start),
        default=None,
    )


def coded_family_of(title: str) -> TitleHit | None:
    """The family of a title that is of it where its work is in a language of computing."""
    named = title.strip()
    found = (family for words, family in _where_coded() if words.fullmatch(named))
    return next((TitleHit(family, 0, len(named)) for family in found), None)


@cache
def calculating() -> frozenset[str]:
    """The skills that are languages in which engineers of every kind reckon."""
    return frozenset(
        each for facts in _families().values() for each in facts.get("calculating", ())
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


def shown_by(family: str) -> tuple[str, ...]:
    """The skills that a title of the family says by itself, its core first."""
    return tuple(_families()[family].get("shows", ()))


@cache
def _families() -> dict[str, dict[str, Any]]:
    families: dict[str, dict[str, Any]] = _load("occupations")
    for family, facts in families.items():
        if unknown := set(facts["near"]) - families.keys():
            raise ValueError(f"{family} is near unknown families: {sorted(unknown)}")
    return families


def is_english(title: str) -> bool:
    """Whether English names a work so."""
    return any(phrase.search(title) for _, phrase, _ in _phrases())


def is_of_elsewhere(title: str) -> bool:
    """Whether another language names a work so, and English none."""
    return _any_elsewhere().search(title) is not None and not is_english(title)


def _found(title: str) -> Iterator[TitleHit]:
    said = title.lower()
    for word, phrase, family in _phrases():
        may_be = word in said or not title.isascii()
        if may_be and (found := phrase.search(title)):
            yield TitleHit(family, found.start(), found.end())
    if _any_elsewhere().search(title):
        for phrase, family in _elsewhere():
            if found := phrase.search(title):
                yield TitleHit(family, found.start(), found.end())


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Each with its first word, without which there is nothing to look for."""
    return tuple(
        (title.split()[0].lower(), _whole(f"{_spaced(title)}s?"), family)
        for family, facts in _families().items()
        for title in facts["titles"]
    )


@cache
def _where_coded() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (_whole("|".join(facts["where_coded"])), family)
        for family, facts in _families().items()
        if "where_coded" in facts
    )


@cache
def _elsewhere() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What other languages call the families."""
    named: dict[str, list[str]] = _load("occupations_elsewhere")
    if unknown := named.keys() - _families().keys():
        raise ValueError(f"unknown families: {sorted(unknown)}")
    return tuple((_whole(title), family) for family, names in named.items() for title in names)


@cache
def _any_elsewhere() -> re.Pattern[str]:
    """Any of them: most titles have none."""
    return _whole(
        "|".join(title for names in _load("occupations_elsewhere").values() for title in names)
    )


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _spaced(title: str) -> str:
    return r"[\s-]+".join(re.escape(word) for word in title.split())
