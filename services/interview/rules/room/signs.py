"""What a person may mean, and the words that give it away, read once from signs.toml."""

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import compiled, read_toml
from contracts.message import Message

_FILE = Path(__file__).with_suffix(".toml")


class Intent(StrEnum):
    ANSWER = "answer"
    SKIP = "skip"
    REPEAT = "repeat"
    CLARIFY = "clarify"
    THINKING = "thinking"
    HUMAN = "human"
    EMPLOYER = "employer"
    PROMISE = "promise"
    COMMAND = "command"
    UNKNOWN = "unknown"
    ABUSE = "abuse"
    DANGER = "danger"
    DISTRESS = "distress"
    TIME = "time"
    RECORD = "record"
    HINT = "hint"
    RETRY = "retry"
    PAUSE = "pause"
    RESUME = "resume"
    ONWARD = "onward"
    STOP = "stop"
    YES = "yes"
    NO = "no"
    LEVEL = "level"
    LANGUAGE = "language"
    LENGTH = "length"
    LATER = "later"
    SOURCE = "source"
    NAMES = "names"
    NOTES = "notes"
    SCORING = "scoring"
    SPELLING = "spelling"
    ENDING = "ending"
    CHANGE = "change"
    WHY = "why"
    VERDICT = "verdict"
    TRAINING = "training"
    EXAMPLE = "example"
    RIGHT = "right"
    SILENCE = "silence"
    MEDIUM = "medium"
    RECENT = "recent"
    WHICH = "which"


MATTERS = (
    Intent.TRAINING,
    Intent.EXAMPLE,
    Intent.RIGHT,
    Intent.SILENCE,
    Intent.CHANGE,
    Intent.VERDICT,
    Intent.SPELLING,
    Intent.SCORING,
    Intent.LENGTH,
    Intent.RECENT,
    Intent.WHICH,
    Intent.SOURCE,
    Intent.NAMES,
    Intent.NOTES,
    Intent.MEDIUM,
    Intent.LANGUAGE,
    Intent.ENDING,
    Intent.LATER,
    Intent.WHY,
)
"""Questions about the interview itself, in the order in which they decide."""


class Signs(Message):
    """One expression for each intent, in the order in which they decide; `telling` ones give away
    that a sentence is told, or asked, whatever it is about.
    """

    intent: dict[Intent, re.Pattern[str]]
    telling: dict[str, re.Pattern[str]]


@cache
def signs() -> Signs:
    """signs.toml, its pieces put in."""
    rows = TypeAdapter(dict[str, dict[str, list[str]]])
    read = read_toml(_FILE)
    pieces = TypeAdapter(dict[str, str]).validate_python(read.pop("pieces"))
    tables = {
        table: {name: _compiled(signs, pieces) for name, signs in named.items()}
        for table, named in rows.validate_python(read).items()
    }
    return Signs.model_validate(tables, strict=False)


def _compiled(signs: list[str], pieces: dict[str, str]) -> re.Pattern[str]:
    """Any of `signs`. `@` stands for the head of an order, `~` for where a request begins."""
    return compiled([sign.replace("@", "{head}").replace("~", "{ask}") for sign in signs], pieces)
