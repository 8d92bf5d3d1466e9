"""All that the interviewer may say beside the questions, read once from phrases.toml."""

from functools import cache
from pathlib import Path

from chassis.hearing.lexicon import read_toml
from contracts.evidence import Competency, EvidenceType
from contracts.interview import QuestionKind
from contracts.message import Count, Message

_FILE = Path(__file__).with_suffix(".toml")


class Phrases(Message):
    """All that the interviewer may say beside the questions."""

    disclosure: str
    closing: str
    stopped: str
    own_part: tuple[str, ...]
    tie: tuple[str, ...]
    expects: dict[Competency, tuple[EvidenceType, ...]]
    motive: dict[str, tuple[EvidenceType, ...]]
    motive_probe: dict[EvidenceType, tuple[str, ...]]
    case_probe: dict[EvidenceType, tuple[str, ...]]
    motive_hint: dict[EvidenceType, str]
    label: dict[Competency, str]
    seconds: dict[QuestionKind, Count]
    probe: dict[EvidenceType, tuple[str, ...]]
    clarify: dict[QuestionKind, str]
    plainly: dict[QuestionKind, str]
    meant: dict[EvidenceType, str]
    simply: dict[EvidenceType, str]
    hint: dict[EvidenceType, str]
    reply: dict[str, str]
    time: dict[str, str]
    because: dict[str, str]


@cache
def phrases() -> Phrases:
    return Phrases.model_validate(read_toml(_FILE), strict=False)
