"""One thing to practise: the same question again, and what the new answer shows beside the old."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Protocol
from uuid import UUID

from pydantic import Field

from contracts.claims import ResumeFacts
from contracts.evidence import Competency, EvidenceType, Measured
from contracts.message import DrillId, InterviewId, Message, ResumeId, Slug
from contracts.room import MAX_ANSWER_CHARACTERS

MAX_OPEN = 3
"""More than these at once are not opened."""

MAX_TRIES = 20
"""Of one drill."""


class DrillState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DISMISSED = "dismissed"


class Words(Message):
    """The first words of an answer that show a type."""

    type: EvidenceType
    quote: str


class Try(Message):
    """One answer to the question, read by the rules alone, whoever made the report.

    `words` says by what each of `shown` was known; a type that the question itself gives has none.
    """

    try_id: UUID
    text: str
    said_at: datetime
    level: Measured
    shown: tuple[EvidenceType, ...]
    words: tuple[Words, ...] = ()


class Drill(Message):
    """`task` says what is missing and how to add it. `before` is the answer of the interview.

    `gained` and `lost` compare the latest try with it; both are empty where it has no level. Both
    are read as text alone: a blank line stands between two replies.
    """

    drill_id: DrillId
    interview_id: InterviewId
    question_id: Slug
    resume_id: ResumeId | None = None
    title: str
    question: str
    competency: Competency
    missing: EvidenceType
    task: str
    rubric: str
    state: DrillState
    before: Try | None
    tries: tuple[Try, ...] = ()
    gained: tuple[EvidenceType, ...] = ()
    lost: tuple[EvidenceType, ...] = ()
    added_at: datetime
    version: int


class DrillList(Message):
    """The open ones first, each group newest first."""

    drills: tuple[Drill, ...]


class ListDrills(Message):
    """All of the person who asks."""


class FindDrill(Message):
    drill_id: DrillId


class OpenDrill(Message):
    """Opening twice is one drill; what was closed is open again."""

    interview_id: InterviewId
    question_id: Slug


class TryDrill(Message):
    """The same `try_id` twice is one try. `facts` are of the résumé that the session was about, and
    are not kept.
    """

    drill_id: DrillId
    try_id: UUID
    text: Annotated[str, Field(min_length=1, max_length=MAX_ANSWER_CHARACTERS)]
    facts: ResumeFacts | None = None


class CloseDrill(Message):
    """Closing twice is closing once; the last word counts."""

    drill_id: DrillId
    is_done: bool


class Drills(Protocol):
    """The part of feedback's calls that is about drills."""

    def list_drills(self, query: ListDrills) -> DrillList: ...

    def find_drill(self, query: FindDrill) -> Drill: ...

    def open_drill(self, cmd: OpenDrill) -> Drill: ...

    def try_drill(self, cmd: TryDrill) -> Drill: ...

    def close_drill(self, cmd: CloseDrill) -> Drill: ...
