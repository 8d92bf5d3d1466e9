"""Whether an answer tells of the event that its question asks for: a quarrel, a mistake, a date.

A question that asks for such an event gets no answer where nothing in the answer is a sign of it
and the signs of another one are many. The signs are wide on purpose: to pass over one answer to
another question costs less than to turn down one honest answer told in words of its own.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import Sign, compiled, read_toml, words
from chassis.hearing.text import Piece, content
from contracts.interview import Question, QuestionKind
from contracts.message import Message

HERE = Path(__file__).parent

_LIVED_THROUGH = {QuestionKind.BEHAVIOURAL, QuestionKind.OWN}

_OR = re.compile(r"\bor (?:something|somebody|anything|a time|one)\b", re.IGNORECASE)
"""What else the question would do with."""

FEWEST_WORDS = 9
"""Of its own: a shorter answer has too few words to say what it is not about."""

FEWEST_OF_ANOTHER = 3
"""Different signs of another event, beside none of the one that was asked for."""


class _Event(Message):
    """`asked` stands in a question for it, `told` in an answer that tells of one."""

    asked: Sign | None
    told: Sign


def tells_of_asked_event(question: Question, told: Sequence[Piece]) -> bool:
    """Also true where the question asks for none of the events, or for several of them."""
    text = " ".join(sentence.text for sentence in told if content(sentence.text))
    asked = [one for one in _events().values() if one.asked and one.asked.search(question.text)]
    is_narrow = len(asked) == 1 and not _OR.search(question.text)
    if question.kind not in _LIVED_THROUGH or not is_narrow:
        return True
    if asked[0].told.search(text) or len(_particulars(text)) < FEWEST_WORDS:
        return True
    others = [one for one in _events().values() if one not in asked]
    return all(_signs_of(one, text) < FEWEST_OF_ANOTHER for one in others)


def is_none_to_tell(told: Sequence[Piece]) -> bool:
    """Whether an answer begins by saying that there is nothing to tell, or that it is not told."""
    opening = [one.text for one in told if content(one.text)][:2]
    return bool(_nothing().search(" ".join(opening)))


def _particulars(text: str) -> set[str]:
    return {word for word in content(text) if word.isalpha() and not words().is_general(word)}


def _signs_of(event: _Event, text: str) -> int:
    return len({hit[0].lower() for hit in event.told.finditer(text)})


@cache
def _events() -> dict[str, _Event]:
    read = TypeAdapter(dict[str, dict[str, list[str]]]).validate_python(_file()["event"])
    return {
        name: _Event(
            asked=compiled(lists["asked"], {}) if "asked" in lists else None,
            told=compiled(lists["told"], {}),
        )
        for name, lists in read.items()
    }


@cache
def _nothing() -> re.Pattern[str]:
    return compiled(TypeAdapter(list[str]).validate_python(_file()["nothing"]), {})


def _file() -> dict[str, object]:
    return read_toml(HERE / "events.toml")
