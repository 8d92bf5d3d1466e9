"""The lists of words that résumés are read with."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from services.documents.rules import lexicon

FOLDER = Path(lexicon.__file__).parent / "data" / "resume"


def lists(found: dict[str, Any]) -> Iterator[list[str]]:
    for held in found.values():
        if isinstance(held, list):
            yield held
        else:
            yield from lists(held)


@pytest.mark.parametrize("name", ["words", "places", "certificates", "headings"])
def test_a_list_has_each_word_once(name: str) -> None:
    found = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))

    assert [w for held in lists(found) for w, n in Counter(held).items() if n > 1] == []
