"""One correction more or less among all of a résumé: what was read, what is there now, the way
back. Pure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chassis.errors import NotFound
from contracts.analysis import ResumeAnalysis, Skill
from contracts.corrections import (
    Corrections,
    EntryCorrection,
    OwnEntry,
    OwnRole,
    RoleCorrection,
)
from contracts.documents import ResumeView

NEW = "new"
OWN = "own-"
"""Begins the key of what was added: `own-1` is the first of its part."""

Now = OwnRole | OwnEntry
One = RoleCorrection | EntryCorrection


class Part(StrEnum):
    """The lists of a résumé that can be corrected, in the order of a page."""

    ROLES = "roles"
    EDUCATION = "education"
    PROJECTS = "projects"
    CERTIFICATIONS = "certifications"
    LANGUAGES = "languages"


@dataclass(frozen=True)
class Item:
    """A role or an entry: as it was read, if it was, and as it is now, unless it was taken out."""

    key: str
    read: Now | None
    now: Now | None
    is_corrected: bool

    @property
    def shown(self) -> Now:
        """What it says, or said before it was taken out. One of the two is always there."""
        shown = self.now or self.read
        if shown is None:
            raise NotFound("There is nothing here.")
        return shown


@dataclass(frozen=True)
class Value:
    """A single value: `read` and `now` are empty where there is none."""

    name: str
    read: str
    now: str
    is_corrected: bool


@dataclass(frozen=True)
class Skills:
    """Those that count, those that were added in the words of their owner, those taken out."""

    there: tuple[Skill, ...]
    added: tuple[str, ...]
    removed: tuple[Skill, ...]


def as_read(resume: ResumeView) -> ResumeAnalysis:
    """Before any correction. Raises NotFound where nothing is read yet."""
    read = resume.read or resume.analysis
    if read is None:
        raise NotFound("Nothing is read in this yet.")
    return read


def items(resume: ResumeView, part: Part) -> list[Item]:
    """First what was read, in its order, then what was added."""
    given: Sequence[One] = getattr(resume.corrections, part)
    by_key = {each.of: each for each in given if each.of}
    read = [_item(key, said, by_key.get(key)) for key, said in _read(as_read(resume), part)]
    own = [each.now for each in given if each.of is None and each.now]
    return [*read, *(Item(f"{OWN}{n}", None, now, True) for n, now in enumerate(own, 1))]


def item(resume: ResumeView, part: Part, key: str) -> Item | None:
    """None for a new one. Raises NotFound."""
    if key == NEW:
        return None
    for each in items(resume, part):
        if each.key == key:
            return each
    raise NotFound("There is no such part of this résumé.")


def values(resume: ResumeView) -> list[Value]:
    """Name, headline and the ways to reach somebody; links one per line."""
    read, given = as_read(resume), resume.corrections
    contact = read.contact
    said = {
        "name": contact.name,
        "headline": read.headline,
        "email": contact.email,
        "phone": contact.phone,
        "location": contact.location,
    }
    found = [_value(name, text.value if text else "", getattr(given, name))
             for name, text in said.items()]  # fmt: skip
    links = "\n".join(link.value for link in contact.links)
    own = None if given.links is None else "\n".join(given.links)
    return [*found, _value("links", links, own)]


def skills(resume: ResumeView) -> Skills:
    read, given = as_read(resume), resume.corrections
    there = resume.analysis.skills if resume.analysis else ()
    removed = tuple(skill for skill in read.skills if skill.id in given.skills_removed)
    return Skills(there, given.skills_added, removed)


def put(resume: ResumeView, part: Part, key: str, now: Now | None) -> Corrections:
    """With `now` at `key`; without it, what was read is taken out and what was added is gone.

    Raises NotFound, like all that follow.
    """
    item(resume, part, key)
    given = resume.corrections
    ones: list[One] = list(getattr(given, part))
    make = RoleCorrection if part is Part.ROLES else EntryCorrection
    if key == NEW:
        return _with(given, part, [*ones, make(now=now)])  # type: ignore[arg-type]  # one per part
    if not key.startswith(OWN):
        others = [each for each in ones if each.of != key]
        return _with(given, part, [*others, make(of=key, now=now)])  # type: ignore[arg-type]  # as above
    place = _place(ones, key)
    if now is None:
        return _with(given, part, [*ones[:place], *ones[place + 1 :]])
    ones[place] = ones[place].model_copy(update={"now": now})
    return _with(given, part, ones)


def undo(resume: ResumeView, part: Part, key: str) -> Corrections:
    """As it was read; what was added is gone."""
    if key.startswith(OWN):
        return put(resume, part, key, None)
    given = resume.corrections
    ones: Sequence[One] = getattr(given, part)
    return _with(given, part, [each for each in ones if each.of != key])


def without_skill(resume: ResumeView, key: str) -> Corrections:
    """Without one that was added (`own-2` is the second), or without one that was read."""
    given = resume.corrections
    added = {f"{OWN}{place}": each for place, each in enumerate(given.skills_added, 1)}
    if key in added:
        del added[key]
        return given.model_copy(update={"skills_added": tuple(added.values())})
    if key not in {skill.id for skill in as_read(resume).skills}:
        raise NotFound("There is no such skill in this résumé.")
    return given.model_copy(update={"skills_removed": (*given.skills_removed, key)})


def with_skill(resume: ResumeView, key: str) -> Corrections:
    """With one that was read and taken out."""
    given = resume.corrections
    removed = tuple(each for each in given.skills_removed if each != key)
    return given.model_copy(update={"skills_removed": removed})


def _item(key: str, read: Now, correction: One | None) -> Item:
    if correction is None:
        return Item(key, read, read, False)
    return Item(key, read, correction.now, True)


def _read(read: ResumeAnalysis, part: Part) -> Iterator[tuple[str, Now]]:
    if part is Part.ROLES:
        yield from ((role.id, OwnRole.of(role)) for role in read.roles)
    else:
        entries = getattr(read, part)
        yield from ((f"e{n}", OwnEntry.of(entry)) for n, entry in enumerate(entries, 1))


def _value(name: str, read: str, given: str | None) -> Value:
    return Value(name, read, read if given is None else given, given is not None)


def _place(ones: Sequence[One], key: str) -> int:
    own = [place for place, each in enumerate(ones) if each.of is None and each.now]
    return own[int(key.removeprefix(OWN)) - 1]


def _with(given: Corrections, part: Part, ones: Sequence[One]) -> Corrections:
    return given.model_copy(update={part.value: tuple(ones)})
