"""Whether two questions or lines are about the same thing, in other words."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from chassis.hearing.lexicon import words
from contracts.interview import Question
from services.interview.rules.plan.bank import Template
from services.interview.rules.plan.wordlists import word_lists

_OF_ITS_OWN = frozenset({"writing", "following_rules", "keeping_promises"})
"""Acts of which a line that names one is no reason to ask for another."""

_QUOTED = re.compile(r"“[^”]*”")
_WORD = re.compile(r"[^\W\d_]{4,}")


def echoes(template: Template, beside: Iterable[Question]) -> bool:
    """Whether `template`, worded as hard as one of the questions `beside` it, asks for its act."""
    return any(_acts_of(template, one.level) & _acts(one.text) for one in beside)


def answers_to(template: Template, level: int, line: str) -> bool:
    """Whether `template` at `level` asks for an act that `line` names: writing, for "Clear written
    communication".
    """
    return bool(_acts_of(template, level) & _acts(line))


def strays(template: Template, level: int, line: str) -> bool:
    """Whether `line` names an act so much of its own that nothing else is asked for because of it,
    and `template` at `level` asks for something else: a conversation, for "Write the reports"; or
    `template` asks for such an act, and `line` names none: a promise, for "Take charge of a ward".
    """
    named, asked = _acts(line) & _OF_ITS_OWN, _acts_of(template, level) & _OF_ITS_OWN
    return bool(named or asked) and not asked & named


def shares_topic(line: str, other: str) -> bool:
    """Whether both are about one thing: "Manage a budget", "Experience of large budgets"."""
    return bool(_topics(line) & _topics(other))


def _acts_of(template: Template, level: int) -> frozenset[str]:
    return _acts(template.texts[min(level, len(template.texts)) - 1])


def _acts(text: str) -> frozenset[str]:
    """What a question asks somebody to have done; what it quotes is not asked for."""
    plain = _QUOTED.sub(" ", text)
    return frozenset(act for act, sign in _signs().items() if sign.search(plain))


def _topics(line: str) -> frozenset[str]:
    """The words of `line` that say what it is about, without the ending of several."""
    said = {word.lower() for word in _WORD.findall(line)} - words().function
    return frozenset(word.removesuffix("s") for word in said if not _usual().fullmatch(word))


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    return word_lists(Path(__file__).with_suffix(".toml"))


@cache
def _usual() -> re.Pattern[str]:
    return word_lists(Path(__file__).with_name("topics.toml"))["usual"]
