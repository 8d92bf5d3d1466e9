"""Where something stands in the text of a job, without the marks at its edges."""

import re
from collections.abc import Iterable

Place = tuple[int, int]

_EDGE = " \t\n*_#:·|,)–—-"


def first_of(text: str, ways: Iterable[re.Pattern[str]]) -> Place | None:
    for way in ways:
        if found := way.search(text):
            return trimmed(text, *found.span())
    return None


def trimmed(text: str, start: int, end: int) -> Place | None:
    said = text[start:end]
    start += len(said) - len(said.lstrip(f"{_EDGE}("))
    end -= len(said) - len(said.rstrip(f"{_EDGE}.\r"))
    return (start, end) if start < end else None
