"""The rubric `mira-bars`: read once from the file beside this one, and what a level asks for."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, get_args

from pydantic import Field

from chassis.hearing.lexicon import listed, read_toml
from chassis.hearing.persons import speaks_of_others
from chassis.hearing.text import all_words
from contracts.evidence import Competency, EvidenceType, Level
from contracts.feedback import Anchor, CompetencyRubric, Rubric
from contracts.message import Message, Slug

HERE = Path(__file__).parent

LEVELS: tuple[Level, ...] = get_args(Level)
FiveTexts = Annotated[tuple[str, ...], Field(min_length=5, max_length=5)]
FiveTypes = Annotated[tuple[EvidenceType, ...], Field(min_length=5, max_length=5)]

ASKED_FOR: dict[Level, int] = {1: 0, 2: 1, 3: 2, 4: 3, 5: 5}
"""How many of the five types the anchor of a level asks for: the top for two more at once."""


class Others(StrEnum):
    """Which part somebody else has in it: any, served by it, or shown something."""

    ANY = "any"
    SERVED = "served"
    SHOWN = "shown"


class _Bars(Message):
    """One competency as it stands in the file."""

    id: Competency
    label: str
    definition: str
    shown_by: FiveTypes
    words: tuple[str, ...]
    about: tuple[str, ...] = ()
    others: Others | None = None
    beside_figures: bool = False
    for_worse: bool = False
    anchors: FiveTexts


class _File(Message):
    id: Slug
    version: str
    basis: tuple[str, ...]
    showing: str
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
                    Anchor(level=level, text=text, requires=bars.shown_by[: ASKED_FOR[level]])
                    for level, text in zip(LEVELS, bars.anchors, strict=True)
                ),
            )
            for bars in _file().competency
        ),
    )


def name_of(scale: Rubric) -> str:
    return f"{scale.id} {scale.version}"


def shown_by(competency: Competency) -> tuple[EvidenceType, ...]:
    """The five types that its anchors ask for, in their order."""
    return _bars()[competency].shown_by


def topic_words(competency: Competency) -> tuple[str, ...]:
    """Beginnings of words of which one tells that an answer is about it at all."""
    return _bars()[competency].words


def speaks_of(competency: Competency, told: Sequence[str]) -> bool:
    """Whether sentences name what the competency is about, or those without whom there is none of
    it; some have no such object.
    """
    bars = _bars()[competency]
    whole, roots = listed(" ".join(bars.about))
    spoken = [word for text in told for word in all_words(text)]
    if any(word in whole or word.startswith(roots) for word in spoken):
        return True
    if bars.others is None:
        return not bars.about
    if bars.others is Others.SHOWN and not _shows(spoken):
        return False
    return speaks_of_others(told, are_served=bars.others is Others.SERVED)


def _shows(spoken: Iterable[str]) -> bool:
    whole, roots = listed(_file().showing)
    return any(word in whole or word.startswith(roots) for word in spoken)


def is_beside_figures(competency: Competency) -> bool:
    """Whether its words must stand outside of a figure to tell that an answer is about it."""
    return _bars()[competency].beside_figures


def counts_for_worse(asked: Iterable[Competency]) -> bool:
    """Whether an end for the worse is a result too: where an anchor asks how it ended, not what
    was reached.
    """
    return any(_bars()[competency].for_worse for competency in asked)


def level_for(competency: Competency, found: frozenset[EvidenceType]) -> Level:
    """The highest anchor of which every required type was found."""
    return max(level for level in LEVELS if found.issuperset(_asked_for(competency, level)))


def missing_for(competency: Competency, found: frozenset[EvidenceType]) -> tuple[EvidenceType, ...]:
    """What its anchors ask for and was not found, in their order."""
    return tuple(kind for kind in shown_by(competency) if kind not in found)


def next_needed(competency: Competency, found: frozenset[EvidenceType]) -> list[EvidenceType]:
    """What the anchor above asks for and was not found; nothing at the top."""
    above = LEVELS[level_for(competency, found) :]
    return [kind for kind in _asked_for(competency, above[0]) if kind not in found] if above else []


def _asked_for(competency: Competency, level: Level) -> tuple[EvidenceType, ...]:
    return shown_by(competency)[: ASKED_FOR[level]]


@cache
def _file() -> _File:
    return _File.model_validate(read_toml(HERE / "rubric.toml"), strict=False)


@cache
def _bars() -> dict[Competency, _Bars]:
    return {bars.id: bars for bars in _file().competency}
