"""Given names, as they lie in the list beside; `ops/given_names.py` makes it."""

import unicodedata
from functools import cache
from pathlib import Path

_LEAST_LETTERS = 4
"""Of a given name that is also found where it is written small."""


@cache
def given() -> frozenset[str]:
    """Given names of many peoples in small letters, and family names built like other words."""
    return frozenset(form for name in _listed() for form in _forms(name.lower()))


@cache
def given_small() -> frozenset[str]:
    """Those that are no common word, and may be somebody without a capital too."""
    long = [name for name in _listed() if name.islower() and len(name) >= _LEAST_LETTERS]
    return frozenset(form for name in long for form in _forms(name))


def _listed() -> list[str]:
    """As `ops/given_names.py` wrote them: with a capital where the same is an ordinary word."""
    return Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").split()


def _forms(name: str) -> tuple[str, str]:
    """As it is, and as it is typed without its marks ("zsófia", "zsofia")."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return name, bare if len(bare) == len(name) else name
