"""The skills of a résumé as its owner corrects them: what is there, what was taken out. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from chassis.errors import NotFound
from contracts.analysis import Skill
from contracts.corrections import MAX_SHORT_TEXT, Corrections
from contracts.documents import ResumeView
from gateway.documents.mending import as_read
from gateway.documents.ones import OWN

WORD = "word-"
"""Begins the key of what is listed and in no list of ours."""


@dataclass(frozen=True)
class Word:
    """Something listed that is in no list of ours; `key` leads to taking it out and back."""

    key: str
    said: str
    is_removed: bool


@dataclass(frozen=True)
class Skills:
    """Those that count; those that were added in their owner's words, taken out, confirmed; and
    what is listed beside them.
    """

    there: tuple[Skill, ...]
    added: tuple[str, ...]
    removed: tuple[Skill, ...]
    confirmed: tuple[Skill, ...]
    words: tuple[Word, ...]


def skills(resume: ResumeView) -> Skills:
    read, given = as_read(resume), resume.corrections
    there = resume.analysis.skills if resume.analysis else ()
    removed = tuple(skill for skill in read.skills if skill.id in given.skills_removed)
    confirmed = tuple(skill for skill in there if skill.id in given.skills_confirmed)
    return Skills(there, given.skills_added, removed, confirmed, tuple(_words(resume)))


def without_skill(resume: ResumeView, key: str) -> Corrections:
    """Without one that was added (`own-2` is the second), or without one that was read."""
    given = resume.corrections
    added = {f"{OWN}{place}": each for place, each in enumerate(given.skills_added, 1)}
    if key in added:
        del added[key]
        return given.model_copy(update={"skills_added": tuple(added.values())})
    if word := _word(resume, key):
        return given.model_copy(update={"listed_removed": (*given.listed_removed, word.said)})
    if key not in {skill.id for skill in as_read(resume).skills}:
        raise NotFound("There is no such skill in this résumé.")
    return given.model_copy(update={"skills_removed": (*given.skills_removed, key)})


def with_skill(resume: ResumeView, key: str) -> Corrections:
    """As it was read: one that was taken out is there, one that was confirmed is not sure."""
    given = resume.corrections
    if word := _word(resume, key):
        words = tuple(each for each in given.listed_removed if each != word.said)
        return given.model_copy(update={"listed_removed": words})
    kept = {
        name: tuple(each for each in getattr(given, name) if each != key)
        for name in ("skills_removed", "skills_confirmed")
    }
    return given.model_copy(update=kept)


def _words(resume: ResumeView) -> Iterator[Word]:
    gone = resume.corrections.listed_removed
    for place, each in enumerate(as_read(resume).listed, 1):
        said = each.value[:MAX_SHORT_TEXT]
        yield Word(f"{WORD}{place}", said, said in gone)


def _word(resume: ResumeView, key: str) -> Word | None:
    return next((each for each in _words(resume) if each.key == key), None)
