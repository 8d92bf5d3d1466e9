"""Curated words about résumés: headings, titles, employers, places, spoken languages."""

import re
import tomllib
import unicodedata
from functools import cache
from itertools import filterfalse
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data" / "resume"
_NO_TOWNS = ("titles", "foreign_titles", "employers", "schools", "regions", "countries", "terms")
_DROPPED = re.compile(r"[.’']")


@cache
def words(kind: str) -> frozenset[str]:
    """One list of `words.toml`, `places.toml` or `certificates.toml`, plain; cities with towns."""
    listed = frozenset({**_read("words"), **_read("places"), **_read("certificates")}[kind])
    return listed | _towns() if kind == "cities" else listed


@cache
def _towns() -> frozenset[str]:
    """Towns of 50,000 and more, as `ops/towns.py` wrote them, but for what is more often work."""
    listed = (_FOLDER / "towns.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(listed).difference(*map(words, _NO_TOWNS))


@cache
def date_words() -> dict[str, Any]:
    return _read("dates")


@cache
def headings() -> dict[str, Any]:
    return _read("headings")


def plain(text: str) -> str:
    """Lower case, without accents, full stops and apostrophes, single spaces: as the lists are."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(filterfalse(unicodedata.combining, decomposed))
    return " ".join(_DROPPED.sub("", text).lower().split())


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
