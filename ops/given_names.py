"""Writes the list of given names that are hidden from models, out of the package Faker.

    .mira/venv/bin/python -m ops.given_names

Faker (MIT, https://github.com/joke2k/faker) knows names of some eighty languages. A name that is a
common English word as well is written with a capital: it counts only where it has one. What is
common is told by the word lists of zxcvbn (MIT, https://github.com/dwolfhub/zxcvbn-python).
"""

import pkgutil
import re
import textwrap
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from faker.providers import person
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from chassis import namelists
from chassis.llm.capitals import BUILT

TARGET = Path(namelists.__file__).with_name("given_names.txt")

_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][^\W\d_]{2,}(?:['’-][^\W\d_]+)?")
_MOST_COMMON = {"english_wikipedia": 15_000, "us_tv_and_film": 8_000}


def listed() -> list[str]:
    """Each name once, in small letters, but for the first where it is a common word."""
    given, family = set(names_of("first")), set(names_of("last"))
    like_words = {name for name in family if BUILT.fullmatch(name)}
    common = {
        word for name, count in _MOST_COMMON.items() for word in FREQUENCY_LISTS[name][:count]
    }
    found = given | like_words
    return sorted(name.capitalize() if name in common else name for name in found)


def written(names: Iterable[str]) -> str:
    return textwrap.fill(" ".join(names), 100, break_on_hyphens=False) + "\n"


def names_of(kind: str) -> Iterator[str]:
    """Names of the lists whose title begins with `kind`, of every language, in Latin letters."""
    for module in pkgutil.iter_modules(person.__path__):
        provider = import_module(f"{person.__name__}.{module.name}").Provider
        for title in dir(provider):
            held = getattr(provider, title) if title.startswith(kind) else None
            for name in held if isinstance(held, (tuple, list, dict, set)) else ():
                yield from map(str.lower, _NAME.findall(str(name)))


if __name__ == "__main__":
    TARGET.write_text(written(listed()), encoding="utf-8")
