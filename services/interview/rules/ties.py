"""Which competencies a line of a job plainly calls for, so that it is a reason to ask for them."""

import re
import tomllib
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from contracts.evidence import Competency


def plainly_called(line: str) -> tuple[Competency, ...]:
    """Those that any recruiter who reads the line would name, in their fixed order."""
    return tuple(one for one, calls in _calls().items() if calls.search(line))


@cache
def _calls() -> dict[Competency, re.Pattern[str]]:
    read = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    lists = TypeAdapter(dict[Competency, list[str]]).validate_python(read)
    return {
        competency: re.compile(rf"(?<!\w)(?:{'|'.join(lists[competency])})(?!\w)", re.IGNORECASE)
        for competency in Competency
    }
