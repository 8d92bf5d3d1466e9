"""The core skill of an occupation, by the title that names it."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from services.documents.rules.occupations import family_of, shown_by
from services.documents.rules.skills.catalogue import skills

_DATA = Path(__file__).parent / "data" / "callings.toml"
_ENDS = (
    r"(?=\W*$|\s*[,;:|/()–—&]|\s+-|\s+(?:of|for|in|at|with|to|on|and|und|et|y|för|de|du|des|für"
    r"|level|grade|band|stufe|[ivx]+|\d+)\b)"
)
"""What an occupation ends before: a nurse recruiter is no nurse."""

_OF_OTHERS = re.compile(
    r"\b(?:to|for|of|with|under|zu[mr]?)(?:\s+[\w-]+){0,3}\s+$|\b(?:student|aspiring)\s+$",
    re.IGNORECASE,
)
"""Before an occupation that is another's, or not yet one's own: "assistant to the teacher"."""


def skills_of(title: str) -> tuple[str, ...]:
    """The core skills of the occupations that a title names, each once; none where we know none."""
    named = [skill for skill, nouns in _nouns() if _is_borne(title, nouns)]
    hit = family_of(title)
    if hit and hit.family in _load()["families"]:
        named += shown_by(hit.family)[:1]
    return tuple(dict.fromkeys(named))


def _is_borne(title: str, nouns: re.Pattern[str]) -> bool:
    return any(not _OF_OTHERS.search(title[: each.start()]) for each in nouns.finditer(title))


@cache
def _nouns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    nouns: dict[str, list[str]] = _load()["nouns"]
    if unknown := nouns.keys() - skills().keys():
        raise ValueError(f"unknown skills: {sorted(unknown)}")
    return tuple(
        (skill, re.compile(rf"(?<![\w-])(?:{'|'.join(words)}){_ENDS}", re.IGNORECASE))
        for skill, words in nouns.items()
    )


@cache
def _load() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))
