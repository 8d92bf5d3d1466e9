"""What is asked of the interviewer beside an answer, and is owed the truth.

Who is there, what they promise, what is kept and who sees it, what is learned from it and how it is
scored: that is told at once, whatever else is said. What was asked in a story is owed nothing.
"""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from chassis.hearing.lexicon import sign_lists
from services.interview.rules.room.asked import asked_in
from services.interview.rules.room.meant import (
    LONGEST_REQUEST,
    is_reported,
    meant_by,
    sentences_in,
)
from services.interview.rules.room.signs import Intent

_FILE = str(Path(__file__).with_name("owed.toml"))
_WORD = re.compile(r"[^\W_]+(?:’[^\W_]+)?")

_OWED = {Intent.HUMAN, Intent.PROMISE, Intent.RECORD, Intent.TRAINING, Intent.SCORING}
_OF_ANY_TRADE = {Intent.HUMAN, Intent.PROMISE}
"""A machine or a good result may stand in any story: only their plain signs count."""

MOST_QUESTIONS = 12
"""Of one turn are looked through."""


def truths_owed(text: str) -> tuple[Intent, ...]:
    """In the order in which they are asked, each once."""
    owed = map(_owed_to, islice(_questions_in(text), MOST_QUESTIONS))
    return tuple(dict.fromkeys(intent for intent in owed if intent))


def _owed_to(question: str) -> Intent | None:
    meant = meant_by(question)
    if meant in _OWED:
        return meant
    if not sign_lists(_FILE)["asks"].search(question):
        return None
    asked = asked_in([question])
    return asked if asked in _OWED - _OF_ANY_TRADE else None


def _questions_in(text: str) -> Iterator[str]:
    """Those that are put to somebody here, and are not answered in the story itself."""
    said, lists = sentences_in(text), sign_lists(_FILE)
    for before, sentence, behind in zip(("", *said), said, (*said[1:], ""), strict=False):
        if not (lists["wondered"].search(before) or lists["answered"].search(behind)):
            yield from filter(_is_of_here, _asked_in(sentence))


def _is_of_here(question: str) -> bool:
    lists = sign_lists(_FILE)
    return bool(lists["of_here"].search(question)) and not lists["of_anybody"].search(question)


def _asked_in(sentence: str) -> Iterator[str]:
    """A sentence that asks; of a longer one, or of one without a mark, what it begins with, and
    what it ends with.
    """
    lists = sign_lists(_FILE)
    asked = lists["around"].sub("", sentence)
    head, rest, before, tail = _ends_of(asked)
    is_marked = asked.endswith("?")
    is_told = is_reported(before) or lists["wondered"].search(before)
    if is_marked and not is_told and len(_WORD.findall(asked)) <= LONGEST_REQUEST:
        yield asked
    elif lists["asks"].search(head) and not lists["answered"].search(rest):
        yield f"{head.rstrip('.! ')}?"
    if is_marked and not is_told and lists["asks"].search(tail):
        yield tail


def _ends_of(asked: str) -> tuple[str, str, str, str]:
    """Its first clause and what follows, its last one and what stands before it."""
    ends = [one.span() for one in sign_lists(_FILE)["ends"].finditer(asked)]
    if not ends:
        return asked, "", "", ""
    first, last = ends[0], ends[-1]
    return asked[: first[0]], asked[first[1] :], asked[: last[0]], asked[last[1] :]
