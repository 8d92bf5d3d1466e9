"""What its owner says in place of what was read in a résumé or a job description."""

from typing import Annotated, Self

from pydantic import Field

from contracts.analysis import (
    Entry,
    JobAnalysis,
    Month,
    Requirement,
    Role,
    ScopeLevel,
    Seniority,
    Strength,
    Text,
    WorkScope,
)
from contracts.evidence import Span
from contracts.message import Message, Slug
from contracts.work import Remote

MAX_SHORT_TEXT = 300
"""Characters of one value; a line about work may be longer."""
MAX_POINT = 1_000
MAX_POINTS = 50
MAX_ITEMS = 60
MAX_YEARS = 60
MAX_LOOKED_FOR = 8

ShortText = Annotated[str, Field(max_length=MAX_SHORT_TEXT)]
Point = Annotated[str, Field(max_length=MAX_POINT)]


class OwnRole(Message):
    """A role as it was. `bullets` are all its lines; one that is left as read keeps its place."""

    title: ShortText
    employer: ShortText = ""
    start: Month | None = None
    end: Month | None = None
    is_current: bool = False
    bullets: Annotated[tuple[Point, ...], Field(max_length=MAX_POINTS)] = ()

    @classmethod
    def of(cls, role: Role) -> Self:
        """As it stands in an analysis, to be corrected."""
        return cls(
            title=role.title.value[:MAX_SHORT_TEXT],
            employer=role.employer.value[:MAX_SHORT_TEXT] if role.employer else "",
            start=role.start,
            end=None if role.is_current else role.end,
            is_current=role.is_current,
            bullets=tuple(
                " ".join(each.span.quote.split())[:MAX_POINT] for each in role.bullets[:MAX_POINTS]
            ),
        )


class OwnEntry(Message):
    """A line of education, a project, a certification, a language or voluntary work, as it is."""

    title: ShortText
    detail: ShortText = ""
    start: Month | None = None
    end: Month | None = None

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """As it stands in an analysis, to be corrected."""
        return cls(
            title=entry.title.value[:MAX_SHORT_TEXT],
            detail=entry.detail.value[:MAX_SHORT_TEXT] if entry.detail else "",
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

    people: ShortText | None = None
    users: ShortText | None = None
    money: ShortText | None = None
    region: ShortText | None = None
    level: ShortText | None = None

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
    as that skill; another one is kept as it was typed. `listed_removed` are words of a list of
    skills that are none. What says the same as was read confirms
    it: it stands, and its owner is sure of it.
    """

    name: ShortText | None = None
    email: ShortText | None = None
    phone: ShortText | None = None
    location: ShortText | None = None
    links: Annotated[tuple[ShortText, ...], Field(max_length=MAX_ITEMS)] | None = None
    headline: ShortText | None = None
    scope: OwnScope = OwnScope()
    roles: Annotated[tuple[RoleCorrection, ...], Field(max_length=MAX_ITEMS)] = ()
    education: Entries = ()
    projects: Entries = ()
    certifications: Entries = ()
    languages: Entries = ()
    volunteering: Entries = ()
    skills_added: Annotated[tuple[ShortText, ...], Field(max_length=MAX_ITEMS)] = ()
    skills_removed: Annotated[tuple[Slug, ...], Field(max_length=MAX_ITEMS)] = ()
    skills_confirmed: Annotated[tuple[Slug, ...], Field(max_length=MAX_ITEMS)] = ()
    listed_removed: Annotated[tuple[ShortText, ...], Field(max_length=MAX_ITEMS)] = ()

    @property
    def is_empty(self) -> bool:
        return self == Corrections()


class OwnRequirement(Message):
    """What a job asks for. `quote` stands in its text, wherever its lines are broken.

    `looked_for` are the things that are asked together, of each one of its alternatives: "AWS or
    Azure". What our list of skills knows counts as that skill. None is what the quote itself
    names; empty is nothing but the quote. A gate is a condition: shown, and never scored.
    """

    quote: Annotated[str, Field(min_length=1, max_length=MAX_POINT)]
    strength: Strength = Strength.MUST
    is_gate: bool = False
    min_years: Annotated[float, Field(ge=0, le=MAX_YEARS)] | None = None
    looked_for: Annotated[tuple[ShortText, ...], Field(max_length=MAX_LOOKED_FOR)] | None = None

    @classmethod
    def of(cls, requirement: Requirement) -> Self:
        """As it stands in an analysis, to be corrected; nothing in it but `min_years` is None."""
        said = requirement.looked_for
        named = (" or ".join(said),) if requirement.is_choice and said else said
        return cls(
            quote=" ".join(requirement.span.quote.split())[:MAX_POINT],
            strength=requirement.strength,
            is_gate=requirement.is_gate,
            min_years=requirement.min_years,
            looked_for=tuple(each[:MAX_SHORT_TEXT] for each in named[:MAX_LOOKED_FOR]),
        )


class RequirementCorrection(Message):
    """`of` is the id of a requirement as it was read, None for one that was not read; without
    `now` the job does not ask for it. `was` is as for a role.
    """

    of: Slug | None = None
    now: OwnRequirement | None = None
    was: str = ""


class OwnFacts(Message):
    """What job it is, fact by fact: None is as it was read; empty, or unknown, is not said.

    `title`, `employer`, `place` and `pay` are words of its text, wherever its lines are broken.
    """

    title: ShortText | None = None
    employer: ShortText | None = None
    place: ShortText | None = None
    mode: Remote | None = None
    pay: ShortText | None = None
    level: Seniority | None = None

    @classmethod
    def of(cls, job: JobAnalysis) -> Self:
        """As they stand in an analysis, to be corrected; nothing in it is None."""
        return cls(
            title=_words_of(job.title),
            employer=_words_of(job.company),
            place=_words_of(job.terms.place),
            mode=job.terms.remote,
            pay=_words_of(job.terms.pay),
            level=job.seniority,
        )


def _words_of(said: Text | Span | None) -> str:
    """On one line, as they stand in the text."""
    span = said.span if isinstance(said, Text) else said
    return " ".join(span.quote.split())[:MAX_SHORT_TEXT] if span else ""


class JobCorrections(Message):
    """All that its owner corrects in one job description; what is left out stays as read."""

    facts: OwnFacts = OwnFacts()

    requirements: Annotated[tuple[RequirementCorrection, ...], Field(max_length=MAX_ITEMS)] = ()

    @property
    def employer(self) -> str:
        """Who they are to its owner; empty where nothing is said of that."""
        return self.facts.employer or ""

    @property
    def is_empty(self) -> bool:
        return self == JobCorrections()
