"""Sentences that speak to whoever reads them: orders to a model, which is sent none of them.

They stay in what was said, and the rules read them all the same.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter


def speaks_to_reader(sentence: str) -> bool:
    """Whether it has the form or the words of an order, or says "you"."""
    return bool(_addressed().search(sentence))


@cache
def _addressed() -> re.Pattern[str]:
    with Path(__file__).with_name("addressed.toml").open("rb") as file:
        read = TypeAdapter(dict[str, list[str]]).validate_python(tomllib.load(file))
    return re.compile("|".join(f"(?:{each})" for each in read["addressed"]), re.IGNORECASE)
