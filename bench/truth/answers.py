"""Answers with the level that the words of the anchors give them, and which may be looked at.

They were written before the rules were tuned on them, by one writer in many voices: the levels
say what that writer reads in the anchors. Each competency has two answers to each level, one in
each half; `none.toml` has what gets no level.
"""

import hashlib
import tomllib
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

from contracts.evidence import Competency, Level
from contracts.interview import QuestionKind
from contracts.message import Message, Slug

FOLDER = Path(__file__).parent / "answers"


class Half(StrEnum):
    OPEN = "open"
    HELD_OUT = "held out"


class Sample(Message):
    """One answer; `level` is None where it gets none. `voice` says who speaks, for readers."""

    id: Slug
    competency: Competency
    question: str
    kind: QuestionKind = QuestionKind.BEHAVIOURAL
    voice: str
    text: str
    level: Level | None = None


@cache
def samples() -> tuple[Sample, ...]:
    """All, in the order of the files."""
    files = [tomllib.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.toml"))]
    return tuple(
        Sample.model_validate({**shared, **one}, strict=False)
        for rows, shared in ((file.pop("answer"), file) for file in files)
        for one in rows
    )


def half(which: Half) -> list[Sample]:
    """Of the answers to one level of one competency every second one, by the hash of its id."""
    groups: dict[tuple[object, ...], list[Sample]] = {}
    for sample in samples():
        key = (sample.level and sample.competency, sample.level)
        groups.setdefault(key, []).append(sample)
    first = 0 if which is Half.OPEN else 1
    return [one for group in groups.values() for one in _by_hash(group)[first::2]]


def _by_hash(group: Sequence[Sample]) -> list[Sample]:
    return sorted(group, key=lambda sample: hashlib.sha256(sample.id.encode()).digest())
