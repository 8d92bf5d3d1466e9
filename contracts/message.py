"""The three shapes a message can have, the owners who may send one, the ids they speak of."""

from enum import StrEnum
from typing import Annotated, ClassVar, NewType
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

PersonId = NewType("PersonId", UUID)
ResumeId = NewType("ResumeId", UUID)
JobDescriptionId = NewType("JobDescriptionId", UUID)
FitId = NewType("FitId", UUID)
InterviewId = NewType("InterviewId", UUID)
TurnId = NewType("TurnId", UUID)
CaseId = NewType("CaseId", UUID)
SignInId = NewType("SignInId", UUID)
ExportId = NewType("ExportId", UUID)
DrillId = NewType("DrillId", UUID)
StoryId = NewType("StoryId", UUID)

Slug = Annotated[str, Field(pattern=r"^[a-z0-9_.-]{1,64}$")]
"""A name out of a closed or generated set; never what a person typed."""

Count = Annotated[int, Field(ge=0)]
Signature = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{86}$")]
"""An Ed25519 signature (64 bytes, RFC 8032) in base64url without padding."""

Fingerprint = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
"""Of something that is the same wherever the same code runs."""


class Owner(StrEnum):
    """Everyone who keeps personal data; an erasure is complete when all have answered."""

    AUTH = "auth"
    DOCUMENTS = "documents"
    INTERVIEW = "interview"
    FEEDBACK = "feedback"
    PRIVACY = "privacy"
    ANALYTICS = "analytics"


class Scope(StrEnum):
    """What a person can have erased: the account, or one thing in it."""

    ACCOUNT = "account"
    RESUME = "resume"
    JOB_DESCRIPTION = "job_description"
    SESSION = "session"
    EXPORT = "export"


class ErrorKind(StrEnum):
    """How a call may fail. The first five are refusals: trying the same again cannot help."""

    NOT_FOUND = "not_found"
    INVALID = "invalid"
    CONFLICT = "conflict"
    NOT_ALLOWED = "not_allowed"
    TOO_MANY = "too_many"
    UNAVAILABLE = "unavailable"
    BUG = "bug"


class Message(BaseModel):
    """A request or a reply: transient and sealed on the wire, so it may carry personal data.

    Strict ("5" is no int), frozen, unknown fields ignored on the bus (the HTTP border refuses
    them), and a validation error never shows what was sent.
    """

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="ignore",
        hide_input_in_errors=True,
        ser_json_bytes="base64",
        val_json_bytes="base64",
    )


class Event(Message):
    """A fact in the past tense. It outlives us in queues and outboxes: ids, enums, counts, times.

    `topic` is `{owner}.{fact}`, written out, never derived; `person` is whom it is about.
    """

    topic: ClassVar[str]

    person: PersonId


class Failure(Message):
    """What crosses the bus instead of a reply. `message` is ours, never input, and fit for a page.

    `code` is stable and names the case for programs (`resume-too-large`); `field` names the
    offending input; `retry_after_s` is set where the same call may work later.
    """

    kind: ErrorKind
    code: str
    message: str
    field: str | None = None
    retry_after_s: int | None = None


class Nothing(Message):
    """The reply of a call that has nothing to say."""


class Progress(Message):
    """How far long work is: `done` of `total` steps, `stage` names the one under way."""

    stage: Slug
    done: Count
    total: Count
