"""Cuts a résumé into sections at its headings, in several languages, or at none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from services.documents.rules.lexicon import headings, plain, words
from services.documents.rules.pages import Line

MAX_HEADING_CHARACTERS = 60
MAX_HEADING_WORDS = 6

_SPACED_OUT = re.compile(r"(?:\S ){2,}\S")
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_AND = re.compile(r"\s*(?:[&/+,]|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")
_CONTINUED = re.compile(r"\s*\(?\bcont(?:inued|d)?\)?$")


class Section(StrEnum):
    """`HEAD` is all before the first heading: the person, and what they say of themselves."""

    HEAD = "head"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    CERTIFICATIONS = "certifications"
    LANGUAGES = "languages"
    VOLUNTEERING = "volunteering"
    INTERESTS = "interests"
    REFERENCES = "references"
    OTHER = "other"


@dataclass(frozen=True)
class Part:
    """Lines under one heading; `heading` is None for the head."""

    section: Section
    heading: Line | None
    lines: tuple[Line, ...]


_WITHIN_ROLES = frozenset(
    ("achievements", "key achievements", "accomplishments", "highlights", "key highlights",
     "technologies", "tools", "projects", "key projects", "selected projects", "responsibilities",
     "tech stack", "stack", "keywords", "teaching", "research", "skills", "overview", "awards")
)  # fmt: skip
"""These also stand within a role, above its bullets."""


def parts(lines: Sequence[Line]) -> list[Part]:
    """The sections in the order of the text; together they hold every line."""
    found = [(index, section) for index, line in enumerate(lines) if (section := _section(line))]
    style = _style([lines[index] for index, _ in found])
    found = [
        (index, section)
        for number, (index, section) in enumerate(found)
        if not _is_within_role(lines[index], found[:number], is_upper=style)
    ]
    found = sorted([*found, *_unknown(lines, found, is_upper=style)])
    starts = [0, *(index for index, _ in found)]
    ends = [*starts[1:], len(lines)]
    kinds = [Section.HEAD, *(section for _, section in found)]
    return [
        Part(kind, lines[start] if number else None, tuple(lines[start + bool(number) : end]))
        for number, (kind, start, end) in enumerate(zip(kinds, starts, ends, strict=True))
    ]


def _section(line: Line) -> Section | None:
    """Which section a line opens, if it says nothing else."""
    if line.is_bullet and line.text[0] not in "#*•■●▶►◆":
        return None
    said = line.content.strip("#*_ ")
    if len(said) > MAX_HEADING_CHARACTERS or "\t" in said or "@" in said:
        return None
    if _SPACED_OUT.fullmatch(said.replace("  ", " ")):
        said = said.replace("   ", "\0").replace("  ", "\0").replace(" ", "").replace("\0", " ")
    return _section_of(_CONTINUED.sub("", plain(_EDGES.sub("", said))))


@cache
def _section_of(said: str) -> Section | None:
    phrase = " ".join(_AND.sub(" and ", said).split())
    if phrase in _phrases():
        return _phrases()[phrase]
    parts_of = phrase.split(" ")
    if not said or len(parts_of) > MAX_HEADING_WORDS:
        return None
    fillers, known = frozenset(headings()["fillers"]), _words()
    named = [known[word] for word in parts_of if word in known]
    if not named or any(word not in known and word not in fillers for word in parts_of):
        return None
    return named[0] if " and " in phrase else named[-1]


@cache
def _phrases() -> dict[str, Section]:
    return {
        phrase: Section(kind)
        for kind, facts in headings().items()
        if kind != "fillers"
        for phrase in facts["phrases"]
    }


@cache
def _words() -> dict[str, Section]:
    return {
        word: Section(kind)
        for kind, facts in headings().items()
        if kind != "fillers"
        for word in facts.get("words", ())
    }


def _style(found: Sequence[Line]) -> bool | None:
    """Whether headings are in capitals; None where they are not of one style."""
    styles = {line.content.isupper() for line in found}
    return styles.pop() if len(styles) == 1 else _majority(found)


def _majority(found: Sequence[Line]) -> bool | None:
    upper = sum(line.content.isupper() for line in found)
    return True if upper > 0.6 * len(found) else False if upper < 0.4 * len(found) else None


def _is_within_role(
    line: Line, before: Sequence[tuple[int, Section]], *, is_upper: bool | None
) -> bool:
    """A heading inside a role looks lesser than those of sections, or ends in a colon."""
    if not before or before[-1][1] not in (Section.EXPERIENCE, Section.PROJECTS):
        return False
    if plain(_EDGES.sub("", line.content)) not in _WITHIN_ROLES:
        return False
    is_lesser = is_upper is True and not line.content.isupper()
    return is_lesser or line.content.endswith(":") or line.is_bullet


def _unknown(
    lines: Sequence[Line], found: Sequence[tuple[int, Section]], *, is_upper: bool | None
) -> Iterator[tuple[int, Section]]:
    """Short lines in capitals are headings too where the known ones are, outside of entries."""
    if is_upper is not True or len(found) < 2:
        return
    known = dict(found)
    section = Section.HEAD
    for index, line in enumerate(lines):
        section = known.get(index, section)
        is_closed = section in (Section.HEAD, Section.EXPERIENCE, Section.EDUCATION)
        if index not in known and not is_closed and _looks_like_heading(line):
            yield index, Section.OTHER


def _looks_like_heading(line: Line) -> bool:
    said = line.content
    count = len(said.split())
    is_words = said.replace(" ", "").replace("&", "").isalpha()
    return not line.is_bullet and said.isupper() and is_words and count <= 4 and len(said) > 6


def has_spoken_languages(part: Part) -> bool:
    """Whether a "Languages" section speaks of people's languages, not of machines'."""
    text = plain(" ".join(line.content for line in part.lines))
    return any(word in words("languages") for word in re.findall(r"[a-z]+", text))
