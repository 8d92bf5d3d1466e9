"""Curated phrases about job descriptions, as patterns: `data/job/*.toml`, compiled once.

What other languages than English say is in `elsewhere/`, one file each, added to the same lists.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data" / "job"


@cache
def phrases(file: str) -> dict[str, re.Pattern[str]]:
    """Each list of a file as one pattern for any of its phrases, as whole words; in its order."""
    lists = {name: value for name, value in read(file).items() if isinstance(value, list)}
    return {name: whole_words(alternatives) for name, alternatives in lists.items()}


@cache
def table(file: str, name: str) -> dict[str, re.Pattern[str]]:
    """As `phrases`, for one table of the file."""
    return {key: whole_words(alternatives) for key, alternatives in read(file)[name].items()}


@cache
def read(file: str) -> dict[str, Any]:
    """A file of phrases, with what each other language adds to its lists."""
    known = _load(_FOLDER / f"{file}.toml")
    for other in sorted((_FOLDER / "elsewhere").glob("*.toml")):
        known = _joined(known, _load(other).get(file, {}))
    return known


def _joined(one: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    joined = dict(one)
    for name, added in more.items():
        if isinstance(added, dict):
            joined[name] = _joined(one.get(name, {}), added)
        else:
            joined[name] = [*one.get(name, []), *added] if isinstance(added, list) else added
    return joined


@cache
def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def any_of(alternatives: Iterable[str]) -> str:
    return f"(?:{'|'.join(alternatives)})"


def whole_words(alternatives: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(alternatives)}(?!\w)", re.IGNORECASE)
