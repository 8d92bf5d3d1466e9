"""What below the head of a résumé fed nothing that is told of it: lines, and second degrees."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from contracts.analysis import ResumeAnalysis
from services.documents.rules.places import MAX_OTHERS, Places, places_in
from services.documents.rules.resume.beside.entries import is_level
from services.documents.rules.resume.layout.lines import Line, Range, trimmed
from services.documents.rules.resume.person.person import is_about_contact
from services.documents.rules.resume.roles.items import is_list_of_names, places_among
from services.documents.rules.resume.sections.headings import Section, section_of_line
from services.documents.rules.resume.sections.parts import Part
from services.documents.rules.resume.untold.unread import Unread
from services.documents.rules.skills.matching import SkillHit
from services.documents.rules.towns import is_place
from services.documents.rules.wording import degree, is_state

MAX_LABEL_CHARACTERS = 60
MAX_LEVEL_WORDS = 3

_UNCLAIMED = (Section.INTERESTS, Section.REFERENCES)
"""What these name, nobody claims to know."""

_WORD = re.compile(r"[^\W\d_]{2}")
_LABEL = re.compile(r"[^\W\d_][^:,;]{1,30}:\s+")
_PAGE = re.compile(r"(?:page|seite|p[áa]gina|pagina)\W*\d+(?:\W+\w+\W+\d+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Used:
    """Where a résumé was used: for whole values, and only for a skill."""

    values: Sequence[Range]
    skills: Sequence[Range]

    @classmethod
    def by(cls, analysis: ResumeAnalysis, deeds: Iterable[Range], hits: Iterable[SkillHit]) -> Self:
        """By all that the analysis quotes; `hits` are skills, of which it quotes a few each."""
        values = places_in(analysis.model_copy(update={"skills": ()}))
        skills = places_in(analysis.skills)
        return cls([*values, *deeds], [*skills, *((hit.start, hit.end) for hit in hits)])


def told(unread: Unread, parts: Sequence[Part], used: Used) -> tuple[list[Range], int]:
    """What was not read, in the order of the text, and how many lines more there are.

    Lines like roles are all told. Of skills that a line names, a list has said all that it says,
    a sentence has not.
    """
    like_roles = list(unread.among(parts))
    held = Places.of([*used.values, *unread.others, *unread.of_roles(), *like_roles])
    below = len(unread.text) if unread.has_headings else unread.first
    others = list(_unused(unread.text, parts, (held, Places.of(used.skills)), below))
    return sorted([*like_roles, *others[:MAX_OTHERS]]), len(others[MAX_OTHERS:])


def _unused(
    text: str, parts: Iterable[Part], used: tuple[Places, Places], below: int
) -> Iterator[Range]:
    """In the head only what stands behind `below`."""
    held, skills = used
    for part in parts:
        is_head = part.section is Section.HEAD or _is_head_set_aside(part, held)
        for line in part.lines:
            if is_head and line.start <= below:
                continue
            if held.touches(line.body, line.end):
                if part.section is Section.EDUCATION:
                    yield from _other_degrees(text, line, held)
            elif _says_something(line) and not (
                skills.touches(line.body, line.end) and _only_names_skills(part, line, skills)
            ):
                yield line.body, line.end


def _only_names_skills(part: Part, line: Line, skills: Places) -> bool:
    """Elsewhere than among skills each name of a list, but for its label, must be a skill."""
    if part.section in (Section.SKILLS, Section.LANGUAGES):
        return True
    if part.section in _UNCLAIMED or not is_list_of_names(line.content):
        return False
    label = _LABEL.match(line.content)
    begin = line.body + (label.end() if label else 0)
    parts = [trimmed(line, *place) for place in places_among(line, begin)]
    return all(skills.touches(*place) for place in parts if place[0] < place[1])


def _is_head_set_aside(part: Part, used: Places) -> bool:
    """A part like "Contact", from which some way to reach somebody was read."""
    return is_about_contact(part) and any(used.touches(line.body, line.end) for line in part.lines)


def _says_something(line: Line) -> bool:
    """Whether it is no label, no heading within an entry, no level alone, no number of a page."""
    said = line.content
    is_label = said.endswith(":") and len(said) < MAX_LABEL_CHARACTERS
    is_bare_level = is_level(said) and len(said.split()) <= MAX_LEVEL_WORDS
    if is_label or is_bare_level or _PAGE.fullmatch(said) or section_of_line(line):
        return False
    return _WORD.search(said) is not None


def _other_degrees(text: str, line: Line, used: Places) -> Iterator[Range]:
    """A second degree on a line of which one was read."""
    for start, end in used.free_in(line.body, line.end):
        place = trimmed(line, start, end)
        said = text[slice(*place)]
        is_in_state = is_state(text[line.body : place[0]].rstrip(" ,"), said)
        if degree(said) is not None and not (is_place(said) or is_in_state):
            yield place
