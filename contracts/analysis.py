"""What is read out of a résumé and a job description, and how the two fit."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from contracts.evidence import Competency, Dated, Engine, Read, Span, Unit
from contracts.extraction import ExtractionReport
from contracts.message import Count, FitId, JobDescriptionId, Message, ResumeId, Slug
from contracts.work import Duty, WorkTerms

Month = Annotated[str, Field(pattern=r"^\d{4}(-\d{2})?$")]
"""`2021-03`, or `2021` where the source gives only the year."""


class Text(Read):
    """A value that was read, with the place it was read from."""

    value: str
    span: Span


class Contact(Message):
    name: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    location: Text | None = None
    links: tuple[Text, ...] = ()


class Ownership(StrEnum):
    I = "i"  # noqa: E741 - the word itself
    WE = "we"
    UNCLEAR = "unclear"


class Metric(Read):
    value: float
    unit: str
    direction: Slug | None = None
    span: Span


class Bullet(Read):
    id: Slug
    span: Span
    skills: tuple[Slug, ...] = ()
    metrics: tuple[Metric, ...] = ()
    ownership: Ownership = Ownership.UNCLEAR


class ScopeLevel(StrEnum):
    IC = "ic"
    LEAD = "lead"
    MANAGER = "manager"
    DIRECTOR = "director"
    UNKNOWN = "unknown"


class ScopeReading(Read):
    """Where one dimension of a scope was read: people, users, money, region or level."""

    dimension: Slug
    span: Span


class WorkScope(Message):
    """People led, users served, money in whole units; `evidence` is all that speaks of a size."""

    people: Count | None = None
    users: Count | None = None
    money: Count | None = None
    currency: Slug | None = None
    region: str | None = None
    level: ScopeLevel = ScopeLevel.UNKNOWN
    readings: tuple[ScopeReading, ...] = ()
    evidence: tuple[Span, ...] = ()


class Role(Dated):
    id: Slug
    title: Text
    employer: Text | None = None
    start: Month | None = None
    end: Month | None = None
    is_current: bool = False
    dates: Span | None = None
    bullets: tuple[Bullet, ...] = ()
    prose: tuple[Span, ...] = ()
    scope: WorkScope = WorkScope()


class Entry(Dated):
    """Education, a project, a certificate, a language, voluntary work: `prose`, then `lines`."""

    title: Text
    detail: Text | None = None
    start: Month | None = None
    end: Month | None = None
    prose: tuple[Span, ...] = ()
    lines: tuple[Span, ...] = ()


class Tier(StrEnum):
    """How strongly a skill is shown."""

    LISTED = "listed"
    USED = "used"
    OUTCOME = "outcome"


class Skill(Read):
    """`years` is the union of the roles that show it; `last_used` is the latest of their ends."""

    id: Slug
    label: str
    tier: Tier
    years: float | None = None
    last_used: Month | None = None
    evidence: tuple[Span, ...]


class ResumeAnalysis(Message):
    """`listed` are what lists of skills name beyond ours, as written. `unread` are lines below the

    head from which nothing was read, `unread_more` is how many others are not among these.
    """

    resume_id: ResumeId
    extraction: ExtractionReport
    contact: Contact
    headline: Text | None = None
    summary: Text | None = None
    roles: tuple[Role, ...] = ()
    education: tuple[Entry, ...] = ()
    projects: tuple[Entry, ...] = ()
    certifications: tuple[Entry, ...] = ()
    languages: tuple[Entry, ...] = ()
    volunteering: tuple[Entry, ...] = ()
    skills: tuple[Skill, ...] = ()
    listed: tuple[Text, ...] = ()
    unread: tuple[Span, ...] = ()
    unread_more: Count = 0
    scope: WorkScope = WorkScope()
    years_total: float | None = None
    engine: Engine


class RequirementKind(StrEnum):
    SKILL = "skill"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    LANGUAGE = "language"
    CERTIFICATION = "certification"
    BEHAVIOUR = "behaviour"
    LOGISTICS = "logistics"


class Strength(StrEnum):
    MUST = "must"
    NICE = "nice"
    BONUS = "bonus"


class Requirement(Message):
    """What a job asks for: one of `any_of`, or of each group in `all_of`.

    `looked_for` says it in words: all that is named there, or where `is_choice` one of it.
    """

    id: Slug
    kind: RequirementKind
    strength: Strength
    is_gate: bool = False
    any_of: tuple[Slug, ...] = ()
    all_of: tuple[tuple[Slug, ...], ...] = ()
    looked_for: tuple[str, ...] = ()
    is_choice: bool = False
    min_years: float | None = None
    span: Span
    competencies: tuple[Competency, ...] = ()


class Seniority(StrEnum):
    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    UNKNOWN = "unknown"


class JobAnalysis(Message):
    """`unread` are the lines from which nothing was read; `unread_more` is how many others are."""

    job_description_id: JobDescriptionId
    title: Text | None = None
    company: Text | None = None
    seniority: Seniority = Seniority.UNKNOWN
    requirements: tuple[Requirement, ...] = ()
    duties: tuple[Duty, ...] = ()
    scope: WorkScope = WorkScope()
    terms: WorkTerms = WorkTerms()
    competencies: tuple[Competency, ...] = ()
    red_flags: tuple[Slug, ...] = ()
    unread: tuple[Span, ...] = ()
    unread_more: Count = 0
    extraction: ExtractionReport | None = None  # not told by those of before there was one
    engine: Engine


class FitStatus(StrEnum):
    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"
    UNKNOWN = "unknown"


class FitItem(Message):
    """How one requirement is met: `tier` 0 to 3, `weight` 3 for a must, 1 for a nice.

    `most` is the tier that is possible by what the résumé leaves open, None in older reports; of
    things asked together `parts` are the tiers, and `tier` is their mean, halves up.
    """

    requirement: Requirement
    tier: Annotated[int, Field(ge=0, le=3)]
    most: Annotated[int, Field(ge=0, le=3)] | None = None
    parts: tuple[Annotated[int, Field(ge=0, le=3)], ...] = ()
    weight: Count
    status: FitStatus
    reason: str
    evidence: tuple[Span, ...] = ()


class GapKind(StrEnum):
    MISSING = "missing"
    UNPROVEN = "unproven"
    STALE = "stale"
    LEVEL = "level"
    SCOPE = "scope"


class Closing(StrEnum):
    ADD_LINE = "add_line"
    PREPARE_STORY = "prepare_story"
    LEARN = "learn"
    EXPECT_QUESTION = "expect_question"


class Gap(Message):
    """`impact` is what closing it wholly would add to the score, in [0, 1]."""

    requirement_id: Slug
    kind: GapKind
    impact: Unit
    close_by: tuple[Closing, ...]


class FitScore(Message):
    """Σ weight·tier/3 over Σ weight, with the interval that unknowns leave open."""

    value: Unit
    low: Unit
    high: Unit
    formula: str


class ScopeComparison(Message):
    """One dimension of scope on both sides; `is_met` is None where one side is silent."""

    dimension: Slug
    asked: str
    shown: str | None
    is_met: bool | None


class NextFact(Message):
    """The cheapest fact to provide, and how far the score could rise with it."""

    requirement_id: Slug
    ask: str
    gain: Unit


class FitReport(Message):
    """Gates are shown and never scored; `rejected_quotes` do not stand in their document."""

    fit_id: FitId
    resume_id: ResumeId
    job_description_id: JobDescriptionId
    score: FitScore | None
    items: tuple[FitItem, ...]
    gates: tuple[FitItem, ...] = ()
    scope: tuple[ScopeComparison, ...] = ()
    gaps: tuple[Gap, ...] = ()
    strengths: tuple[Slug, ...] = ()
    next_fact: NextFact | None = None
    rejected_quotes: Count = 0
    engine: Engine
