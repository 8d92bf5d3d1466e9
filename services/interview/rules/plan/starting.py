"""How hard the first questions are: no harder than the job and what was done so far let expect."""

import re
from functools import cache
from pathlib import Path

from contracts.analysis import ScopeLevel, Seniority
from contracts.documents import Briefing
from contracts.evidence import Level
from services.interview.rules.plan.lines import leads
from services.interview.rules.plan.wordlists import word_lists

_LEADERS = (ScopeLevel.LEAD, ScopeLevel.MANAGER, ScopeLevel.DIRECTOR)
_FIRST_YEARS, _LONG_YEARS = 1.5, 5
"""Of work: within which any job is a first one, and after which anybody has had a hard day."""

Levels = tuple[Level, Level]
"""Of questions about what was done, and of all others."""

_BEGINNING: Levels = (1, 1)
_LED: dict[Seniority, Levels] = {
    Seniority.ENTRY: (1, 1),
    Seniority.MID: (1, 2),
    Seniority.UNKNOWN: (1, 2),
    Seniority.SENIOR: (2, 2),
    Seniority.LEAD: (2, 3),
}
_LED_LONG: dict[Seniority, Levels] = {
    **_LED,
    **dict.fromkeys((Seniority.MID, Seniority.UNKNOWN), (2, 2)),
}
_SHOWN_OTHERS: dict[Seniority, Levels] = {**_LED, Seniority.LEAD: (2, 2)}
"""Whoever has taught or guided somebody without being their lead, or has long worked alone."""

_ALONE: dict[Seniority, Levels] = {
    **dict.fromkeys(Seniority, _BEGINNING),
    Seniority.SENIOR: (1, 2),
    Seniority.LEAD: (1, 2),
}


def levels_at_start(briefing: Briefing) -> Levels:
    """The third only where the job and the résumé are those of a lead, the first in a first job."""
    resume, job = briefing.resume, _asked(briefing)
    years = resume.years_total
    led = has_led(briefing)
    if not resume.roles or (years is not None and years < _FIRST_YEARS and not led):
        return _BEGINNING
    is_long = years is not None and years >= _LONG_YEARS
    if led:
        return (_LED_LONG if is_long else _LED)[job]
    shows = any(leads(line.span.quote) for role in resume.roles for line in role.bullets)
    return (_SHOWN_OTHERS if shows or is_long else _ALONE)[job]


def has_led(briefing: Briefing) -> bool:
    """Whether the résumé tells of people who were led, or of such a post."""
    roles = briefing.resume.roles
    scopes = (briefing.resume.scope, *(role.scope for role in roles))
    if any(scope.people or scope.level in _LEADERS for scope in scopes):
        return True
    return any(_is_post_of_lead(role.title.value) for role in roles)


def _asked(briefing: Briefing) -> Seniority:
    """That of the job; of a lead where its title is the post of one, whatever else was read."""
    title, read = briefing.job.title, briefing.job.seniority
    if title and read is not Seniority.ENTRY and _is_post_of_lead(title.value):
        return Seniority.LEAD
    return read


def _is_post_of_lead(title: str) -> bool:
    lists = _lists()
    return bool(lists["posts"].search(lists["of_things"].sub(" ", title)))


@cache
def _lists() -> dict[str, re.Pattern[str]]:
    return word_lists(Path(__file__).with_suffix(".toml"))
