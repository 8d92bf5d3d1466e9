"""Which competencies a line of a job plainly calls for, so that it is a reason to ask for them."""

import re
from functools import cache
from pathlib import Path

from contracts.analysis import Requirement, RequirementKind
from contracts.evidence import Competency
from services.interview.rules.plan.lines import LineKind
from services.interview.rules.plan.wordlists import word_lists

_SKILLED = (Competency.TECHNICAL_DEPTH, Competency.LEARNING, Competency.PROBLEM_SOLVING)
"""What a requirement calls for that says nothing of behaviour."""

_USED = (Competency.TECHNICAL_DEPTH, Competency.PROBLEM_SOLVING, Competency.LEARNING)
"""The same of a skill that is shown: how it was used counts for more than how it was learnt."""


def called_for(
    asks: Requirement, kind: LineKind | None, *, is_shown: bool
) -> tuple[Competency, ...]:
    """What its words plainly call for comes first; who is to lead is asked about leading, and what
    calls for no behaviour is asked about as a skill: who works with children works with no
    colleagues.
    """
    plain = plainly_called(asks.span.quote) if asks.competencies else ()
    calls_for = (*plain, *asks.competencies)
    if asks.kind is not RequirementKind.BEHAVIOUR:
        calls_for = plain
    if frozenset(calls_for) <= frozenset(_SKILLED):
        calls_for = (*plain, *(_USED if is_shown else _SKILLED))
    if kind is LineKind.LEADING:
        calls_for = (Competency.LEADERSHIP, *(one for one in calls_for if one not in _SKILLED))
    return tuple(dict.fromkeys(calls_for))


def plainly_called(line: str) -> tuple[Competency, ...]:
    """Those that any recruiter who reads the line would name, in their fixed order."""
    return tuple(one for one, calls in _calls().items() if calls.search(line))


@cache
def _calls() -> dict[Competency, re.Pattern[str]]:
    lists = word_lists(Path(__file__).with_suffix(".toml"))
    return {competency: lists[competency] for competency in Competency}
