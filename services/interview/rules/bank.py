"""The question bank, the interviewer's phrases and what gives an utterance away: read once."""

import re
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Literal

from pydantic import TypeAdapter

from contracts.evidence import Competency, EvidenceType
from contracts.interview import QuestionKind
from contracts.message import Count, Message, Slug

HERE = Path(__file__).parent


class Intent(StrEnum):
    ANSWER = "answer"
    SKIP = "skip"
    REPEAT = "repeat"
    CLARIFY = "clarify"
    THINKING = "thinking"
    HUMAN = "human"
    PROMISE = "promise"
    COMMAND = "command"
    UNKNOWN = "unknown"
    ABUSE = "abuse"
    DANGER = "danger"
    DISTRESS = "distress"
    TIME = "time"
    HINT = "hint"
    RETRY = "retry"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    YES = "yes"
    NO = "no"


class Template(Message):
    """A question before it is asked. Its first competency is the one that it is chosen for.

    `level` is 1 for a first job, 2 for some years in, 3 for senior work. `text` may have one
    blank, which a quote from the résumé or the job description fills.
    """

    id: Slug
    kind: QuestionKind
    competencies: tuple[Competency, ...]
    level: Literal[1, 2, 3]
    text: str

    @property
    def blank(self) -> str | None:
        return next((name for _, name, _, _ in Formatter().parse(self.text) if name), None)


class Phrases(Message):
    """All that the interviewer may say beside the questions."""

    disclosure: str
    closing: str
    stopped: str
    expects: dict[Competency, tuple[EvidenceType, ...]]
    label: dict[Competency, str]
    seconds: dict[QuestionKind, Count]
    probe: dict[EvidenceType, tuple[str, ...]]
    clarify: dict[QuestionKind, str]
    hint: dict[EvidenceType, str]
    reply: dict[str, str]
    time: dict[str, str]
    because: dict[str, str]


class Signs(Message):
    """One expression for each intent, in the order in which they decide, and for each type."""

    intent: dict[Intent, re.Pattern[str]]
    evidence: dict[EvidenceType, re.Pattern[str]]


@cache
def templates() -> tuple[Template, ...]:
    """Every question of the bank, ordered by kind and id."""
    return tuple(template for kind in QuestionKind for template in _of(kind))


@cache
def phrases() -> Phrases:
    return Phrases.model_validate(_read("phrases.toml"), strict=False)


@cache
def signs() -> Signs:
    """signs.toml, its pieces put in."""
    rows = TypeAdapter(dict[str, dict[str, list[str]]])
    read = _read("signs.toml")
    pieces = TypeAdapter(dict[str, str]).validate_python(read.pop("pieces"))
    tables = {
        table: {name: _compiled(signs, pieces) for name, signs in named.items()}
        for table, named in rows.validate_python(read).items()
    }
    return Signs.model_validate(tables, strict=False)


def _compiled(signs: list[str], pieces: dict[str, str]) -> re.Pattern[str]:
    """Any of `signs`. `@` stands for the head of an order, `{name}` for a piece."""
    whole = "|".join(f"(?:{sign})" for sign in signs).replace("@", pieces["head"])
    for name, piece in pieces.items():
        whole = whole.replace(f"{{{name}}}", piece)
    return re.compile(whole, re.IGNORECASE)


def _of(kind: QuestionKind) -> tuple[Template, ...]:
    rows = TypeAdapter(list[dict[str, object]]).validate_python(
        _read(f"questions/{kind}.toml")["question"]
    )
    found = (Template.model_validate({**row, "kind": kind}, strict=False) for row in rows)
    return tuple(sorted(found, key=lambda template: template.id))


def _read(name: str) -> dict[str, object]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))
