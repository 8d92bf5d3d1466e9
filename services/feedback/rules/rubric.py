"""The rubric `mira-bars`: read once from the file beside this one, and what a level asks for."""

from collections.abc import Iterable
from functools import cache
from typing import Annotated, get_args

from pydantic import Field

from contracts.evidence import Competency, EvidenceType, Level
from contracts.feedback import Anchor, CompetencyRubric, Rubric
from contracts.message import Message, Slug
from services.feedback.rules.lexicon import read_toml

LEVELS: tuple[Level, ...] = get_args(Level)
Five = Annotated[tuple[str, ...], Field(min_length=5, max_length=5)]
Four = Annotated[tuple[EvidenceType, ...], Field(min_length=4, max_length=4)]


class _Bars(Message):
    """One competency as it stands in the file."""

    id: Competency
    label: str
    definition: str
    shown_by: Four
    words: tuple[str, ...]
    about: tuple[str, ...] = ()
    anchors: Five


class _File(Message):
    id: Slug
    version: str
    basis: tuple[str, ...]
    competency: tuple[_Bars, ...]


@cache
def rubric() -> Rubric:
    """The rubric in force, as the public page shows it."""
    return Rubric(
        id=_file().id,
        version=_file().version,
        basis=_file().basis,
        competencies=tuple(
            CompetencyRubric(
                competency=bars.id,
                label=bars.label,
                definition=bars.definition,
                anchors=tuple(
                    Anchor(level=level, text=text, requires=bars.shown_by[: level - 1])
                    for level, text in zip(LEVELS, bars.anchors, strict=True)
                ),
            )
            for bars in _file().competency
        ),
    )


def name_of(scale: Rubric) -> str:
    return f"{scale.id} {scale.version}"


def shown_by(competency: Competency) -> tuple[EvidenceType, ...]:
    """The four types that its anchors ask for, in their order."""
    return _bars()[competency].shown_by


def topic_words(competency: Competency) -> tuple[str, ...]:
    """Beginnings of words of which one tells that an answer is about it at all."""
    return _bars()[competency].words


def speaks_of(competency: Competency, spoken: Iterable[str]) -> bool:
    """Whether words in lower case name what the competency is about; some have no such object."""
    about = _bars()[competency].about
    whole = {word for word in about if not word.endswith("*")}
    roots = tuple(word.removesuffix("*") for word in about if word.endswith("*"))
    return not about or any(word in whole or word.startswith(roots) for word in spoken)


def level_for(competency: Competency, found: frozenset[EvidenceType]) -> Level:
    """The highest anchor of which every required type, and every one below, was found."""
    level: Level = 1
    for anchor, kind in zip(LEVELS[1:], shown_by(competency), strict=True):
        if kind not in found:
            break
        level = anchor
    return level


@cache
def _file() -> _File:
    return _File.model_validate(read_toml("rubric.toml"), strict=False)


@cache
def _bars() -> dict[Competency, _Bars]:
    return {bars.id: bars for bars in _file().competency}
