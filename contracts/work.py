"""The work of a job: what is to be done, and where, when and for how much. Never scored."""

from enum import StrEnum

from contracts.evidence import Competency, Span
from contracts.message import Message, Slug


class Duty(Message):
    id: Slug
    span: Span
    competencies: tuple[Competency, ...] = ()


class Remote(StrEnum):
    """Where the work is done, as far as the job says."""

    ONSITE = "onsite"
    HYBRID = "hybrid"
    REMOTE = "remote"
    UNKNOWN = "unknown"


class WorkTerms(Message):
    """Where, when and for how much the work is done, in the job's own words; None where unsaid."""

    place: Span | None = None
    remote: Remote = Remote.UNKNOWN
    pay: Span | None = None
    hours: Span | None = None
    travel: Span | None = None
