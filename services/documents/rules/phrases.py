"""Curated phrases about job descriptions, as patterns: `data/job/*.toml`, compiled once."""

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
    return tomllib.loads((_FOLDER / f"{file}.toml").read_text(encoding="utf-8"))


def any_of(alternatives: Iterable[str]) -> str:
    return f"(?:{'|'.join(alternatives)})"


def whole_words(alternatives: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(alternatives)}(?!\w)", re.IGNORECASE)
