"""Which competencies a line of a job plainly calls for, so that it is a reason to ask for them."""

import re
from functools import cache
from pathlib import Path

from contracts.evidence import Competency
from services.interview.rules.plan.wordlists import word_lists


def plainly_called(line: str) -> tuple[Competency, ...]:
    """Those that any recruiter who reads the line would name, in their fixed order."""
    return tuple(one for one, calls in _calls().items() if calls.search(line))


@cache
def _calls() -> dict[Competency, re.Pattern[str]]:
    lists = word_lists(Path(__file__).with_suffix(".toml"))
    return {competency: lists[competency] for competency in Competency}
