"""Whether an answer tells of the event that its question asks for: a quarrel, a mistake, a date.

A question that asks for such an event gets no answer where nothing in the answer is a sign of it,
though it shows signs of another one. The signs are wide on purpose: to pass
over one answer to another question costs less than to turn down one honest answer told in words of
its own.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import Sign, compiled, read_toml, signs
from chassis.hearing.substance import particulars
from chassis.hearing.text import Piece, content
from contracts.interview import Question, QuestionKind
from contracts.message import Message

HERE = Path(__file__).parent

_LIVED_THROUGH = {
    QuestionKind.BEHAVIOURAL,
    QuestionKind.OWN,
    QuestionKind.MOTIVATION,
    QuestionKind.CLOSING,
}

_OR = re.compile(r"\bor (?:something|somebody|anything|a time|one)\b", re.IGNORECASE)
"""What else the question would do with."""

_OPENING = 4
"""Sentences within which it is said; nerves make people say other things first."""

FEWEST_WORDS = 9
"""Of its own: a shorter answer has too few words to say what it is not about."""

FEWEST_OF_ANOTHER, FEWEST_SURE = 5, 2
"""Different signs of another event, beside none of the one that was asked for: of all, and of those
that hardly any other has.
"""


class _Event(Message):
    """`asked` stands in a question for it, `told` in an answer that tells of one; what is `sure`
    stands in hardly any other. Events without it are too wide to be told apart from others. Who has
    `denied` that such a thing is ever so of them tells of none, unless they have `admitted` one.
    """

    asked: Sign | None
    told: Sign
    sure: Sign | None
    denied: Sign | None
    admitted: Sign | None


def tells_of_asked_event(question: Question, told: Sequence[Piece]) -> bool:
    """Whether there is a sign of each event that the question asks for, or else too little to say
    what the answer tells of. Also true where the question asks for none.
    """
    text = " ".join(sentence.text for sentence in told if is_of_story(sentence))
    asked = [one for one in _events().values() if one.asked and one.asked.search(question.text)]
    if question.kind not in _LIVED_THROUGH or _OR.search(question.text):
        return True
    if any(_is_denied(one, text) for one in asked):
        return False
    if all(one.told.search(text) for one in asked):
        return True
    return not _is_of_another(text, [one for one in _events().values() if one not in asked])


def _is_denied(event: _Event, text: str) -> bool:
    if event.denied is None or not event.denied.search(text):
        return False
    return event.admitted is None or not event.admitted.search(text)


def is_of_story(sentence: Piece) -> bool:
    """Whether it is neither filler nor who somebody is: a name is no sign of an event."""
    return bool(content(sentence.text)) and not signs().modal["introduces"].search(sentence.text)


def _is_of_another(text: str, others: Sequence[_Event]) -> bool:
    return len(set(particulars(text))) >= FEWEST_WORDS and any(
        _signs(one.sure, text) >= FEWEST_SURE or _signs(one.told, text) >= FEWEST_OF_ANOTHER
        for one in others
        if one.sure
    )


def is_none_to_tell(told: Sequence[Piece]) -> bool:
    """Whether an answer begins by saying that there is nothing to tell, or that it is not told."""
    opening = [one.text for one in told if content(one.text)][:_OPENING]
    return bool(_nothing().search(" ".join(opening)))


def _signs(sign: Sign | None, text: str) -> int:
    return len({hit[0].lower() for hit in sign.finditer(text)}) if sign else 0


@cache
def _events() -> dict[str, _Event]:
    read = TypeAdapter(dict[str, dict[str, list[str]]]).validate_python(_file()["event"])
    return {
        name: _Event(
            asked=_sign(lists, "asked"),
            told=compiled(lists["told"], {}),
            sure=_sign(lists, "sure"),
            denied=_sign(lists, "denied"),
            admitted=_sign(lists, "admitted"),
        )
        for name, lists in read.items()
    }


def _sign(lists: dict[str, list[str]], name: str) -> Sign | None:
    return compiled(lists[name], {}) if name in lists else None


@cache
def _nothing() -> re.Pattern[str]:
    return compiled(TypeAdapter(list[str]).validate_python(_file()["nothing"]), {})


def _file() -> dict[str, object]:
    return read_toml(HERE / "events.toml")
