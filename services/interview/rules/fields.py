"""Which line of work a job description speaks of, if the bank has cases of it."""

import re
import tomllib
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from contracts.documents import Briefing
from services.interview.rules.bank import Field

FEWEST_MENTIONS = 2
"""One word alone does not make a job one of a field: every office has a budget."""


def field_of(briefing: Briefing) -> Field | None:
    """The field named most, the first of the list where two are; None if none is named enough."""
    job = briefing.job
    title = [job.title.span.quote] * 2 if job.title else []
    asked = [item.requirement.span.quote for item in briefing.fit.items]
    text = "\n".join([*title, *asked, *(duty.span.quote for duty in job.duties)])
    mentions = {field: len(sign.findall(text)) for field, sign in _signs().items()}
    field = max(mentions, key=lambda each: mentions[each])
    return field if mentions[field] >= FEWEST_MENTIONS else None


@cache
def _signs() -> dict[Field, re.Pattern[str]]:
    read = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    words = TypeAdapter(dict[Field, str]).validate_python(read)
    return {field: re.compile(words[field], re.IGNORECASE) for field in Field}
