"""How levels move over sessions, and which sessions may be compared at all."""

from datetime import datetime
from typing import Protocol

from contracts.evidence import Competency, EngineKind, Level, Status
from contracts.interview import Mode
from contracts.message import Count, InterviewId, Message, Slug


class Point(Message):
    """One competency in one session: the mean of `cells` levels, and the band within which
    another answer of the same kind might well have come out. No band with too few cells.
    `wishes` of them are of questions that ask why the person wants the work.
    """

    interview_id: InterviewId
    status: Status
    value: float | None
    cells: Count
    wishes: Count = 0
    low: float | None = None
    high: float | None = None


class Line(Message):
    """A competency over the sessions of one group, oldest first.

    `change` is the last value less the first; `says` is the code of what may be read from it:
    `one-session`, `too-few`, `within-noise`, `up` or `down`.
    """

    competency: Competency
    points: tuple[Point, ...]
    change: float | None = None
    says: Slug


class SessionRow(Message):
    """`asked` of the `planned` questions were put; fewer where it was finished early. Both are 0

    where that is not known.
    """

    interview_id: InterviewId
    title: str
    finished_at: datetime
    rubric: str
    engine: EngineKind
    mode: Mode | None
    asked: Count = 0
    planned: Count = 0


class Again(Message):
    """Levels of questions that were asked again in the same words: the last time beside the first.

    `says` is the code of what may be read from it: `too-few`, `within-noise`, `up` or `down`.
    """

    questions: Count
    higher: Count
    same: Count
    lower: Count
    says: Slug


class Group(Message):
    """Sessions that may be compared: one rubric version, one kind of engine, one mode, and

    questions of one difficulty: `level` is the middle one of those that were asked. `questions`
    is how many different ones the sessions asked, `repeated` how many of them more than once.
    `again` is there where levels of such a question stand beside each other.
    """

    rubric: str
    engine: EngineKind
    mode: Mode | None
    level: Level = 2
    questions: Count = 0
    repeated: Count = 0
    again: Again | None = None
    sessions: tuple[SessionRow, ...]
    lines: tuple[Line, ...]


class Apart(Message):
    """Why a group is not comparable with the one of the latest session: what differs."""

    rubric: bool = False
    engine: bool = False
    mode: bool = False
    level: bool = False


class ProgressView(Message):
    """The group of the latest session first; `apart` is one for each of the others, in order."""

    groups: tuple[Group, ...]
    apart: tuple[Apart, ...] = ()


class FindProgress(Message):
    """Of the person who asks."""


class Progresses(Protocol):
    """The part of feedback's calls that is about progress."""

    def find_progress(self, query: FindProgress) -> ProgressView: ...
