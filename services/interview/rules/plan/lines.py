"""What kind of line a quote is, so that no question is filled with one that it does not fit.

"IOSH or NEBOSH" is a qualification: nobody builds anything with it. "Reliable" alone is no more
than a heading, and of "own tools" nothing can be told. The expressions are those of lines.toml,
tried in their order.
"""

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from chassis.hearing.lexicon import sign_lists
from contracts.analysis import RequirementKind
from services.interview.rules.plan.strength import is_outcome, tells_what_came
from services.interview.rules.plan.subjects import OFFER

_FILE = str(Path(__file__).with_name("lines.toml"))


class LineKind(StrEnum):
    """What a line of a job description asks for or tells, and what a claim of a résumé tells.

    A `tool` is whatever is used or done and has a name of its own: a program, a machine, a skill,
    a subject. A `sector` is any work that somebody has been in, and so is a post.
    """

    TOOL = "tool"
    KNOWLEDGE = "knowledge"
    QUALIFICATION = "qualification"
    TASK = "task"
    LEADING = "leading"
    QUALITY = "quality"
    SECTOR = "sector"
    DUTY = "duty"
    CHANGE = "change"
    MADE = "made"
    ROUTINE = "routine"
    LED = "led"
    SERVED = "served"
    SHARED = "shared"


_ASKED = (
    LineKind.QUALIFICATION,
    LineKind.LEADING,
    LineKind.KNOWLEDGE,
    LineKind.TASK,
    LineKind.SECTOR,
    LineKind.TOOL,
    LineKind.QUALITY,
)
"""In the order in which they decide."""

_NO_DEMANDS = ("heading", "employer", "terms", "elsewhere", "means")
_CERTIFIED = (RequirementKind.CERTIFICATION, RequirementKind.EDUCATION)


def says_nothing(line: str) -> bool:
    """Whether nothing can be asked about it: a heading, a sentence of the employer about the
    house, the terms of work, what points to other lines, or what one has or has not.
    """
    lists = _lists()
    return any(lists[name].search(line) for name in _NO_DEMANDS)


def kind_asked(line: str, kind: RequirementKind | None = None) -> LineKind | None:
    """Of what a job asks for; None where it can fill no question, though it may be the reason
    for one: a single word such as "Reliable".
    """
    lists = _lists()
    if says_nothing(line) or lists["vague"].search(line):
        return None
    if kind in _CERTIFIED:
        return LineKind.QUALIFICATION
    asked = OFFER.sub("", line)
    found = next((one for one in _ASKED if lists[one].search(asked)), None)
    if kind is RequirementKind.EXPERIENCE and found in {None, LineKind.QUALITY, LineKind.TOOL}:
        return LineKind.SECTOR
    if found is not None:
        return found
    return LineKind.QUALITY if kind is RequirementKind.BEHAVIOUR else LineKind.TOOL


def kinds_claimed(line: str) -> frozenset[LineKind]:
    """Of a claim: a change, something made, or else a routine; and who had to do with it."""
    lists = _lists()
    beside = {
        one for one in (LineKind.LED, LineKind.SERVED, LineKind.SHARED) if lists[one].search(line)
    }
    is_once = lists[LineKind.MADE].search(line) or tells_what_came(line)
    done = LineKind.MADE if is_once else LineKind.ROUTINE
    if is_outcome(line):
        done = LineKind.CHANGE
    is_led_alone = LineKind.LED in beside and done is LineKind.ROUTINE
    return frozenset(beside if is_led_alone else {*beside, done})


def leads(line: str) -> bool:
    """Whether a line of a résumé tells of people who were led, taught or trained."""
    return LineKind.LED in kinds_claimed(line)


def kinds_filling(blank: str | None, line: str) -> frozenset[LineKind]:
    """Of a line of which no more is known than which blank it fills."""
    if blank == "claim":
        return kinds_claimed(line)
    if blank == "duty":
        return frozenset({LineKind.DUTY})
    asked = kind_asked(line)
    return frozenset({asked} if asked else ())


@cache
def _lists() -> dict[str, re.Pattern[str]]:
    return sign_lists(_FILE)
