"""What would leave for a provider, and what did: the dry run and the ledger of disclosures."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from contracts.message import Count, JobDescriptionId, Message, ResumeId, Slug


class Retention(StrEnum):
    """How long the other side keeps what it gets, as far as we were told."""

    ZERO = "zero"
    """The operator attests that zero retention is in force; no program can check it."""
    UP_TO_30_DAYS = "up_to_30_days"
    """The provider's own terms: logs against abuse, for at most 30 days."""
    OWN_SERVER = "own_server"
    """A server that the operator runs or chose; what it keeps is the operator's to say."""


class SendingPurpose(StrEnum):
    """Why something is sent: nothing else may be."""

    READ_RESUME = "read_resume"
    READ_JOB = "read_job"
    READ_ANSWER = "read_answer"
    WORD_PROBE = "word_probe"
    PLAN_INTERVIEW = "plan_interview"
    WORD_FEEDBACK = "word_feedback"


class SentField(StrEnum):
    """Which part of a document or an interview a line belongs to."""

    RESUME_SUMMARY = "resume_summary"
    RESUME_WORK = "resume_work"
    RESUME_SKILLS = "resume_skills"
    RESUME_PROJECTS = "resume_projects"
    RESUME_OTHER = "resume_other"
    JOB_REQUIREMENTS = "job_requirements"
    JOB_DUTIES = "job_duties"
    ANSWER = "answer"
    CONTROL = "control"
    """A line of ours that shows nothing: who claims that it does is not believed."""


class SendingOutcome(StrEnum):
    """How a call ended, or that it is under way. Each failure has its own word."""

    SENDING = "sending"
    ANSWERED = "answered"
    REFUSED = "refused"
    TRUNCATED = "truncated"
    NOT_JSON = "not_json"
    NOT_OUR_SHAPE = "not_our_shape"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    TIMED_OUT = "timed_out"
    UNREACHABLE = "unreachable"
    KEY_REFUSED = "key_refused"
    NOT_FOUND = "not_found"
    NOT_ACCEPTED = "not_accepted"


class Names(Message):
    """What is taken out of all that a model is shown of a person: theirs, from their résumé."""

    person: tuple[str, ...]
    contacts: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()


class ProviderView(Message):
    """Where content goes, and on which terms."""

    name: Slug
    host: str
    model: str
    retention: Retention


class Sending(Message):
    """One call as it would be made: `text` is all that the model reads, to the character.

    `body` is the whole request around it, byte for byte, and `bytes` its size: the ledger counts
    the same. `{boundary}` stands for random letters that are drawn anew for each call, `{tag}` for
    32 characters that name nobody and change with time; `bytes` counts them as they are sent.
    """

    purpose: SendingPurpose
    fields: tuple[SentField, ...]
    text: str
    bytes: Count
    body: str = ""


class Disclosure(Message):
    """One row of the ledger: what was sent, where, on which terms, and how that ended.

    `bytes` are those of the bodies of all requests of the call, `tries` how many there were.
    """

    purpose: SendingPurpose
    item_id: UUID
    fields: tuple[SentField, ...]
    bytes: Count
    tries: Count
    provider: Slug
    model: str
    retention: Retention
    outcome: SendingOutcome
    at: datetime


class SendingView(Message):
    """`provider` is None where none is configured: then nothing would be sent."""

    provider: ProviderView | None
    would_send: tuple[Sending, ...] = ()
    sent: tuple[Disclosure, ...] = ()


class FindResumeSending(Message):
    resume_id: ResumeId


class FindJobSending(Message):
    job_description_id: JobDescriptionId


class FindDisclosures(Message):
    """Every call about the person who asks, newest first."""


class Disclosures(Message):
    provider: ProviderView | None
    sent: tuple[Disclosure, ...]


class FindProvider(Message):
    """Whether one is configured, and which; nothing is read for it."""


class NamedProvider(Message):
    provider: ProviderView | None


class Disclosing(Protocol):
    """What every owner answers who may ask a provider."""

    def find_provider(self, query: FindProvider) -> NamedProvider: ...

    def find_disclosures(self, query: FindDisclosures) -> Disclosures: ...
