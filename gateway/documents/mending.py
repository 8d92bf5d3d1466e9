"""One correction more or less among all of a résumé: what was read, what is there now, the way
back. Pure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chassis.errors import NotFound
from contracts.analysis import ResumeAnalysis, Skill
from contracts.corrections import (
    Corrections,
    EntryCorrection,
    OwnEntry,
    OwnRole,
    OwnScope,
    RoleCorrection,
)
from contracts.documents import ResumeView

VALUES, SKILLS, SCOPE = "values", "skills", "scope"
"""What is no list of roles or entries."""

SIZES = tuple(OwnScope.model_fields)
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
    VOLUNTEERING = "volunteering"


@dataclass(frozen=True)
class Item:
    """A role or an entry: as it was read, if it was, and as it is now, unless it was taken out."""

    key: str
    read: Now | None
    now: Now | None
    is_corrected: bool

    @property
    def is_confirmed(self) -> bool:
        """Whether its owner says that it was read rightly."""
        return self.is_corrected and self.read is not None and self.now == self.read

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

    @property
    def is_confirmed(self) -> bool:
        return self.is_corrected and bool(self.read) and self.now == self.read


@dataclass(frozen=True)
class Skills:
    """Those that count; those that were added in their owner's words, taken out, confirmed."""

    there: tuple[Skill, ...]
    added: tuple[str, ...]
    removed: tuple[Skill, ...]
    confirmed: tuple[Skill, ...]


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


def sizes(resume: ResumeView) -> list[Value]:
    """How large the work was, in the order of a page."""
    read, given = OwnScope.of(as_read(resume).scope), resume.corrections.scope
    return [_value(name, getattr(read, name), getattr(given, name)) for name in SIZES]


def skills(resume: ResumeView) -> Skills:
    read, given = as_read(resume), resume.corrections
    there = resume.analysis.skills if resume.analysis else ()
    removed = tuple(skill for skill in read.skills if skill.id in given.skills_removed)
    confirmed = tuple(skill for skill in there if skill.id in given.skills_confirmed)
    return Skills(there, given.skills_added, removed, confirmed)


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
    """As it was read: one that was taken out is there, one that was confirmed is not sure."""
    given = resume.corrections
    kept = {
        name: tuple(each for each in getattr(given, name) if each != key)
        for name in ("skills_removed", "skills_confirmed")
    }
    return given.model_copy(update=kept)


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


def _sized(resume: ResumeView, update: Mapping[str, str | None]) -> Corrections:
    given = resume.corrections
    return given.model_copy(update={"scope": given.scope.model_copy(update=update)})


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        yield from map(str, value)


def _place(ones: Sequence[One], key: str) -> int:
    own = [place for place, each in enumerate(ones) if each.of is None and each.now]
    return own[int(key.removeprefix(OWN)) - 1]


def _with(given: Corrections, part: Part, ones: Sequence[One]) -> Corrections:
    return given.model_copy(update={part.value: tuple(ones)})
