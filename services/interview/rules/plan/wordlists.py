"""Lists of words of a file, each one expression that is found where whole words stand."""

import re
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import read_toml


def word_lists(file: Path) -> dict[str, re.Pattern[str]]:
    """By name, any case. Each entry of a list may be an expression itself."""
    read = read_toml(file)
    lists = TypeAdapter(dict[str, list[str]]).validate_python(read)
    return {
        name: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
        for name, words in lists.items()
    }
