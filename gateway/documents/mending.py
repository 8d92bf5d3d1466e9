"""One correction more or less among all of a résumé: what was read, what is there now, the way
back. Pure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chassis.errors import NotFound
from contracts.analysis import ResumeAnalysis
from contracts.corrections import (
    Corrections,
    EntryCorrection,
    OwnEntry,
    OwnRole,
    OwnScope,
    RoleCorrection,
)
from contracts.documents import ResumeView
from gateway.documents.ones import Item, Now, One, Ones

VALUES, SKILLS, SCOPE = "values", "skills", "scope"
"""What is no list of roles or entries."""

SIZES = tuple(OwnScope.model_fields)


class Part(StrEnum):
    """The lists of a résumé that can be corrected, in the order of a page."""

    ROLES = "roles"
    EDUCATION = "education"
    PROJECTS = "projects"
    CERTIFICATIONS = "certifications"
    LANGUAGES = "languages"
    VOLUNTEERING = "volunteering"


@dataclass(frozen=True)
class Value:
    """A single value: `read` and `now` are empty where there is none."""

    name: str
    read: str
    now: str
    is_corrected: bool

    @property
    def is_confirmed(self) -> bool:
        return self.is_corrected and bool(self.read) and self.now == self.read


def as_read(resume: ResumeView) -> ResumeAnalysis:
    """Before any correction. Raises NotFound where nothing is read yet."""
    read = resume.read or resume.analysis
    if read is None:
        raise NotFound("Nothing is read in this yet.")
    return read


def items(resume: ResumeView, part: Part) -> list[Item]:
    """First what was read, in its order, then what was added."""
    return _ones(resume, part).items()


def item(resume: ResumeView, part: Part, key: str) -> Item | None:
    """None for a new one. Raises NotFound."""
    return _ones(resume, part).item(key)


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


def sizes(resume: ResumeView) -> list[Value]:
    """How large the work was, in the order of a page."""
    read, given = OwnScope.of(as_read(resume).scope), resume.corrections.scope
    return [_value(name, getattr(read, name), getattr(given, name)) for name in SIZES]


def put(resume: ResumeView, part: Part, key: str, now: Now | None) -> Corrections:
    """With `now` at `key`; without it, what was read is taken out and what was added is gone.

    Raises NotFound, like all that follow.
    """
    return _with(resume, part, _ones(resume, part).put(key, now))


def changed(resume: ResumeView, said: dict[str, object]) -> Corrections:
    """With the single values that differ from what is there; the others stay as they are."""
    there = {value.name: value.now for value in values(resume)}
    update = {
        name: value
        for name, value in said.items()
        if (value if isinstance(value, str) else "\n".join(_strings(value))) != there[name]
    }
    return resume.corrections.model_copy(update=update)


def resized(resume: ResumeView, said: dict[str, str]) -> Corrections:
    """With the sizes that differ from what is there; the others stay as they are."""
    there = {size.name: size.now for size in sizes(resume)}
    return _sized(resume, {name: now for name, now in said.items() if now != there[name]})


def size_as_read(resume: ResumeView, name: str) -> Corrections:
    """Raises NotFound."""
    if name not in SIZES:
        raise NotFound("There is no such part of this résumé.")
    return _sized(resume, {name: None})


def confirmed(resume: ResumeView, part: str, key: str) -> Corrections:
    """With the word of its owner that this one was read rightly: it says what was read."""
    given = resume.corrections
    if part == SKILLS:
        if key not in {skill.id for skill in as_read(resume).skills}:
            raise NotFound("There is no such skill in this résumé.")
        update: dict[str, object] = {"skills_confirmed": (*given.skills_confirmed, key)}
        return given.model_copy(update=update)
    if part == VALUES:
        there = {value.name: value.read for value in values(resume)}
        if not there.get(key):
            raise NotFound("There is no such part of this résumé.")
        said: object = tuple(there[key].splitlines()) if key == "links" else there[key]
        return given.model_copy(update={key: said})
    where = Part(part) if part in list(Part) else None
    found = item(resume, where, key) if where else None
    if where is None or found is None or found.read is None:
        raise NotFound("There is no such part of this résumé.")
    return put(resume, where, key, found.read)


def confirmed_keys(resume: ResumeView) -> set[tuple[str, str]]:
    """Part and key of each value and role that its owner says was read rightly."""
    return {
        *((VALUES, value.name) for value in values(resume) if value.is_confirmed),
        *((SCOPE, size.name) for size in sizes(resume) if size.is_confirmed),
        *((Part.ROLES.value, each.key) for each in items(resume, Part.ROLES) if each.is_confirmed),
    }


def undo(resume: ResumeView, part: Part, key: str) -> Corrections:
    """As it was read; what was added is gone."""
    return _with(resume, part, _ones(resume, part).undo(key))


def _ones(resume: ResumeView, part: Part) -> Ones:
    make = RoleCorrection if part is Part.ROLES else EntryCorrection
    read = list(_read(as_read(resume), part))
    return Ones(read, getattr(resume.corrections, part), make)


def _read(read: ResumeAnalysis, part: Part) -> Iterator[tuple[str, Now]]:
    if part is Part.ROLES:
        yield from ((role.id, OwnRole.of(role)) for role in read.roles)
    else:
        entries = getattr(read, part)
        yield from ((f"e{n}", OwnEntry.of(entry)) for n, entry in enumerate(entries, 1))


def _value(name: str, read: str, given: str | None) -> Value:
    return Value(name, read, read if given is None else given, given is not None)


def _sized(resume: ResumeView, update: Mapping[str, str | None]) -> Corrections:
    given = resume.corrections
    return given.model_copy(update={"scope": given.scope.model_copy(update=update)})


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        yield from map(str, value)


def _with(resume: ResumeView, part: Part, ones: Sequence[One]) -> Corrections:
    return resume.corrections.model_copy(update={part.value: tuple(ones)})
