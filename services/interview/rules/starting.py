"""How hard the first questions are: no harder than the job and what was done so far let expect."""

from contracts.analysis import ScopeLevel, Seniority
from contracts.documents import Briefing
from contracts.evidence import Level
from services.interview.rules.lines import leads

_LEADERS = (ScopeLevel.LEAD, ScopeLevel.MANAGER, ScopeLevel.DIRECTOR)
_FIRST_YEARS = 1.5
"""Of work, within which any job is a first one."""

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
_SHOWN_OTHERS: dict[Seniority, Levels] = {**_LED, Seniority.LEAD: (2, 2)}
"""Whoever has taught or guided somebody without being their lead."""

_ALONE: dict[Seniority, Levels] = {
    **dict.fromkeys(Seniority, _BEGINNING),
    Seniority.SENIOR: (1, 2),
    Seniority.LEAD: (1, 2),
}


def levels_at_start(briefing: Briefing) -> Levels:
    """The third only where the job and the résumé are those of a lead, the first in a first job."""
    resume = briefing.resume
    is_short = resume.years_total is not None and resume.years_total < _FIRST_YEARS
    led = has_led(briefing)
    if not resume.roles or (is_short and not led):
        return _BEGINNING
    if led:
        return _LED[briefing.job.seniority]
    shows = any(leads(line.span.quote) for role in resume.roles for line in role.bullets)
    return (_SHOWN_OTHERS if shows else _ALONE)[briefing.job.seniority]


def has_led(briefing: Briefing) -> bool:
    """Whether the résumé tells of people who were led, or of such a post."""
    scopes = (briefing.resume.scope, *(role.scope for role in briefing.resume.roles))
    return any(scope.people or scope.level in _LEADERS for scope in scopes)
