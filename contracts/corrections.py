"""What the owner of a résumé says in place of what was read in it."""

from typing import Annotated, Self

from pydantic import Field

from contracts.analysis import Entry, Month, Role, ScopeLevel, WorkScope
from contracts.message import Message, Slug

MAX_WORDS = 300
"""Characters of one value; a line about work may be longer."""
MAX_POINT = 1_000
MAX_POINTS = 50
MAX_ITEMS = 60

Words = Annotated[str, Field(max_length=MAX_WORDS)]
Point = Annotated[str, Field(max_length=MAX_POINT)]


class OwnRole(Message):
    """A role as it was. `bullets` are all its lines; one that is left as read keeps its place."""

    title: Words
    employer: Words = ""
    start: Month | None = None
    end: Month | None = None
    is_current: bool = False
    bullets: Annotated[tuple[Point, ...], Field(max_length=MAX_POINTS)] = ()

    @classmethod
    def of(cls, role: Role) -> Self:
        """As it stands in an analysis, to be corrected."""
        return cls(
            title=role.title.value[:MAX_WORDS],
            employer=role.employer.value[:MAX_WORDS] if role.employer else "",
            start=role.start,
            end=None if role.is_current else role.end,
            is_current=role.is_current,
            bullets=tuple(
                " ".join(each.span.quote.split())[:MAX_POINT] for each in role.bullets[:MAX_POINTS]
            ),
        )


class OwnEntry(Message):
    """A line of education, a project, a certification, a language or voluntary work, as it is."""

    title: Words
    detail: Words = ""
    start: Month | None = None
    end: Month | None = None

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """As it stands in an analysis, to be corrected."""
        return cls(
            title=entry.title.value[:MAX_WORDS],
            detail=entry.detail.value[:MAX_WORDS] if entry.detail else "",
            start=entry.start,
            end=entry.end,
        )


class RoleCorrection(Message):
    """`of` is the id of a role as it was read, None for one that was not read at all.

    Without `now` it is taken out. `was` holds the words that were read, by which it is found
    again when the file is read anew; the service writes it, and what is sent in it is ignored.
    """

    of: Slug | None = None
    now: OwnRole | None = None
    was: str = ""


class EntryCorrection(Message):
    """`of` is `e` and the place of the entry among those read, from 1; else as for a role."""

    of: Slug | None = None
    now: OwnEntry | None = None
    was: str = ""


class OwnScope(Message):
    """How large the work was, size by size: None is as it was read, and empty is not said.

    `people` and `users` are whole numbers; `money` is one with its currency, as 90000 EUR; `level`
    is one of those that are read.
    """

    people: Words | None = None
    users: Words | None = None
    money: Words | None = None
    region: Words | None = None
    level: Words | None = None

    @classmethod
    def of(cls, scope: WorkScope) -> Self:
        """As it stands in an analysis, to be corrected; nothing in it is None."""
        sizes = (scope.people, scope.users)
        people, users = ("" if size is None else str(size) for size in sizes)
        currency = (scope.currency or "").upper()
        return cls(
            people=people,
            users=users,
            money="" if scope.money is None else f"{scope.money} {currency}".strip(),
            region=scope.region or "",
            level="" if scope.level is ScopeLevel.UNKNOWN else scope.level.value,
        )


Entries = Annotated[tuple[EntryCorrection, ...], Field(max_length=MAX_ITEMS)]


class Corrections(Message):
    """All that its owner corrects in one résumé. Whatever is left out stays as it was read.

    Of the single values None is as read, and empty is none. A skill that our list knows counts
    as that skill; another one is kept as it was typed. What says the same as was read confirms
    it: it stands, and its owner is sure of it.
    """

    name: Words | None = None
    email: Words | None = None
    phone: Words | None = None
    location: Words | None = None
    links: Annotated[tuple[Words, ...], Field(max_length=MAX_ITEMS)] | None = None
    headline: Words | None = None
    scope: OwnScope = OwnScope()
    roles: Annotated[tuple[RoleCorrection, ...], Field(max_length=MAX_ITEMS)] = ()
    education: Entries = ()
    projects: Entries = ()
    certifications: Entries = ()
    languages: Entries = ()
    volunteering: Entries = ()
    skills_added: Annotated[tuple[Words, ...], Field(max_length=MAX_ITEMS)] = ()
    skills_removed: Annotated[tuple[Slug, ...], Field(max_length=MAX_ITEMS)] = ()
    skills_confirmed: Annotated[tuple[Slug, ...], Field(max_length=MAX_ITEMS)] = ()

    @property
    def is_empty(self) -> bool:
        return self == Corrections()
