"""Which line of work a job description is plainly of, if the bank has cases of it."""

import re
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import read_toml
from contracts.documents import Briefing
from services.interview.rules.plan.bank import Field


def field_of(briefing: Briefing) -> Field | None:
    """The one that the title names and a line of the job speaks of; None where that is in doubt:
    of two such fields the one that more lines speak of, and of two alike neither.
    """
    job = briefing.job
    if job.title is None:
        return None
    title = job.title.span.quote
    lines = {item.requirement.span.quote for item in briefing.fit.items} - {title}
    lines |= {duty.span.quote for duty in job.duties}
    named = [field for field, sign in _signs()["title"].items() if sign.search(title)]
    works = _signs()["work"]
    said = {field: sum(bool(works[field].search(line)) for line in lines) for field in named}
    most = max(said.values(), default=0)
    found = [field for field, times in said.items() if times == most]
    return found[0] if most and len(found) == 1 else None


@cache
def _signs() -> dict[str, dict[Field, re.Pattern[str]]]:
    read = read_toml(Path(__file__).with_suffix(".toml"))
    tables = TypeAdapter(dict[str, dict[Field, str]]).validate_python(read)
    return {
        table: {field: re.compile(words[field], re.IGNORECASE) for field in Field}
        for table, words in tables.items()
    }
